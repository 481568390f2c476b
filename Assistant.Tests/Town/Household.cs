using System.Globalization;
using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Town;

/// <summary>One resident, described in the words of her day. She agrees to everything unless her story says otherwise.</summary>
internal sealed class Household
{
    private static readonly DateOnly Since = new(2026, 1, 1);
    private readonly SmallTown town;

    public Household(SmallTown town, Person person)
    {
        this.town = town;
        Person = person;
        Resident = new Resident { Id = ResidentId.New(town.Now), PersonId = person.Id, NeighbourhoodId = town.Neighbourhood.Id };
        town.Add(Resident);
        AgreesTo(Agreed.ToTheService(Resident, town.Now));
    }

    public Person Person { get; }

    public Resident Resident { get; }

    public ResidentId Id => Resident.Id;

    /// <summary>Pills at these times of every day.</summary>
    public Household TakesPillsAt(params IReadOnlyList<string> times) => Takes(new Repeat { TimesOfDay = [.. times.Select(Time)] });

    /// <summary>Pills at this time; somebody hears it when nobody answers.</summary>
    public Household TakesImportantPillsAt(string time) =>
        Takes(new Repeat { TimesOfDay = [Time(time)] }, tellsCircle: true);

    public Household Takes(Repeat repeat, bool tellsCircle = false)
    {
        town.Add(new Regimen
        {
            Id = Guid.CreateVersion7(town.Now),
            ResidentId = Id,
            Medicine = "metoprolol",
            Dosages = [new Dosage { Timing = new Timing { Repeat = repeat } }],
            From = Since,
            TellsCircle = tellsCircle,
        });
        return this;
    }

    public Household DoesAt(string time, string title, Importance importance, string rule = "FREQ=DAILY") =>
        Does(time, title, importance, TimeSpan.Zero, rule);

    /// <summary>She hears so many minutes before that it comes.</summary>
    public Household HearsAheadOf(string time, string title, int minutes, Importance importance = Importance.Mention) =>
        Does(time, title, importance, TimeSpan.FromMinutes(minutes), "FREQ=DAILY");

    /// <summary>She wants no more messages in an hour than this.</summary>
    public Household WantsAtMost(int messagesAnHour)
    {
        Resident.MostMessagesAnHour = messagesAnHour;
        return this;
    }

    /// <summary>Asked how she is at this time of every day; silence is silence for so many minutes.</summary>
    public Household IsAskedAt(string time, int grace = 60, string rule = "FREQ=DAILY")
    {
        town.Add(new CheckInSchedule
        {
            Id = Guid.CreateVersion7(town.Now),
            ResidentId = Id,
            At = Time(time),
            Rule = rule,
            From = Since,
            Grace = TimeSpan.FromMinutes(grace),
        });
        return this;
    }

    /// <summary>What she hears herself of each step is another story: <c>SheHearsEachStep</c>.</summary>
    public Household LetsStepsPass()
    {
        town.Phone(Person.Name).LetPass("concern.resident.asked", "concern.resident.asked.unanswered", "concern.resident.lapsed", "concern.resident.nobody");
        return this;
    }

    /// <summary>Who is asked about every kind of worry, a quarter of an hour after each other.</summary>
    public Household Asks(params IReadOnlyList<string> names) => AsksEvery(15, names);

    public Household AsksEvery(int minutes, params IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            Joins(name);
        }

        foreach (var kind in Enum.GetValues<ConcernKind>())
        {
            town.Add(new EscalationPolicy
            {
                Id = Guid.CreateVersion7(town.Now),
                ResidentId = Id,
                Kind = kind,
                Steps = [.. names.Select(n => new EscalationStep(town.Person(n).Id, TimeSpan.FromMinutes(minutes)))],
            });
        }

        return this;
    }

    /// <summary>Whom she chose for one kind of worry; nobody is the organiser on duty. The step's own person is filled in.</summary>
    public Household HasPolicy(ConcernKind kind, TimeSpan delay, params IReadOnlyList<(string? Name, EscalationStep Step)> steps)
    {
        foreach (var name in steps.Select(s => s.Name).OfType<string>())
        {
            Joins(name);
        }

        town.Add(new EscalationPolicy
        {
            Id = Guid.CreateVersion7(town.Now),
            ResidentId = Id,
            Kind = kind,
            Delay = delay,
            Steps = [.. steps.Select(s => s.Step with { PersonId = s.Name is { } name ? town.Person(name).Id : null })],
        });
        return this;
    }

    /// <summary>This person is not of her circle any more.</summary>
    public Task<int> LosesAsync(string name) => town.InOneTransactionAsync(db =>
    {
        var (she, who) = (Id, town.Person(name).Id);
        return db.Set<CircleMember>().Where(c => c.ResidentId == she && c.PersonId == who).ExecuteDeleteAsync();
    });

    /// <summary>She never agreed to this.</summary>
    public Household DidNotAgree(Func<Agreement, bool> to)
    {
        town.Forget<ConsentGrant>(grant => grant.ResidentId == Id && to(grant.About));
        return this;
    }

    /// <summary>She never agreed that anything of this kind is told to this person.</summary>
    public Household KeepsFrom(string name, params IReadOnlyCollection<SharedKind> kinds)
    {
        PersonId? contact = name == SmallTown.Organiser ? null : town.Person(name).Id;
        return DidNotAgree(about => about.Kind is { } kind && about.Contact == contact && (kinds.Count == 0 || kinds.Contains(kind)));
    }

    /// <summary>She takes back what she agreed to; the whole action has one id.</summary>
    public Task<Guid?> TakesBackAsync(Func<Agreement, bool> what) => town.InOneTransactionAsync(
        db => new ConsentBook(db, town.Now).WithdrawAsync(Id, what, Person.Id, CancellationToken.None));

    private Household Does(string time, string title, Importance importance, TimeSpan ahead, string rule)
    {
        town.Add(new Routine
        {
            Id = Guid.CreateVersion7(town.Now),
            ResidentId = Id,
            Title = title,
            At = Time(time),
            Rule = rule,
            From = Since,
            Importance = importance,
            NoticeAhead = ahead,
        });
        return this;
    }

    private void Joins(string name)
    {
        town.Add(new CircleMember
        {
            ResidentId = Id, PersonId = town.Person(name).Id, Relation = "neighbour", AcceptedAt = town.Now,
        });
        AgreesTo(Agreed.ToTell(Resident, town.Person(name).Id, town.Now));
    }

    private void AgreesTo(IEnumerable<ConsentGrant> grants)
    {
        foreach (var grant in grants)
        {
            town.Add(grant);
        }
    }

    private static TimeOnly Time(string time) => TimeOnly.Parse(time, CultureInfo.InvariantCulture);
}
