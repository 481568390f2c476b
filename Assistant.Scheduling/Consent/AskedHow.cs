namespace Assistant.Scheduling.Consent;

/// <summary>How somebody was asked, so that it can be shown later that she was (GDPR art. 7(1)).</summary>
public enum AskedHow
{
    /// <summary>In writing, in a talk.</summary>
    Chat,

    /// <summary>Aloud, in a talk.</summary>
    Voice,

    /// <summary>On paper; whoever holds the paper wrote it down here.</summary>
    OnPaper,

    /// <summary>On a page.</summary>
    Page,
}

/// <summary>How somebody was asked, and who writes down what she said.</summary>
/// <param name="Version">Which text she was asked with; the texts themselves are kept by whoever asks.</param>
/// <param name="How">In which way.</param>
/// <param name="By">Who says that she said so: herself, or who holds the paper.</param>
/// <param name="Until">From when on it does not hold any more, where she set an end; exclusive.</param>
public sealed record AskedAs(string Version, AskedHow How, Residents.PersonId By, DateTimeOffset? Until = null);
