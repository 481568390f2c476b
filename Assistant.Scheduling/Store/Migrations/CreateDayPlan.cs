using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assistant.Scheduling.Store.Migrations;

/// <summary>What days are made of.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("20261122000002_DayPlan")]
internal sealed class CreateDayPlan : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "PlanItems",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                Source = table.Column<string>(nullable: false),
                LocalDate = table.Column<DateOnly>(nullable: false),
                Slot = table.Column<string>(nullable: false),
                Title = table.Column<string>(nullable: false),
                Question = table.Column<string>(nullable: false),
                Choices = table.Column<string>(nullable: false),
                Importance = table.Column<string>(nullable: false),
                TellsCircle = table.Column<bool>(nullable: false),
                At = table.Column<long>(nullable: false),
                IsAllDay = table.Column<bool>(nullable: false),
                NoticeAhead = table.Column<long>(nullable: false),
                ValidUntil = table.Column<long>(nullable: false),
                State = table.Column<string>(nullable: false),
                AnsweredAt = table.Column<long>(nullable: true),
                AnsweredBy = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PlanItems", x => x.Id);
                table.ForeignKey("FK_PlanItems_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_PlanItems_ResidentId_LocalDate", "PlanItems", ["ResidentId", "LocalDate"]);

        migrationBuilder.CreateIndex("IX_PlanItems_ResidentId_Source_LocalDate_Slot", "PlanItems", ["ResidentId", "Source", "LocalDate", "Slot"], unique: true);

        migrationBuilder.CreateTable(
            "Routines",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                Title = table.Column<string>(nullable: false),
                At = table.Column<TimeOnly>(nullable: false),
                Rule = table.Column<string>(nullable: false),
                From = table.Column<DateOnly>(nullable: false),
                Until = table.Column<DateOnly>(nullable: true),
                Importance = table.Column<string>(nullable: false),
                NoticeAhead = table.Column<long>(nullable: false),
                Steps = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Routines", x => x.Id);
                table.ForeignKey("FK_Routines_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_Routines_ResidentId", "Routines", "ResidentId");
        CreateAppointments(migrationBuilder);
        CreateOverrides(migrationBuilder);
        CreateChanges(migrationBuilder);
    }

    private static void CreateAppointments(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Appointments",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                Title = table.Column<string>(nullable: false),
                Place = table.Column<string>(nullable: true),
                Date = table.Column<DateOnly>(nullable: false),
                At = table.Column<TimeOnly>(nullable: true),
                Lasts = table.Column<long>(nullable: true),
                Zone = table.Column<string>(nullable: true),
                Rule = table.Column<string>(nullable: true),
                Until = table.Column<DateOnly>(nullable: true),
                Importance = table.Column<string>(nullable: false),
                IsReminder = table.Column<bool>(nullable: false),
                NoticeAhead = table.Column<long>(nullable: true),
                AddedBy = table.Column<Guid>(nullable: false),
                Calendar = table.Column<Guid>(nullable: true),
                Uid = table.Column<string>(nullable: true),
                CancelledAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Appointments", x => x.Id);
                table.ForeignKey("FK_Appointments_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_Appointments_Calendar", "Appointments", "Calendar");

        migrationBuilder.CreateIndex("IX_Appointments_ResidentId_Date", "Appointments", ["ResidentId", "Date"]);
    }

    private static void CreateOverrides(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "OccurrenceOverrides",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                Source = table.Column<string>(nullable: false),
                SeriesId = table.Column<Guid>(nullable: false),
                Date = table.Column<DateOnly>(nullable: false),
                ToDate = table.Column<DateOnly>(nullable: true),
                ToAt = table.Column<TimeOnly>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_OccurrenceOverrides", x => x.Id);
                table.ForeignKey("FK_OccurrenceOverrides_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex(
            "IX_OccurrenceOverrides_ResidentId_Source_SeriesId_Date", "OccurrenceOverrides", ["ResidentId", "Source", "SeriesId", "Date"], unique: true);
    }

    private static void CreateChanges(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "DayChanges",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                Source = table.Column<string>(nullable: false),
                SeriesId = table.Column<Guid>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                Scope = table.Column<string>(nullable: false),
                At = table.Column<long>(nullable: false),
                By = table.Column<Guid>(nullable: false),
                StartedId = table.Column<Guid>(nullable: true),
                Occurrence = table.Column<DateOnly>(nullable: true),
                BeforeDate = table.Column<DateOnly>(nullable: true),
                BeforeAt = table.Column<TimeOnly>(nullable: true),
                BeforeRule = table.Column<string>(nullable: true),
                BeforeUntil = table.Column<DateOnly>(nullable: true),
                WasOverridden = table.Column<bool>(nullable: false),
                UndoneAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_DayChanges", x => x.Id);
                table.ForeignKey("FK_DayChanges_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_DayChanges_ResidentId_At", "DayChanges", ["ResidentId", "At"]);
    }
}
