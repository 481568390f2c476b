using System.Text.Json.Nodes;
using Assistant.Bot.Channels.WhatsApp;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Channels.BotFramework;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;

namespace Assistant.Tests.Bot.Channels.WhatsApp;

/// <summary>A message shows on a locked screen, and passes through Meta.</summary>
public sealed class NoMedicineNamesTests
{
    // What Talk's regimens are of.
    private const string Medicine = "lisinopril";

    [TownTheory]
    [InlineData("nl", "Wat moet ik vandaag slikken?", "Heb ik mijn pillen al genomen?", "ik heb ze ingenomen")]
    [InlineData("en", "Which pills do I take today?", "Did I take my pills?", "I took my pills")]
    public async Task Nothing_that_is_said_about_pills_names_one(string language, params string[] words)
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 07:00");
        await talk.PillsAsync(await talk.ResidentAsync("Anna", language), "08:00", "20:00");
        await talk.UntilAsync("2026-03-10 08:00");
        await talk.UntilAsync("2026-03-10 08:45");
        foreach (var said in words)
        {
            await talk.SaysAsync("Anna", said);
        }

        var point = new ContactPoint { Id = ContactPointId.New(Outgoing.Now), Channel = "whatsapp", Address = Webhook.Number };
        var sent = talk.Heard("Anna").SelectMany(message => (JsonObject[])
            [OutboundPayload.FreeForm(point, message), OutboundPayload.Template(point, message, new WhatsAppTemplates())]).ToList();

        Assert.True(sent.Count >= 10, $"Only {sent.Count} messages were built.");
        Assert.Contains(sent, message => $"{message["template"]?["name"]}" == "assistant_dose");
        Assert.All(sent, message => Assert.DoesNotContain(Medicine, message.ToJsonString(), StringComparison.OrdinalIgnoreCase));
    }
}
