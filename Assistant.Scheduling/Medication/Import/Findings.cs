namespace Assistant.Scheduling.Medication.Import;

/// <summary>What is found while one entry is read: reading goes on, so that a person sees everything at once.</summary>
internal sealed class Findings
{
    private readonly List<DosageProblem> problems = [];

    public IReadOnlyList<DosageProblem> Problems => problems;

    public bool IsWithheld { get; private set; }

    public void Confirm(string code, string field, string sentence) =>
        problems.Add(new DosageProblem(code, field, sentence, ProblemWeight.Confirm));

    /// <summary>Nothing of the entry may be planned.</summary>
    public void Withhold(string code, string field, string sentence)
    {
        IsWithheld = true;
        problems.Add(new DosageProblem(code, field, sentence, ProblemWeight.NotPlanned));
    }

    public void Wrong(string code, string field, string sentence) =>
        problems.Add(new DosageProblem(code, field, sentence, ProblemWeight.Wrong));

    public void AddRange(IEnumerable<DosageProblem> more) => problems.AddRange(more);
}
