namespace Assistant.Bot.Commands.Doctor;

/// <summary>How bad a finding is; the worst one is the exit status.</summary>
internal enum Verdict
{
    /// <summary>As it should be.</summary>
    Ok = 0,

    /// <summary>Somebody should look at it.</summary>
    Look = 1,

    /// <summary>Something does not work, or will be lost.</summary>
    Wrong = 2,
}

/// <summary>One thing that was looked at, in one sentence, and what to do about it.</summary>
internal sealed record Finding(Verdict Verdict, string Sentence, string? Hint = null)
{
    public static Finding Ok(string sentence) => new(Verdict.Ok, sentence);

    public static Finding Look(string sentence, string hint) => new(Verdict.Look, sentence, hint);

    public static Finding Wrong(string sentence, string hint) => new(Verdict.Wrong, sentence, hint);

    /// <summary>A complaint that has its hint in it already.</summary>
    public static Finding Wrong(Hosting.StartupFault complaint) => new(Verdict.Wrong, complaint.Message);

    public override string ToString() => $"{Word,-5} {Sentence}{(Hint is null ? "" : $" Hint: {Hint}")}";

    private string Word => Verdict switch
    {
        Verdict.Ok => "ok",
        Verdict.Look => "look",
        _ => "wrong",
    };
}
