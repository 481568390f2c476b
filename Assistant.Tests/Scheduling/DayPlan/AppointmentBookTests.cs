using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Tests.Town;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scheduling.DayPlan;

public sealed class AppointmentBookTests : IDisposable
{
    private static readonly DateTimeOffset Now = SmallTown.Moment("2026-03-10 07:00");
    private static readonly HomeTimeZone Home = HomeTimeZone.Of(SmallTown.ZoneId);
    private static readonly DateOnly Today = new(2026, 3, 10);

    private static readonly string?[] Rules =
    [
        null, "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=TU,SA", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=DAILY;INTERVAL=2;COUNT=9",
    ];

    private readonly TownStore store = TownStore.Open();
    private readonly DayPlanner planner = new([new RoutineSource(), new AppointmentSource()]);

    [Fact]
    public void Whatever_is_done_to_a_day_planning_twice_is_the_same_and_undoing_it_brings_everything_back()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), numbers => AllComesBackAsync(numbers ?? []).GetAwaiter().GetResult());

        property.Check(Config.QuickThrowOnFailure.WithMaxTest(25).WithReplay(new Replay(new Rnd(17UL, 3UL), null)));
    }

    [TownFact]
    public async Task Only_this_time_touches_one_date_and_no_other()
    {
        await using var db = await store.Contexts().CreateDbContextAsync();
        var swims = Swims(await ResidentAsync(db));
        Book(db, Now).Add(swims);
        await db.SaveChangesAsync();
        var before = await MomentsAsync(db, swims.ResidentId);

        await Book(db, Now).MoveAsync(Of(swims, Today.AddDays(8)), Today.AddDays(9), new TimeOnly(15, 0), ChangeScope.ThisTime, CancellationToken.None);
        await db.SaveChangesAsync();

        var after = await MomentsAsync(db, swims.ResidentId);
        Assert.Equal(["2026-03-18 10:00"], before.Except(after).Select(Local));
        Assert.Equal(["2026-03-19 15:00"], after.Except(before).Select(Local));
    }

    [TownFact]
    public async Task From_then_on_leaves_what_was_before_and_always_does_not()
    {
        await using var db = await store.Contexts().CreateDbContextAsync();
        var swims = Swims(await ResidentAsync(db));
        Book(db, Now).Add(swims);
        await db.SaveChangesAsync();

        await Book(db, Now).MoveAsync(Of(swims, Today.AddDays(8)), Today.AddDays(9), new TimeOnly(15, 0), ChangeScope.FromThenOn, CancellationToken.None);
        await db.SaveChangesAsync();
        Assert.Equal(["2026-03-11 10:00", "2026-03-19 15:00", "2026-03-26 15:00"], (await MomentsAsync(db, swims.ResidentId)).Select(Local));

        await Book(db, Now).MoveAsync(Of(swims, Today.AddDays(1)), Today.AddDays(1), new TimeOnly(9, 0), ChangeScope.Always, CancellationToken.None);
        await db.SaveChangesAsync();
        Assert.Equal(["2026-03-11 09:00", "2026-03-19 15:00", "2026-03-26 15:00"], (await MomentsAsync(db, swims.ResidentId)).Select(Local));
    }

    [TownFact]
    public async Task After_ten_minutes_or_a_later_change_nothing_is_undone()
    {
        await using var db = await store.Contexts().CreateDbContextAsync();
        var swims = Swims(await ResidentAsync(db));
        var added = Book(db, Now).Add(swims);
        await db.SaveChangesAsync();
        var moved = Assert.IsType<DayChangeOutcome.Changed>(await Book(db, Now.AddMinutes(1)).MoveAsync(
            Of(swims, Today.AddDays(1)), Today.AddDays(2), null, ChangeScope.ThisTime, CancellationToken.None)).Change;
        await db.SaveChangesAsync();

        Assert.False(await Book(db, Now.AddMinutes(2)).UndoAsync(swims.ResidentId, added.Id, CancellationToken.None));
        Assert.False(await Book(db, Now.AddMinutes(11)).UndoAsync(swims.ResidentId, moved.Id, CancellationToken.None));
        Assert.True(await Book(db, Now.AddMinutes(10)).UndoAsync(swims.ResidentId, moved.Id, CancellationToken.None));
    }

    [TownFact]
    public async Task What_another_calendar_owns_is_changed_here_for_one_time_only()
    {
        await using var db = await store.Contexts().CreateDbContextAsync();
        var resident = await ResidentAsync(db);
        var club = Swims(resident, calendar: Guid.CreateVersion7(Now));
        db.Add(club);
        await db.SaveChangesAsync();
        var (book, next) = (Book(db, Now), Of(club, Today.AddDays(1)));

        Assert.IsType<DayChangeOutcome.OfACalendar>(await book.CancelAsync(next, ChangeScope.Always, CancellationToken.None));
        Assert.IsType<DayChangeOutcome.Changed>(await book.CancelAsync(next, ChangeScope.ThisTime, CancellationToken.None));
        Assert.IsType<DayChangeOutcome.Gone>(await book.CancelAsync(next with { Date = Today }, ChangeScope.ThisTime, CancellationToken.None));
    }

    [TownFact]
    public async Task What_takes_the_whole_day_or_is_agreed_by_another_clock_stands_on_the_right_day()
    {
        await using var db = await store.Contexts().CreateDbContextAsync();
        var resident = await ResidentAsync(db);
        var birthday = Swims(resident);
        (birthday.At, birthday.Rule) = (null, "FREQ=YEARLY");
        var call = Swims(resident);
        (call.At, call.Rule, call.Zone) = (new TimeOnly(20, 0), null, "America/New_York");
        db.AddRange(birthday, call);
        await db.SaveChangesAsync();

        var wanted = await planner.WantedAsync(db, new PlanWindow([resident], Home, Today, Today.AddDays(7)), CancellationToken.None);

        Assert.Equal([("2026-03-11 08:00", true), ("2026-03-12 01:00", false)], wanted.Select(w => (Local(w.Moment), w.Moment.IsAllDay)).Order());
        Assert.All(wanted, w => Assert.Equal(Today.AddDays(1), Occurrence.Of(w.Source, w.Moment)?.Date));
    }

    public void Dispose() => store.Dispose();

    // Each number is one change; undone from the last to the first, the days are as they were.
    private async Task<bool> AllComesBackAsync(byte[] numbers)
    {
        await using var db = await store.Contexts().CreateDbContextAsync();
        var resident = await ResidentAsync(db);
        var swims = Swims(resident);
        swims.Rule = Rules[numbers.Length % Rules.Length];
        db.Add(swims);
        await db.SaveChangesAsync();
        List<string> before = [await DaysAsync(db, resident)];
        List<DayChange> done = [];
        foreach (var (number, minute) in numbers.Take(5).Select((n, i) => (n, i)))
        {
            if (await ChangeAsync(db, resident, number, Now.AddMinutes(minute)) is { } change)
            {
                done.Add(change);
                before.Add(await DaysAsync(db, resident));
            }
        }

        for (var last = done.Count - 1; last >= 0; last--)
        {
            if (!await Book(db, Now.AddMinutes(6)).UndoAsync(resident, done[last].Id, CancellationToken.None))
            {
                return false;
            }

            await db.SaveChangesAsync();
            if (await DaysAsync(db, resident) != before[last])
            {
                return false;
            }
        }

        return true;
    }

    private async Task<DayChange?> ChangeAsync(AssistantDb db, ResidentId resident, byte number, DateTimeOffset at)
    {
        var wanted = await planner.WantedAsync(db, new PlanWindow([resident], Home, Today, Today.AddDays(20)), CancellationToken.None);
        if (wanted.Count == 0 || Occurrence.Of(wanted[number % wanted.Count].Source, wanted[number % wanted.Count].Moment) is not { } which)
        {
            return null;
        }

        var (book, scope) = (Book(db, at), (ChangeScope)(number / 4 % 3));
        var outcome = number % 4 == 0
            ? await book.CancelAsync(which, scope, CancellationToken.None)
            : await book.MoveAsync(which, which.Date.AddDays((number % 9) - 4), number % 5 == 0 ? null : new TimeOnly(number % 24, 0), scope, CancellationToken.None);
        await db.SaveChangesAsync();
        return (outcome as DayChangeOutcome.Changed)?.Change;
    }

    // Planned twice, which must be the same.
    private async Task<string> DaysAsync(AssistantDb db, ResidentId resident)
    {
        var once = string.Join('\n', await MomentsAsync(db, resident));
        Assert.Equal(once, string.Join('\n', await MomentsAsync(db, resident)));
        return once;
    }

    private async Task<IReadOnlyList<PlannedMoment>> MomentsAsync(AssistantDb db, ResidentId resident)
    {
        var wanted = await planner.WantedAsync(db, new PlanWindow([resident], Home, Today.AddDays(-10), Today.AddDays(20)), CancellationToken.None);
        Assert.Distinct(wanted.Select(w => (w.Source, w.Moment.LocalDate, w.Moment.Slot)));
        return [.. wanted.Select(w => w.Moment).OrderBy(m => m.At).ThenBy(m => m.Slot, StringComparer.Ordinal)];
    }

    private static string Local(PlannedMoment moment) => $"{Home.LocalOf(moment.At):yyyy-MM-dd HH:mm}";

    private static Occurrence Of(Appointment appointment, DateOnly date) =>
        new(appointment.ResidentId, AppointmentSource.SourceName, appointment.Id.Value, date);

    private static AppointmentBook Book(AssistantDb db, DateTimeOffset now) =>
        new(db, now, AccessActor.Of(PersonId.From(Guid.Empty), AccessRole.Resident), "talk");

    private static Appointment Swims(ResidentId resident, Guid? calendar = null) => new()
    {
        Id = AppointmentId.New(Now),
        ResidentId = resident,
        Title = "zwemmen",
        Date = Today.AddDays(1),
        At = new TimeOnly(10, 0),
        Rule = "FREQ=WEEKLY;BYDAY=WE",
        Importance = Importance.Mention,
        AddedBy = PersonId.From(Guid.Empty),
        Calendar = calendar,
    };

    private static async Task<ResidentId> ResidentAsync(AssistantDb db)
    {
        var neighbourhood = await db.Set<Neighbourhood>().FirstOrDefaultAsync() ?? db.Add(
            new Neighbourhood { Id = NeighbourhoodId.New(Now), Name = "Lindenhof", Country = "NL" }).Entity;
        var person = new Person { Id = PersonId.New(Now), Name = "mevrouw Jansen", Language = "nl", TimeZoneId = SmallTown.ZoneId };
        var resident = new Resident { Id = ResidentId.New(Now), PersonId = person.Id, NeighbourhoodId = neighbourhood.Id };
        db.AddRange(person, resident);
        await db.SaveChangesAsync();
        return resident.Id;
    }
}
