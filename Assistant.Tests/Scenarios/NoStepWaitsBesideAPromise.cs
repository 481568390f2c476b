using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>Whatever is answered, by whomever, before, in or after the transaction of a step: a promise and a queued next step never stand together.</summary>
public sealed class NoStepWaitsBesideAPromise
{
    private const int Residents = 10;
    private static readonly string[] Words = ["going", "cannot", "fine", "done", "herself", "closed"];
    private static readonly string[] Moments = ["before", "in", "after"];

    /// <param name="Step">Around which step: the end of the grace, or a quarter of an hour or two later.</param>
    /// <param name="Moment">Before, in or after its transaction.</param>
    /// <param name="Word">What is answered.</param>
    /// <param name="By">Who answers: the neighbour, the daughter or the organiser.</param>
    private sealed record Answer(int Step, string Moment, string Word, int By);

    [TownFact]
    public void For_any_answers_around_any_step() => Prop.ForAll(
        (from step in Gen.Choose(0, 2)
         from moment in Gen.Elements(Moments)
         from word in Gen.Elements(Words)
         from who in Gen.Choose(0, 2)
         select new Answer(step, moment, word, who)).ArrayOf(Residents).ToArbitrary(),
        (Func<Answer[], Task>)HoldsAsync).Check(Config.QuickThrowOnFailure.WithMaxTest(Samples).WithReplay(new Replay(new Rnd(17UL, 3UL), null)));

    private static int Samples => Environment.GetEnvironmentVariable("ASSISTANT_SUITE") is "full" ? 20 : 2;

    private static async Task HoldsAsync(Answer[] answers)
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        for (var i = 0; i < Residents; i++)
        {
            town.Resident(Name(i)).LetsStepsPass().IsAskedAt("09:00").Asks(Helper(i, 0), Helper(i, 1));
            town.Phone(Name(i)).LetPass("checkin.prompt");
        }

        await town.AdvanceToAsync("09:30");
        for (var step = 0; step < 3; step++)
        {
            var at = SmallTown.Moment("2026-03-10 10:00").AddMinutes(15 * step);
            town.Clock.MoveTo(at.AddMilliseconds(-1));
            await SayAsync(town, answers, step, "before");
            town.Clock.MoveTo(at);
            await Task.WhenAll(Task.Run(() => StepAsync(town)), Task.Run(() => SayAsync(town, answers, step, "in")));
            await StepAsync(town);
            await NeverBothAsync(town);
            await SayAsync(town, answers, step, "after");
            await NeverBothAsync(town);
        }
    }

    // Nothing is sent, so that what is queued stays to be seen.
    private static async Task StepAsync(SmallTown town)
    {
        await town.Get<IEnumerable<IDueJob>>().OfType<WatchCheckIns>().Single().RunAsync(CancellationToken.None);
        await town.Get<IEnumerable<IDueJob>>().OfType<EscalateConcerns>().Single().RunAsync(CancellationToken.None);
    }

    private static async Task NeverBothAsync(SmallTown town)
    {
        var concerns = await town.ReadAsync(db => db.Set<Concern>().AsNoTracking().ToListAsync());
        var queued = await town.ReadAsync(db => db.Set<OutboundMessage>().AsNoTracking()
            .Where(m => m.State == MessageState.Queued && m.NextActionAt != null).Select(m => m.DedupeKey).ToListAsync());
        foreach (var concern in concerns)
        {
            var steps = queued.Where(key => key.StartsWith($"concern:{concern.Id}:ask:", StringComparison.Ordinal) && !key.Contains(":promise:", StringComparison.Ordinal));
            if (concern.State is ConcernState.Acknowledged or ConcernState.Resolved)
            {
                Assert.Empty(steps);
            }
        }
    }

    private static async Task SayAsync(SmallTown town, Answer[] answers, int step, string moment)
    {
        foreach (var (index, answer) in answers.Index().Where(one => one.Item.Step == step && one.Item.Moment == moment))
        {
            await (answer.Word is "herself" ? town.SpeakAsync(Name(index)) : RespondAsync(town, index, answer));
        }
    }

    private static Task<bool> RespondAsync(SmallTown town, int index, Answer answer) => town.InOneTransactionAsync(async db =>
    {
        var about = town.Person(Name(index)).Id;
        var by = town.Person(answer.By == 2 ? SmallTown.Organiser : Helper(index, answer.By)).Id;
        if (await db.Set<Concern>().SingleOrDefaultAsync(c => db.Set<Resident>().Any(r => r.Id == c.ResidentId && r.PersonId == about)) is not { } concern)
        {
            return false;
        }

        var book = new ConcernBook(db, town.Now);
        return answer.Word switch
        {
            "going" => await book.AcknowledgeAsync(concern, by, CancellationToken.None) is ConcernAnswer.Noted,
            "cannot" => book.Decline(concern, by) is ConcernAnswer.Noted,
            "fine" => await book.ResolveAsync(concern, ConcernOutcome.KnownSafe, by, CancellationToken.None) is ConcernAnswer.Noted,
            "done" => await book.ResolveAsync(concern, ConcernOutcome.Visited, by, CancellationToken.None) is ConcernAnswer.Noted,
            _ => await book.ResolveAsync(concern, ConcernOutcome.ClosedByOrganiser, by, CancellationToken.None) is ConcernAnswer.Noted,
        };
    });

    private static string Name(int index) => $"mevrouw {(char)('A' + index)}";

    private static string Helper(int index, int place) => $"{(place == 0 ? "buurvrouw" : "dochter")} {(char)('A' + index)}";
}
