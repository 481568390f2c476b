using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Medication.Import;
using Assistant.Scheduling.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>A proposal, judged line by line: what was written, what we read, what would change.</summary>
[MiddlewareFilter(typeof(VisitorLanguage))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ProposalPage(MedicationViews views, MedicationDesk desk, ProposalReader proposals) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Resident { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Proposal { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Neighbourhood { get; set; }

    [BindProperty(SupportsGet = true)]
    public MedicationSaid? Said { get; set; }

    public MedicationView? View { get; private set; }

    public ProposalSheet? Sheet { get; private set; }

    private ResidentId Id => ResidentId.From(Resident);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        View = await views.ForAsync(HttpContext, (Neighbourhood, Id), cancellationToken);
        Sheet = View is null ? null : await proposals.ReadAsync(View.Sheet, Proposal, cancellationToken);
        return Sheet is null ? NotFound() : Page();
    }

    public Task<IActionResult> OnPostAcceptAsync(Guid line, CancellationToken cancellationToken) => JudgeAsync(
        line,
        async (click, found) => new ProposalBook(click.Db, click.Now, click.By, Click.Route)
            .Accept(found, click.Resident, await click.CabinetAsync(cancellationToken), click.Today) is not null,
        MedicationSaid.Accepted,
        cancellationToken);

    public async Task<IActionResult> OnPostRestAsync(Guid line, DateOnly? back, CancellationToken cancellationToken) => await JudgeAsync(
        line,
        async (click, found) => back is { } returnsOn && new ProposalBook(click.Db, click.Now, click.By, Click.Route)
            .Rest(found, await click.CabinetAsync(cancellationToken), click.Today, returnsOn) is not null,
        MedicationSaid.Accepted,
        cancellationToken) is RedirectToPageResult done ? done : Again(MedicationSaid.DatesWrong);

    public Task<IActionResult> OnPostRefuseAsync(Guid line, CancellationToken cancellationToken) => JudgeAsync(
        line,
        (click, found) => Task.FromResult(new ProposalBook(click.Db, click.Now, click.By, Click.Route).Refuse(found)),
        MedicationSaid.Refused,
        cancellationToken);

    private async Task<IActionResult> JudgeAsync(
        Guid line, Func<Click, ProposalLine, Task<bool>> judge, MedicationSaid said, CancellationToken cancellationToken)
    {
        var wasJudged = await desk.ForAsync(
            Neighbourhood,
            Id,
            async click => await (
                from l in click.Db.Set<ProposalLine>()
                join proposal in click.Db.Set<MedicationProposal>() on l.ProposalId equals proposal.Id
                where l.Id == line && l.ProposalId == Proposal && proposal.ResidentId == click.Resident
                select l).SingleOrDefaultAsync(cancellationToken) is { } found && await judge(click, found),
            cancellationToken);
        return wasJudged ? Again(said) : NotFound();
    }

    private RedirectToPageResult Again(MedicationSaid said) => RedirectToPage(new
    {
        id = Resident,
        proposal = Proposal,
        neighbourhood = Neighbourhood,
        lang = Request.Query[VisitorLanguage.QueryKey].FirstOrDefault(),
        said,
        handler = (string?)null,
    });
}
