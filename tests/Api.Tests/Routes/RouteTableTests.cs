using Benevoclic.Api.Tests.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Benevoclic.Api.Tests.Routes;

/// <summary>
/// Every route of the application, and what nobody, a volunteer, an association, an administrator, and another volunteer or
/// association than the one that it is about get from it. A feature adds a file of rows and a line here.
/// </summary>
public sealed class RouteTableTests
{
    static readonly RouteRow[] Table =
    [
        .. HostingRows.All,
        .. AccountRows.All,
        .. VolunteerRows.All,
        .. AssociationRows.All,
        .. AnnouncementRows.All,
        .. DashboardRows.All,
        .. SettingsRows.All,
        .. FavoriteRows.All,
        .. SupportRows.All,
        .. OrphanRows.All,
    ];

    [Fact]
    public async Task Every_route_of_the_application_is_in_the_table_and_the_other_way_round()
    {
        await using var api = await RunningApi.StartAsync();

        Assert.Equal(
            Table.Select(row => row.Route).Order(StringComparer.Ordinal),
            RoutesOf(api).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Everybody_gets_from_every_route_what_the_table_says()
    {
        await using var api = await RunningApi.StartAsync();
        var differences = new List<string>();

        foreach (var row in Table)
            differences.AddRange(await DifferencesAsync(api, row));

        Assert.Empty(differences);
    }

    [Fact]
    public async Task A_bad_token_is_refused_where_one_is_needed_and_ignored_elsewhere()
    {
        await using var api = await RunningApi.StartAsync();
        // The web client's server sends exactly this for a visitor without an account.
        var visitor = new Someone("", "", null, "undefined");
        var differences = new List<string>();

        foreach (var row in Table)
        {
            var found = await CallAsync(api, row, await World.MakeAsync(api), visitor);
            if (found != row.Statuses[0])
                differences.Add($"{row.Route}: expected {row.Statuses[0]}, found {found}");
        }

        Assert.Empty(differences);
    }

    static async Task<IReadOnlyList<string>> DifferencesAsync(RunningApi api, RouteRow row)
    {
        var differences = new List<string>();
        var world = await World.MakeAsync(api);
        // Refusals first: they change nothing.
        foreach (var (index, expected) in row.Statuses.Index().OrderBy(one => one.Item < 400))
        {
            var (name, token) = world.Callers[index];
            var found = await CallAsync(api, row, world, token);
            if (found != expected)
                differences.Add($"{row.Route}, {name}: expected {expected}, found {found}");
            if (found < 400 && !row.IsSafe)
                world = await World.MakeAsync(api);
        }
        return differences;
    }

    static async Task<int> CallAsync(RunningApi api, RouteRow row, World world, Someone? by) =>
        (int)(await api.AskAsync(row.Method, row.Address(world), by, row.Body?.Invoke(world))).Status;

    static IEnumerable<string> RoutesOf(RunningApi api) =>
        from endpoint in api.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
        select $"{method} {endpoint.RoutePattern.RawText}";
}
