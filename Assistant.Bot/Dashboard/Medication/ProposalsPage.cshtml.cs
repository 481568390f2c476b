using System.Text;
using Assistant.Scheduling.Medication.Import;
using Assistant.Scheduling.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>Where a file with medication comes in: it is read and kept as a proposal, and nothing of it is planned.</summary>
[MiddlewareFilter(typeof(VisitorLanguage))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[RefusesAtOnce(MostBytes)]
internal sealed class ProposalsPage(MedicationViews views, MedicationDesk desk) : PageModel
{
    /// <summary>The largest file that is read. Default 4 MB: one person's medication with its history is below 1 MB. (choice)</summary>
    public const long MostBytes = 4 * 1024 * 1024;

    /// <summary>What is said where a file was too large to be read at all.</summary>
    private const string TooLarge = "file-large";

    private const int LongestName = 120;

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Resident { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Neighbourhood { get; set; }

    public MedicationView? View { get; private set; }

    /// <summary>What was wrong with the file: <c>fault.CODE</c>; null while nothing is.</summary>
    public string? Fault { get; private set; }

    private ResidentId Id => ResidentId.From(Resident);

    public async Task<IActionResult> OnGetAsync(string? fault, CancellationToken cancellationToken)
    {
        Fault = fault == TooLarge ? TooLarge : null;
        return await FindAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || View is not { } view)
        {
            return NotFound();
        }

        var entries = file is null or { Length: 0 } ? Refused("file-none")
            : file.Length > MostBytes ? Refused(TooLarge)
            : FhirImport.Read(await TextAsync(file, cancellationToken), view.Sheet.Zone);
        Fault = entries is [ImportedEntry.Refused { Source: "import" } whole] ? whole.Code
            : entries.Count > ProposalBook.MostLines ? "file-many" : null;
        if (Fault is not null)
        {
            return Page();
        }

        var name = Path.GetFileName(file?.FileName ?? "") is { Length: <= LongestName } known ? known : "";
        var proposal = await desk.ForAsync(
            Neighbourhood,
            Id,
            click => Task.FromResult<Guid?>(
                new ProposalBook(click.Db, click.Now, click.By, Click.Route).Keep(click.Resident, name, entries).Id),
            cancellationToken);
        return proposal is not { } kept ? NotFound() : RedirectToPage("/Dashboard/Medication/ProposalPage", new
        {
            id = Resident,
            proposal = kept,
            neighbourhood = Neighbourhood,
            lang = Request.Query[VisitorLanguage.QueryKey].FirstOrDefault(),
        });
    }

    private static IReadOnlyList<ImportedEntry> Refused(string code) => [new ImportedEntry.Refused("import", "", "") { Code = code }];

    private static async Task<string> TextAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        View = await views.ForAsync(HttpContext, (Neighbourhood, Id), cancellationToken);
        return View is { Sheet: { MayKnowMedicines: true, IsServed: true } };
    }
}
