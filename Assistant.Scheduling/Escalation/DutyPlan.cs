using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Escalation;

/// <summary>Some hours, and who is on duty in them.</summary>
/// <param name="From">From when.</param>
/// <param name="Until">Until when; exclusive.</param>
/// <param name="Person">Who; null where nobody is.</param>
public sealed record DutyShift(DateTimeOffset From, DateTimeOffset Until, PersonId? Person);

/// <summary>Who is on duty when, in one neighbourhood. Pure.</summary>
/// <remarks>
/// 1. Who took the hours has them. 2. Otherwise it is somebody's week. 3. Who is away, or organises no more, has none.
/// Without a rotation the first organiser always is on duty. Source: GoAlert and PagerDuty schedules and overrides.
/// </remarks>
/// <param name="Rotation">How they take turns; null where one does it all.</param>
/// <param name="Changes">What was changed.</param>
/// <param name="Organisers">Who organises, the first appointed first.</param>
public sealed record DutyPlan(DutyRotation? Rotation, IReadOnlyList<DutyChange> Changes, IReadOnlyList<PersonId> Organisers)
{
    /// <summary>Who is on duty; null where nobody is.</summary>
    public PersonId? At(DateTimeOffset at)
    {
        var taken = Changes.Where(c => c.Kind is DutyChangeKind.Takes && c.Covers(at)).Select(c => c.PersonId);
        var weeks = Rotation is null ? Organisers
            : Rotation.WeekOf(at) is { } week ? [Rotation.PersonOf(week)]
            : [];
        return taken.Concat(weeks).Where(person => IsThere(person, at)).Select(person => (PersonId?)person).FirstOrDefault();
    }

    /// <summary>Who is asked: whoever is on duty, or else any organiser who is there, or else the first. A worry always has an end.</summary>
    /// <returns>Null only where a neighbourhood has no organiser.</returns>
    public PersonId? AskedAt(DateTimeOffset at) =>
        At(at)
        ?? Organisers.Where(person => IsThere(person, at)).Select(person => (PersonId?)person).FirstOrDefault()
        ?? Organisers.Select(person => (PersonId?)person).FirstOrDefault();

    /// <summary>The shifts between two moments, without a gap: hours of nobody are a shift too.</summary>
    public IReadOnlyList<DutyShift> Between(DateTimeOffset from, DateTimeOffset until)
    {
        var shifts = new List<DutyShift>();
        DateTimeOffset[] edges = [from, .. Edges(from, until).Where(e => e > from && e < until).Distinct().Order(), until];
        foreach (var (begins, ends) in edges.Zip(edges.Skip(1)))
        {
            var person = At(begins);
            if (shifts is [.., var last] && last.Person == person)
            {
                shifts[^1] = last with { Until = ends };
            }
            else
            {
                shifts.Add(new DutyShift(begins, ends, person));
            }
        }

        return shifts;
    }

    private bool IsThere(PersonId person, DateTimeOffset at) => Organisers.Contains(person)
        && !Changes.Any(c => c.Kind is DutyChangeKind.Away && c.PersonId == person && c.Covers(at));

    private IEnumerable<DateTimeOffset> Edges(DateTimeOffset from, DateTimeOffset until)
    {
        foreach (var change in Changes)
        {
            yield return change.From;
            yield return change.Until;
        }

        if (Rotation is not { } rotation)
        {
            yield break;
        }

        for (var week = rotation.WeekOf(from) ?? rotation.From; rotation.HandOver(week) < until; week = week.AddDays(7))
        {
            yield return rotation.HandOver(week);
        }
    }
}
