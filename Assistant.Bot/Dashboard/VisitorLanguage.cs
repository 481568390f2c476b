using Microsoft.AspNetCore.Localization;

namespace Assistant.Bot.Dashboard;

/// <summary>The language of a page: what <c>?lang=</c> says, else what the browser prefers, else Dutch.</summary>
/// <remarks>Used as <c>[MiddlewareFilter]</c>, so that it holds for the pages that ask for it and for no others.</remarks>
internal sealed class VisitorLanguage
{
    /// <summary>The query key.</summary>
    public const string QueryKey = "lang";

    private static readonly string[] Languages = ["nl", "en"];

    /// <summary>Sets the language before the page runs.</summary>
    public static void Configure(IApplicationBuilder app)
    {
        var options = new RequestLocalizationOptions { ApplyCurrentCultureToResponseHeaders = true }
            .SetDefaultCulture(Languages[0]).AddSupportedCultures(Languages).AddSupportedUICultures(Languages);
        options.RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider { QueryStringKey = QueryKey, UIQueryStringKey = QueryKey, Options = options },
            new AcceptLanguageHeaderRequestCultureProvider { Options = options },
        ];
        app.UseRequestLocalization(options);
    }
}
