namespace Assistant.Scheduling.Consent;

/// <summary>What kind of thing about a resident somebody else would learn.</summary>
public enum SharedKind
{
    /// <summary>What we asked of this person herself: that it is still to be done, or no longer. Tells nothing of how she is.</summary>
    Errand,

    /// <summary>What she asked us, in so many words, to pass on.</summary>
    Request,

    /// <summary>That somebody must look in on her, and not why: the least that can be said.</summary>
    Help,

    /// <summary>That she does not answer.</summary>
    Silence,

    /// <summary>That medicines of a moment were, or were not, confirmed. Never which.</summary>
    Doses,

    /// <summary>Which medicines she takes.</summary>
    Medicines,

    /// <summary>That a medicine of hers runs out soon. Never which.</summary>
    Supplies,

    /// <summary>What is on her day.</summary>
    DayPlan,

    /// <summary>Whether what this person puts on her day stands there: that she may put something on it at all.</summary>
    Arranging,

    /// <summary>That she said she is unwell, sad or afraid. Never in which words.</summary>
    Worry,

    /// <summary>What becomes of a concern about her: who goes, and how it ended.</summary>
    Course,

    /// <summary>How to get into her house, and who has a key.</summary>
    WayIn,
}
