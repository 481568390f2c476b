using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Scheduling.Calendar;

/// <summary>Random rules of every kind, and the slow way to lay one out: look at every second and ask each part.</summary>
internal static class RecurrenceRules
{
    private static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>Rules of one day and longer, with any mix of parts.</summary>
    public static Gen<string> OfDates =>
        from frequency in Gen.Elements("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
        from interval in Gen.Choose(1, 5)
        from ordinals in frequency is "MONTHLY" or "YEARLY" ? Gen.Elements(true, false) : Gen.Constant(false)
        from days in Some(ordinals ? Ordinal : Gen.Elements(Days), "BYDAY")
        from monthDays in Some(Signed(31), "BYMONTHDAY")
        from months in Some(Gen.Choose(1, 12).Select(Text), "BYMONTH")
        from yearDays in Rarely(Some(Signed(366), "BYYEARDAY"))
        from weeks in frequency == "YEARLY" && !ordinals ? Rarely(Some(Signed(53), "BYWEEKNO")) : Gen.Constant("")
        from hours in Rarely(Some(Gen.Choose(0, 23).Select(Text), "BYHOUR"))
        from positions in Rarely(Some(Signed(4), "BYSETPOS"))
        from weekStart in Gen.Elements("", ";WKST=SU", ";WKST=TH")
        select $"FREQ={frequency};INTERVAL={interval}{days}{monthDays}{months}{yearDays}{weeks}{hours}{positions}{weekStart}";

    /// <summary>Rules of hours, minutes and seconds.</summary>
    public static Gen<string> OfTheClock =>
        from frequency in Gen.Elements("HOURLY", "MINUTELY", "SECONDLY")
        from interval in Gen.Elements(1, 2, 3, 7, 36, 45, 90, 1441, 7200)
        from days in Rarely(Some(Gen.Elements(Days), "BYDAY"))
        from monthDays in Rarely(Some(Signed(31), "BYMONTHDAY"))
        from hours in Some(Gen.Choose(0, 23).Select(Text), "BYHOUR")
        from minutes in Some(Gen.Choose(0, 59).Select(Text), "BYMINUTE")
        from seconds in Some(Gen.Choose(0, 59).Select(Text), "BYSECOND")
        from positions in Rarely(Some(Signed(3), "BYSETPOS"))
        select $"FREQ={frequency};INTERVAL={interval}{days}{monthDays}{hours}{minutes}{seconds}{positions}";

    public static Gen<DateTime> Starts =>
        from day in Gen.Choose(0, 4000)
        from second in Gen.Choose(0, 86_399)
        select new DateTime(2019, 1, 1).AddDays(day).AddSeconds(second);

    private static Gen<string> Ordinal =>
        from number in Gen.Elements(0, 0, 1, 2, 5, -1, -2, 20)
        from day in Gen.Elements(Days)
        select (number == 0 ? "" : Text(number)) + day;

    private static Gen<string> Signed(int most) =>
        from number in Gen.Choose(1, most)
        from sign in Gen.Elements(1, 1, -1)
        select Text(number * sign);

    private static Gen<string> Some(Gen<string> values, string part) => Gen.Choose(-2, 3).SelectMany(count =>
        count <= 0 ? Gen.Constant("") : values.ListOf(count).Select(list => $";{part}={string.Join(',', list)}"));

    private static Gen<string> Rarely(Gen<string> part) => Gen.Frequency((3, Gen.Constant("")), (1, part));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
