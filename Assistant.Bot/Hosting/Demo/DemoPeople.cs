using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Hosting.Demo;

/// <summary>Who lives in the demo. Their ids never change, so that a page left open survives a restart.</summary>
internal static class DemoPeople
{
    public const string Zone = "Europe/Amsterdam";

    public static readonly NeighbourhoodId Linden = new(Of(1));

    public static readonly PersonId Jansen = new(Of(11));
    public static readonly PersonId Bakker = new(Of(12));
    public static readonly PersonId Peeters = new(Of(13));
    public static readonly PersonId Els = new(Of(21));
    public static readonly PersonId Ria = new(Of(22));
    public static readonly PersonId Marijke = new(Of(31));

    public static readonly ResidentId JansenLives = new(Of(41));
    public static readonly ResidentId BakkerLives = new(Of(42));
    public static readonly ResidentId PeetersLives = new(Of(43));

    /// <summary>Who cares for whom.</summary>
    public static IReadOnlyList<(ResidentId Resident, IReadOnlyList<PersonId> Circle)> Circles { get; } =
        [(JansenLives, [Ria, Els]), (BakkerLives, [Ria]), (PeetersLives, [])];

    // Shape of a version 7 UUID with nothing but a number in it.
    private static Guid Of(int number) => new($"01900000-0000-7000-8000-{number:000000000000}");
}
