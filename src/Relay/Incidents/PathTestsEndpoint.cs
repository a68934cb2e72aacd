using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevoclic.Relay.Incidents;

/// <summary>Where a deploy asks what became of its test alert. Reading only, and nothing secret in it: people may ask too.</summary>
static class PathTestsEndpoint
{
    public static void MapPathTests(this WebApplication app) => app.MapGet("/alert-path/{deploy}/{service}", Find);

    /// <summary>404: it has not arrived. 202: Discord has not got it yet. 200: this is the end of it.</summary>
    static Results<Ok<PathTestFate>, Accepted<PathTestFate>, NotFound> Find(
        string deploy,
        string service,
        PathTests tests
    ) =>
        tests.Find(deploy, service) switch
        {
            null => TypedResults.NotFound(),
            { State: "waiting" } waiting => TypedResults.Accepted((string?)null, waiting),
            var fate => TypedResults.Ok(fate),
        };
}
