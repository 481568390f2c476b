using Assistant.Bot.Commands;
using Assistant.Bot.Hosting;

return await CommandLine.RunAsync(args, Terminal.OfProcess(), Server.RunAsync);

internal sealed partial class Program;
