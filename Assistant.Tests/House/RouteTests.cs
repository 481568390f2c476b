using Assistant.Tests.Bot.Dashboard;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.House;

public sealed class RouteTests
{
    [Fact]
    public async Task The_doors_are_the_approved_ones()
    {
        await using var house = new ServedHouse(demo: true);
        var doors = house.Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
            .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(door => door.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !Path.HasExtension(door.RoutePattern.RawText) && !IsFallback(door))
            .SelectMany(door => Methods(door).Select(method => $"{method} /{door.RoutePattern.RawText?.TrimStart('/')}"))
            .Distinct().Order(StringComparer.Ordinal);

        SourceTree.Approve("routes.approved.txt", string.Join('\n', doors) + "\n");
    }

    private static bool IsFallback(RouteEndpoint door) => door.RoutePattern.RawText?.Contains("{**path", StringComparison.Ordinal) == true;

    private static IReadOnlyList<string> Methods(RouteEndpoint door) =>
        door.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods
            : door.Metadata.GetMetadata<PageRouteMetadata>() is not null ? ["PAGE"] : ["ANY"];
}
