using Assistant.Scheduling.Calendar;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Scheduling.Calendar;

public class RecurrencePropertyTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(new Replay(new Rnd(17UL, 3UL), null));

    [Fact]
    public void A_rule_of_dates_agrees_with_asking_every_date() =>
        Agree(RecurrenceRules.OfDates, days: 800, tests: 150);

    [Fact]
    public void A_rule_of_the_clock_agrees_with_asking_every_second() =>
        Agree(RecurrenceRules.OfTheClock, days: 2, tests: 40);

    [Fact]
    public void Every_occurrence_is_at_or_after_the_start_and_later_than_the_one_before() =>
        ForAll(AnyRule, 300, (text, start) =>
        {
            var moments = Recurrence.Parse(text).Between(start, start, start.AddYears(10)).Take(300).ToList();
            return moments.All(m => m >= start) && moments.Zip(moments.Skip(1)).All(p => p.First < p.Second);
        });

    [Fact]
    public void A_window_shows_what_the_whole_shows_there() =>
        ForAll(AnyRule, 120, (text, start) =>
        {
            var rule = Recurrence.Parse(text);
            var whole = rule.Between(start, start, start.AddDays(900)).Take(2000).ToList();
            var from = whole.Count == 0 ? start : whole[whole.Count / 2].AddSeconds(-1);
            var until = whole.Count == 0 ? start : whole[^1];
            return rule.Between(start, from, until).SequenceEqual(whole.Where(m => m >= from && m < until));
        });

    [Fact]
    public void COUNT_ends_a_rule_after_so_many() =>
        ForAll(AnyRule, 200, (text, start) =>
        {
            var all = Recurrence.Parse(text).Between(start, start, start.AddDays(900)).Take(7).ToList();
            return Recurrence.Parse(text + ";COUNT=7").Between(start, start, start.AddDays(900)).SequenceEqual(all);
        });

    [Fact]
    public void COUNT_reckoned_to_a_window_is_COUNT_counted_through() =>
        ForAll(AnyRule, 200, (text, start) =>
        {
            var rule = Recurrence.Parse(text + ";COUNT=40");
            var whole = rule.Between(start, start, start.AddDays(2000)).ToList();
            var from = whole.Count == 0 ? start : whole[whole.Count / 2].AddSeconds(1);
            return rule.Between(start, from, start.AddDays(2000)).SequenceEqual(whole.Where(m => m >= from));
        });

    [Fact]
    public void What_is_written_is_read_back_the_same() =>
        ForAll(AnyRule, 500, (text, _) =>
        {
            var rule = Recurrence.Parse(text);
            var again = Recurrence.Parse(rule.ToString());
            return again == rule && again.ToString() == rule.ToString();
        });

    [Fact]
    public void Dates_are_the_dates_of_the_moments() =>
        ForAll(AnyRule, 40, (text, start) =>
        {
            var (rule, anchor) = (Recurrence.Parse(text), DateOnly.FromDateTime(start));
            var moments = rule.Between(start.Date, start.Date, start.Date.AddDays(40));
            return rule.Dates(anchor, anchor, anchor.AddDays(39))
                .SequenceEqual(moments.Select(DateOnly.FromDateTime).Distinct());
        });

    private static Gen<string> AnyRule => Gen.OneOf(RecurrenceRules.OfDates, RecurrenceRules.OfTheClock);

    private static void Agree(Gen<string> rules, int days, int tests) => ForAll(rules, tests, (text, start) =>
    {
        var until = start.Date.AddDays(days);
        return Recurrence.Parse(text).Between(start, start, until).SequenceEqual(new SlowRecurrence(text, start).Until(until));
    });

    private static void ForAll(Gen<string> rules, int tests, Func<string, DateTime, bool> holds) => Prop.ForAll(
        rules.SelectMany(text => RecurrenceRules.Starts.Select(start => (text, start))).ToArbitrary(),
        drawn => holds(drawn.text, drawn.start)).Check(Fixed.WithMaxTest(tests));
}
