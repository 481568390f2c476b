using Xunit.Abstractions;
using Xunit.Sdk;

namespace Assistant.Tests.Town;

/// <summary>One theory on one kind of store, whose rows are read when it runs.</summary>
internal sealed class TownTheoryTestCase : XunitTheoryTestCase
{
    private StoreKind store;

    /// <summary>For xunit, which fills it afterwards.</summary>
    [Obsolete("Only for xunit.")]
    public TownTheoryTestCase()
    {
    }

    public TownTheoryTestCase(
        IMessageSink sink, ITestFrameworkDiscoveryOptions options, ITestMethod method, StoreKind store)
        : base(sink, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method) => this.store = store;

    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink, IMessageBus messageBus, object[] constructorArguments,
        ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource)
    {
        TownStore.Current = store;
        return base.RunAsync(diagnosticMessageSink, messageBus, constructorArguments, aggregator, cancellationTokenSource);
    }

    public override void Serialize(IXunitSerializationInfo data)
    {
        base.Serialize(data);
        data.AddValue(nameof(store), store.ToString());
    }

    public override void Deserialize(IXunitSerializationInfo data)
    {
        store = Enum.Parse<StoreKind>(data.GetValue<string>(nameof(store)));
        base.Deserialize(data);
    }

    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName) =>
        $"{base.GetDisplayName(factAttribute, displayName)} ({store.Name()})";

    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        base.GetSkipReason(factAttribute) ?? (store is StoreKind.Postgres ? TownServer.Missing : null);

    protected override string GetUniqueID() => $"{base.GetUniqueID()}-{store}";
}
