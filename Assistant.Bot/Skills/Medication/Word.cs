namespace Assistant.Bot.Skills.Medication;

/// <summary>What was said of a moment.</summary>
/// <param name="Intent">That it was taken, left out or put off.</param>
/// <param name="Until">The time she named; null where she named none.</param>
/// <param name="Reason">Why it was left out, in her words; null where she did not say.</param>
internal readonly record struct Word(string Intent, DateTimeOffset? Until = null, string? Reason = null);
