using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>Els may put something on her mother's list where mevrouw Jansen agreed to that; she hears who did, and may say no.</summary>
public sealed class WhatWasPutOnHerDayFromAfarIsToldToHer
{
    private const string Jansen = "mevrouw Jansen";
    private const string Sentence = "zet bij mama dinsdag om tien uur de tandarts";

    [TownFact]
    public async Task She_hears_who_put_what_there_and_lets_it_stand()
    {
        await using var talk = await Talk.BeginAsync("2026-03-06 10:00");
        await ElsAsync(talk, SharedKind.Arranging);

        Assert.EndsWith("Voor mevrouw Jansen. Dinsdag 10 maart om 10:00 uur: tandarts. Klopt dat?", (await talk.SaysAsync("Els", Sentence)).Text, StringComparison.Ordinal);
        Assert.Empty(talk.Heard(Jansen));
        await talk.SaysAsync("Els", "ja");

        Assert.EndsWith("Els zette iets op uw lijst. Dinsdag 10 maart om 10:00 uur: tandarts. Is dat goed?", talk.Last(Jansen).Text, StringComparison.Ordinal);
        Assert.Equal("Fijn. Dan blijft het staan.", await AnswerAsync(talk, "ja"));
        Assert.Equal(1, await OnTheListAsync(talk));
    }

    [TownFact]
    public async Task Her_no_takes_it_off_and_Els_hears_so()
    {
        await using var talk = await Talk.BeginAsync("2026-03-06 10:00");
        await ElsAsync(talk, SharedKind.Arranging);
        await talk.SaysAsync("Els", Sentence);
        await talk.SaysAsync("Els", "ja");
        await talk.UntilAsync("2026-03-06 15:00");

        Assert.Equal("Het is van uw lijst: tandarts. Ik vertel het Els.", await AnswerAsync(talk, "nee"));

        Assert.Equal("Mevrouw Jansen wil dit liever niet: tandarts. Het staat niet meer op de lijst.", talk.Last("Els").Text);
        Assert.Equal(0, await OnTheListAsync(talk));
    }

    [TownFact]
    public async Task Without_her_consent_nothing_is_put_there_and_nothing_of_her_day_is_told()
    {
        await using var talk = await Talk.BeginAsync("2026-03-06 10:00");
        await ElsAsync(talk, SharedKind.DayPlan);

        Assert.EndsWith("Dat mag pas als mevrouw Jansen dat goed vindt.", (await talk.SaysAsync("Els", Sentence)).Text, StringComparison.Ordinal);

        Assert.Empty(talk.Heard(Jansen));
        Assert.Equal(0, await OnTheListAsync(talk));
    }

    [TownFact]
    public async Task What_else_is_on_her_day_Els_hears_only_where_she_may_know_it()
    {
        await using var talk = await Talk.BeginAsync("2026-03-06 10:00");
        await ElsAsync(talk, SharedKind.Arranging);
        await talk.SaysAsync(Jansen, "dinsdag om tien uur naar de kapper");
        await talk.SaysAsync(Jansen, "ja");

        Assert.DoesNotContain("kapper", (await talk.SaysAsync("Els", Sentence)).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task Els_takes_back_what_she_put_there_and_her_mother_hears_that_too()
    {
        await using var talk = await Talk.BeginAsync("2026-03-06 10:00");
        await ElsAsync(talk, SharedKind.Arranging);
        await talk.SaysAsync("Els", Sentence);
        await talk.SaysAsync("Els", "ja");

        await talk.SaysAsync("Els", "toch niet");

        Assert.Equal("Els haalde iets weer van uw lijst: tandarts.", talk.Last(Jansen).Text);
        Assert.Equal(0, await OnTheListAsync(talk));
    }

    [TownFact]
    public async Task Els_moves_and_calls_off_what_she_put_there_and_her_mother_hears_each()
    {
        await using var talk = await Talk.BeginAsync("2026-03-06 10:00");
        await ElsAsync(talk, SharedKind.Arranging);
        await talk.SaysAsync("Els", Sentence);
        await talk.SaysAsync("Els", "ja");

        Assert.Equal(
            "Het staat op dinsdag 10 maart: tandarts. Het wordt woensdag 11 maart om 11:00 uur. Klopt dat?",
            (await talk.SaysAsync("Els", "verzet de tandarts van mama naar woensdag om elf uur")).Text);
        Assert.Equal("Het is verzet bij mevrouw Jansen: tandarts. Het is nu woensdag 11 maart om 11:00 uur. Ik vertel het ook daar.", (await talk.SaysAsync("Els", "ja")).Text);
        Assert.Equal("Els verzette iets op uw lijst: tandarts. Het is nu woensdag 11 maart om 11:00 uur.", talk.Last(Jansen).Text);

        await talk.SaysAsync("Els", "de tandarts gaat niet door");
        Assert.Equal("Het is bij mevrouw Jansen van de lijst: tandarts. Ik vertel het ook daar.", (await talk.SaysAsync("Els", "ja")).Text);
        Assert.Equal("Els haalde iets van uw lijst, woensdag 11 maart: tandarts.", talk.Last(Jansen).Text);
        Assert.Equal(0, await OnTheListAsync(talk));

        await talk.SaysAsync("Els", "toch niet");
        Assert.Equal("Els veranderde het toch niet: tandarts. Alles staat zoals het was.", talk.Last(Jansen).Text);
        Assert.Equal(1, await OnTheListAsync(talk));
    }

    [TownFact]
    public async Task What_her_mother_put_there_herself_Els_neither_finds_nor_hears_of()
    {
        await using var talk = await Talk.BeginAsync("2026-03-06 10:00");
        await ElsAsync(talk, SharedKind.Arranging);
        await talk.SaysAsync(Jansen, "dinsdag om tien uur naar de kapper");
        await talk.SaysAsync(Jansen, "ja");

        Assert.EndsWith(
            "Ik vind niets dat u daar op de lijst zette. Ik heb niets veranderd.", (await talk.SaysAsync("Els", "verzet de kapper naar woensdag")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kapper", (await talk.SaysAsync("Els", "verzet de afspraak naar woensdag")).Text, StringComparison.Ordinal);
    }

    private static async Task ElsAsync(Talk talk, SharedKind may)
    {
        var resident = await talk.ResidentAsync(Jansen);
        var els = await talk.IntroduceAsync("Els");
        await talk.StoreAsync(new CircleMember { ResidentId = resident.Id, PersonId = els.Id, Relation = "daughter", AcceptedAt = talk.Now });
        await talk.StoreAsync(Agreed.Yes(resident, Agreement.With(els.Id, may), talk.Now));
    }

    private static async Task<string> AnswerAsync(Talk talk, string said)
    {
        var answer = (await talk.SaysAsync(Jansen, said)).Text;
        return answer[(answer.IndexOf("computerprogramma.", StringComparison.Ordinal) is var at and >= 0 ? at + "computerprogramma. ".Length : 0)..];
    }

    private static Task<int> OnTheListAsync(Talk talk) => talk.ReadAsync(db => db.Set<Appointment>().CountAsync(a => a.CancelledAt == null));
}
