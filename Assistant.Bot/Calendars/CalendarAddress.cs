using Assistant.Scheduling.DayPlan.Calendars;

namespace Assistant.Bot.Calendars;

/// <summary>What can be said of a calendar's address before anybody asks where it leads. Pure.</summary>
internal static class CalendarAddress
{
    /// <summary>Longer than this is no address that somebody copied. Default 2000 characters. (choice)</summary>
    public const int Longest = 2000;

    private const string Webcal = "webcal";

    /// <summary>The address as it is asked for; null with what is wrong with it.</summary>
    /// <remarks><c>webcal:</c> is what phones write for a calendar by https.</remarks>
    public static Uri? Read(string given, out CalendarFault fault)
    {
        var text = given.Trim();
        text = text.StartsWith(Webcal + "://", StringComparison.OrdinalIgnoreCase) ? Uri.UriSchemeHttps + text[Webcal.Length..] : text;
        fault = CalendarFault.NoAddress;
        if (text.Length > Longest || !Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            return null;
        }

        return Permitted(url, out fault) ? url : null;
    }

    /// <summary>Whether this may be asked for at all, as far as its letters tell.</summary>
    public static bool Permitted(Uri url, out CalendarFault fault)
    {
        fault = url.UserInfo.Length > 0 ? CalendarFault.HasPassword : CalendarFault.NoAddress;
        return url is { IsAbsoluteUri: true, UserInfo: "", HostNameType: not UriHostNameType.Unknown }
            && url.Host.Length > 0 && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);
    }
}
