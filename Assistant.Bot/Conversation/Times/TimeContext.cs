using Assistant.Scheduling.Calendar;

namespace Assistant.Bot.Conversation.Times;

/// <summary>From where a sentence is read: the speaker's present moment, zone and language (BCP 47).</summary>
internal sealed record TimeContext(DateTimeOffset Now, HomeTimeZone Zone, string Language);
