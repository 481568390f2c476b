using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Assistant.Bot.Conversation.Safety;

/// <summary>The numbers that hold where somebody lives.</summary>
/// <param name="Emergency">Ambulance, fire brigade, police.</param>
/// <param name="Crisis">For whoever thinks of death.</param>
/// <param name="Listen">Somebody who listens; null where a country has no such number.</param>
/// <param name="Doctor">The doctor on duty by a number of the whole country; null where there is none.</param>
/// <param name="Poison">The poison centre, where the public may call it.</param>
/// <param name="Gp">The neighbourhood's own out-of-hours GP; null where nobody filled it in.</param>
internal sealed record LocalNumbers(string Emergency, string Crisis, string? Listen, string? Doctor, string? Poison, string? Gp);

/// <summary>Emergency numbers by country, read from <c>Phrases/numbers.yaml</c>: dated data, never anybody's guess.</summary>
internal sealed class EmergencyNumbers
{
    /// <summary>Whose numbers strangers hear, of whom we know no country.</summary>
    private const string DefaultCountry = "NL";

    private readonly NumbersFile file;

    private EmergencyNumbers(NumbersFile file) => this.file = file;

    /// <summary>When a person last looked whether they are right.</summary>
    public DateOnly Checked => DateOnly.ParseExact(file.Checked, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The countries it knows. Shape: ISO 3166-1 alpha-2.</summary>
    public IReadOnlyCollection<string> Countries => file.Countries.Keys;

    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">The file is not well formed, or a country lacks a number that everybody needs.</exception>
    public static EmergencyNumbers Load(string path)
    {
        try
        {
            var file = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build()
                .Deserialize<NumbersFile>(File.ReadAllText(path));
            var lacking = file.Countries.FirstOrDefault(c => !c.Value.ContainsKey("emergency") || !c.Value.ContainsKey("crisis")).Key;
            return lacking is null ? new EmergencyNumbers(file)
                : throw new FormatException($"{Path.GetFileName(path)}: {lacking} needs an emergency and a crisis number.");
        }
        catch (YamlException fault)
        {
            throw new FormatException($"{Path.GetFileName(path)} is not well formed: {fault.Message}", fault);
        }
    }

    /// <summary>The numbers of a country; those of the Netherlands where it is none of ours.</summary>
    public LocalNumbers In(string country, string? gp = null)
    {
        var numbers = file.Countries.GetValueOrDefault(country) ?? file.Countries[DefaultCountry];
        string? Number(string name) => numbers.GetValueOrDefault(name)?.Number;
        return new LocalNumbers(numbers["emergency"].Number, numbers["crisis"].Number, Number("listen"), Number("doctor"), Number("poison"), gp);
    }

    /// <summary>The numbers that hold for whoever speaks.</summary>
    public async Task<LocalNumbers> ForAsync(Turn turn, CancellationToken cancellationToken)
    {
        var home = turn.Resident?.NeighbourhoodId ?? turn.Speaker.NeighbourhoodId;
        var neighbourhood = await turn.Db.Set<Neighbourhood>().AsNoTracking()
            .SingleOrDefaultAsync(n => n.Id == home, cancellationToken);
        return In(neighbourhood?.Country ?? DefaultCountry, neighbourhood?.GpAfterHours);
    }
}

/// <summary>The shape of the file.</summary>
internal sealed class NumbersFile
{
    /// <summary>Shape: a date (ISO 8601).</summary>
    public string Checked { get; set; } = "";

    public Dictionary<string, Dictionary<string, DatedNumber>> Countries { get; set; } = [];
}

/// <summary>One number, as people dial it, and who says so.</summary>
internal sealed class DatedNumber
{
    public string Number { get; set; } = "";

    public string Source { get; set; } = "";
}
