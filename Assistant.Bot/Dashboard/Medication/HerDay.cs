using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Medication;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>When she gets up, eats and goes to bed: "with breakfast" is her breakfast.</summary>
internal static class HerDay
{
    /// <summary>Keeps the hours that were filled in; the others stay as they were.</summary>
    public static async Task<bool> KeepAsync(
        Click click,
        (TimeOnly? Wake, TimeOnly? Breakfast, TimeOnly? Lunch, TimeOnly? Dinner, TimeOnly? Bedtime) hours,
        CancellationToken cancellationToken)
    {
        var kept = await click.Db.Set<ResidentHours>().SingleOrDefaultAsync(h => h.ResidentId == click.Resident, cancellationToken);
        if (kept is null)
        {
            kept = new ResidentHours { ResidentId = click.Resident, Hours = DayHours.Default };
            click.Db.Add(kept);
        }

        kept.Hours = kept.Hours with
        {
            Wake = hours.Wake ?? kept.Hours.Wake,
            Breakfast = hours.Breakfast ?? kept.Hours.Breakfast,
            Lunch = hours.Lunch ?? kept.Hours.Lunch,
            Dinner = hours.Dinner ?? kept.Hours.Dinner,
            Bedtime = hours.Bedtime ?? kept.Hours.Bedtime,
        };
        new AccessLog(click.Db, click.Now).Note(new AccessNote(
            AccessEvent.Update, click.By, click.Resident, DataCategories.DayPlan, Click.Route, AccessPurpose.Care));
        return true;
    }
}
