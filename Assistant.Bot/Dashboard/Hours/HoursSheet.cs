using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Dashboard.Hours;

/// <summary>At which hours one resident is asked how she is.</summary>
internal sealed record HoursSheet
{
    /// <summary>How many hours a resident may have. Default 6. (choice)</summary>
    public const int Most = 6;

    /// <summary>Between how many and how many messages an hour she may choose. Default 1 to 12: one every five minutes. (choice)</summary>
    public const int LeastMessages = 1;

    /// <inheritdoc cref="LeastMessages"/>
    public const int MostMessages = 12;

    public required ResidentId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Whether she agreed to being asked at all.</summary>
    public required bool IsAsked { get; init; }

    /// <summary>Whether we still do anything for her.</summary>
    public required bool IsServed { get; init; }

    /// <summary>The hours, the earliest first.</summary>
    public required IReadOnlyList<HoursForm> Hours { get; init; }

    /// <summary>Where she is asked: the channel on which she last answered; null where she never did.</summary>
    public string? Channel { get; init; }

    /// <summary>Her own quiet hours; null where any hour is good.</summary>
    public (TimeOnly From, TimeOnly Until)? Quiet { get; init; }

    /// <summary>How many messages she hears in an hour at the most.</summary>
    public required int MessagesAnHour { get; init; }

    /// <summary>When she comes back; null where she is not away.</summary>
    public DateOnly? AwayUntil { get; init; }
}
