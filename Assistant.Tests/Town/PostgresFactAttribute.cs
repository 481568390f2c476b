namespace Assistant.Tests.Town;

/// <summary>A test that only PostgreSQL can take; skipped, in words, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = TownServer.Missing;
}
