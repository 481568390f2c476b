using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Times;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Skills.DayPlan;

/// <summary>Whose day is talked about, and with whom.</summary>
/// <param name="Turn">What was said.</param>
/// <param name="Resident">Whose day.</param>
/// <param name="Her">The resident as a person: her clock is the day's.</param>
/// <param name="Page">The speaker's words.</param>
internal sealed record Around(Turn Turn, Resident Resident, Person Her, SayPage Page)
{
    /// <summary>Whether she speaks herself; false for somebody of her circle.</summary>
    public bool IsHerself => Turn.Speaker.Id == Resident.PersonId;

    public HomeTimeZone Zone => Her.Zone;

    public DateOnly Today => Zone.DayOf(Turn.Now).Date;

    public AccessActor Actor => AccessActor.Of(Turn.Speaker.Id, IsHerself ? AccessRole.Resident : AccessRole.Circle);

    /// <summary>The times that some words of the speaker's name, by the resident's clock.</summary>
    public SaidTimes Times(TimeReader reader)
    {
        var said = SaidTimes.Read(reader, Turn.Utterance.Text, new TimeContext(Turn.SaidAt, Zone, Turn.Speaker.Language.Split('-')[0]));

        // "Elke dinsdagmiddag om twee uur" names one Tuesday, and a word that makes it all of them.
        return said is { Rule: null, Date: { } date } && SaidWhat.Hears(said.Rest, Page, "dayplan.every")
            ? said with { Rule = RuleShift.EveryWeekOn(date) }
            : said;
    }

    public bool Hears(string key) => SaidWhat.Hears(Turn.Utterance.Text, Page, key);

    /// <summary>The moment of a day and an hour; noon for a whole day, of which no hour is ever said.</summary>
    public DateTimeOffset Moment(DateOnly date, TimeOnly? at) => Zone.At(date, at ?? new TimeOnly(12, 0));

    /// <summary>Whether it is over before it is arranged.</summary>
    public bool IsPast(DateOnly date, TimeOnly? at) => at is { } time ? Zone.At(date, time) <= Turn.Now : date < Today;
}
