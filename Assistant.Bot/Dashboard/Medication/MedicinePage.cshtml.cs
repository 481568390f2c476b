using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Medication.Import;
using Assistant.Scheduling.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>The form of one medicine: filled in, looked at as the coming two weeks, and only then saved.</summary>
[MiddlewareFilter(typeof(VisitorLanguage))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MedicinePage(MedicationViews views, MedicationDesk desk, ProposalReader proposals) : PageModel
{
    /// <remarks>More than this is a mistake, or a hospital.</remarks>
    private const int MostMedicines = 60;

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Resident { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Neighbourhood { get; set; }

    /// <summary>Which regimen is changed; null for a new medicine.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Regimen { get; set; }

    /// <summary>The line of a proposal that is planned otherwise than it was read; null where there is none.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Line { get; set; }

    [BindProperty]
    public MedicineForm Form { get; set; } = new();

    public MedicationView? View { get; private set; }

    /// <summary>What is changed; null for a new medicine.</summary>
    public Regimen? Held { get; private set; }

    /// <summary>Whether the form can hold what is taken now.</summary>
    public bool FitsTheForm { get; private set; } = true;

    public IReadOnlyList<FormFault> Faults { get; private set; } = [];

    /// <summary>What to ask the prescriber before saving.</summary>
    public IReadOnlyList<DosageProblem> ToAsk { get; private set; } = [];

    /// <summary>What the coming days would be; null until it was asked for, or while something is wrong.</summary>
    public PlanPreview? Preview { get; private set; }

    /// <summary>Whether only the coming days are asked for, while the form is being filled in.</summary>
    public bool IsFragment { get; private set; }

    /// <summary>What is changed, for the address of a click.</summary>
    public (string Name, string Value)[] About =>
    [
        .. Regimen is { } regimen ? [("regimen", regimen.ToString())] : Array.Empty<(string, string)>(),
        .. Line is { } line ? [("line", line.ToString())] : Array.Empty<(string, string)>(),
    ];

    /// <summary>What the line says, verbatim.</summary>
    public ProposedLine? Proposed { get; private set; }

    private ResidentId Id => ResidentId.From(Resident);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || View is not { } view)
        {
            return NotFound();
        }

        // "From tomorrow", unless somebody says otherwise.
        var from = view.Sheet.Today.AddDays(1);
        if (Proposed?.Content.Read is { } read)
        {
            Form = FormOf.Proposal(read.Medicine, read.Dosages, read.PeriodOfUse.Start > from ? read.PeriodOfUse.Start ?? from : from);
            Form.Until = read.PeriodOfUse.End;
            return Page();
        }

        var filled = Held is { } held ? FormOf.Regimen(held, held.From > from ? held.From : from) : new MedicineForm { From = from, Times = [] };
        (Form, FitsTheForm) = (filled ?? new MedicineForm(), filled is not null);
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken) =>
        await LookAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>The same, as the part of the page that a script puts in while somebody types.</summary>
    public async Task<IActionResult> OnPostFragmentAsync(CancellationToken cancellationToken)
    {
        IsFragment = true;
        return await LookAsync(cancellationToken) ? Partial("_Preview", this) : NotFound();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || View is not { } view)
        {
            return NotFound();
        }

        if (Wanted(view.Sheet.Today) is not { } wanted)
        {
            return Page();
        }

        var change = await desk.ForAsync(
            Neighbourhood,
            Id,
            async click => await SavedAsync(click, wanted, cancellationToken),
            cancellationToken);
        return change is null ? NotFound() : RedirectToPage("/Dashboard/Medication/MedicationPage", new
        {
            id = Resident,
            neighbourhood = Neighbourhood,
            lang = Request.Query[VisitorLanguage.QueryKey].FirstOrDefault(),
            said = Regimen is null ? MedicationSaid.Added : MedicationSaid.Changed,
        });
    }

    private async Task<RegimenChange?> SavedAsync(Click click, Regimen wanted, CancellationToken cancellationToken)
    {
        var held = Held is null ? null : await click.HeldAsync(Held.Id, cancellationToken);
        if (Line is { } id)
        {
            var line = await click.Db.Set<ProposalLine>().SingleAsync(l => l.Id == id, cancellationToken);
            if (line.State is not ProposalState.Waiting)
            {
                return null;
            }

            line.Decide(ProposalState.Adjusted, wanted.TreatmentId, (click.Who, click.Now));
        }

        return held is null ? click.Book.Add(wanted) : click.Book.Change(held, wanted);
    }

    // With breakfast and at eight, for somebody who has breakfast at eight, is a double dose that nobody meant.
    private static DosageProblem TwiceAtOnce => new(
        "twice-at-once", "times", "Is taken twice at one moment. Confirm that this is meant.", ProblemWeight.Confirm);

    private async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || View is not { } view)
        {
            return false;
        }

        if (Wanted(view.Sheet.Today) is { } wanted)
        {
            var cabinet = view.Sheet.Cabinet;
            Preview = new PlanPreview(view, cabinet with { Regimens = [.. cabinet.Regimens.Select(r => Ending(r, wanted)), wanted] }, wanted.TreatmentId);
            ToAsk = Preview.HasTwiceAtOnce ? [.. ToAsk, TwiceAtOnce] : ToAsk;
        }

        return true;
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        View = await views.ForAsync(HttpContext, (Neighbourhood, Id), cancellationToken);
        if (Line is { } line)
        {
            Proposed = View is null ? null : await proposals.LineAsync(View.Sheet, line, cancellationToken);
            Regimen = Proposed?.Held?.Id;
            Held = Proposed?.Held;
            return Proposed is { Line.State: ProposalState.Waiting } && View is { Sheet: { MayKnowMedicines: true, IsServed: true } };
        }

        Held = View?.Sheet.Held.FirstOrDefault(regimen => regimen.Id == Regimen);
        return View is { Sheet: { MayKnowMedicines: true, IsServed: true } } && (Regimen is null || Held is not null);
    }

    private Regimen? Wanted(DateOnly today)
    {
        var (dosages, faults, ask) = FormReading.Read(Form);
        var isFull = Regimen is null && View?.Sheet.Held.Count() >= MostMedicines;
        Faults = isFull ? [.. faults, new FormFault("medicine", "too_many")] : faults;
        ToAsk = ask;
        var from = Form.From ?? today.AddDays(1);
        return Faults.Count > 0 || View is not { } view ? null : new Regimen
        {
            Id = Guid.CreateVersion7(view.Sheet.Now),
            ResidentId = Id,
            Continues = Held?.TreatmentId,
            Medicine = Form.Medicine?.Trim() ?? "",
            Codes = Proposed?.Content.Read is { } read ? ProposalBook.CodesOf(read) ?? Held?.Codes : Held?.Codes,
            Dosages = dosages,
            From = from < today ? today : from,
            Until = Form.Until,
            TellsCircle = Form.TellsCircle,
        };
    }

    // The regimen that is changed ends the day before; the others stay as they are.
    private Regimen Ending(Regimen regimen, Regimen wanted) => regimen.Id != Held?.Id ? regimen : new Regimen
    {
        Id = regimen.Id,
        ResidentId = regimen.ResidentId,
        Continues = regimen.Continues,
        Medicine = regimen.Medicine,
        Codes = regimen.Codes,
        Dosages = regimen.Dosages,
        From = regimen.From,
        CountsFrom = regimen.CountsFrom,
        Until = wanted.From.AddDays(-1),
        TellsCircle = regimen.TellsCircle,
        TimeZoneId = regimen.TimeZoneId,
    };
}
