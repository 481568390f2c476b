using System.Text;

namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>The two ways iCalendar hides letters that would end a value.</summary>
internal static class TextEscapes
{
    /// <summary>TEXT as it is meant. Source: RFC 5545 §3.3.11.</summary>
    public static string Read(string value)
    {
        if (!value.Contains('\\'))
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var hides = value[i] == '\\' && i + 1 < value.Length;
            text.Append(!hides ? value[i] : value[++i] is 'n' or 'N' ? '\n' : value[i]);
        }

        return text.ToString();
    }

    /// <summary>TEXT as it is written.</summary>
    public static string Write(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r\n", "\\n", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\n", StringComparison.Ordinal);

    /// <summary>A parameter's value as it is meant. Source: RFC 6868 §3.</summary>
    public static string ReadParameter(string value)
    {
        if (!value.Contains('^'))
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            char? meant = value[i] == '^' && i + 1 < value.Length
                ? value[i + 1] switch { 'n' => '\n', '\'' => '"', '^' => '^', _ => null }
                : null;
            text.Append(meant ?? value[i]);
            i += meant is null ? 0 : 1;
        }

        return text.ToString();
    }
}
