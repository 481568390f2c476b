using Microsoft.AspNetCore.Http.Extensions;

namespace Assistant.Bot.Dashboard;

/// <summary>The address of a page, so that a click keeps the neighbourhood and the language it was made in.</summary>
internal sealed record PageAddress(Guid? Neighbourhood, string? Language)
{
    /// <summary>Another page, in the same neighbourhood and language.</summary>
    public string Page(string path)
    {
        var query = new QueryBuilder();
        Add(query);
        return path + query;
    }

    /// <summary>The query that reaches a handler of the same page.</summary>
    public string To(string handler, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var query = new QueryBuilder { { "handler", handler } };
        Add(query);
        foreach (var (name, value) in more)
        {
            query.Add(name, value);
        }

        return query.ToString();
    }

    private void Add(QueryBuilder query)
    {
        if (Neighbourhood is { } neighbourhood)
        {
            query.Add("neighbourhood", neighbourhood.ToString());
        }

        if (Language is { } language)
        {
            query.Add(VisitorLanguage.QueryKey, language);
        }
    }
}
