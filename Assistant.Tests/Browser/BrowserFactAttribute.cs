using Assistant.Tests.Town;

namespace Assistant.Tests.Browser;

/// <summary>A test in a real browser, in the full suite; skipped, in words, in a quick run and where there is no browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>Where Debian puts it.</summary>
    public const string Chromium = "/usr/bin/chromium";

    public BrowserFactAttribute() =>
        Skip = File.Exists(Chromium) ? Suite.LeftOut : "Needs a browser: apt-get install chromium.";
}
