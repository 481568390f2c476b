using System.Globalization;
using System.Text;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Conversation.Replies;

/// <summary>Puts a message into words: the reader's language, her clock, and not the same sentence every day.</summary>
/// <remarks>
/// In a phrase <c>{name}</c> is a value and <c>{name:form}</c> a value in a form: <c>time hour date day weekday year</c> of a moment
/// on the reader's clock, <c>number</c>, <c>digits</c> of a telephone number, <c>list</c> and <c>lines</c> of several,
/// or a noun that is counted. A value after <c>=</c> is itself a saying. <c>{me}</c> is the reader's name,
/// <c>{hello}</c> the greeting of the hour. The value <see cref="Opening"/> goes before everything.
/// </remarks>
internal sealed class Wording(SayBook book)
{
    /// <summary>The value that is said first, whatever the phrase.</summary>
    public const string Opening = Saying.Opening;

    /// <summary>The most a button shows. Source: WhatsApp Cloud API, reply buttons.</summary>
    public const int MostOnAButton = 20;

    // Who hears it, when, and which of the variants it is.
    private sealed record Ear(SayPage Page, Saying Outer, Person To, bool Spoken)
    {
        public required DateTime Local { get; init; }

        public required int Turn { get; init; }
    }

    /// <summary>The message in words; the same message always in the same words.</summary>
    /// <exception cref="InvalidOperationException">A phrase, a label or a value is missing; says which.</exception>
    public RenderedMessage Render(OutboundMessage message, Person to) => Render(message, message.Saying, to);

    /// <summary>The message in words, put in this manner.</summary>
    public RenderedMessage Render(OutboundMessage message, Saying saying, Person to)
    {
        var local = to.Zone.LocalOf(message.CreatedAt);
        var eye = new Ear(book.In(to.Language), saying, to, Spoken: false) { Local = local, Turn = TurnOf(message, local) };
        return new RenderedMessage
        {
            Id = message.Id,
            Text = Whole(saying, eye),
            Speak = Whole(saying, eye with { Spoken = true }),
            Language = to.Language,
            Choices = [.. saying.Choices.Select(choice => Choice(choice, eye))],
            AwaitsAnswer = saying.Question is not null,
        };
    }

    /// <summary>The buttons of a saying alone, as this person saw them.</summary>
    public IReadOnlyList<RenderedChoice> Buttons(Saying saying, Person to, DateTimeOffset at)
    {
        var ear = new Ear(book.In(to.Language), saying, to, Spoken: false) { Local = to.Zone.LocalOf(at), Turn = 0 };
        return [.. saying.Choices.Select(choice => Choice(choice, ear))];
    }

    /// <summary>What a call says before and after a message to her.</summary>
    public CallWords Call(IReadOnlyList<RenderedChoice> choices, Person to, DateTimeOffset at)
    {
        var ear = new Ear(book.In(to.Language), Saying.Of("call.confirm"), to, Spoken: true) { Local = to.Zone.LocalOf(at), Turn = 0 };
        return new CallWords(
            Whole(ear.Outer, ear),
            [.. choices.Select((choice, index) => Whole(Saying.Of("call.key").With("key", $"{index + 1}").With("title", choice.Title), ear))]);
    }

    private static RenderedChoice Choice(string choice, Ear ear)
    {
        var own = OwnChoice.TryParse(choice);
        var label = own is not null ? Show(own.Label, "", ear)
            : ear.Page.Choices.GetValueOrDefault(choice) ?? throw new InvalidOperationException($"No button shows '{choice}'.");
        var value = own?.Value ?? new ChoiceValue(choice, ear.Outer.Subject);
        var title = Template.Tidy(label);
        return new RenderedChoice(title.Length > MostOnAButton ? title[..(MostOnAButton - 1)] + "…" : title, value.ToString());
    }

    private static string Whole(Saying saying, Ear ear)
    {
        var opening = saying.Values.TryGetValue(Opening, out var value) ? Show(value, "", ear) + " " : "";
        return Template.Tidy(opening + Say(saying, ear));
    }

    private static string Say(Saying saying, Ear ear)
    {
        var variants = Phrases(ear.Page, saying.Key);
        var phrase = variants[ear.Turn % variants.Count];
        var words = new StringBuilder();
        foreach (var piece in ear.Spoken ? phrase.Ear : phrase.Eye)
        {
            words.Append(piece.Name switch
            {
                null => piece.Words,
                "me" => ear.To.Name,
                "hello" => Say(Saying.Of($"hello.{PartOfDay(ear.Local.Hour)}"), ear),
                var name => Show(ValueOf(saying, name, ear), piece.Form, ear),
            });
        }

        return words.ToString();
    }

    // What speaks by itself turns with the days and the quarters, so that neither today's second question nor
    // tomorrow's first has the words of the last one. An answer turns with its id: talks have no clock.
    private static int TurnOf(OutboundMessage message, DateTime local) =>
        message.DedupeKey.StartsWith(Turn.ReplyKey, StringComparison.Ordinal)
            ? message.Id.Value.ToByteArray()[15]
            : DateOnly.FromDateTime(local).DayNumber + (local.Hour * 4) + (local.Minute / 15);

    private static string Show(string value, string form, Ear ear)
    {
        return form switch
        {
            "" or "list" => ear.Page.Forms.List(Parts(value, ear)),
            "lines" => string.Join(ear.Spoken ? " " : "\n", Parts(value, ear)),
            "number" => ear.Page.Forms.Number(Whole(value), ear.Spoken),
            "digits" => ear.Page.Forms.Digits(value, ear.Spoken),
            "time" or "hour" or "date" or "day" or "weekday" or "year" => Moment(value, form, ear),
            _ => ear.Page.Forms.Count(Whole(value), form, ear.Spoken),
        };
    }

    private static List<string> Parts(string value, Ear ear) =>
        [.. value.Split('\n').Select(part => InnerSaying.Read(part) is { } inner ? Say(inner, ear) : part)];

    private static string Moment(string value, string form, Ear ear)
    {
        var local = ear.To.Zone.LocalOf(DateTimeOffset.Parse(value, CultureInfo.InvariantCulture));
        var forms = ear.Page.Forms;
        return form switch
        {
            "time" => forms.Time(local, ear.Spoken),
            "hour" => forms.Hour(local, ear.Spoken),
            "year" => forms.Year(local.Year, ear.Spoken),
            "weekday" => forms.Weekday(DateOnly.FromDateTime(local)),
            "date" => forms.Date(DateOnly.FromDateTime(local), ear.Spoken),
            _ => forms.Day(DateOnly.FromDateTime(local), DateOnly.FromDateTime(ear.Local), ear.Spoken),
        };
    }

    // A saying within another one knows all that the other knows.
    private static string ValueOf(Saying saying, string name, Ear ear) =>
        saying.Values.GetValueOrDefault(name) ?? ear.Outer.Values.GetValueOrDefault(name)
        ?? throw new InvalidOperationException($"'{saying.Key}' has no value '{name}'.");

    private static IReadOnlyList<Phrase> Phrases(SayPage page, string key) => page.Says.GetValueOrDefault(key)
        ?? throw new InvalidOperationException($"No phrase says '{key}'.");

    private static int Whole(string value) => int.Parse(value, CultureInfo.InvariantCulture);

    private static string PartOfDay(int hour) => hour switch
    {
        >= 5 and < 12 => "morning",
        >= 12 and < 18 => "afternoon",
        >= 18 and < 23 => "evening",
        _ => "night",
    };
}
