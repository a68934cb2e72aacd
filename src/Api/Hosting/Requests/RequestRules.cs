using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Hosting.OpenApi;

namespace Benevoclic.Api.Hosting.Requests;

static class RequestRules
{
    /// <summary>What holds for every address, before a route is chosen.</summary>
    public static void UseRequestRules(this WebApplication app)
    {
        app.UseProxysWord();
        app.UseMiddleware<CrossOrigin>();
        app.UseMiddleware<ErrorAnswers>();
        app.UseMiddleware<WellFormedAddress>();
        app.UseMiddleware<HeadAsGet>();
        app.UseApiPage();
    }

    public static void UseBodyLimit(this WebApplication app) => app.UseMiddleware<BodyLimit>();
}
