using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;

namespace Assistant.Tests.Scheduling.DayPlan;

public sealed class ClashTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 11, 0, 0, TimeSpan.Zero);
    private static readonly Guid Hairdresser = Guid.CreateVersion7(Noon);

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-59, true)]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void Two_hours_clash_where_they_overlap_and_not_where_they_touch(int minutes, bool clash) =>
        Assert.Equal(clash, Clash.With([At(TimeSpan.FromHours(1))], Noon.AddMinutes(minutes), TimeSpan.FromHours(1)).Count == 1);

    [Fact]
    public void What_occupies_no_time_is_in_nobodys_way() =>
        Assert.Empty(Clash.With([At(null)], Noon, TimeSpan.FromHours(1)));

    [Fact]
    public void What_is_itself_moved_is_not_in_its_own_way() =>
        Assert.Empty(Clash.With([At(TimeSpan.FromHours(1))], Noon.AddMinutes(30), TimeSpan.FromHours(1), Hairdresser));

    private static PlannedMoment At(TimeSpan? occupies) => new()
    {
        ResidentId = ResidentId.New(Noon),
        LocalDate = new DateOnly(2026, 3, 10),
        Slot = new OccurrenceSlot(Hairdresser, new DateOnly(2026, 3, 9)).ToString(),
        At = Noon,
        Title = "hairdresser",
        Question = "",
        Importance = Importance.Mention,
        Validity = TimeSpan.FromMinutes(30),
        Occupies = occupies,
    };
}
