using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Channels.Email;

/// <summary>A message as a mail: twice the same, plain and HTML. Its subject says who writes, and never about what.</summary>
internal sealed class EmailText(SayBook book, AnswerLinks links)
{
    private const string Button =
        "display:inline-block;padding:16px 24px;background:#14532d;color:#fff;border-radius:8px;text-decoration:none";

    public MailMessage Mail(ContactPoint to, MailAddress address, RenderedMessage message, string from)
    {
        var answers = message.Choices.Select(choice => (choice.Title, Link: links.To(to.Id, choice.Value))).Where(a => a.Link is not null).ToList();
        var mail = new MailMessage(new MailAddress(from), address)
        {
            Subject = Word(message.Language, "email.subject"),
            SubjectEncoding = Encoding.UTF8,
            Body = Plain(message, answers),
            BodyEncoding = Encoding.UTF8,
        };
        mail.Headers["Message-ID"] = $"<{message.Id.Value:N}@{mail.From?.Host}>";

        // A machine writes: no out-of-office answers it (RFC 3834 §5).
        mail.Headers["Auto-Submitted"] = "auto-generated";
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(Html(message, answers), Encoding.UTF8, MediaTypeNames.Text.Html));
        return mail;
    }

    private string Plain(RenderedMessage message, List<(string Title, Uri? Link)> answers)
    {
        var text = new StringBuilder(message.Text).Append("\n\n");
        answers.ForEach(answer => text.Append(answer.Title).Append(": ").Append(answer.Link).Append('\n'));
        return text.Append(answers.Count > 0 ? "\n" : "").Append(Word(message.Language, "email.footer")).Append('\n').ToString();
    }

    private string Html(RenderedMessage message, List<(string Title, Uri? Link)> answers)
    {
        var paragraphs = message.Text.Split('\n').Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>");
        var buttons = answers.Select(answer =>
            $"<p><a href=\"{WebUtility.HtmlEncode($"{answer.Link}")}\" style=\"{Button}\">{WebUtility.HtmlEncode(answer.Title)}</a></p>");
        return $"<!doctype html><html lang=\"{message.Language}\"><body style=\"font:18px/1.5 sans-serif;color:#1a1a1a\">"
            + string.Concat(paragraphs) + string.Concat(buttons)
            + $"<p style=\"color:#444\">{WebUtility.HtmlEncode(Word(message.Language, "email.footer"))}</p></body></html>";
    }

    private string Word(string language, string key) => book.In(language).Says[key][0].Text;
}
