using System.ComponentModel.DataAnnotations;

namespace Assistant.Bot.Speech.Espeak;

/// <summary>How the voice speaks.</summary>
internal sealed record EspeakOptions
{
    /// <summary>The program, by name or path.</summary>
    public string Program { get; init; } = "espeak-ng";

    /// <summary>How fast. Unit: words a minute.</summary>
    /// <remarks>Default 140. Source: CARE §7, 150 with 120 to 180 adjustable; this voice slurs above 145.</remarks>
    [Range(120, 180)]
    public int WordsAMinute { get; init; } = 140;

    /// <summary>How long one text may take. Default 10 s: a page does not wait longer for a voice.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many texts are spoken side by side. Default 2, as many as a small machine has cores.</summary>
    [Range(1, 16)]
    public int SideBySide { get; init; } = 2;
}
