using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Dashboard.Consents;

/// <summary>An agreement as a form carries it: <c>Reminders</c>, <c>SharingWithOrganiser.Doses</c>, <c>SharingWithContact.Doses.0199…</c>.</summary>
internal static class AgreementKey
{
    public static string Of(Agreement about) =>
        string.Join('.', new[] { $"{about.Purpose}", about.Kind?.ToString(), about.Contact?.Value.ToString("N") }.OfType<string>());

    /// <summary>What it says; null where it is none of ours.</summary>
    public static Agreement? TryParse(string key)
    {
        var parts = key.Split('.');
        if (!Enum.TryParse<Purpose>(parts[0], out var purpose))
        {
            return null;
        }

        SharedKind? kind = parts.Length > 1 && Enum.TryParse<SharedKind>(parts[1], out var named) ? named : null;
        PersonId? contact = parts.Length > 2 && Guid.TryParseExact(parts[2], "N", out var person) ? PersonId.From(person) : null;
        return (purpose, kind, contact) switch
        {
            (Purpose.SharingWithContact, { } shared, { } who) when Agreement.Kinds.Contains(shared) => Agreement.With(who, shared),
            (Purpose.SharingWithOrganiser, { } shared, null) when Agreement.Kinds.Contains(shared) => Agreement.WithOrganiser(shared),
            (Purpose.Reminders or Purpose.CheckIns or Purpose.CompanionshipMemory, null, null) => new Agreement(purpose),
            _ => null,
        };
    }
}
