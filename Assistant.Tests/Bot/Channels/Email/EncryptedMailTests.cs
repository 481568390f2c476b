using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;

namespace Assistant.Tests.Bot.Channels.Email;

/// <summary>To a mail server elsewhere nothing is said in the clear.</summary>
public sealed class EncryptedMailTests
{
    [Fact]
    public async Task A_server_that_insists_on_starttls_gets_the_mail_over_an_encrypted_line()
    {
        using var certificate = Certificate();
        await using var office = PostOffice.Open(certificate);
        using (Trusting(certificate))
        {
            Assert.IsType<DeliveryOutcome.Accepted>(await SendAsync(office));
        }

        Assert.Contains("Kunt u even gaan kijken?", Assert.Single(office.Mails).Decoded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_whose_certificate_nobody_vouches_for_gets_nothing()
    {
        using var certificate = Certificate();
        await using var office = PostOffice.Open(certificate);

        Assert.IsNotType<DeliveryOutcome.Accepted>(await SendAsync(office));
        Assert.Empty(office.Mails);
    }

    [Fact]
    public async Task A_server_that_knows_no_starttls_gets_nothing()
    {
        await using var office = PostOffice.Open();

        Assert.IsNotType<DeliveryOutcome.Accepted>(await SendAsync(office));
        Assert.Empty(office.Mails);
    }

    private static async Task<DeliveryOutcome> SendAsync(PostOffice office)
    {
        await using var house = await ChannelHouse.OpenAsync(null, office.PublicSettings);
        var now = house.Clock.GetUtcNow();
        var place = new ContactPoint { Id = ContactPointId.New(now), Channel = MeansOrder.EmailChannel, Address = "els@example.org" };
        var message = new RenderedMessage
        {
            Id = MessageId.New(now), Text = "Dag Els. Dit is de Assistent. Kunt u even gaan kijken?", Speak = "Dag Els.", Language = "nl", Choices = [],
        };
        return await house.Get<IEnumerable<IChannel>>().Single(c => c.Serves(MeansOrder.EmailChannel)).SendAsync(place, message, CancellationToken.None);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=lindenhof.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = SmallTown.Moment("2026-03-10 10:00");
        using var made = request.CreateSelfSigned(now.AddYears(-1), now.AddYears(20));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    // The framework's mail client asks this one switch; it vouches for this one certificate only.
#pragma warning disable SYSLIB0014
    private static Vouching Trusting(X509Certificate2 certificate)
    {
        var thumbprint = certificate.Thumbprint;
        ServicePointManager.ServerCertificateValidationCallback = (_, given, _, errors) =>
            errors is System.Net.Security.SslPolicyErrors.None || (given is X509Certificate2 one && one.Thumbprint == thumbprint);
        return new Vouching();
    }

    private sealed class Vouching : IDisposable
    {
        public void Dispose() => ServicePointManager.ServerCertificateValidationCallback = null;
    }
#pragma warning restore SYSLIB0014
}
