using Benevoclic.Api.Associations;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Volunteers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Benevoclic.Bench;

/// <summary>
/// The API in a process of its own, filled through its own stores, with one endpoint more that does nothing: what it is compared with.
/// `Bench serve COUNT`, with the API's own settings in the environment.
/// </summary>
static class ApiServer
{
    /// <summary>The same server, the same middleware, no work.</summary>
    public const string Empty = "/empty";

    public const string Ready = "ready";

    public static async Task RunAsync(int count, CancellationToken ct)
    {
        await using var app = Api.Program.Build([], Quiet);
        app.MapGet(Empty, () => Results.Ok()).ForAnyone();
        await app.StartAsync(ct);
        await FillAsync(app, count, ct);
        Console.WriteLine(Ready);
        await app.WaitForShutdownAsync(ct);
    }

    public static string Volunteer(int number) => $"volunteer{number}";

    public static string Association(int number) => $"association{number}";

    static void Quiet(WebApplicationBuilder builder) => builder.Logging.SetMinimumLevel(LogLevel.Warning);

    static async Task FillAsync(WebApplication app, int count, CancellationToken ct)
    {
        var volunteers = app.Services.GetRequiredService<IVolunteers>();
        var associations = app.Services.GetRequiredService<IAssociations>();
        await Parallel.ForAsync(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = ct },
            async (number, stop) =>
            {
                await volunteers.AddAsync(new(VolunteerNumber(number)), stop);
                await associations.AddAsync(new(AssociationNumber(number)), stop);
            }
        );
    }

    static Document VolunteerNumber(int number) =>
        Document.Of(
            ("volunteerId", Volunteer(number)),
            ("firstName", "Zoé"),
            ("lastName", $"Bénévole {number}"),
            ("phone", "0601020304"),
            ("bio", "J'aime aider mes voisins, le samedi surtout."),
            ("city", "Rennes"),
            ("postalCode", "35000"),
            ("country", "France"),
            ("birthDate", "1990-05-17"),
            ("locationVolunteer", null)
        );

    static Document AssociationNumber(int number) =>
        Document.Of(
            ("associationId", Association(number)),
            ("associationName", $"Les amis n° {number}"),
            ("bio", "Nous apportons des repas chauds."),
            ("phone", "0299010203"),
            ("city", "Rennes"),
            ("country", "France"),
            ("postalCode", "35000"),
            ("type", "Solidarité"),
            ("locationAssociation", null),
            ("volunteers", new System.Text.Json.Nodes.JsonArray()),
            ("volunteersWaiting", new System.Text.Json.Nodes.JsonArray())
        );
}
