using Assistant.Scheduling.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Assistant.Tests.Scheduling.Store;

public sealed class StoreFaultTests
{
    [Theory]
    [InlineData("08006", true, false)] // the connection broke
    [InlineData("53300", true, false)] // too many connections
    [InlineData("53100", true, false)] // disk full
    [InlineData("57P01", true, false)] // stopped by its administrator
    [InlineData("57P03", true, false)] // still starting
    [InlineData("55P03", true, false)] // a row was locked for too long
    [InlineData("57014", true, false)] // a statement took too long
    [InlineData("40001", true, true)] // two transactions crossed
    [InlineData("40P01", true, true)] // and waited for each other
    [InlineData("23505", false, true)] // both stored the same
    [InlineData("23503", false, false)] // it belongs to nothing
    [InlineData("22001", false, false)] // it is too long
    [InlineData("42P01", false, false)] // no such table
    public void What_a_server_says_is_away_overtaken_or_the_rows_own_fault(string state, bool isAway, bool isOvertaken)
    {
        var said = new PostgresException("said by the server", "ERROR", "ERROR", state);
        foreach (var fault in (Exception[])[said, new DbUpdateException("wrapped", said), new InvalidOperationException("twice", new DbUpdateException("wrapped", said))])
        {
            Assert.Equal((isAway, isOvertaken), (StoreFault.IsAway(fault), StoreFault.IsOvertaken(fault)));
        }
    }

    [Fact]
    public void A_server_that_is_not_there_is_away()
    {
        Assert.True(StoreFault.IsAway(new NpgsqlException("no answer", new IOException())));
        Assert.True(StoreFault.IsAway(new NpgsqlException("pool empty", new TimeoutException())));
    }

    [Theory]
    [InlineData(5, true)] // busy
    [InlineData(13, true)] // full
    [InlineData(19, false)] // a constraint
    public void So_is_a_file_that_cannot_be_written_now(int code, bool isAway) =>
        Assert.Equal((isAway, false), (StoreFault.IsAway(new SqliteException("said", code)), StoreFault.IsOvertaken(new SqliteException("said", code))));

    [Fact]
    public void A_row_that_somebody_else_wrote_is_overtaken_and_nothing_else_is()
    {
        Assert.True(StoreFault.IsOvertaken(new DbUpdateConcurrencyException("another was first")));
        Assert.False(StoreFault.IsAway(new DbUpdateConcurrencyException("another was first")));
        Assert.False(StoreFault.IsAway(new InvalidOperationException("a fault of ours")));
        Assert.False(StoreFault.IsAway(null));
    }
}
