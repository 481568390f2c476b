using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Consent;

/// <summary>A copy of all that is kept of somebody, and its erasure.</summary>
public static class PersonalData
{
    private static readonly string[] OurBookkeeping = [nameof(IWaitingRow.Attempt), nameof(IWaitingRow.NextActionAt)];

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Who she is, and whether she is more to us than a resident; null where there is no such resident.</summary>
    public static async Task<DataSubject?> OfAsync(AssistantDb db, ResidentId id, CancellationToken cancellationToken)
    {
        if (await db.Set<Resident>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } resident)
        {
            return null;
        }

        var isMore = await db.Set<CircleMember>().AnyAsync(c => c.PersonId == resident.PersonId, cancellationToken)
            || await db.Set<OrganiserDuty>().AnyAsync(o => o.PersonId == resident.PersonId, cancellationToken);
        return new DataSubject(id, resident.PersonId, isMore);
    }

    /// <summary>All that is kept of her, with the purpose of each part.</summary>
    /// <remarks>
    /// Shape: JSON; per room its tables, per table why it is kept and its rows as they are stored, opened. Moments are
    /// ISO 8601 in UTC. <c>people</c> gives the ids of her circle their names. Source: GDPR art. 15(1) and (3), 20(1).
    /// </remarks>
    public static async Task<JsonObject> CopyAsync(
        AssistantDb db, IEnumerable<IPersonalDataHolder> holders, DataSubject who, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rooms = new JsonArray();
        foreach (var holder in holders)
        {
            var parts = new JsonArray();
            foreach (var rows in holder.Rows)
            {
                var found = await rows.ReadAsync(db, who with { IsMore = false }, cancellationToken);
                parts.Add((JsonNode)new JsonObject
                {
                    ["what"] = rows.Row.Name,
                    ["why"] = rows.Why,
                    ["rows"] = new JsonArray([.. found.Select(row => (JsonNode)Shown(db, row))]),
                });
            }

            rooms.Add((JsonNode)new JsonObject { ["room"] = holder.Room, ["parts"] = parts });
        }

        return new JsonObject
        {
            ["resident"] = $"{who.Resident}", ["madeAt"] = Moment(now), ["people"] = await PeopleAsync(db, who, cancellationToken), ["rooms"] = rooms,
        };
    }

    /// <summary>Erases all of her that may go, within the current transaction.</summary>
    /// <returns>How many rows of each kind; those that stay are not among them.</returns>
    public static async Task<IReadOnlyDictionary<string, int>> EraseAsync(
        AssistantDb db, IEnumerable<IPersonalDataHolder> holders, DataSubject who, CancellationToken cancellationToken)
    {
        var erased = new Dictionary<string, int>();
        foreach (var rows in holders.SelectMany(holder => holder.Rows))
        {
            erased[rows.Row.Name] = await rows.EraseAsync(db, who, cancellationToken);
        }

        return erased;
    }

    private static async Task<JsonArray> PeopleAsync(AssistantDb db, DataSubject who, CancellationToken cancellationToken)
    {
        var circle = db.Set<CircleMember>().Where(c => c.ResidentId == who.Resident).Select(c => c.PersonId);
        var people = await db.Set<Person>().AsNoTracking()
            .Where(p => p.Id == who.Person || circle.Contains(p.Id)).ToListAsync(cancellationToken);
        return [.. people.Select(person => (JsonNode)new JsonObject { ["id"] = $"{person.Id}", ["name"] = person.Name })];
    }

    // What only a key can find again, and what only our own work needs, says nothing of her.
    private static JsonObject Shown(AssistantDb db, object row)
    {
        var shown = new JsonObject();
        foreach (var column in db.Model.FindEntityType(row.GetType())?.GetProperties() ?? [])
        {
            if (!column.IsShadowProperty() && !SealedColumns.IsHashed(column) && !OurBookkeeping.Contains(column.Name)
                && column.GetGetter().GetClrValue(row) is { } value)
            {
                shown[JsonNamingPolicy.CamelCase.ConvertName(column.Name)] = Shown(value);
            }
        }

        return shown;
    }

    private static JsonNode? Shown(object value) => value switch
    {
        DateTimeOffset at => Moment(at),
        Enum or Guid => $"{value}",
        _ => IsId(value.GetType()) ? $"{value}" : JsonSerializer.SerializeToNode(value, value.GetType(), Readable),
    };

    private static bool IsId(Type type) =>
        type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(ITypedId<>));

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
