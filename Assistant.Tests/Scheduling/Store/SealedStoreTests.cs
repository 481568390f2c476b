using Assistant.Bot.Channels.WebChat;
using Assistant.Bot.Conversation.Turns;
using Assistant.Bot.Hosting.Secrets;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Initiatives;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scheduling.Store;

public sealed class SealedStoreTests : IDisposable
{
    private static readonly DateTimeOffset Now = SmallTown.Moment("2026-03-10 07:00");
    private readonly TownStore store = TownStore.Open();

    [TownFact]
    public async Task Every_column_with_words_about_people_is_sealed_and_no_other()
    {
        await using var db = await store.Contexts().CreateDbContextAsync();

        var sealedOnes = db.Model.GetEntityTypes().SelectMany(SealedColumns.Of)
            .Select(column => $"{column.DeclaringType.ClrType.Name}.{column.Name}").Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                $"{nameof(Appointment)}.{nameof(Appointment.Place)}", $"{nameof(Appointment)}.{nameof(Appointment.Title)}",
                $"{nameof(Birthday)}.{nameof(Birthday.Name)}", $"{nameof(CalendarProposal)}.Content", $"{nameof(CalendarProposal)}.FileName", $"{nameof(ChatActivity)}.Json", $"{nameof(ContactPoint)}.Address", $"{nameof(ContactPoint)}.Reference", $"{nameof(DoseRecord)}.{nameof(DoseRecord.Reason)}",
                $"{nameof(FormKey)}.Xml",
                $"{nameof(InboxMessage)}.Utterance", $"{nameof(Initiative)}.Place", $"{nameof(Initiative)}.Title",
                $"{nameof(MedicationProposal)}.{nameof(MedicationProposal.FileName)}", $"{nameof(OtherCalendar)}.Address", $"{nameof(OtherCalendar)}.Name", $"{nameof(OtherCalendar)}.Tag",
                $"{nameof(OutboundMessage)}.Saying", $"{nameof(OutboundMessage)}.Text",
                $"{nameof(Person)}.Name", $"{nameof(PlanItem)}.Title", $"{nameof(ProposalLine)}.{nameof(ProposalLine.Content)}",
                $"{nameof(Regimen)}.{nameof(Regimen.Codes)}", $"{nameof(Regimen)}.Dosages", $"{nameof(Regimen)}.Medicine",
                $"{nameof(Resident)}.WayIn", $"{nameof(Routine)}.Steps", $"{nameof(Routine)}.Title",
            ],
            sealedOnes);
    }

    [TownFact]
    public async Task What_was_only_read_is_not_written_again()
    {
        var contexts = store.Contexts();
        var to = new Person { Id = PersonId.New(Now), Name = "mevrouw Jansen", Language = "nl", TimeZoneId = SmallTown.ZoneId };
        await using (var first = await contexts.CreateDbContextAsync())
        {
            first.AddRange(to, Message(to.Id, "a"));
            await first.SaveChangesAsync();
        }

        await using var db = await contexts.CreateDbContextAsync();
        await db.Set<Person>().LoadAsync();
        await db.Set<OutboundMessage>().LoadAsync();
        db.ChangeTracker.DetectChanges();

        Assert.False(db.ChangeTracker.HasChanges());
    }

    [TownFact]
    public async Task Rows_of_one_prepared_statement_are_all_sealed()
    {
        await using var db = await store.Contexts().CreateDbContextAsync();
        var to = new Person { Id = PersonId.New(Now), Name = "mevrouw Jansen", Language = "nl", TimeZoneId = SmallTown.ZoneId };
        db.Add(to);
        await db.SaveChangesAsync();

        await PreparedRows.InsertAsync(db, [Message(to.Id, "a"), Message(to.Id, "b"), Message(to.Id, "c")], CancellationToken.None);

        var stored = await db.Database.SqlQueryRaw<string>("SELECT \"Saying\" AS \"Value\" FROM \"OutboundMessages\"").ToListAsync();
        Assert.Equal(3, stored.Count);
        Assert.All(stored, value => Assert.Equal(TownFile.Ring.ActiveId, SealedText.KeyOf(value)));
        Assert.Equal(3, stored.Distinct().Count());
        Assert.Equal(
            ["metoprolol", "metoprolol", "metoprolol"],
            (await db.Set<OutboundMessage>().AsNoTracking().ToListAsync()).Select(m => m.Saying.Values["medicine"]));
    }

    [TownFact]
    public async Task An_address_is_found_by_its_channel_and_itself_only()
    {
        await using var db = await store.Contexts().CreateDbContextAsync();
        db.Add(new ContactPoint { Id = ContactPointId.New(Now), Channel = "whatsapp", Address = "31612345678" });
        await db.SaveChangesAsync();

        Assert.NotNull(await ContactPoints.At(db, "whatsapp", "31612345678").SingleOrDefaultAsync());
        Assert.Null(await ContactPoints.At(db, "whatsapp", "31612345679").SingleOrDefaultAsync());
        Assert.Null(await ContactPoints.At(db, "webchat", "31612345678").SingleOrDefaultAsync());
    }

    [TownFact]
    public async Task Who_moved_is_found_by_the_new_address_only()
    {
        await using var db = await store.Contexts().CreateDbContextAsync();
        var point = new ContactPoint { Id = ContactPointId.New(Now), Channel = "whatsapp", Address = "31612345678" };
        db.Add(point);
        await db.SaveChangesAsync();

        await ContactPoints.MoveAsync(db, point, "NL.42", CancellationToken.None);

        Assert.Equal("NL.42", (await ContactPoints.AtAnyOf(db, "whatsapp", ["31612345678", "NL.42"]).AsNoTracking().SingleAsync()).Address);
        Assert.False(await ContactPoints.At(db, "whatsapp", "31612345678").AnyAsync());
        var stored = await db.Database.SqlQueryRaw<string>("SELECT \"Address\" AS \"Value\" FROM \"ContactPoints\"").SingleAsync();
        Assert.Equal(TownFile.Ring.ActiveId, SealedText.KeyOf(stored));
    }

    [TownFact]
    public async Task One_address_of_a_channel_is_stored_once()
    {
        await using var db = await store.Contexts().CreateDbContextAsync();
        db.Add(new ContactPoint { Id = ContactPointId.New(Now), Channel = "whatsapp", Address = "31612345678" });
        db.Add(new ContactPoint { Id = ContactPointId.New(Now), Channel = "whatsapp", Address = "31612345678" });

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    public void Dispose() => store.Dispose();

    private static OutboundMessage Message(PersonId to, string key) => new OutboundMessage
    {
        Id = MessageId.New(Now),
        To = to,
        DedupeKey = key,
        Ground = Ground.Nobody,
        Saying = Saying.Of("medication.prompt").With("medicine", "metoprolol"),
        CreatedAt = Now,
        ValidUntil = Now + Outbox.DefaultValidity,
    }.Due(Now);
}
