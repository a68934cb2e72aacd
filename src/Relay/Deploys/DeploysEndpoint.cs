using System.Text.Json.Serialization;
using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Deploys;

/// <summary>
/// Where `benevoclic deploy` announces itself, from the host, over the network of the containers: the proxy opens no way to here.
/// </summary>
static class DeploysEndpoint
{
    public static void AddDeploys(this IServiceCollection services)
    {
        services.AddSingleton<DeployLog>();
        services.AddHostedService<DeployWatch>();
    }

    public static void MapDeploys(this WebApplication app) => app.MapPost("/deploys", TakeAsync);

    static async Task<IResult> TakeAsync(DeployNews news, DeployLog log)
    {
        if (news.Problem is { } problem)
            return TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest);
        try
        {
            await log.TakeAsync(news);
            return TypedResults.Ok();
        }
        catch (JournalException full)
        {
            return TypedResults.Problem(full.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}

/// <summary>What a deploy says. Twice the same is the same.</summary>
/// <param name="Deploy">The act's id; the services of one act share a message.</param>
/// <param name="State">started, committed, undone or stuck.</param>
/// <param name="Previous">The release that served before.</param>
/// <param name="LimitSeconds">How long the service may be away; 1 to 3600.</param>
/// <param name="Receipt">At the end: what users saw, or why it failed.</param>
/// <param name="At">When it happened, which may be a while before it could be said.</param>
sealed record DeployNews(
    string Deploy,
    string Service,
    string Release,
    string State,
    string? Previous = null,
    string? By = null,
    bool IsRollback = false,
    int LimitSeconds = 90,
    string? Receipt = null,
    DateTimeOffset? At = null
)
{
    [JsonIgnore]
    public string? Problem =>
        State is not ("started" or "committed" or "undone" or "stuck")
            ? $"state: found \"{State}\", allowed: started, committed, undone, stuck"
        : LimitSeconds is < 1 or > 3600 ? $"limitSeconds: found {LimitSeconds}, allowed: 1 to 3600"
        : new[] { Deploy, Service, Release }.Any(text => text is not { Length: > 0 and < 200 })
            ? "deploy, service and release: allowed: 1 to 199 characters"
        : null;
}
