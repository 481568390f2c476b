using Assistant.Load;
using Assistant.Load.Crashes;

return args switch
{
    ["due", .. var rest] => await DueAtOnce.RunAsync(rest),
    ["plan", .. var rest] => await Planning.RunAsync(rest),
    ["graces", .. var rest] => await Graces.RunAsync(rest),
    ["start", var program, .. var rest] => await StartUp.RunAsync(program, rest),
    ["nodes", .. var rest] => await Nodes.RunAsync(rest),
    ["node"] => await Nodes.RunNodeAsync(),
    ["houses"] => await FaultyProgram.RunAsync(),
    ["webhooks", var program, .. var rest] => await Webhooks.RunAsync(program, rest is [var postgres] ? postgres : null),
    ["turn"] => await TurnCost.RunAsync(),
    ["whatsapp", var folder] => await WhatsAppPayloads.RunAsync(folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        usage: dotnet run -c Release --project Assistant.Tests/Load -- WHAT
          due [count]           so many reminders due in the same minute, from claim to record (default 10000);
                                with --postgres on a server of its own, which syncs as a real one does
          plan [count]          48 hours for so many residents of eight moments a day on one core (default 10000),
                                and the doses alone
          graces [count]        so many graces that end in the same second, from the first human asked to the all-clear
                                (default 3000); with --postgres on a server of its own
          nodes [count]         two nodes on one PostgreSQL against one, with a channel that takes 20 ms (default 4000)
          start PROGRAM [arg]   a published program: start to listening, and resident memory 30 s later
          houses                keeps houses and does as standard input says; the fault tests start it and kill it
          webhooks PROGRAM [ConnectionString]
                                300 signed webhooks a second for 30 s at a published program, each stored before its 200
          turn                  what of a turn goes to sealing and to asking for consent
          whatsapp FOLDER       webhooks with an index of what they mean, each read and held against it
        """);
    return 2;
}
