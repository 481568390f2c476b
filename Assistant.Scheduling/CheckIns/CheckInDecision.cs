namespace Assistant.Scheduling.CheckIns;

/// <summary>What to do about a check-in now.</summary>
public enum CheckInDecision
{
    /// <summary>She was there already; nobody has to ask.</summary>
    Receive,

    /// <summary>Ask her.</summary>
    Ask,

    /// <summary>We were away over the whole grace: ask her now, with a short grace, before anybody is alarmed.</summary>
    AskLate,

    /// <summary>She was asked so late that she had no time to answer: wait a little longer.</summary>
    PutOff,

    /// <summary>The grace is over: tell somebody.</summary>
    Miss,

    /// <summary>She does not want to be asked any more, or was asked since: nobody is told anything.</summary>
    LetGo,
}
