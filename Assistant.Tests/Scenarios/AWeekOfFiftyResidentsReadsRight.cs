using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Tests.House;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Assistant.Tests.Scenarios;

/// <summary>A rehearsed week: everybody is heard every morning, but for six silences that end in six ways.</summary>
public sealed class AWeekOfFiftyResidentsReadsRight(ITestOutputHelper output)
{
    private const int Residents = 50;
    private const int Days = 7;
    private const string Ask = "concern.ask.missed_check_in";

    // The silent ones have a name; it is they whom the transcript is about.
    private static readonly Dictionary<int, string> Named = new()
    {
        [3] = "mevrouw Aalders", [8] = "meneer Bos", [13] = "mevrouw Cox", [21] = "meneer Dekker", [34] = "mevrouw Evers", [49] = "meneer Faber",
    };

    // Which resident stays silent on which day.
    private static readonly Dictionary<(int Day, int Resident), Ending> Silences = new()
    {
        [(0, 3)] = Ending.SheAnswersLate,
        [(1, 8)] = Ending.TheNeighbourGoes,
        [(2, 13)] = Ending.TheNeighbourCannotAndTheDaughterKnows,
        [(3, 21)] = Ending.AForgottenPromise,
        [(4, 34)] = Ending.TheOrganiserGoes,
        [(6, 49)] = Ending.Nobody,
    };

    private enum Ending
    {
        SheAnswersLate,
        TheNeighbourGoes,
        TheNeighbourCannotAndTheDaughterKnows,
        AForgottenPromise,
        TheOrganiserGoes,
        Nobody,
    }

    [TownFact]
    public async Task Six_silences_come_to_six_ends_and_nobody_else_is_troubled()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-09 08:00");
        for (var i = 0; i < Residents; i++)
        {
            town.Resident(Name(i)).LetsStepsPass().IsAskedAt("09:00").Asks(Neighbour(i), Daughter(i));
        }

        var told = new Transcript(town, [.. Named.Keys.SelectMany(i => new[] { Name(i), Neighbour(i), Daughter(i) }), SmallTown.Organiser]);
        for (var day = 0; day < Days; day++)
        {
            await town.AdvanceToAsync($"2026-03-{9 + day:D2} 08:30");
            await MorningAsync(town, day);
            foreach (var ((_, resident), ending) in Silences.Where(silence => silence.Key.Day == day))
            {
                await town.AdvanceToAsync($"2026-03-{9 + day:D2} 10:00");
                await EndAsync(town, told, resident, ending);
            }
        }

        await town.AdvanceToAsync("2026-03-16 08:00");
        told.Read();
        SourceTree.Approve("week.approved.txt", told.ToString());
        var concerns = await town.ReadAsync(db => db.Set<Concern>().AsNoTracking().OrderBy(c => c.RaisedAt).ToListAsync());
        Assert.Equal(
            [ConcernOutcome.AnsweredHerself, ConcernOutcome.Visited, ConcernOutcome.KnownSafe, ConcernOutcome.Visited, ConcernOutcome.Visited, null],
            concerns.Select(c => c.Outcome));
        Assert.Equal(ConcernState.Exhausted, concerns[^1].State);
        await ReportAsync(town, concerns);
    }

    private static string Name(int resident) => Named.GetValueOrDefault(resident) ?? $"bewoner {resident}";

    private static string Neighbour(int resident) => $"buur {resident}";

    private static string Daughter(int resident) => $"dochter {resident}";

    // Who is heard before nine is not even asked.
    private static async Task MorningAsync(SmallTown town, int day)
    {
        for (var i = 0; i < Residents; i++)
        {
            if (!Silences.ContainsKey((day, i)))
            {
                await town.SpeakAsync(Name(i));
            }
        }
    }

    private static async Task EndAsync(SmallTown town, Transcript told, int resident, Ending ending)
    {
        var (she, neighbour, daughter) = (Name(resident), Neighbour(resident), Daughter(resident));
        town.Phone(she).Expect("checkin.prompt");
        town.Phone(neighbour).Expect(Ask, ("resident", she));
        switch (ending)
        {
            case Ending.SheAnswersLate:
                await town.AdvanceAsync(TimeSpan.FromMinutes(8));
                await told.SayAsync(she);
                town.Phone(neighbour).Expect("concern.circle.over.answered_herself");
                break;
            case Ending.TheNeighbourGoes:
                await told.SayAsync(neighbour, "responder.going");
                await town.AdvanceAsync(TimeSpan.FromMinutes(20));
                await DoneAsync(town, told, neighbour);
                Heard(town, she, "concern.resident.going", "concern.resident.over.visited");
                break;
            case Ending.TheNeighbourCannotAndTheDaughterKnows:
                await told.SayAsync(neighbour, "responder.cannot");
                Heard(town, daughter, Ask);
                await told.SayAsync(daughter, "responder.fine");
                Heard(town, neighbour, "concern.circle.over.known_safe");
                Heard(town, she, "concern.resident.over.known_safe");
                break;
            case Ending.AForgottenPromise:
                await told.SayAsync(neighbour, "responder.going");
                await town.AdvanceAsync(TimeSpan.FromMinutes(45));
                Heard(town, neighbour, "concern.after_promise");
                Heard(town, daughter, Ask);
                await DoneAsync(town, told, daughter);
                Heard(town, neighbour, "concern.circle.over.visited");
                Heard(town, she, "concern.resident.going", "concern.resident.over.visited");
                break;
            case Ending.TheOrganiserGoes:
                await town.AdvanceAsync(TimeSpan.FromMinutes(31));
                Heard(town, daughter, Ask);
                Heard(town, SmallTown.Organiser, Ask);
                await told.SayAsync(SmallTown.Organiser, "responder.going");
                await town.AdvanceAsync(TimeSpan.FromMinutes(15));
                await DoneAsync(town, told, SmallTown.Organiser);
                Heard(town, she, "concern.resident.going", "concern.resident.over.visited");
                Heard(town, neighbour, "concern.circle.going", "concern.circle.over.visited");
                Heard(town, daughter, "concern.circle.going", "concern.circle.over.visited");
                break;
            default:
                await town.AdvanceAsync(TimeSpan.FromHours(2));
                Heard(town, daughter, Ask);
                Heard(town, SmallTown.Organiser, Ask);
                break;
        }

        town.Quiet();
    }

    // By word: "I was there", before anybody asked after it.
    private static Task DoneAsync(SmallTown town, Transcript told, string name) =>
        told.SayAsync(name, "responder.done", town.Phone(name).All.Last(m => m.Key == Ask).Subject);

    private static void Heard(SmallTown town, string name, params IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
        {
            town.Phone(name).Expect(key);
        }
    }

    private async Task ReportAsync(SmallTown town, IReadOnlyList<Concern> concerns)
    {
        var events = await town.ReadAsync(db => db.Set<ConcernEvent>().AsNoTracking().ToListAsync());
        var figures = ConcernFigures.Of(concerns, events, new HashSet<PersonId> { town.Person(SmallTown.Organiser).Id }, Residents);
        output.WriteLine(
            $"{figures.Concerns} worries; taken up within 15/30/45 min: {figures.Within[15]:F0} / {figures.Within[30]:F0} / {figures.Within[45]:F0} %; "
            + $"organiser {figures.OrganiserMinutesPerResident:F2} min a resident");
        Assert.Equal([4 / 6.0, 4 / 6.0, 5 / 6.0], ConcernFigures.Steps.Select(step => figures.Within[step] / 100), (a, b) => Math.Abs(a - b) < 0.001);
        Assert.Equal((15 + (2 * ConcernFigures.OneWord.TotalMinutes)) / Residents, figures.OrganiserMinutesPerResident, 3);
    }
}
