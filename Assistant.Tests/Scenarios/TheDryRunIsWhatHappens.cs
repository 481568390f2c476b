using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Tests.Town;

namespace Assistant.Tests.Scenarios;

/// <summary>What the page of a ladder says would happen if she stayed silent is what does happen when she stays silent.</summary>
public sealed class TheDryRunIsWhatHappens
{
    private const string Jansen = "mevrouw Jansen";

    [TownTheory]
    [InlineData("09:00")]
    [InlineData("21:30")]
    public async Task Person_for_person_and_minute_for_minute(string askedAt)
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        var jansen = town.Sleeps("Ria", "22:00", "07:00").Resident(Jansen).LetsStepsPass().IsAskedAt(askedAt).HasPolicy(
            ConcernKind.MissedCheckIn,
            TimeSpan.FromMinutes(10),
            ("Els", new EscalationStep(null, TimeSpan.FromMinutes(7)) { Times = 2, Means = Means.Text }),
            ("Ria", new EscalationStep(null, TimeSpan.FromMinutes(15))),
            ("Bram", new EscalationStep(null, TimeSpan.FromMinutes(20))));
        town.Phone(Jansen).LetPass("checkin.prompt");
        var worry = new ConcernOf(jansen.Id, ConcernKind.MissedCheckIn);
        var raisedAt = SmallTown.Moment($"2026-03-10 {askedAt}").AddHours(1);
        var ladders = await town.ReadAsync(db => LadderReader.ReadAsync(db, [worry], town.Now, CancellationToken.None));
        var foretold = LadderForecast.IfNobodyAnswers(worry, ladders[worry], raisedAt);

        await town.AdvanceToAsync("2026-03-11 07:30");

        string[] people = ["Els", "Ria", "Bram", SmallTown.Organiser];
        var happened = people.SelectMany(name => town.Phone(name).All.Select(m => $"{m.At} {name}")).Order(StringComparer.Ordinal);
        var expected = foretold.Where(step => step.Rung is not null)
            .Select(step => $"{SmallTown.Zone.LocalOf(step.At):ddd HH:mm:ss} {people.Single(name => town.Person(name).Id == step.Rung?.Responder.PersonId)}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), happened);
        Assert.Null(foretold[^1].Rung);
        Assert.Equal(askedAt == "09:00", happened.Any(line => line.EndsWith("Ria", StringComparison.Ordinal)));
        people.ToList().ForEach(name => town.Phone(name).ExpectAnything());
    }
}
