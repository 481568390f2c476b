namespace Assistant.Tests.Browser;

/// <summary>A test in a real browser; skipped, in words, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>Where Debian puts it.</summary>
    public const string Chromium = "/usr/bin/chromium";

    /// <param name="onlyInFullSuite">Whether it takes longer than a quick run allows (<c>ASSISTANT_SUITE=full</c>).</param>
    public BrowserFactAttribute(bool onlyInFullSuite = false)
    {
        if (!File.Exists(Chromium))
        {
            Skip = "Needs a browser: apt-get install chromium.";
        }
        else if (onlyInFullSuite && Environment.GetEnvironmentVariable("ASSISTANT_SUITE") is not "full")
        {
            Skip = "Takes long: ASSISTANT_SUITE=full runs it.";
        }
    }
}
