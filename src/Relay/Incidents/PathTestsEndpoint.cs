using Benevoclic.Relay.Delivery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevoclic.Relay.Incidents;

/// <summary>Where a deploy asks what became of its test alert. Reading only, and nothing secret in it: people may ask too.</summary>
static class PathTestsEndpoint
{
    public static void MapPathTests(this WebApplication app) => app.MapGet("/alert-path/{deploy}/{service}", Find);

    /// <summary>404: it has not arrived. 202: Discord has not got it yet. 200: this is the end of it.</summary>
    static Results<Ok<Delivered>, Accepted<Delivered>, NotFound> Find(string deploy, string service, PathTests tests)
    {
        if (tests.Find(deploy, service) is not { } message)
            return TypedResults.NotFound();
        var delivered = new Delivered(NameOf(message.State), message.DiscordId, message.Problem);
        return message.State == MessageState.Waiting
            ? TypedResults.Accepted((string?)null, delivered)
            : TypedResults.Ok(delivered);
    }

    static string NameOf(MessageState state) =>
        state switch
        {
            MessageState.Waiting => "waiting",
            MessageState.Delivered => "delivered",
            MessageState.Local => "local",
            _ => "failed",
        };

    /// <param name="State">waiting, delivered, local (there is no webhook) or failed.</param>
    /// <param name="Message">Discord's id of the stored message; null when it did not say.</param>
    /// <param name="Problem">What the last try met, for a person.</param>
    sealed record Delivered(string State, string? Message, string? Problem);
}
