using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation.Days;

/// <summary>The first words of a morning tell the day: in three sentences, before whatever is asked.</summary>
internal sealed class MorningWords(DayThings things, DayFactsReader facts, TimeProvider clock)
{
    /// <summary>How many things of the day are named. Default 3: the rest is told to who asks. (choice)</summary>
    public const int MostNamed = 3;

    /// <summary>Until which hour it is morning, by her clock. Default 12.</summary>
    public const int Noon = 12;

    /// <remarks>What other calendars brought is told once, by the next morning. Default 24 h. (choice)</remarks>
    private static readonly TimeSpan SinceYesterday = TimeSpan.FromHours(24);

    /// <summary>The words of the message, with the day in them where it is the first question of a morning.</summary>
    public async Task<Saying> OfAsync(AssistantDb db, OutboundMessage message, Person to, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (message.Saying is not { Key: CheckInWatch.Prompt } saying || to.Zone.LocalOf(now).Hour >= Noon || message.About is not { } about
            || !(await Agreements.OfAsync(db, about, now, cancellationToken)).Has(Purpose.Reminders))
        {
            return message.Saying;
        }

        var resident = await db.Set<Resident>().AsNoTracking().SingleAsync(r => r.Id == about, cancellationToken);
        return await DayAsync(db, resident, to, cancellationToken) is { } day
            ? saying with { Key = "checkin.morning", Values = day }
            : saying;
    }

    /// <summary>What an answer to her good morning says of the day; null where nothing is on it.</summary>
    public async Task<Saying?> GreetingAsync(AssistantDb db, Resident resident, Person to, CancellationToken cancellationToken) =>
        to.Zone.LocalOf(clock.GetUtcNow()).Hour < Noon && await DayAsync(db, resident, to, cancellationToken) is { } day
            ? Saying.Of("welcome.morning") with { Values = day }
            : null;

    private async Task<IReadOnlyDictionary<string, string>?> DayAsync(AssistantDb db, Resident resident, Person to, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = LivedDay.Of(to.Zone, now).Date;
        var all = await things.ReadAsync(db, (resident.Id, to.Zone), (today, today), now, cancellationToken);
        var coming = all.Where(thing => thing.IsComing(now, today) && !thing.IsMedicine).ToList();
        var special = (await facts.ReadAsync(db, resident, today, cancellationToken)).Lines();
        var fresh = await FreshEntries.CountAsync(db, resident.Id, (now - SinceYesterday, today), cancellationToken);
        if (coming.Count == 0 && special.Count == 0 && fresh == 0)
        {
            return null;
        }

        // What she agreed with others is worth more words than what is so every day.
        var named = coming.OrderByDescending(thing => thing.IsAgreed).ThenBy(thing => thing.At).Take(MostNamed).OrderBy(thing => thing.At);
        return Saying.Of("").With("now", now)
            .With("special", special.Count > 0 ? special[0].AsValue() : "")
            .With("news", fresh > 0 ? Saying.Of("day.news").With("count", $"{fresh}").AsValue() : "")
            .With("plan", coming.Count > 0 ? "=day.plan" : "")
            .WithEach("items", named.Select(thing => Saying.Of(thing.IsAllDay ? "reminder.line_day" : "reminder.line").With("what", thing.Title).With("at", thing.At)))
            .Values;
    }
}
