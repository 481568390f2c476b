namespace Assistant.Bot.Pictures;

/// <summary>Names the resource files with the words of the pictures of a day.</summary>
internal sealed class PictureTexts;
