using Xunit.Abstractions;
using Xunit.Sdk;

namespace Assistant.Tests.Town;

/// <summary>One test on one kind of store.</summary>
internal sealed class TownTestCase : XunitTestCase
{
    private StoreKind store;

    /// <summary>For xunit, which fills it afterwards.</summary>
    [Obsolete("Only for xunit.")]
    public TownTestCase()
    {
    }

    public TownTestCase(
        IMessageSink sink, ITestFrameworkDiscoveryOptions options, ITestMethod method, StoreKind store, object[]? data = null)
        : base(sink, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method, data) => this.store = store;

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
