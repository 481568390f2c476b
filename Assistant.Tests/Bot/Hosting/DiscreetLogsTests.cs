using Assistant.Bot.Hosting;
using Assistant.Tests.Town;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.Tests.Bot.Hosting;

public sealed class DiscreetLogsTests
{
    [Theory]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics", false)]
    [InlineData("System.Net.Http.HttpClient", false)]
    [InlineData("Assistant.Bot.Hosting", true)]
    public void However_much_somebody_asks_of_the_log_it_holds_no_whole_address(string category, bool heard)
    {
        using var services = new ServiceCollection().AddLogging(logging => logging
            .AddConfiguration(new ConfigurationBuilder().AddInMemoryCollection([
                new("LogLevel:Default", "Trace"), new($"LogLevel:{category}", "Trace"),
            ]).Build())
            .AddProvider(new Ears()).OnlyIds()).BuildServiceProvider();

        Assert.Equal(heard, services.GetRequiredService<ILoggerFactory>().CreateLogger(category).IsEnabled(LogLevel.Information));
    }

    [Fact]
    public void A_name_in_a_line_or_in_a_fault_fails_the_test_that_wrote_it()
    {
        using var ears = new Ears();
        ears.NobodyNamed();

        FakeFault(ears.CreateLogger("somewhere"));

        Assert.Contains("Vandersmissen", Assert.Throws<Xunit.Sdk.XunitException>(ears.NobodyNamed).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Row of mevrouw Jansen", "Jansen")]
    [InlineData("to 31612345678 failed", "31612345678")]
    [InlineData("wamid.HBgLMzE2MTIzNDU2NzgVAgARGBI0", "MzE2MTIzNDU2NzgVAgARGBI0")]
    [InlineData("else Marijkestraat serial", null)]
    public void The_ears_hear_what_they_should(string line, string? who) => Assert.Equal(who, Ears.NamedIn(line));

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1848:Use the LoggerMessage delegates", Justification = "It plays the careless one.")]
    private static void FakeFault(ILogger log) => log.LogError(new InvalidOperationException("no row of Vandersmissen"), "It failed");
}
