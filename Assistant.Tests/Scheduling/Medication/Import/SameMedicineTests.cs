using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Medication.Import;
using Assistant.Scheduling.Residents;

namespace Assistant.Tests.Scheduling.Medication.Import;

/// <summary>The next file is held against what she takes: by treatment, by product, by name, and last by substance.</summary>
public sealed class SameMedicineTests
{
    private const string Prk = "urn:oid:2.16.840.1.113883.2.4.4.10|18996";
    private const string OtherPrk = "urn:oid:2.16.840.1.113883.2.4.4.10|29998";
    private const string Atc = "http://www.whocc.no/atc|C07AB02";
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Fact]
    public void Another_brand_name_of_the_same_product_is_the_same_medicine() =>
        Assert.Equal("Selokeen 50", Held(Entry("Metoprolol 50 mg", Prk), Takes("Selokeen 50", Prk), Takes("Lisinopril", null)));

    [Fact]
    public void The_product_goes_before_the_name() =>
        Assert.Equal("Selokeen", Held(Entry("Metoprolol", Prk), Takes("Selokeen", Prk), Takes("Metoprolol", OtherPrk)));

    [Fact]
    public void The_treatment_goes_before_the_product() => Assert.Equal(
        "Metoprolol 100",
        Held(Entry("Metoprolol 50", Prk) with { Treatment = "mbh|7" }, Takes("Metoprolol 100", $"treatment|mbh|7 {OtherPrk}"), Takes("Metoprolol 50", Prk)));

    [Fact]
    public void Another_strength_of_the_only_one_with_that_substance_is_a_change_and_no_second_medicine() =>
        Assert.Equal("Metoprolol 50", Held(Entry("Metoprolol 100", OtherPrk, Atc), Takes("Metoprolol 50", $"{Prk} {Atc}")));

    [Fact]
    public void Of_two_with_one_substance_nobody_guesses_which() =>
        Assert.Null(Held(Entry("Metoprolol 100", OtherPrk, Atc), Takes("Metoprolol 50", $"{Prk} {Atc}"), Takes("Metoprolol retard", Atc)));

    [Fact]
    public void Without_any_code_the_name_decides_as_before() =>
        Assert.Equal("Lisinopril 10 mg", Held(Entry("lisinopril 10 MG "), Takes("Lisinopril 10 mg", null)));

    [Fact]
    public void A_code_is_read_where_the_medicine_is_named()
    {
        var read = Imports.Proposal(Imports.Request("").Replace(
            "{\"text\":\"Valeriana 10 mg\"}",
            """{"text":"Valeriana 10 mg","coding":[{"system":"urn:oid:2.16.840.1.113883.2.4.4.10","code":"18996"}]}""",
            StringComparison.Ordinal));

        Assert.Equal([Prk], read.Codes);
    }

    private static ImportedEntry.Proposal Entry(string name, params IReadOnlyList<string> codes) =>
        new("MedicationRequest/1") { Medicine = name, Codes = codes };

    private static Regimen Takes(string name, string? codes) => new()
    {
        Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch), ResidentId = default, Medicine = name, Codes = codes, Dosages = [], From = Today.AddDays(-30), TellsCircle = false,
    };

    private static string? Held(ImportedEntry.Proposal entry, params IReadOnlyList<Regimen> takes) => SameMedicine.Held(
        entry, new MedicineCabinet(default(ResidentId), Imports.Amsterdam, DayHours.Default) { Regimens = takes, Pauses = [] }, Today)?.Medicine;
}
