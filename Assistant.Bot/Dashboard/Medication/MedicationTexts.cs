namespace Assistant.Bot.Dashboard.Medication;

/// <summary>Finds the words of the medication pages: <c>MedicationTexts.resx</c> in Dutch, <c>.en.resx</c> in English.</summary>
internal sealed class MedicationTexts;
