using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Consent;

/// <summary>Who did it: a person in a role, or a part of the program.</summary>
/// <param name="Role">In which role.</param>
/// <param name="Person">The person; null for the program and for whoever keeps it running.</param>
/// <param name="Part">The part of the program, or the command; null for a person.</param>
/// <param name="OnBehalfOf">For whom the person acted; null for herself.</param>
public sealed record AccessActor(AccessRole Role, PersonId? Person, string? Part, PersonId? OnBehalfOf = null)
{
    /// <summary>A person.</summary>
    public static AccessActor Of(PersonId person, AccessRole role) => new(role, person, null);

    /// <summary>A part of the program, by the name of its class.</summary>
    public static AccessActor Program(string part) => new(AccessRole.Program, null, part);

    /// <summary>Whoever runs this command.</summary>
    public static AccessActor Operator(string command) => new(AccessRole.Operator, null, command);
}

/// <summary>One line for the access log, as whoever does something with a resident's data writes it.</summary>
/// <param name="Event">What was done.</param>
/// <param name="By">Who did it; with <see cref="AccessEvent.Told"/>, who was told.</param>
/// <param name="About">Whose data; null where it is everybody's.</param>
/// <param name="What">Which kinds of data.</param>
/// <param name="Route">By which page, command or channel.</param>
/// <param name="Purpose">Why.</param>
/// <param name="Outcome">How it ended.</param>
/// <remarks>Holds ids and kinds only, never a name or a content. Source: NEN 7513:2018 §6.</remarks>
public sealed record AccessNote(
    AccessEvent Event,
    AccessActor By,
    ResidentId? About,
    DataCategories What,
    string Route,
    AccessPurpose Purpose,
    AccessOutcome Outcome = AccessOutcome.Done);
