using System.ComponentModel.DataAnnotations;

namespace Assistant.Scheduling.Store;

/// <summary>Where the rows are kept. Configuration section <c>Data</c>.</summary>
public sealed record StoreOptions
{
    /// <summary>The SQLite file, made with its folder where it is missing. Default <c>data/assistant.db</c>.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Data:Path is empty. Give a file name such as data/assistant.db.")]
    public string Path { get; set; } = "data/assistant.db";
}
