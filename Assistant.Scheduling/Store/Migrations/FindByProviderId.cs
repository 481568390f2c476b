using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assistant.Scheduling.Store.Migrations;

/// <summary>Channels speak of a message by their own id of it.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("20261122000012_ProviderId")]
internal sealed class FindByProviderId : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateIndex(
        "IX_OutboundMessages_ProviderId", "OutboundMessages", "ProviderId", filter: "\"ProviderId\" IS NOT NULL");
}
