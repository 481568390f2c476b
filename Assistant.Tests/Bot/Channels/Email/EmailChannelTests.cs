using System.Net;
using System.Text.RegularExpressions;
using Assistant.Bot.Channels.Email;
using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;

namespace Assistant.Tests.Bot.Channels.Email;

public sealed partial class EmailChannelTests : IAsyncLifetime
{
    private PostOffice? serving;
    private ChannelHouse? opened;

    private ChannelHouse House => opened ?? throw new InvalidOperationException("The house is not open yet.");

    private PostOffice Office => serving ?? throw new InvalidOperationException("The mail server is not open yet.");

    public async Task InitializeAsync()
    {
        serving = PostOffice.Open();
        opened = await ChannelHouse.OpenAsync(null, [.. serving.Settings, "--PublicUrl=https://assistent.example/"]);
    }

    public async Task DisposeAsync()
    {
        await House.DisposeAsync();
        await Office.DisposeAsync();
    }

    [TownFact]
    public async Task A_mail_is_plain_and_html_and_its_subject_tells_nothing()
    {
        Assert.IsType<DeliveryOutcome.Accepted>(await SendAsync("els@example.org"));

        var mail = Assert.Single(Office.Mails);
        Assert.Contains("els@example.org", mail.To, StringComparison.Ordinal);
        Assert.Contains("multipart/alternative", mail.Data, StringComparison.Ordinal);
        Assert.Contains("text/html", mail.Data, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", mail.Data, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^Subject: Bericht van de Assistent\.\r?$", mail.Data);
        Assert.Contains("Kunt u even gaan kijken?", mail.Decoded, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task Opening_a_link_does_nothing_and_its_button_answers_once()
    {
        var point = await PointAsync("els@example.org");
        await SendAsync("els@example.org", point);
        var link = Link().Match(Assert.Single(Office.Mails).Decoded).Value;

        var shown = await House.Http.GetAsync(new Uri(link, UriKind.Relative));
        Assert.Contains("Ik ga", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await House.InboxAsync());
        await House.Http.PostAsync(new Uri(link, UriKind.Relative), null);
        await House.Http.PostAsync(new Uri(link, UriKind.Relative), null);

        var said = Assert.Single(await House.InboxAsync()).Utterance;
        Assert.Equal(("email", "els@example.org", "responder.going"), (said.Channel, said.Address, said.Choice?.Intent));
    }

    [TownTheory]
    [InlineData("rubbish")]
    [InlineData("a.b")]
    [InlineData("")]
    public async Task A_link_that_is_not_ours_or_was_changed_answers_nothing(string token)
    {
        var point = await PointAsync("els@example.org");
        await SendAsync("els@example.org", point);
        var ours = Link().Match(Assert.Single(Office.Mails).Decoded).Value;
        var tried = token.Length > 0 ? $"/answer/{token}" : ours[..^3] + "abc";

        Assert.Equal(HttpStatusCode.NotFound, (await House.Http.PostAsync(new Uri(tried, UriKind.Relative), null)).StatusCode);
        Assert.Empty(await House.InboxAsync());
    }

    [TownFact]
    public async Task A_link_of_last_week_answers_nothing()
    {
        var point = await PointAsync("els@example.org");
        await SendAsync("els@example.org", point);
        var link = Link().Match(Assert.Single(Office.Mails).Decoded).Value;

        House.Clock.MoveTo(House.Clock.GetUtcNow().AddDays(AnswerLinks.Days));

        Assert.Equal(HttpStatusCode.NotFound, (await House.Http.PostAsync(new Uri(link, UriKind.Relative), null)).StatusCode);
    }

    [TownTheory]
    [InlineData("550 no such user", typeof(DeliveryOutcome.Refused))]
    [InlineData("451 try again", typeof(DeliveryOutcome.Failed))]
    public async Task What_the_server_says_decides_whether_it_is_tried_again(string says, Type outcome)
    {
        Office.Recipients = says;

        Assert.IsType(outcome, await SendAsync("els@example.org"));
    }

    [TownFact]
    public async Task A_server_that_hangs_after_the_mail_leaves_it_unknown()
    {
        Office.HangsAfterData = true;

        var sending = SendAsync("els@example.org");
        await Office.Hanging.Task;
        House.Clock.MoveTo(House.Clock.GetUtcNow() + EmailChannel.Patience);

        Assert.IsType<DeliveryOutcome.Unknown>(await sending);
    }

    [TownFact]
    public async Task What_is_no_address_is_refused_at_once() =>
        Assert.IsType<DeliveryOutcome.Refused>(await SendAsync("els at home"));

    private async Task<ContactPoint> PointAsync(string address)
    {
        var els = await House.PersonAsync("Els");
        var point = Point(address);
        await using var db = await House.DbAsync();
        db.AddRange(point, new Reachability { PersonId = els, ContactPointId = point.Id });
        await db.SaveChangesAsync();
        return point;
    }

    private ContactPoint Point(string address) =>
        new() { Id = ContactPointId.New(House.Clock.GetUtcNow()), Channel = MeansOrder.EmailChannel, Address = address };

    private Task<DeliveryOutcome> SendAsync(string address, ContactPoint? point = null) =>
        House.Get<IEnumerable<IChannel>>().Single(c => c.Serves(MeansOrder.EmailChannel)).SendAsync(
            point ?? Point(address),
            new RenderedMessage
            {
                Id = MessageId.New(House.Clock.GetUtcNow()),
                Text = "Dag Els. Dit is de Assistent. Kunt u even gaan kijken?",
                Speak = "Dag Els.",
                Language = "nl",
                Choices = [new RenderedChoice("Ik ga", $"responder.going#{Guid.CreateVersion7(House.Clock.GetUtcNow()):N}")],
            },
            CancellationToken.None);

    [GeneratedRegex(@"(?<=https://assistent\.example)/answer/[\w.-]+")]
    private static partial Regex Link();
}
