using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Load;

/// <summary>A street of people who all take their pills at eight.</summary>
internal static class Street
{
    /// <summary>Eight in the morning, on everybody's clock.</summary>
    public static readonly DateTimeOffset Eight = new(2026, 3, 10, 7, 0, 0, TimeSpan.Zero);

    /// <summary>So many of them come to live in this house's store.</summary>
    public static Task SettleAsync(IDbContextFactory<AssistantDb> contexts, int count) =>
        SettleAsync(contexts, count, [("metoprolol", new Repeat { TimesOfDay = [new(8, 0)] })]);

    /// <summary>So many of them, who all take these.</summary>
    public static async Task SettleAsync(
        IDbContextFactory<AssistantDb> contexts, int count, IEnumerable<(string Medicine, Repeat Repeat)> medicines)
    {
        var then = Eight.AddDays(-1);
        var home = new Neighbourhood { Id = NeighbourhoodId.New(then), Name = "Lindenhof", Country = "NL" };
        foreach (var some in Enumerable.Range(0, count).Chunk(1000))
        {
            await using var db = await contexts.CreateDbContextAsync();
            if (some[0] == 0)
            {
                db.Add(home);
            }

            db.AddRange(some.SelectMany(i => One(home, i, then, medicines)));
            await db.SaveChangesAsync();
        }
    }

    private static IEnumerable<object> One(
        Neighbourhood home, int number, DateTimeOffset then, IEnumerable<(string Medicine, Repeat Repeat)> medicines)
    {
        var person = new Person
        {
            Id = PersonId.New(then), NeighbourhoodId = home.Id, Name = $"Resident {number}", Language = "nl", TimeZoneId = "Europe/Amsterdam",
        };
        var resident = new Resident { Id = ResidentId.New(then), PersonId = person.Id, NeighbourhoodId = home.Id };
        var regimens = medicines.Select(taken => new Regimen
        {
            Id = Guid.CreateVersion7(then),
            ResidentId = resident.Id,
            Medicine = taken.Medicine,
            Dosages = [new Dosage { Dose = DoseAmount.Of(1, "tablet"), Timing = new Timing { Repeat = taken.Repeat } }],
            From = new DateOnly(2026, 3, 1),
            TellsCircle = false,
        });
        return [person, resident, .. regimens, .. Yes(resident, then)];
    }

    // As many answers as a resident with two contacts gives.
    private static IEnumerable<ConsentGrant> Yes(Resident resident, DateTimeOffset then) =>
        Agreement.Kinds.Select(Agreement.WithOrganiser)
            .Concat([Agreement.Reminders, Agreement.CheckIns, Agreement.Memory])
            .Concat(Agreement.Kinds.Select(kind => Agreement.With(resident.PersonId, kind)))
            .Select(about => new ConsentGrant
            {
                Id = ConsentGrantId.New(then),
                ResidentId = resident.Id,
                Purpose = about.Purpose,
                Kind = about.Kind,
                ContactId = about.Contact,
                Answer = ConsentAnswer.Given,
                AnsweredAt = then,
                Version = "load",
                How = AskedHow.OnPaper,
                By = resident.PersonId,
            });
}
