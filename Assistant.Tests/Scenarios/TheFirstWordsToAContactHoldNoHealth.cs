using Assistant.Scheduling.Escalation;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;

namespace Assistant.Tests.Scenarios;

/// <summary>What Ria reads first, word for word: that somebody must look, and nothing of pills, moods or falls.</summary>
public sealed class TheFirstWordsToAContactHoldNoHealth
{
    private const string Jansen = "mevrouw Jansen";
    private const string Look = "Dag Ria. Dit is de Assistent. ";

    [TownTheory]
    [InlineData(nameof(ConcernKind.MissedCheckIn), Look + "Ik heb nog niets gehoord van mevrouw Jansen. Kunt u even gaan kijken?")]
    [InlineData(nameof(ConcernKind.Unanswered), Look + "Ik wacht nog op antwoord van mevrouw Jansen. Kunt u even gaan kijken?")]
    [InlineData(nameof(ConcernKind.Unwell), Look + "Mevrouw Jansen kan vandaag iemand gebruiken. Kunt u bellen of langsgaan?")]
    [InlineData(nameof(ConcernKind.Distress), Look + "Mevrouw Jansen heeft nu iemand nodig. Kunt u meteen bellen of langsgaan?")]
    [InlineData(nameof(ConcernKind.Emergency), "Dringend, Ria. Mevrouw Jansen heeft nu hulp nodig. Bel meteen of ga erheen. Bel bij nood 112. Gaat u?")]
    [InlineData(nameof(ConcernKind.Undeliverable), Look + "Mijn berichten aan mevrouw Jansen komen niet aan. Kunt u even gaan kijken?")]
    [InlineData(nameof(ConcernKind.Reported), Look + "Iemand uit de buurt maakt zich zorgen om mevrouw Jansen. Kunt u even gaan kijken?")]
    public Task In_dutch(string kind, string words) => ReadsAsync("nl", kind, words);

    [TownTheory]
    [InlineData(nameof(ConcernKind.MissedCheckIn), "I have not heard from mevrouw Jansen yet. Could you go and have a look?")]
    [InlineData(nameof(ConcernKind.Unanswered), "I am still waiting for an answer from mevrouw Jansen. Could you go and have a look?")]
    [InlineData(nameof(ConcernKind.Unwell), "mevrouw Jansen could use somebody today. Could you call or visit?")]
    [InlineData(nameof(ConcernKind.Distress), "mevrouw Jansen needs somebody now. Could you call or visit at once?")]
    public Task In_english(string kind, string words) => ReadsAsync("en", kind, "Hello Ria. This is the Assistant. " + words);

    private static async Task ReadsAsync(string language, string kind, string words)
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 11:00");
        var jansen = await talk.ResidentAsync(Jansen);
        await talk.IntroduceAsync("Ria", language);
        await talk.JoinsAsync(jansen, "Ria");
        await talk.InOneTransactionAsync(async db => await new ConcernBook(db, talk.Now).RaiseAsync(
            Enum.Parse<ConcernKind>(kind), jansen.Id, Guid.CreateVersion7(talk.Now), CancellationToken.None));

        await talk.UntilAsync("2026-03-10 11:01");

        Assert.Equal(words, talk.Last("Ria").Text, ignoreCase: true);
    }
}
