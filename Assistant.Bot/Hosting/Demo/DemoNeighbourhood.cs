using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Hosting.Demo;

/// <summary>Fills an empty store with a small neighbourhood: three residents, a daughter, a neighbour, an organiser.</summary>
internal static class DemoNeighbourhood
{
    /// <summary>Writes everybody with their plans; the days themselves are planned by the product.</summary>
    public static async Task SettleAsync(
        IDbContextFactory<AssistantDb> contexts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Add(new Neighbourhood { Id = DemoPeople.Linden, Name = "De Linden", Country = "NL", GpAfterHours = "088 000 00 00", Latitude = 52.09, Longitude = 5.12 });
        db.AddRange(
            Person(DemoPeople.Jansen, "mevrouw Jansen"),
            Person(DemoPeople.Bakker, "meneer Bakker"),
            Person(DemoPeople.Peeters, "mevrouw Peeters", "nl-BE"),
            Person(DemoPeople.Els, "Els"),
            Person(DemoPeople.Ria, "Ria"),
            Person(DemoPeople.Marijke, "Marijke"));
        db.AddRange(
            Lives(DemoPeople.JansenLives, DemoPeople.Jansen, "Sleutel bij Ria, nummer 14."),
            Lives(DemoPeople.BakkerLives, DemoPeople.Bakker, "Sleutelkastje naast de deur."),
            Lives(DemoPeople.PeetersLives, DemoPeople.Peeters, null));
        db.AddRange(
            InCircle(DemoPeople.JansenLives, DemoPeople.Ria, "neighbour", now, holdsKey: true),
            InCircle(DemoPeople.JansenLives, DemoPeople.Els, "daughter", now),
            InCircle(DemoPeople.BakkerLives, DemoPeople.Ria, "neighbour", now));
        db.Add(new OrganiserDuty { NeighbourhoodId = DemoPeople.Linden, PersonId = DemoPeople.Marijke });
        await db.SaveChangesAsync(cancellationToken);
        Reach(db, now, DemoPeople.Jansen, DemoPeople.Bakker, DemoPeople.Peeters, DemoPeople.Els, DemoPeople.Ria, DemoPeople.Marijke);
        DemoDays.Plan(db, HomeDay(now));
        await AgreeAsync(db, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    // On paper, with Marijke: all three to the whole service, and to telling their circle all but their medicines and their day.
    // Meneer Bakker lets Marijke keep his list of medicines as well.
    private static async Task AgreeAsync(AssistantDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var asked = new AskedAs("paper-1", AskedHow.OnPaper, DemoPeople.Marijke);
        var book = new ConsentBook(db, now);
        SharedKind[] kinds = [SharedKind.Silence, SharedKind.Doses, SharedKind.Worry, SharedKind.Course, SharedKind.WayIn];
        Agreement[] service = [Agreement.Reminders, Agreement.CheckIns, Agreement.Memory, Agreement.WithOrganiser(SharedKind.DayPlan)];
        foreach (var (resident, circle) in DemoPeople.Circles)
        {
            Agreement[] sharing =
            [
                .. kinds.Select(Agreement.WithOrganiser),
                .. circle.SelectMany(contact => kinds.Select(kind => Agreement.With(contact, kind))),
            ];
            Agreement[] medicines = resident == DemoPeople.BakkerLives ? [Agreement.WithOrganiser(SharedKind.Medicines)] : [];
            await book.AnswerAsync(resident, [.. service, .. sharing, .. medicines], ConsentAnswer.Given, asked, cancellationToken);
        }
    }

    private static DateOnly HomeDay(DateTimeOffset now) =>
        Scheduling.Calendar.HomeTimeZone.Of(DemoPeople.Zone).DayOf(now).Date;

    private static Person Person(PersonId id, string name, string language = "nl") => new()
    {
        Id = id,
        NeighbourhoodId = DemoPeople.Linden,
        Name = name,
        Language = language,
        TimeZoneId = DemoPeople.Zone,
        QuietFrom = new TimeOnly(22, 30),
        QuietUntil = new TimeOnly(7, 0),
    };

    private static Resident Lives(ResidentId id, PersonId person, string? wayIn) =>
        new() { Id = id, PersonId = person, NeighbourhoodId = DemoPeople.Linden, WayIn = wayIn };

    private static CircleMember InCircle(
        ResidentId resident, PersonId person, string relation, DateTimeOffset now, bool holdsKey = false) => new()
        {
            ResidentId = resident, PersonId = person, Relation = relation, HoldsKey = holdsKey, AcceptedAt = now,
        };

    private static void Reach(AssistantDb db, DateTimeOffset now, params PersonId[] people)
    {
        foreach (var person in people)
        {
            var page = new ContactPoint { Id = ContactPointId.New(now), Channel = "webchat", Address = person.Value.ToString("N") };
            db.AddRange(page, new Reachability { PersonId = person, ContactPointId = page.Id });
        }
    }
}
