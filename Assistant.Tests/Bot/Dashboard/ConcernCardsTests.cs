using Assistant.Bot.Dashboard.Concerns;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;

namespace Assistant.Tests.Bot.Dashboard;

public sealed class ConcernCardsTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 10, 9, 30, 0, TimeSpan.Zero);
    private static readonly ResidentId Ann = ResidentId.New(Start);
    private static readonly PersonId Ria = PersonId.New(Start);
    private static readonly PersonId Els = PersonId.New(Start);
    private static readonly PersonId Marijke = PersonId.New(Start);

    [Fact]
    public void The_card_tells_who_was_asked_when_and_what_each_answered()
    {
        var concern = Raised(0);
        concern.Asked(0, Ria, Minute(15));
        concern.Asked(1, Els, Minute(30));
        concern.Acknowledge(Els, Minute(20));

        var card = Assert.Single(Cards(
            [concern],
            Event(concern, ConcernEventKind.Raised, null, 0), Event(concern, ConcernEventKind.Asked, Ria, 0),
            Event(concern, ConcernEventKind.Declined, Ria, 5), Event(concern, ConcernEventKind.Asked, Els, 15),
            Event(concern, ConcernEventKind.Acknowledged, Els, 20)).Open);

        Assert.Equal([("Ria", AskedAnswer.Declined), ("Els", AskedAnswer.Going)], card.Asked.Select(asked => (asked.Who.Name, asked.Answer)));
        Assert.Equal(("Els", "daughter", Minute(20)), (card.Going?.Name, card.Going?.Relation, card.GoingSince));
        Assert.Equal(5, card.Timeline.Count);
        Assert.Null(card.MovesOnAt);
    }

    [Fact]
    public void It_begins_with_the_worry_also_where_somebody_was_asked_in_that_very_moment()
    {
        var concern = Raised(0);
        var (first, second) = (Guid.CreateVersion7(Minute(0)), Guid.CreateVersion7(Minute(0)));
        var raised = new ConcernEvent { Id = first > second ? first : second, ConcernId = concern.Id, Kind = ConcernEventKind.Raised, At = Minute(0) };
        var before = new ConcernEvent { Id = first > second ? second : first, ConcernId = concern.Id, Kind = ConcernEventKind.Asked, PersonId = Ria, At = Minute(0) };

        var card = Assert.Single(Cards([concern], before, raised).Open);

        Assert.Equal([ConcernEventKind.Raised, ConcernEventKind.Asked], card.Timeline.Select(entry => entry.Kind));
    }

    [Fact]
    public void Only_whoever_goes_is_told_how_to_get_in()
    {
        var concern = Raised(0);
        Assert.Null(Assert.Single(Cards([concern]).Open).WayIn);

        concern.Acknowledge(Els, Minute(1));
        Assert.Null(Assert.Single(Cards([concern]).Open).WayIn);

        var hers = Raised(0);
        hers.Acknowledge(Marijke, Minute(1));
        Assert.Equal("Key at number 14", Assert.Single(Cards([hers]).Open).WayIn);
    }

    [Fact]
    public void The_worst_comes_first()
    {
        var (going, asking, exhausted, newer) = (Raised(0), Raised(1), Raised(3), Raised(2));
        going.Acknowledge(Els, Minute(4));
        exhausted.Exhaust();

        Assert.Equal([exhausted.Id, asking.Id, newer.Id, going.Id], Cards([going, newer, asking, exhausted]).Open.Select(card => card.Id));
    }

    [Fact]
    public void What_is_over_leaves_the_open_ones_and_the_latest_comes_first()
    {
        var (first, last) = (Raised(0), Raised(1));
        first.Resolve(ConcernOutcome.Visited, Minute(10));
        last.Resolve(ConcernOutcome.AnsweredHerself, Minute(12));

        var cards = Cards([first, last]);

        Assert.Empty(cards.Open);
        Assert.Equal([last.Id, first.Id], cards.Resolved.Select(card => card.Id));
        Assert.Equal((ConcernOutcome.Visited, Minute(10)), (cards.Resolved[1].Outcome, cards.Resolved[1].ResolvedAt));
    }

    [Fact]
    public void While_somebody_is_asked_the_card_says_when_the_next_is()
    {
        var concern = Raised(0);
        concern.Asked(0, Ria, Minute(15));

        Assert.Equal(Minute(15), Assert.Single(Cards([concern]).Open).MovesOnAt);
    }

    private static ConcernCards Cards(Concern[] concerns, params ConcernEvent[] events) => ConcernCards.Of(
        new ConcernRows(
            [.. concerns.Select(concern => new ConcernRow(concern, "Ann", "Key at number 14"))],
            events,
            new Dictionary<PersonId, string> { [Ria] = "Ria", [Els] = "Els", [Marijke] = "Marijke" },
            new Dictionary<(ResidentId, PersonId), string> { [(Ann, Els)] = "daughter", [(Ann, Ria)] = "neighbour" }),
        Marijke);

    private static Concern Raised(int minute) => new Concern
    {
        Id = ConcernId.New(Minute(minute)),
        ResidentId = Ann,
        Kind = ConcernKind.MissedCheckIn,
        Cause = $"{minute}",
        RaisedAt = Minute(minute),
    }.Raised(Minute(minute));

    private static ConcernEvent Event(Concern concern, ConcernEventKind kind, PersonId? person, int minute) => new()
    {
        Id = Guid.CreateVersion7(Minute(minute)), ConcernId = concern.Id, Kind = kind, PersonId = person, At = Minute(minute),
    };

    private static DateTimeOffset Minute(int minute) => Start.AddMinutes(minute);
}
