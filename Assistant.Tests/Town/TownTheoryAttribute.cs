using Xunit.Sdk;

namespace Assistant.Tests.Town;

/// <summary>A <see cref="TownFactAttribute"/> with rows of data.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Assistant.Tests.Town.TownTheoryDiscoverer", "Assistant.Tests")]
internal sealed class TownTheoryAttribute : TheoryAttribute
{
    /// <summary>Worth the time of everybody who runs the quick suite.</summary>
    public bool QuickOnBoth { get; set; }

    /// <summary>Too long for a quick run; left out of it, in words.</summary>
    public bool OnlyInFull
    {
        get => Skip is not null;
        set => Skip = value ? Suite.LeftOut : null;
    }
}
