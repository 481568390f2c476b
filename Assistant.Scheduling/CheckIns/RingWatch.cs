using System.Diagnostics;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.CheckIns;

/// <summary>Brings the greeting of each ring round, and asks after whoever broke the chain.</summary>
public static class RingWatch
{
    /// <summary>The question whether she passes the greeting on.</summary>
    public const string Question = "ring.greet?";

    /// <summary>How long whoever broke the chain has to answer how she is. Default 30 min. (choice)</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    private static readonly string[] Choices = ["yes", "no", "checkin.unwell"];

    private sealed record Member(Resident Resident, Person Person);

    /// <summary>Decides for these rings and adds what follows to the context; saves nothing.</summary>
    public static async Task WatchAsync(
        AssistantDb db, IReadOnlyDictionary<Guid, int> claimed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = claimed.Keys.ToList();
        var due = await db.Set<GreetingRing>().Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken);
        foreach (var ring in due.Where(ring => claimed.IsStillHeld(ring)))
        {
            var date = ring.Zone.DayOf(now).Date;
            var members = await MembersAsync(db, ring, now, cancellationToken);
            var round = await db.Set<RingTurn>().Where(t => t.RingId == ring.Id && t.LocalDate == date).ToListAsync(cancellationToken);
            if (round.Count == 0)
            {
                round = Begin(db, ring, date, members, now);
            }

            foreach (var gone in round.Where(t => !t.IsOver && !members.Exists(m => m.Resident.Id == t.ResidentId)))
            {
                gone.End(RingTurnState.LeftOut);
            }

            await GoRoundAsync(db, ring, round, members, now, cancellationToken);
        }
    }

    /// <summary>By which key the greeting of a turn lies in the outbox.</summary>
    public static string KeyOf(RingTurn turn) => $"ring:{turn.Id:N}:greet";

    // Who said yes and is there today, in order.
    private static async Task<List<Member>> MembersAsync(AssistantDb db, GreetingRing ring, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = await (
            from member in db.Set<RingMember>().AsNoTracking()
            join resident in db.Set<Resident>() on member.ResidentId equals resident.Id
            join person in db.Set<Person>() on resident.PersonId equals person.Id
            where member.RingId == ring.Id && member.JoinedAt != null && resident.ServiceEndedAt == null
            orderby member.Place
            select new Member(resident, person)).ToListAsync(cancellationToken);
        var ids = all.ConvertAll(m => m.Resident.Id);
        var agreed = await Agreements.ReadAsync(db, ids, [Purpose.CheckIns], now, cancellationToken);
        var away = (await db.Set<Pause>().AsNoTracking().Where(p => ids.Contains(p.ResidentId) && p.EndedAt == null).ToListAsync(cancellationToken))
            .ToLookup(p => p.ResidentId);
        return all.FindAll(m => agreed.ContainsKey(m.Resident.Id) && !away[m.Resident.Id].Any(p => p.Covers(m.Person.Zone.DayOf(now).Date)));
    }

    // One alone is no chain, and after an outage of hours it is too late for a good morning.
    private static List<RingTurn> Begin(AssistantDb db, GreetingRing ring, DateOnly date, List<Member> members, DateTimeOffset now)
    {
        if (members.Count < 2 || now < ring.BeginsOn(date) || now >= ring.BeginsOn(date) + GreetingRing.LongestRound)
        {
            return [];
        }

        List<RingTurn> round = [.. members.Select((member, place) => new RingTurn
        {
            Id = Guid.CreateVersion7(now), RingId = ring.Id, LocalDate = date, ResidentId = member.Resident.Id, Place = place,
        })];
        db.AddRange(round);
        return round;
    }

    private static async Task GoRoundAsync(
        AssistantDb db, GreetingRing ring, List<RingTurn> round, List<Member> members, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var outbox = new Outbox(db, now);
        Member Of(RingTurn turn) => members.Find(m => m.Resident.Id == turn.ResidentId) ?? throw new UnreachableException();
        string? NameOf(RingTurn? turn) => members.Find(m => m.Resident.Id == turn?.ResidentId)?.Person.Name;
        while (true)
        {
            switch (RingRule.Decide(ring, round, now))
            {
                case RingDecision.Await wait:
                    ring.LookAgain(wait.Until);
                    return;
                case RingDecision.Greet greet:
                    greet.Turn.Greet(now);
                    Say(outbox, greet.Turn, Of(greet.Turn), Greeting(greet, NameOf(greet.From)));
                    break;
                case RingDecision.GoOn late:
                    await BreakAsync(db, late.Turn, Of(late.Turn), now, cancellationToken);
                    break;
                case RingDecision.Close close:
                    if (members.Find(m => m.Resident.Id == close.First?.ResidentId) is { } first && !await IsSaidAsync(db, close, cancellationToken))
                    {
                        outbox.Put(first.Person.Id, RoundKey(close), Closing(close, NameOf(close.Last)), Ground.For(Purpose.CheckIns, first.Resident.Id));
                    }

                    ring.AwaitingRound(now);
                    return;
                default:
                    throw new UnreachableException();
            }
        }
    }

    private static Saying Greeting(RingDecision.Greet greet, string? from) => from is null || greet.From is null
        ? Saying.Of("ring.begin")
        : Saying.Of("ring.greet").Naming(from, Ground.Telling(SharedKind.Request, greet.From.ResidentId));

    private static Saying Closing(RingDecision.Close close, string? last) => last is null || close.Last is null
        ? Saying.Of("ring.round_alone")
        : Saying.Of("ring.round").Naming(last, Ground.Telling(SharedKind.Request, close.Last.ResidentId));

    private static void Say(Outbox outbox, RingTurn turn, Member to, Saying saying) => outbox.Put(
        to.Person.Id, KeyOf(turn), saying.Asking(Question, turn.Id, Choices), Ground.For(Purpose.CheckIns, to.Resident.Id));

    private static string RoundKey(RingDecision.Close close) => $"ring:{close.First?.Id:N}:round";

    private static Task<bool> IsSaidAsync(AssistantDb db, RingDecision.Close close, CancellationToken cancellationToken)
    {
        var key = RoundKey(close);
        return db.Set<OutboundMessage>().AnyAsync(m => m.DedupeKey == key, cancellationToken);
    }

    // Whoever was heard today lives; of her who was not, somebody must know how she is. The chain waits for neither.
    private static async Task BreakAsync(AssistantDb db, RingTurn turn, Member member, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await new Outbox(db, now).WithdrawAsync(KeyOf(turn), cancellationToken);
        var (resident, day) = (member.Resident, member.Person.Zone.DayOf(now));
        if (resident.LastSignOfLifeAt >= day.At(Resident.DayBegins))
        {
            turn.End(RingTurnState.Kept);
            return;
        }

        turn.End(RingTurnState.Broken);
        if (!await db.Set<CheckIn>().AnyAsync(
            c => c.ResidentId == resident.Id && c.State == CheckInState.Expected && c.AskedAt != null, cancellationToken))
        {
            CheckInWatch.AskAtOnce(db, turn, member.Person, (day, Grace), now);
        }
    }
}
