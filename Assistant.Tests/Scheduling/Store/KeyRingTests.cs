using Assistant.Scheduling.Store.Secrets;

namespace Assistant.Tests.Scheduling.Store;

public sealed class KeyRingTests
{
    private const string Column = "People.Name";
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 7, 0, 0, TimeSpan.Zero);
    private readonly string first = KeyRing.NewText(Now);

    [Fact]
    public void A_new_line_on_top_seals_and_the_old_one_still_opens()
    {
        var stored = SealedText.Seal(KeyRing.Parse(first), Column, "mevrouw Jansen");
        var rotated = KeyRing.Parse(OnTop("k2", first));

        Assert.Equal("k2", SealedText.KeyOf(SealedText.Seal(rotated, Column, "Els")));
        Assert.Equal("mevrouw Jansen", SealedText.Open(rotated, Column, stored));
    }

    [Fact]
    public void A_look_up_finds_the_same_after_a_rotation() =>
        Assert.Equal(KeyRing.Parse(first).Hash("06 12345678"), KeyRing.Parse(OnTop("k2", first)).Hash("06 12345678"));

    [Fact]
    public void A_key_that_another_node_put_on_the_ring_is_found_while_running()
    {
        var text = first;
        var ours = KeyRing.From(() => text);
        text = OnTop("k2", first);
        var theirs = SealedText.Seal(KeyRing.Parse(text), Column, "Els");

        Assert.Equal("Els", SealedText.Open(ours, Column, theirs));
        Assert.Equal("k2", ours.ActiveId);
    }

    [Fact]
    public void A_line_that_went_too_early_still_opens_until_the_program_ends()
    {
        var text = first;
        var ring = KeyRing.From(() => text);
        var stored = SealedText.Seal(ring, Column, "Els");
        text = string.Join('\n', OnTop("k2", first).Split('\n').Where(line => !line.StartsWith($"{KeyRing.Parse(first).ActiveId} ", StringComparison.Ordinal)));

        ring.ReadAgain();

        Assert.Equal("k2", ring.ActiveId);
        Assert.Equal("Els", SealedText.Open(ring, Column, stored));
    }

    [Fact]
    public void Another_key_for_look_ups_is_refused_and_the_ring_stays_as_it_was()
    {
        var text = first;
        var ring = KeyRing.From(() => text);
        var (id, hash) = (ring.ActiveId, ring.Hash("Els"));
        text = KeyRing.NewText(Now);

        Assert.Throws<FormatException>(ring.ReadAgain);

        Assert.Equal((id, hash), (ring.ActiveId, ring.Hash("Els")));
    }

    [Fact]
    public void An_environment_variable_may_put_semicolons_where_a_file_has_lines() =>
        Assert.Equal(KeyRing.Parse(first).Hash("Els"), KeyRing.Parse(first.Replace('\n', ';')).Hash("Els"));

    [Theory]
    [InlineData("")]
    [InlineData("k1 c2hvcnQ=")]
    [InlineData("k1")]
    [InlineData("k1 and more words")]
    [InlineData("a-name-with-dots.in-it AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("k1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("hash AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("k1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nk1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void What_is_no_ring_is_told_without_what_stands_there(string text)
    {
        var fault = Assert.Throws<FormatException>(() => KeyRing.Parse(text));

        Assert.DoesNotContain("AAAA", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2hvcnQ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ring_of_another_system_with_carriage_returns_is_read() =>
        Assert.Equal(KeyRing.Parse(first).ActiveId, KeyRing.Parse(first.Replace("\n", "\r\n", StringComparison.Ordinal)).ActiveId);

    [Fact]
    public void Only_rings_of_the_same_keys_that_stay_as_they_are_count_as_one()
    {
        var ring = KeyRing.Parse(first);

        Assert.Equal(ring.Sameness, KeyRing.Parse(first.Replace('\n', ';')).Sameness);
        Assert.NotEqual(ring.Sameness, KeyRing.Parse(KeyRing.NewText(Now)).Sameness);
        Assert.NotEqual(ring.Sameness, KeyRing.Parse(OnTop("k2", first)).Sameness);
        Assert.NotEqual(KeyRing.Parse($"{OnTop("k2", "")}{OnTop("k3", first)}").Sameness, KeyRing.Parse($"{OnTop("k3", "")}{OnTop("k2", first)}").Sameness);
        Assert.NotEqual(ring.Sameness, KeyRing.From(() => first).Sameness);
        Assert.NotEqual(KeyRing.From(() => first).Sameness, KeyRing.From(() => first).Sameness);
    }

    private static string OnTop(string id, string text) => $"{id} {Convert.ToBase64String(new byte[32])}\n{text}";
}
