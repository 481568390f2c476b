using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Assistant.Scheduling.Store;

/// <summary>Keeps one model for all rings of the same keys: the converters of a model hold the ring they seal with.</summary>
internal sealed class ModelOfRing : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), context is AssistantDb db ? db.Ring.Sameness : null, designTime);
}
