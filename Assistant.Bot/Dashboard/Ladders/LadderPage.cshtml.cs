using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Dashboard.Ladders;

/// <summary>Who is asked when something worries us about one resident: shown in time, tried without anybody hearing, and changed.</summary>
[MiddlewareFilter(typeof(VisitorLanguage))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class LadderPage(
    LadderReader reader, LadderDesk desk, AccessReads reads, IStringLocalizer<PageTexts> texts, TimeProvider clock) : PageModel
{
    private static readonly string[] Channels = ["whatsapp", MeansOrder.TextChannel, MeansOrder.CallChannel, MeansOrder.EmailChannel];

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Resident { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Neighbourhood { get; set; }

    /// <summary>For which kind of worry.</summary>
    [BindProperty(SupportsGet = true)]
    public ConcernKind Kind { get; set; }

    /// <summary>What became of the last click: a key of the page texts.</summary>
    public string? Said { get; private set; }

    /// <summary>What refused the last change.</summary>
    public IReadOnlyList<PolicyRemark> Refused { get; private set; } = [];

    /// <summary>A code that was just given out; shown once, kept nowhere.</summary>
    public string? Code { get; private set; }

    public LadderView? View { get; private set; }

    private ResidentId Id => ResidentId.From(Resident);

    private string? Language => Request.Query[VisitorLanguage.QueryKey].FirstOrDefault();

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostKeepAsync(LadderForm form, CancellationToken cancellationToken)
    {
        if (await desk.KeepAsync(Neighbourhood, form.ToPolicy(Id, Kind, clock.GetUtcNow()), cancellationToken) is not { } refused)
        {
            return NotFound();
        }

        (Refused, Said) = (refused, refused.Count == 0 ? "ladder.said.kept" : "ladder.said.refused");
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostInviteAsync(
        string? name, string? relation, string? channel, string? address, bool key, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 60 || string.IsNullOrWhiteSpace(address) || address.Length > 200 || channel is null || !Channels.Contains(channel))
        {
            Said = "ladder.said.incomplete";
            return await ShowAsync(cancellationToken);
        }

        var who = new Invited(name.Trim(), relation ?? "neighbour", channel, address.Trim(), "") { HoldsKey = key };
        if (await desk.InviteAsync(Neighbourhood, Id, who, cancellationToken) is not { } answer)
        {
            return NotFound();
        }

        Said = $"ladder.said.{answer}";
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken cancellationToken)
    {
        Code = await desk.CodeAsync(Neighbourhood, Id, cancellationToken);
        Said = Code is null ? "ladder.said.no_code" : "ladder.said.code";
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(Neighbourhood, Id, Kind, cancellationToken) is not { } read)
        {
            return NotFound();
        }

        // What is not on record is not shown.
        await reads.NoteAsync(
            AccessActor.Of(read.Watch.Organiser, AccessRole.Organiser), [Id], (DataCategories.Person, "dashboard/ladders"), cancellationToken);
        View = new LadderView(
            read.Watch, read.Sheet, new WallClock(read.Watch.Zone, read.Now, texts), texts, new PageAddress(Neighbourhood, Language));
        return Page();
    }
}

/// <summary>The ladder as it comes from the form: a row for each step, empty rows left out.</summary>
internal sealed record LadderForm
{
    /// <summary>How the duty is chosen.</summary>
    public const string Duty = "duty";

    public int Delay { get; init; }

    public IReadOnlyList<string?>? Who { get; init; }

    public IReadOnlyList<string?>? By { get; init; }

    public IReadOnlyList<int>? Wait { get; init; }

    public IReadOnlyList<int>? Times { get; init; }

    public EscalationPolicy ToPolicy(ResidentId resident, ConcernKind kind, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ResidentId = resident,
        Kind = kind,
        Delay = TimeSpan.FromMinutes(Math.Clamp(Delay, -1, 1000)),
        Steps = [.. (Who ?? []).Index().Where(row => !string.IsNullOrEmpty(row.Item)).Select(row => Step(row.Item, row.Index))],
    };

    private EscalationStep Step(string? who, int row) => new(
        Guid.TryParse(who, out var person) ? PersonId.From(person) : null,
        TimeSpan.FromMinutes(Math.Clamp(Wait?.ElementAtOrDefault(row) ?? 0, 0, 1000)))
    {
        Means = Enum.TryParse<Means>(By?.ElementAtOrDefault(row), out var means) ? means : null,
        Times = Times?.ElementAtOrDefault(row) ?? 0,
    };
}
