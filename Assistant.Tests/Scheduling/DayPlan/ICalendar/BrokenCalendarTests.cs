using System.Text;
using Assistant.Scheduling.DayPlan.ICalendar;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Scheduling.DayPlan.ICalendar;

public class BrokenCalendarTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(new Replay(new Rnd(41UL, 9UL), null));

    private static readonly string Sound = Ics.Calendar(
        """
        BEGIN:VTIMEZONE
        TZID:Our own
        BEGIN:STANDARD
        DTSTART:20061029T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20301027T010000Z
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:20060326T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        RDATE:20070101T000000
        END:DAYLIGHT
        END:VTIMEZONE
        """,
        Ics.Event("DTSTART;TZID=Our own:20260302T090000\nDTEND;TZID=Our own:20260302T100000\nRRULE:FREQ=WEEKLY;BYDAY=MO,-1TH;COUNT=9\nEXDATE:20260309T080000Z"),
        Ics.Event("DTSTART:20260316T093000\nDURATION:P1DT2H\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=\"Our own\":20260316T090000"),
        Ics.Event("DTSTART;VALUE=DATE:20260302\nRDATE;VALUE=PERIOD:20260306T080000Z/PT30M\nBEGIN:VALARM\nTRIGGER:-P1D\nEND:VALARM", "day"),
        Ics.Event("DTSTART:20260302T090000Z\nRRULE:FREQ=HOURLY;INTERVAL=5;UNTIL=20260401T000000Z;BYSETPOS=-1", "hours"));

    [Fact]
    public void Whatever_is_wrong_in_a_file_it_is_read_and_laid_out_without_a_crash() => Prop.ForAll(
        Wounds.ArrayOf(3).ToArbitrary(),
        wounds =>
        {
            var file = ICalendarReader.Read(wounds.Aggregate(Encoding.UTF8.GetBytes(Sound), (bytes, wound) => wound(bytes)));
            var from = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
            foreach (var occurrence in file.Series.SelectMany(s => s.Between(from, from.AddDays(40), Ics.Amsterdam, out _)))
            {
                Assert.InRange(occurrence.Instant, from, from.AddDays(40));
                Assert.True(occurrence.End >= occurrence.Instant);
                Assert.All(occurrence.Event.Alarms, a => a.For(occurrence));
            }
        }).Check(Fixed.WithMaxTest(500));

    /// <summary>A byte changed, bytes cut out, a piece said twice, a digit turned into another.</summary>
    private static Gen<Func<byte[], byte[]>> Wounds =>
        from place in Gen.Choose(0, 10_000)
        from length in Gen.Choose(1, 40)
        from value in Gen.Choose(0, 255)
        from kind in Gen.Choose(0, 3)
        select new Func<byte[], byte[]>(bytes => Wounded(bytes, place, length, (kind, (byte)value)));

    private static byte[] Wounded(byte[] bytes, int place, int length, (int Kind, byte Value) how)
    {
        var at = place % Math.Max(bytes.Length - length, 1);
        var end = Math.Min(at + length, bytes.Length);
        switch (how.Kind)
        {
            case 0:
                bytes[at] = how.Value;
                return bytes;
            case 1:
                return [.. bytes[..at], .. bytes[end..]];
            case 2:
                return [.. bytes[..end], .. bytes[at..]];
            default:
                var digit = Array.FindIndex(bytes, at, b => b is >= (byte)'0' and <= (byte)'9');
                if (digit >= 0)
                {
                    bytes[digit] = (byte)('0' + (how.Value % 10));
                }

                return bytes;
        }
    }
}
