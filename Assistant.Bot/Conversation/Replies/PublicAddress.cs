namespace Assistant.Bot.Conversation.Replies;

/// <summary>By which address people outside reach this program; none unless <c>PublicUrl</c> is configured.</summary>
internal sealed record PublicAddress(Uri? Root)
{
    public const string Key = "PublicUrl";

    /// <summary>An address of ours; null where we have none.</summary>
    public Uri? Of(string path) => Root is { } root ? new Uri(root, path) : null;
}
