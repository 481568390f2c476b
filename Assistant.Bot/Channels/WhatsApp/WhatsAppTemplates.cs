using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;

namespace Assistant.Bot.Channels.WhatsApp;

/// <summary>The names under which our templates are approved, all of the category utility.</summary>
/// <remarks>
/// Each has one body parameter, the words themselves, inside a fixed sentence. Meta fixes the titles of a template's
/// buttons when it approves it, so each set of answers has a template of its own; where there is none for a set, the
/// words go without buttons, and she answers in her own.
/// </remarks>
internal sealed record WhatsAppTemplates
{
    /// <summary>Words without buttons.</summary>
    public string Message { get; init; } = "assistant_message";

    /// <summary>Taken, later, skipped.</summary>
    public string Dose { get; init; } = "assistant_dose";

    /// <summary>Fine, unwell.</summary>
    public string CheckIn { get; init; } = "assistant_check_in";

    /// <summary>Going, cannot, all is well.</summary>
    public string Concern { get; init; } = "assistant_concern";

    /// <summary>I was there, cannot.</summary>
    public string Promise { get; init; } = "assistant_promise";

    /// <summary>Yes, no.</summary>
    public string YesNo { get; init; } = "assistant_yes_no";

    /// <summary>The language code under which the Dutch templates are approved.</summary>
    public string Dutch { get; init; } = "nl";

    /// <summary>The language code under which the English templates are approved.</summary>
    public string English { get; init; } = "en";

    /// <summary>The template whose buttons are these; null where none has them.</summary>
    public string? NameFor(IReadOnlyList<RenderedChoice> choices) => choices.Select(c => ChoiceValue.TryParse(c.Value)?.Intent).ToArray() switch
    {
        [] => Message,
        ["medication.taken", "medication.later", "medication.skipped"] => Dose,
        ["checkin.fine", "checkin.unwell"] => CheckIn,
        ["responder.going", "responder.cannot", "responder.fine"] => Concern,
        ["responder.done", "responder.cannot"] => Promise,
        ["yes", "no"] => YesNo,
        _ => null,
    };

    /// <summary>The code for a reader's language (BCP 47); Dutch for languages we have no template in.</summary>
    public string CodeFor(string language) => language.Split('-')[0] is "en" ? English : Dutch;
}
