using Assistant.Bot.Channels.WhatsApp;

namespace Assistant.Tests.Bot.Channels.WhatsApp;

public sealed class WhatsAppOptionsTests
{
    private static readonly WhatsAppOptions Whole = new()
    {
        PhoneNumberId = "555000111", AppSecret = "geheim", AccessToken = "EAAG", VerifyToken = "woord",
    };

    [Fact]
    public void All_or_none_is_well()
    {
        Assert.True(new WhatsAppOptionsCheck().Validate(null, Whole).Succeeded);
        Assert.True(new WhatsAppOptionsCheck().Validate(null, new WhatsAppOptions()).Succeeded);
    }

    [Theory]
    [InlineData("PhoneNumberId")]
    [InlineData("AppSecret")]
    [InlineData("AccessToken")]
    [InlineData("VerifyToken")]
    public void A_half_registration_is_told_with_a_hint(string missing) => Fails(missing, missing switch
    {
        "PhoneNumberId" => Whole with { PhoneNumberId = null },
        "AppSecret" => Whole with { AppSecret = "" },
        "AccessToken" => Whole with { AccessToken = " " },
        _ => Whole with { VerifyToken = null },
    });

    [Fact]
    public void A_number_is_no_id_and_a_token_has_no_line_ends()
    {
        Fails("PhoneNumberId", Whole with { PhoneNumberId = "+31201234567" });
        Fails("AccessToken", Whole with { AccessToken = "EAAG\n" });
    }

    [Theory]
    [InlineData("http://graph.facebook.com/v23.0")]
    [InlineData("https://graph.facebook.com.evil.example/v23.0")]
    [InlineData("https://evil.example/graph.facebook.com")]
    [InlineData("https://user@graph.facebook.com/v23.0")]
    [InlineData("https://graph.facebook.com:444/v23.0")]
    [InlineData("https://graph.facebook.com/v23.0?to=evil")]
    [InlineData("http://127.0.0.1.evil.example/")]
    [InlineData("http://10.0.0.1/v23.0")]
    [InlineData("ftp://localhost/")]
    [InlineData("v23.0")]
    [InlineData("")]
    public void Our_token_is_shown_to_nobody_else(string graphUrl) => Fails("GraphUrl", Whole with { GraphUrl = graphUrl });

    [Theory]
    [InlineData("https://graph.facebook.com/v23.0", "https://graph.facebook.com/v23.0/555000111/messages")]
    [InlineData("https://graph.facebook.com/v24.0/", "https://graph.facebook.com/v24.0/555000111/messages")]
    [InlineData("http://localhost:5081", "http://localhost:5081/555000111/messages")]
    [InlineData("http://[::1]:5081/v23.0", "http://[::1]:5081/v23.0/555000111/messages")]
    public void Meta_or_this_machine_takes_our_messages(string graphUrl, string address) =>
        Assert.Equal(address, (Whole with { GraphUrl = graphUrl }).Messages?.AbsoluteUri);

    private static void Fails(string named, WhatsAppOptions options)
    {
        var complaint = new WhatsAppOptionsCheck().Validate(null, options).FailureMessage;
        Assert.StartsWith($"Channels:WhatsApp:{named}", complaint, StringComparison.Ordinal);
        Assert.Contains("Hint:", complaint, StringComparison.Ordinal);
    }
}
