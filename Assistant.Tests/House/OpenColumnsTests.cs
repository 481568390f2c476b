using Assistant.Scheduling.Store.Secrets;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Assistant.Tests.House;

/// <summary>Words lie sealed or hashed, or stand here with the reason why they may be read by whoever copies the store.</summary>
public sealed class OpenColumnsTests
{
    private const string Ours = "a word of ours: a kind, a key or the name of a class";
    private const string Made = "an id that we made";
    private const string Seal = "a seal";
    private const string When = "a recurrence or hours, about nobody by name";

    private static readonly Dictionary<string, string> Open = new()
    {
        ["AccessEntries.Hash"] = Seal,
        ["AccessEntries.Node"] = "a machine",
        ["AccessEntries.Part"] = Ours,
        ["AccessEntries.Route"] = Ours,
        ["AccessHeads.BaseHash"] = Seal,
        ["AccessHeads.Hash"] = Seal,
        ["AccessHeads.Seal"] = Seal,
        ["AccessWaiting.Node"] = "a machine",
        ["AccessWaiting.Note"] = "ids and kinds, as in AccessEntries",
        ["CalendarEntries.ChangedDates"] = When,
        ["CalendarEntries.Content"] = Seal,
        ["CalendarEntries.KeyHash"] = Seal,
        ["CalendarEntries.UidHash"] = Seal,
        ["CalendarFeeds.TokenHash"] = Seal,
        ["ChatActivities.ClientKey"] = "a number that the page draws",
        ["ChatActivities.ConversationId"] = Made,
        ["ChatConversations.Id"] = Made,
        ["Appointments.Rule"] = When,
        ["Appointments.Zone"] = "a zone",
        ["CheckInSchedules.Rule"] = When,
        ["CircleMembers.Relation"] = "a key of the phrase files, such as daughter",
        ["Concerns.Cause"] = Made,
        ["ConsentGrants.Version"] = Ours,
        ["ContactPoints.AddressHash"] = Seal,
        ["ContactPoints.Channel"] = Ours,
        ["DayChanges.BeforeRule"] = When,
        ["DayChanges.Source"] = Made,
        ["DoseRecords.Channel"] = Ours,
        ["DutyRotations.People"] = "ids",
        ["DutyRotations.TimeZoneId"] = "a zone",
        ["EscalationPolicies.Steps"] = "ids and minutes",
        ["FormKeys.Name"] = Made,
        ["GreetingRings.TimeZoneId"] = "a zone",
        ["InboxMessages.Channel"] = Ours,
        ["Initiatives.Rule"] = When,
        ["Intakes.Channel"] = Ours,
        ["JobRuns.Name"] = Ours,
        ["Neighbourhoods.Country"] = "public",
        ["Neighbourhoods.GpAfterHours"] = "public",
        ["Neighbourhoods.Name"] = "public",
        ["OccurrenceOverrides.Source"] = Made,
        ["OpenQuestions.Key"] = Ours,
        ["OutboundMessages.DedupeKey"] = "ids that we made, and words of ours",
        ["ContactPoints.Fault"] = Ours,
        ["OutboundMessages.Fault"] = Ours,
        ["PairingCodes.CodeHash"] = Seal,
        ["People.Language"] = "a language",
        ["People.TimeZoneId"] = "a zone",
        ["PlanItems.Choices"] = Ours,
        ["PlanItems.Question"] = Ours,
        ["PlanItems.Slot"] = When,
        ["PlanItems.Source"] = Made,
        ["RegimenChanges.ZoneBefore"] = "a zone",
        ["Regimens.TimeZoneId"] = "a zone",
        ["ResidentHours.Hours"] = When,
        ["Routines.Rule"] = When,
        ["SealingKeys.HashProof"] = Seal,
        ["SealingKeys.Id"] = "the name of a key",
        ["SealingKeys.Proof"] = Seal,
        ["SetAsideRows.Fault"] = Ours,
        ["SetAsideRows.Table"] = Ours,
    };

    [Fact]
    public async Task Every_column_of_words_is_closed_or_has_its_reason_to_be_open()
    {
        using var file = await TownFile.CopyAsync();
        await using var db = await file.Contexts().CreateDbContextAsync();

        var words = db.Model.GetEntityTypes().SelectMany(table => table.GetProperties())
            .Where(IsWords).Where(column => !SealedColumns.IsClosed(column))
            .Select(column => $"{column.DeclaringType.GetTableName()}.{column.GetColumnName()}").ToList();

        Assert.Equal(Open.Keys.Order(StringComparer.Ordinal), words.Order(StringComparer.Ordinal));
    }

    // An enum is stored by its name; nobody's words.
    private static bool IsWords(IReadOnlyProperty column) =>
        !(Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType).IsEnum
        && (column.GetValueConverter()?.ProviderClrType ?? column.ClrType) is var stored
        && (stored == typeof(string) || stored == typeof(byte[]));
}
