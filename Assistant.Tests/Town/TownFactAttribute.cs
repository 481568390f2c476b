using Xunit.Sdk;

namespace Assistant.Tests.Town;

/// <summary>A test that holds on every kind of store: it is played on each, and named after it.</summary>
/// <remarks>
/// SQLite always; PostgreSQL in the full suite (<c>ASSISTANT_SUITE=full</c>), and in a quick run where
/// <see cref="QuickOnBoth"/> says so. What opens inside it through <see cref="TownStore"/> is of that kind.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Assistant.Tests.Town.TownFactDiscoverer", "Assistant.Tests")]
internal sealed class TownFactAttribute : FactAttribute
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
