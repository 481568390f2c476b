using System.Globalization;
using System.Text.RegularExpressions;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Conversation.Replies;

/// <summary>Puts a message into words: the person's language, her clock, and not the same sentence every day.</summary>
/// <remarks>
/// In a phrase <c>{name}</c> is a value. <c>{at:time}</c> is a moment on the reader's clock, <c>{at:date}</c> its date.
/// A value that begins with <c>=</c> is itself a key of the phrases. <c>{me}</c> is the reader's name.
/// </remarks>
internal sealed partial class Wording(SayBook book)
{
    public RenderedMessage Render(OutboundMessage message, Person to)
    {
        var page = book.In(to.Language);
        var phrase = Choose(page, message);
        return new RenderedMessage
        {
            Id = message.Id,
            Text = Fill(phrase.Text, message.Saying, page, to, spoken: false),
            Speak = Fill(phrase.Speak ?? phrase.Text, message.Saying, page, to, spoken: true),
            Language = to.Language,
            Choices = [.. message.Saying.Choices.Select(choice => new RenderedChoice(
                page.Choices.GetValueOrDefault(choice) ?? throw Missing(choice, to),
                new ChoiceValue(choice, message.Saying.Subject).ToString()))],
            AwaitsAnswer = message.Saying.Question is not null,
        };
    }

    // The variant follows from the message's id, so that a repeat of the same message has the same words.
    private static Phrase Choose(SayPage page, OutboundMessage message)
    {
        var variants = page.Says.GetValueOrDefault(message.Saying.Key)
            ?? throw new InvalidOperationException($"No phrase says '{message.Saying.Key}'.");
        return variants[message.Id.Value.ToByteArray()[15] % variants.Count];
    }

    private static string Fill(string phrase, Saying saying, SayPage page, Person to, bool spoken) =>
        Slot().Replace(phrase, match => Value(match.Groups[1].Value, match.Groups[2].Value, (saying, page, to, spoken)));

    private static string Value(string name, string form, (Saying Saying, SayPage Page, Person To, bool Spoken) context)
    {
        if (name == "me")
        {
            return context.To.Name;
        }

        var value = context.Saying.Values.GetValueOrDefault(name)
            ?? throw new InvalidOperationException($"'{context.Saying.Key}' has no value '{name}'.");
        if (value.StartsWith('='))
        {
            var inner = context.Page.Says.GetValueOrDefault(value[1..])?[0] ?? throw Missing(value, context.To);
            return Fill(context.Spoken ? inner.Speak ?? inner.Text : inner.Text, context.Saying, context.Page, context.To, context.Spoken);
        }

        return form is "" ? value : Moment(value, form, context.To);
    }

    private static string Moment(string value, string form, Person to)
    {
        var local = to.Zone.LocalOf(DateTimeOffset.Parse(value, CultureInfo.InvariantCulture));
        return form is "date" ? local.ToString("d-M", CultureInfo.InvariantCulture) : local.ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    private static InvalidOperationException Missing(string key, Person to) => new($"No phrase in {to.Language} says '{key}'.");

    [GeneratedRegex(@"\{(\w+)(?::(\w+))?\}", RegexOptions.NonBacktracking)]
    private static partial Regex Slot();
}
