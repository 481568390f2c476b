using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store.Secrets;

namespace Assistant.Bot.Channels.Email;

/// <summary>An answer that is given by opening a link.</summary>
internal sealed record LinkedAnswer(ContactPointId Point, ChoiceValue Choice);

/// <summary>Makes and reads the links by which a mail is answered. Whoever holds one may give that one answer, and nothing else.</summary>
/// <remarks>Shape: base64url of place, day and choice, a point, HMAC-SHA-256 of it. Links of another week are not heard any more.</remarks>
internal sealed class AnswerLinks(KeyRing ring, PublicAddress address, TimeProvider clock)
{
    /// <summary>How long a link answers. Default 7 days; what it is about is over sooner in most cases. (choice)</summary>
    public const int Days = 7;

    /// <summary>The link of this answer; null where this program has no public name.</summary>
    public Uri? To(ContactPointId point, string choice)
    {
        var words = $"{point.Value:N}.{Today}.{choice}";
        return address.Of($"answer/{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(words))}.{Seal(words)}");
    }

    /// <summary>The answer of a link; null where it is none of ours, or too old.</summary>
    public LinkedAnswer? Read(string token)
    {
        var parts = token.Split('.');
        if (parts is not [var encoded, var shown] || encoded.Length > 400 || !Base64Url.IsValid(encoded))
        {
            return null;
        }

        var words = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(encoded));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Seal(words)), Encoding.UTF8.GetBytes(shown))
            && words.Split('.', 3) is [var point, var day, var choice]
            && int.Parse(day, System.Globalization.CultureInfo.InvariantCulture) + Days > Today
            && ChoiceValue.TryParse(choice) is { } value
                ? new LinkedAnswer(ContactPointId.From(Guid.ParseExact(point, "N")), value)
                : null;
    }

    private int Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber;

    private string Seal(string words) => ring.Hash($"answer-link:{words}");
}
