namespace Assistant.Bot.Conversation.Turns;

/// <summary>What a button carries: the intent it stands for, and what it is about.</summary>
/// <remarks>Shape on the wire: <c>medication.taken#0199…</c>. It stays valid as long as its subject does.</remarks>
internal sealed record ChoiceValue(string Intent, Guid? Subject)
{
    public override string ToString() => Subject is { } subject ? $"{Intent}#{subject:N}" : Intent;

    /// <summary>The choice a button carried; null where it is none of ours.</summary>
    public static ChoiceValue? TryParse(string? wire)
    {
        if (string.IsNullOrWhiteSpace(wire) || wire.Length > 200)
        {
            return null;
        }

        var hash = wire.IndexOf('#', StringComparison.Ordinal);
        var intent = hash < 0 ? wire : wire[..hash];
        if (intent.Any(c => c is not '.' and not '_' && !char.IsAsciiLetterLower(c)))
        {
            return null;
        }

        if (hash < 0)
        {
            return new ChoiceValue(intent, null);
        }

        return Guid.TryParseExact(wire[(hash + 1)..], "N", out var subject) ? new ChoiceValue(intent, subject) : null;
    }
}
