using Xunit.Sdk;

namespace Assistant.Tests.Town;

/// <summary>A <see cref="TownFactAttribute"/> with rows of data.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Assistant.Tests.Town.TownTheoryDiscoverer", "Assistant.Tests")]
internal sealed class TownTheoryAttribute : TheoryAttribute
{
    /// <summary>Worth the time of everybody who runs the quick suite.</summary>
    public bool QuickOnBoth { get; set; }
}
