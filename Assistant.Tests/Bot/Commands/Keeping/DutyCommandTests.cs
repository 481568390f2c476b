using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;

namespace Assistant.Tests.Bot.Commands.Keeping;

/// <summary>Marijke and Joost of the Lindenhof, on 10 March 2026.</summary>
public sealed class DutyCommandTests
{
    [TownFact]
    public async Task They_take_turns_and_hours_are_taken_swapped_and_left_to_nobody()
    {
        using var store = await OrganisersAsync();

        Assert.Equal("Noted.", await DoneAsync(store, "rotate", "--people", "Marijke,Joost", "--from", "2026-03-09"));
        Assert.Equal("Noted.", await DoneAsync(store, "take", "--person", "Joost", "--from", "2026-03-11 12:00", "--until", "2026-03-11 18:00"));
        Assert.Equal(
            """
            2026-03-10 07:00	2026-03-11 12:00	Marijke
            2026-03-11 12:00	2026-03-11 18:00	Joost
            2026-03-11 18:00	2026-03-16 09:00	Marijke
            2026-03-16 09:00	2026-03-23 09:00	Joost
            2026-03-23 09:00	2026-03-24 07:00	Marijke
            """,
            await DoneAsync(store, "show", "--weeks", "2"));

        Assert.Equal("Noted.", await DoneAsync(store, "swap", "--week", "2026-03-18", "--with", "2026-03-25"));
        Assert.Equal("Noted.", await DoneAsync(store, "away", "--person", "Marijke", "--from", "2026-03-18", "--until", "2026-03-19"));
        Assert.Equal("Noted.", await DoneAsync(store, "away", "--person", "Joost", "--from", "2026-03-18 12:00", "--until", "2026-03-20"));
        var shifts = await DoneAsync(store, "show", "--weeks", "3");
        Assert.Contains("2026-03-18 00:00\t2026-03-18 12:00\tJoost\n2026-03-18 12:00\t2026-03-19 00:00\tNOBODY\n2026-03-19 00:00\t2026-03-23 09:00\tMarijke", shifts, StringComparison.Ordinal);

        // The clocks go forward on the 29th: three weeks of hours end at eight.
        Assert.Contains("2026-03-23 09:00\t2026-03-31 08:00\tJoost", shifts, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task What_would_hurt_is_refused_in_one_sentence()
    {
        using var store = await OrganisersAsync();
        await DoneAsync(store, "take", "--person", "Joost", "--from", "2026-03-11", "--until", "2026-03-12");

        (await RunAsync(store, "take", "--person", "Marijke", "--from", "2026-03-11 20:00", "--until", "2026-03-13")).IsStoppedBy("took a part of these hours");
        (await RunAsync(store, "away", "--person", "Joost", "--from", "2026-03-12", "--until", "2026-03-11")).IsStoppedBy("ends before it begins");
        (await RunAsync(store, "take", "--person", "Els", "--from", "2026-03-14", "--until", "2026-03-15")).IsStoppedBy("Nobody of that name");
        (await RunAsync(store, "take", "--person", "Joost", "--from", "volgende week", "--until", "2026-03-15")).IsStoppedBy("no date and time");
        (await RunAsync(store, "swap", "--week", "2026-03-18", "--with", "2026-03-25")).IsStoppedBy("nothing to change");
        (await RunAsync(store, "rotate", "--people", "Marijke,Joost", "--from", "9 maart?")).IsStoppedBy("no date");
        (await RunAsync(store, "rotate", "--people", "Marijke,Joost", "--from", "2026-03-09", "--at", "negen")).IsStoppedBy("no time of day");
        (await Verbs.OnAsync(store.Address, "duty", "show", "--neighbourhood", "Elders")).IsStoppedBy("no neighbourhood 'Elders'");
    }

    [TownFact]
    public async Task A_ring_is_made_shown_and_ended_and_a_wrong_one_is_refused()
    {
        using var store = await OrganisersAsync();
        await using (var db = await store.Contexts().CreateDbContextAsync())
        {
            foreach (var name in (string[])["mevrouw Jansen", "meneer Bakker", "mevrouw Stil"])
            {
                var person = Person(name, db.Set<Neighbourhood>().Single().Id);
                var resident = new Resident { Id = ResidentId.New(Verbs.Now), PersonId = person.Id, NeighbourhoodId = db.Set<Neighbourhood>().Single().Id };
                db.AddRange(person, resident);
                if (name is not "mevrouw Stil")
                {
                    db.AddRange(Agreed.ToTheService(resident, Verbs.Now));
                }
            }

            await db.SaveChangesAsync();
        }

        Assert.Contains("2 people are asked", (await RingAsync(store, "make", "--people", "mevrouw Jansen,meneer Bakker", "--at", "08:30")).Output, StringComparison.Ordinal);
        var shown = (await RingAsync(store, "show")).Output.TrimEnd().Split('\n');
        Assert.Equal(["08:30\tmevrouw Jansen\tasked", "08:30\tmeneer Bakker\tasked"], shown.Select(line => line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..].TrimEnd()));
        (await RingAsync(store, "make", "--people", "mevrouw Jansen,meneer Bakker")).IsStoppedBy("2 of them cannot");
        Assert.Equal("Noted.", (await RingAsync(store, "end", shown[0].Split('\t')[0])).Output.TrimEnd());

        (await RingAsync(store, "make", "--people", "mevrouw Jansen,mevrouw Stil")).IsStoppedBy("1 of them cannot");
        (await RingAsync(store, "make", "--people", "mevrouw Jansen")).IsStoppedBy("two or more residents");
        (await RingAsync(store, "make", "--people", "mevrouw Jansen,meneer Bakker", "--at", "23:00")).IsStoppedBy("between 06:00 and 18:00");
        (await RingAsync(store, "make", "--people", "mevrouw Jansen,Niemand")).IsStoppedBy("no resident 'Niemand'");
        (await RingAsync(store, "end", $"{Guid.Empty}")).IsStoppedBy("no ring");
    }

    private static async Task<TownStore> OrganisersAsync()
    {
        var store = await TownStore.OpenAsync();
        await using var db = await store.Contexts().CreateDbContextAsync();
        var home = new Neighbourhood { Id = NeighbourhoodId.New(Verbs.Now), Name = "Lindenhof", Country = "NL" };
        db.Add(home);
        foreach (var name in (string[])["Marijke", "Joost"])
        {
            var person = Person(name, home.Id);
            db.AddRange(person, new OrganiserDuty { NeighbourhoodId = home.Id, PersonId = person.Id });
        }

        await db.SaveChangesAsync();
        return store;
    }

    private static Person Person(string name, NeighbourhoodId home) =>
        new() { Id = PersonId.New(Verbs.Now), NeighbourhoodId = home, Name = name, Language = "nl", TimeZoneId = SmallTown.ZoneId };

    private static Task<Run> RunAsync(TownStore store, string verb, params string[] rest) =>
        Verbs.OnAsync(store.Address, ["duty", verb, "--neighbourhood", "Lindenhof", .. rest]);

    private static Task<Run> RingAsync(TownStore store, string verb, params string[] rest) => Verbs.OnAsync(store.Address, ["ring", verb, .. rest]);

    private static async Task<string> DoneAsync(TownStore store, string verb, params string[] rest)
    {
        var run = await RunAsync(store, verb, rest);
        Assert.Equal((0, ""), (run.Status, run.Error));
        return run.Output.TrimEnd().ReplaceLineEndings("\n");
    }
}
