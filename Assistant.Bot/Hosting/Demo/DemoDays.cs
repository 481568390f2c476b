using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Initiatives;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;

namespace Assistant.Bot.Hosting.Demo;

/// <summary>What the days of the demo are made of.</summary>
internal static class DemoDays
{
    private const string Daily = "FREQ=DAILY";
    private const string Workdays = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";

    public static void Plan(AssistantDb db, DateOnly today)
    {
        var noon = new DateTimeOffset(today, new TimeOnly(12, 0), TimeSpan.Zero);
        Guid Next() => Guid.CreateVersion7(noon);

        db.AddRange(
            Takes(Next(), DemoPeople.JansenLives, "Metoprolol 50 mg", today, [new(8, 0), new(20, 0)]),
            Takes(Next(), DemoPeople.JansenLives, "Pantoprazol 40 mg", today, [new(8, 0)]),
            Takes(Next(), DemoPeople.BakkerLives, "Levodopa 100 mg", today, [new(7, 0), new(11, 30), new(15, 30), new(19, 30)], exact: true),
            Takes(Next(), DemoPeople.PeetersLives, "Vitamine D", today, [new(12, 30)]));
        db.AddRange(DemoMedicines.OfBakker(Next, today));
        db.AddRange(
            Does(Next(), DemoPeople.JansenLives, "koffie met Ria", new(10, 30), Daily, today),
            Does(Next(), DemoPeople.BakkerLives, "een ommetje door het park", new(14, 0), Workdays, today),
            Does(Next(), DemoPeople.PeetersLives, "soep klaarzetten", new(11, 45), Daily, today));
        db.AddRange(DemoWeek.OfJansen(Next, today));
        db.AddRange(
            IsAsked(Next(), DemoPeople.JansenLives, new(9, 0), TimeSpan.FromMinutes(30), today),
            IsAsked(Next(), DemoPeople.BakkerLives, new(12, 0), TimeSpan.FromMinutes(60), today),
            IsAsked(Next(), DemoPeople.PeetersLives, new(18, 30), TimeSpan.FromMinutes(60), today));
        db.AddRange(Ladders(Next, DemoPeople.JansenLives, DemoPeople.Ria, DemoPeople.Els));
        db.AddRange(Ladders(Next, DemoPeople.BakkerLives, DemoPeople.Ria));
        db.AddRange(
            IsOn(Next(), "koffieochtend", "De Linde, grote zaal", new(10, 0), Workdays, today),
            IsOn(Next(), "tuingroep", "de buurttuin", new(14, 0), "FREQ=WEEKLY;BYDAY=WE,SA", today),
            IsOn(Next(), "samen eten", "De Linde, keuken", new(17, 30), "FREQ=WEEKLY;BYDAY=TU,TH,SU", today));
    }

    private static Regimen Takes(
        Guid id, ResidentId resident, string medicine, DateOnly from, IReadOnlyList<TimeOnly> times, bool exact = false) => new()
        {
            Id = id,
            ResidentId = resident,
            Medicine = medicine,
            From = from,
            TellsCircle = exact,
            Dosages =
            [
                new Dosage
                {
                    Dose = DoseAmount.Of(1, "tablet"),
                    Timing = new Timing
                    {
                        Repeat = new Repeat { Frequency = times.Count, Period = 1, PeriodUnit = PeriodUnit.Day, TimesOfDay = times, Exact = exact },
                    },
                },
            ],
        };

    private static Routine Does(Guid id, ResidentId resident, string title, TimeOnly at, string rule, DateOnly from) => new()
    {
        Id = id, ResidentId = resident, Title = title, At = at, Rule = rule, From = from, Importance = Importance.Mention,
    };

    private static CheckInSchedule IsAsked(Guid id, ResidentId resident, TimeOnly at, TimeSpan grace, DateOnly from) => new()
    {
        Id = id, ResidentId = resident, At = at, Rule = Daily, From = from, Grace = grace,
    };

    private static IEnumerable<EscalationPolicy> Ladders(Func<Guid> next, ResidentId resident, params PersonId[] people) =>
        Enum.GetValues<ConcernKind>().Select(kind => new EscalationPolicy
        {
            Id = next(),
            ResidentId = resident,
            Kind = kind,
            Steps = [.. people.Select(person => new EscalationStep(person, EscalationStep.DefaultWait))],
        });

    private static Initiative IsOn(Guid id, string title, string place, TimeOnly at, string rule, DateOnly from) => new()
    {
        Id = id, NeighbourhoodId = DemoPeople.Linden, Title = title, Place = place, At = at, Rule = rule, From = from,
    };
}
