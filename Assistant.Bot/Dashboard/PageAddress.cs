using Microsoft.AspNetCore.Http.Extensions;

namespace Assistant.Bot.Dashboard;

/// <summary>The address of a page, so that a click keeps the neighbourhood and the language it was made in.</summary>
internal sealed record PageAddress(Guid? Neighbourhood, string? Language)
{
    /// <summary>The query that reaches a handler of the same page.</summary>
    public string To(string handler, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var query = new QueryBuilder { { "handler", handler } };
        if (Neighbourhood is { } neighbourhood)
        {
            query.Add("neighbourhood", neighbourhood.ToString());
        }

        if (Language is { } language)
        {
            query.Add(VisitorLanguage.QueryKey, language);
        }

        foreach (var (name, value) in more)
        {
            query.Add(name, value);
        }

        return query.ToString();
    }
}
