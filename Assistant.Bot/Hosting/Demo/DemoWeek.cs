using Assistant.Scheduling.DayPlan;

namespace Assistant.Bot.Hosting.Demo;

/// <summary>A whole week of mevrouw Jansen: home care, a club, a walk, the bins, and two things she does step by step.</summary>
internal static class DemoWeek
{
    private const string Mondays = "FREQ=WEEKLY;BYDAY=MO";
    private const string CareDays = "FREQ=WEEKLY;BYDAY=MO,WE,FR";

    public static IEnumerable<Routine> OfJansen(Func<Guid> next, DateOnly from) =>
    [
        Is(next(), "warm eten", new(12, 30), "FREQ=DAILY", from),
        Is(next(), "thee en een glas water", new(15, 30), "FREQ=DAILY", from),
        Is(next(), "de thuiszorg", new(11, 0), CareDays, from, ahead: 5),
        Is(next(), "de kaartclub", new(14, 0), "FREQ=WEEKLY;BYDAY=TU", from, ahead: 30),
        Is(next(), "wandelen met Ria", new(14, 0), "FREQ=WEEKLY;BYDAY=TH", from, ahead: 15),
        Is(next(), "Els komt eten", new(17, 30), "FREQ=WEEKLY;BYDAY=SU", from, ahead: 30),
        Is(next(), "de bak aan de straat", new(19, 30), Mondays, from, Importance.Ask),
        Steps(next(), "opstaan en aankleden", new(7, 15), "FREQ=DAILY", from,
            ["Blijf nog even rustig zitten", "U kunt zich nu wassen", "Uw kleren liggen op de stoel", "Uw bril ligt naast het bed"]),
        Steps(next(), "koffie zetten", default, "", from,
            ["Het water gaat in het apparaat", "Daarna een schep koffie in het filter", "Nu mag de knop aan", "Na vijf minuten is de koffie klaar"]),
    ];

    private static Routine Is(
        Guid id, string title, TimeOnly at, string rule, DateOnly from, Importance importance = Importance.Mention, int ahead = 0) => new()
        {
            Id = id,
            ResidentId = DemoPeople.JansenLives,
            Title = title,
            At = at,
            Rule = rule,
            From = from,
            Importance = importance,
            NoticeAhead = TimeSpan.FromMinutes(ahead),
        };

    private static Routine Steps(Guid id, string title, TimeOnly at, string rule, DateOnly from, IReadOnlyList<string> steps)
    {
        var routine = Is(id, title, at, rule, from, Importance.Ask);
        routine.Steps = steps;
        return routine;
    }
}
