using System.Text;
using Assistant.Scheduling.DayPlan.ICalendar;

namespace Assistant.Tests.Scheduling.DayPlan.ICalendar;

public class ICalendarReaderTests
{
    private const string Good = "DTSTART:20260302T090000";

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public void A_line_goes_on_where_the_next_begins_with_a_space_or_a_tab(string end) => Assert.Equal(
        "Koffie bij Annelies",
        SummaryOf(Encoding.UTF8.GetBytes(Ics.Calendar("BEGIN:VEVENT\nSUMMA\n RY:Koffie\n\t bij Annelies\nDTSTART:202\n 60302T090000\nEND:VEVENT")
            .ReplaceLineEndings(end))));

    [Fact]
    public void A_fold_may_cut_a_letter_in_two()
    {
        var bytes = Encoding.UTF8.GetBytes(Ics.Calendar($"BEGIN:VEVENT\n{Good}\nSUMMARY:caf\u00e9\nEND:VEVENT")).ToList();
        var cut = bytes.IndexOf(0xC3) + 1;
        bytes.InsertRange(cut, "\r\n "u8);

        Assert.Equal("caf\u00e9", SummaryOf([.. bytes]));
    }

    [Fact]
    public void A_file_is_read_in_the_letters_it_was_saved_in()
    {
        var text = Ics.Calendar($"BEGIN:VEVENT\n{Good}\nSUMMARY:Ren\u00e9\nEND:VEVENT");

        Assert.Equal("Ren\u00e9", SummaryOf([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]));
        Assert.Equal("Ren\u00e9", SummaryOf([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]));
        Assert.Equal("Ren\u00e9", SummaryOf([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)]));
        Assert.Equal("Ren\u00e9", SummaryOf(Encoding.Latin1.GetBytes(text)));
    }

    [Theory]
    [InlineData("SUMMARY:Soep\\, brood\\; kaas\\nen \\\\ thee", "Soep, brood; kaas\nen \\ thee")]
    [InlineData("SUMMARY;X-NOTE=\"a:b;c\";LANGUAGE=nl:Markt", "Markt")]
    [InlineData("summary;x=^n^'^^:Markt: kramen", "Markt: kramen")]
    public void Text_means_what_its_escapes_hide(string line, string text) =>
        Assert.Equal(text, SummaryOf(Encoding.UTF8.GetBytes(Ics.Calendar($"BEGIN:VEVENT\n{Good}\n{line}\nEND:VEVENT"))));

    [Fact]
    public void A_parameter_means_what_its_escapes_hide() => Assert.Equal(
        "a\"b\nc^d",
        ContentLine.TryParse(new UnfoldedLine(1, "X;P=a^'b^nc^^d:v"))?.Parameters["P"]);

    [Theory]
    [InlineData("SUMMARY:Walk", "DTSTART")]
    [InlineData("DTSTART:2026-03-02T09:00", "DTSTART")]
    [InlineData("DTSTART:20260230", "DTSTART")]
    [InlineData("DTSTART:00010101T000000", "DTSTART")]
    [InlineData("DTSTART:20260302T090000\nDTSTART:20260303T090000", "DTSTART")]
    [InlineData("DTSTART;TZID=Middle/Earth:20260302T090000", "Middle/Earth")]
    [InlineData("DTSTART:20260302T090000\nDTEND:20260302T080000", "DTEND")]
    [InlineData("DTSTART:20260302T090000\nDURATION:an hour", "DURATION")]
    [InlineData("DTSTART:20260302T090000\nDURATION:PT", "DURATION")]
    [InlineData("DTSTART:20260302T090000\nDURATION:P99999999999D", "DURATION")]
    [InlineData("DTSTART:20260302T090000\nRRULE:FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY")]
    [InlineData("DTSTART:20260302T090000\nEXDATE:next week", "EXDATE")]
    [InlineData("DTSTART:20260302T090000\nRDATE;VALUE=PERIOD:20260302T090000/soon", "RDATE")]
    [InlineData("DTSTART:20260302T090000\nRECURRENCE-ID:yesterday", "RECURRENCE-ID")]
    [InlineData("DTSTART:20260302T090000\nDESCRIPTION:half of\nthe words", "Line 13")]
    [InlineData("DTSTART:20260302T090000\nX;P=\"open:v", "Line 12")]
    [InlineData("DTSTART:20260302T090000\nBEGIN:VALARM\nTRIGGER:-PT5M", "VALARM")]
    [InlineData("DTSTART:20260302T090000\nEND:VTODO", "VTODO")]
    public void A_bad_entry_tells_its_own_fault_and_the_others_go_on(string lines, string says)
    {
        var file = ICalendarReader.Read(Ics.Calendar(
            Ics.Event(Good, "before"), Ics.Event(lines, "bad"), Ics.Event(Good, "after")));

        var problem = Assert.Single(file.Problems);
        Assert.True(problem.IsError);
        Assert.Equal("bad", problem.Source);
        Assert.Contains(says, problem.Sentence, StringComparison.Ordinal);
        Assert.Equal(["before", "after"], file.Series.Select(s => s.Uid));
    }

    [Fact]
    public void An_entry_that_never_ends_does_not_take_the_next_with_it()
    {
        var file = ICalendarReader.Read(Ics.Calendar($"BEGIN:VEVENT\nUID:open\n{Good}", Ics.Event(Good, "after")));

        Assert.Equal("open", Assert.Single(file.Problems).Source);
        Assert.Equal("after", Assert.Single(file.Series).Uid);
    }

    [Fact]
    public void A_file_that_breaks_off_keeps_what_was_whole()
    {
        var text = Ics.Calendar(Ics.Event(Good, "whole"), Ics.Event(Good, "half"));
        var file = ICalendarReader.Read(text[..text.LastIndexOf("END:VEVENT", StringComparison.Ordinal)]);

        Assert.Equal("whole", Assert.Single(file.Series).Uid);
        Assert.Contains(file.Problems, p => p.Source == "half");
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("BEGIN:VEVENT\r\nDTSTART:20260302T090000\r\nEND:VEVENT\r\n")]
    [InlineData("END:VCALENDAR")]
    [InlineData(":")]
    [InlineData(" \t\r\n ")]
    public void What_is_no_calendar_is_told_so(string text)
    {
        var file = ICalendarReader.Read(text);

        Assert.Empty(file.Series);
        Assert.NotEmpty(file.Problems);
        Assert.All(file.Problems, p => Assert.Equal("calendar", p.Source));
    }

    [Fact]
    public void A_to_do_is_told_but_is_no_error()
    {
        var file = ICalendarReader.Read(Ics.Calendar("BEGIN:VTODO\nUID:t\nSUMMARY:Belasting\nEND:VTODO"));

        Assert.False(Assert.Single(file.Problems).IsError);
    }

    [Fact]
    public void An_entry_without_a_name_is_called_by_its_place() => Assert.Equal(
        ["VEVENT/1", "VEVENT/2"],
        ICalendarReader.Read(Ics.Calendar($"BEGIN:VEVENT\n{Good}\nEND:VEVENT\nBEGIN:VEVENT\n{Good}\nEND:VEVENT")).Series.Select(s => s.Uid));

    [Fact]
    public void More_entries_than_a_lifetime_holds_are_not_read()
    {
        var one = $"BEGIN:VEVENT\r\n{Good}\r\nEND:VEVENT\r\n";
        var file = ICalendarReader.Read(Ics.Calendar(string.Concat(Enumerable.Repeat(one, ICalendarReader.MostEvents + 1))));

        Assert.Equal(ICalendarReader.MostEvents, file.Series.Count);
        Assert.Contains("20000", Assert.Single(file.Problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_only_begins_is_read_in_a_moment_and_what_follows_with_it() => Assert.Single(
        ICalendarReader.Read(Ics.Calendar(string.Concat(Enumerable.Repeat("BEGIN:X\r\n", 100_000)), Ics.Event(Good))).Series);

    private static string SummaryOf(byte[] bytes)
    {
        var file = ICalendarReader.Read(bytes);
        Assert.Empty(file.Problems);
        return Assert.Single(file.Series).Master?.Summary ?? "";
    }
}
