using Assistant.Load;

return args switch
{
    ["due", .. var rest] => await DueAtOnce.RunAsync(rest),
    ["start", var program, .. var rest] => await StartUp.RunAsync(program, rest),
    ["crash", var point, var file, var sent] => await CrashingHouse.RunAsync(point, file, sent),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        usage: dotnet run -c Release --project Assistant.Tests/Load -- WHAT
          due [count]           so many reminders due in the same minute, from claim to record (default 10000)
          start PROGRAM [arg]   a published program: start to listening, and resident memory 30 s later
          crash POINT FILE SENT a house that dies at a point of its own message sender; started by the fault tests
        """);
    return 2;
}
