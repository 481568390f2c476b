namespace Assistant.Scheduling.Consent;

/// <summary>What was done with somebody's data.</summary>
/// <remarks>Source: NEN 7513:2018 §6 (the kind of event).</remarks>
public enum AccessEvent
{
    /// <summary>Somebody looked.</summary>
    Read,

    /// <summary>The program told somebody, in a message.</summary>
    Told,

    /// <summary>Something was added.</summary>
    Create,

    /// <summary>Something was changed.</summary>
    Update,

    /// <summary>Something was taken away.</summary>
    Delete,

    /// <summary>A copy left the program.</summary>
    Export,
}

/// <summary>In which role somebody did it.</summary>
public enum AccessRole
{
    /// <summary>The resident herself.</summary>
    Resident,

    /// <summary>Somebody of her circle.</summary>
    Circle,

    /// <summary>The organiser of her neighbourhood.</summary>
    Organiser,

    /// <summary>Whoever is asked about a concern: of her circle, or the organiser on duty.</summary>
    Responder,

    /// <summary>Whoever keeps the program running.</summary>
    Operator,

    /// <summary>A part of the program itself.</summary>
    Program,
}

/// <summary>Why it was done.</summary>
public enum AccessPurpose
{
    /// <summary>To look after her day.</summary>
    Care,

    /// <summary>Because something may be wrong with her.</summary>
    Alarm,

    /// <summary>Because she asked for it.</summary>
    OwnRequest,

    /// <summary>To keep the program running, and the law.</summary>
    Upkeep,
}

/// <summary>How it ended.</summary>
public enum AccessOutcome
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>It was refused.</summary>
    Refused,
}

/// <summary>Which kinds of data; never the data.</summary>
[Flags]
public enum DataCategories
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Name, address, language, way in.</summary>
    Person = 1,

    /// <summary>What is on her day, and what came of it.</summary>
    DayPlan = 2,

    /// <summary>Medicines and doses.</summary>
    Medication = 4,

    /// <summary>Signs of life.</summary>
    CheckIns = 8,

    /// <summary>Concerns, and who went.</summary>
    Concerns = 16,

    /// <summary>Messages, and whether they arrived.</summary>
    Delivery = 32,

    /// <summary>What she said.</summary>
    Talk = 64,

    /// <summary>What she agreed to.</summary>
    Consent = 128,

    /// <summary>This log.</summary>
    AccessLog = 256,

    /// <summary>Everything we keep.</summary>
    All = 511,
}
