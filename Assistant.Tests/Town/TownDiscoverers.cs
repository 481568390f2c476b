using Xunit.Abstractions;
using Xunit.Sdk;

namespace Assistant.Tests.Town;

/// <summary>Finds each town test once for every store it is to be played on in this run.</summary>
internal sealed class TownFactDiscoverer(IMessageSink sink) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo fact) =>
        StoresOfThisRun.For(fact).Select(store => new TownTestCase(sink, options, method, store));
}

/// <summary>The same for each row of data.</summary>
internal sealed class TownTheoryDiscoverer(IMessageSink sink) : TheoryDiscoverer(sink)
{
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo theory, object[] dataRow) =>
        StoresOfThisRun.For(theory).Select(store => new TownTestCase(DiagnosticMessageSink, options, method, store, dataRow));

    protected override IEnumerable<IXunitTestCase> CreateTestCasesForTheory(
        ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo theory) =>
        StoresOfThisRun.For(theory).Select(store => new TownTheoryTestCase(DiagnosticMessageSink, options, method, store));
}

internal static class StoresOfThisRun
{
    public static IEnumerable<StoreKind> For(IAttributeInfo test) =>
        Suite.IsFull || test.GetNamedArgument<bool>(nameof(TownFactAttribute.QuickOnBoth))
            ? [StoreKind.Sqlite, StoreKind.Postgres]
            : [StoreKind.Sqlite];
}
