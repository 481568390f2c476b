namespace Assistant.Tests.Town;

/// <summary>A test that only PostgreSQL can take; skipped, in words, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = TownServer.Missing;

    /// <summary>Too long for a quick run; left out of it, in words.</summary>
    public bool OnlyInFull
    {
        get => Skip is not null;
        set => Skip = value ? TownServer.Missing ?? Suite.LeftOut : TownServer.Missing;
    }
}
