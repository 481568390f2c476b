using System.Globalization;
using System.Text.RegularExpressions;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.Circle;

/// <summary>At which hours and by what means somebody who helps may be asked, in her own words. An emergency asks her all the same.</summary>
internal sealed partial class ReachSkill(SayBook book) : ISkill
{
    private static readonly (TimeOnly From, TimeOnly Until) Night = (new(22, 0), new(7, 0));

    private static readonly string[] Lists = ["reach.quiet", "reach.any", "reach.mail", "reach.no_call", "reach.call"];

    public IReadOnlyCollection<string> Intents { get; } = [];

    // Whoever is being asked to look in and says "ik kan niet bellen" speaks of that, and not of her hours.
    public bool IsNamedIn(Turn turn) => turn is { Resident: null, Speaker.IsStranger: false }
        && !turn.OpenOf(Escalator.Question).Any() && Meant(turn) is not null;

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        var person = await turn.Db.Set<Person>().SingleAsync(p => p.Id == turn.Speaker.Id, cancellationToken);
        return Meant(turn) switch
        {
            "reach.quiet" => Quiet(turn, person),
            "reach.any" => Any(person),
            "reach.mail" => await OnlyAsync(turn, Means.Email, cancellationToken),
            "reach.no_call" => await CallsAsync(turn, areUnwanted: true, cancellationToken),
            "reach.call" => await CallsAsync(turn, areUnwanted: false, cancellationToken),
            _ => Saying.Of("welcome.not_understood"),
        };
    }

    private static Saying Quiet(Turn turn, Person person)
    {
        var hours = Hours().Matches(turn.Utterance.Text).Select(Time).OfType<TimeOnly>().ToList();
        var (from, until) = hours is [var begins, var ends, ..] && begins != ends ? (begins, ends) : Night;
        (person.QuietFrom, person.QuietUntil) = (from, until);
        return Saying.Of("reach.quiet").With("from", turn.Day.At(from)).With("until", turn.Day.At(until));
    }

    private static Saying Any(Person person)
    {
        (person.QuietFrom, person.QuietUntil) = (null, null);
        return Saying.Of("circle.any_hour");
    }

    private static async Task<Saying> OnlyAsync(Turn turn, Means means, CancellationToken cancellationToken)
    {
        var places = await PlacesAsync(turn, cancellationToken);
        if (!places.Exists(one => MeansOrder.Of(one.Channel) == means))
        {
            return Saying.Of("reach.no_mail_place");
        }

        places.ForEach(one => one.Reach.IsUnwanted = MeansOrder.Of(one.Channel) != means);
        return Saying.Of("reach.mail");
    }

    private static async Task<Saying> CallsAsync(Turn turn, bool areUnwanted, CancellationToken cancellationToken)
    {
        foreach (var (reach, _) in (await PlacesAsync(turn, cancellationToken)).Where(one => MeansOrder.Of(one.Channel) is Means.Call))
        {
            reach.IsUnwanted = areUnwanted;
        }

        return Saying.Of(areUnwanted ? "reach.no_call" : "reach.call");
    }

    private static async Task<List<(Reachability Reach, string Channel)>> PlacesAsync(Turn turn, CancellationToken cancellationToken) => (await (
        from reach in turn.Db.Set<Reachability>()
        join point in turn.Db.Set<ContactPoint>() on reach.ContactPointId equals point.Id
        where reach.PersonId == turn.Speaker.Id
        select new { Reach = reach, point.Channel }).ToListAsync(cancellationToken)).ConvertAll(one => (one.Reach, one.Channel));

    private string? Meant(Turn turn) => Lists.FirstOrDefault(list => book.In(turn.Speaker.Language).Hears[list]
        .Any(word => turn.Utterance.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static TimeOnly? Time(Match said)
    {
        var hour = int.Parse(said.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var minute = said.Groups[2].Success ? int.Parse(said.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return hour <= 24 && minute < 60 ? new TimeOnly(hour % 24, minute) : null;
    }

    [GeneratedRegex(@"\b(\d{1,2})(?:[:.](\d{2}))?\b")]
    private static partial Regex Hours();
}
