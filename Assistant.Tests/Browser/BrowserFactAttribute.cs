namespace Assistant.Tests.Browser;

/// <summary>A test in a real browser; skipped, in words, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>Where Debian puts it.</summary>
    public const string Chromium = "/usr/bin/chromium";

    public BrowserFactAttribute()
    {
        if (!File.Exists(Chromium))
        {
            Skip = "Needs a browser: apt-get install chromium.";
        }
    }
}
