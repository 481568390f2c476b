using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;

namespace Assistant.Tests.Scheduling.Delivery;

public sealed class ReachOrderTests
{
    private static readonly DateTimeOffset Eight = SmallTown.Moment("2026-03-10 08:00");

    [Fact]
    public void Where_she_last_spoke_goes_first()
    {
        var (older, newer, never) = (Heard(-2), Heard(-1), Point());

        Assert.Equal([newer, older, never], ReachOrder.Of([never, older, newer], null));
    }

    [Fact]
    public void An_answer_goes_where_it_was_asked_unless_that_place_fails()
    {
        var (asked, other) = (Heard(-2), Heard(-1));
        Assert.Equal(asked, ReachOrder.Of([asked, other], asked.Id)[0]);

        asked.Failed("503", Eight);
        Assert.Equal(asked, ReachOrder.Of([asked, other], asked.Id)[0]);

        asked.Failed("503", Eight);
        Assert.Equal(other, ReachOrder.Of([asked, other], asked.Id)[0]);
    }

    [Fact]
    public void What_refuses_comes_after_what_fails_and_is_not_forgotten()
    {
        var (refuses, fails) = (Heard(-1), Point());
        refuses.Refused("403", Eight);
        fails.Failed("503", Eight);
        fails.Failed("503", Eight);

        Assert.Equal([fails, refuses], ReachOrder.Of([refuses, fails], null));
    }

    [Fact]
    public void A_word_or_an_arrival_makes_a_place_well_again()
    {
        var (spoken, arrived) = (Point(), Point());
        foreach (var point in (ContactPoint[])[spoken, arrived])
        {
            point.Refused("403", Eight);
            point.Refused("403", Eight.AddHours(1));
            Assert.Equal((Eight, 2, false), (point.RefusedSince, point.FailuresInARow, point.IsWell));
        }

        spoken.Heard(Eight.AddHours(2), null);
        arrived.Arrived(Eight.AddHours(2));

        Assert.All((ContactPoint[])[spoken, arrived], point => Assert.Equal((true, null, null, 0), (point.IsWell, point.RefusedSince, point.Fault, point.FailuresInARow)));
    }

    private static ContactPoint Heard(int hours)
    {
        var point = Point();
        point.Heard(Eight.AddHours(hours), null);
        return point;
    }

    private static ContactPoint Point()
    {
        var id = ContactPointId.New(Eight);
        return new ContactPoint { Id = id, Channel = "webchat", Address = $"{id}" };
    }
}
