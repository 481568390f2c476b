namespace Assistant.Bot.Dashboard.Failures;

/// <summary>What failed.</summary>
internal enum FailureKind
{
    /// <summary>A message did not arrive yet, and is tried again.</summary>
    Retrying,

    /// <summary>A message will not arrive.</summary>
    NotArrived,

    /// <summary>Nobody knows whether a message arrived.</summary>
    Unknown,

    /// <summary>A message would have come too late and was not sent.</summary>
    TooLate,

    /// <summary>A place where somebody is reached fails again and again, or refuses.</summary>
    Unreachable,

    /// <summary>The program failed on a row, and tries it again later.</summary>
    SetAside,

    /// <summary>A calendar elsewhere could not be read for days.</summary>
    Calendar,
}

/// <summary>Something that did not go as it should, once or again and again.</summary>
/// <param name="At">When, the last time.</param>
/// <param name="Kind">What.</param>
/// <param name="Who">Whom it was meant for or about; null where that is not known.</param>
/// <param name="Fault">The reason as the program knows it: without names, numbers or words of the message.</param>
/// <param name="Times">How often.</param>
internal sealed record Failure(DateTimeOffset At, FailureKind Kind, string? Who, string Fault, int Times = 1)
{
    /// <summary>The same thing for the same person is one line; the latest first.</summary>
    public static IReadOnlyList<Failure> Together(IEnumerable<Failure> failures) =>
        [.. failures.GroupBy(failure => (failure.Kind, failure.Who, failure.Fault))
            .Select(group => group.MaxBy(failure => failure.At) is { } last ? last with { Times = group.Sum(failure => failure.Times) } : null)
            .OfType<Failure>()
            .OrderByDescending(failure => failure.At)];
}
