using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace Assistant.Bot.Channels.Email;

/// <summary>By which server mail is sent; from the section <c>Mail:Smtp</c>.</summary>
internal sealed record EmailOptions
{
    public const string Section = "Mail:Smtp";

    /// <summary>The server's name; without it no mail is sent.</summary>
    public string? Host { get; init; }

    /// <summary>Default 587: submission, with STARTTLS. Source: RFC 6409 §3.1.</summary>
    public int Port { get; init; } = 587;

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Whom mail is from.</summary>
    public string? From { get; init; }

    public bool IsConfigured => !string.IsNullOrEmpty(Host);

    /// <summary>Whether the line must be encrypted: always, but to a stand-in on this machine.</summary>
    public bool NeedsTls => Host is not "localhost" && !(IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));
}

/// <summary>Stops the start on a half or misspelt mail server.</summary>
internal sealed class EmailOptionsCheck : IValidateOptions<EmailOptions>
{
    public ValidateOptionsResult Validate(string? name, EmailOptions options) => Complaint(options) is { } complaint
        ? ValidateOptionsResult.Fail($"{EmailOptions.Section}:{complaint}")
        : ValidateOptionsResult.Success;

    private static string? Complaint(EmailOptions options) => options switch
    {
        { IsConfigured: false, From: null or "", User: null or "", Password: null or "" } => null,
        { IsConfigured: false } => "Host is missing. Hint: name the mail server, or leave the whole section out.",
        { Port: < 1 or > 65535 } => "Port is no port. Hint: 587, or leave it out.",
        _ when !MailAddress.TryCreate(options.From, out _) => "From is no mail address. Hint: assistant@your-domain.example.",
        _ when string.IsNullOrEmpty(options.User) != string.IsNullOrEmpty(options.Password) =>
            "User and Password belong together. Hint: give both, or neither.",
        _ => null,
    };
}
