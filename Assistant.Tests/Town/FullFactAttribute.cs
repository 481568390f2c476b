namespace Assistant.Tests.Town;

/// <summary>A test of the full suite; skipped, in words, in a quick run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FullFactAttribute : FactAttribute
{
    public FullFactAttribute() => Skip = Suite.LeftOut;
}
