using Benevoclic.Cli.Config;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Tests.Made;

/// <summary>Service definitions for tests that do not read them from files.</summary>
static class AService
{
    public static Service Named(string name, params string[] after) =>
        new(
            name,
            $"/nowhere/{name}",
            "dummy:1",
            $"benevoclic-{name}",
            [],
            new Dictionary<string, string>(),
            [],
            TimeSpan.FromSeconds(1),
            Rollout.Recreate,
            8080,
            "/health",
            after,
            null,
            null,
            [],
            null
        );

    public static Checkout InCheckout(string root, params IReadOnlyList<(Service Service, int Port)> services) =>
        new(
            root,
            new Installation(
                "fr",
                "http://localhost",
                "",
                "",
                services.ToDictionary(one => one.Service.Name, one => one.Port),
                new HostConfig("", "", 22, "", "/opt/benevoclic", 60, 60, WatchLimits.Default)
            ),
            new ServiceStack
            {
                Services = [.. services.Select(one => one.Service)],
                Folders = services.ToDictionary(one => one.Service.Name, one => (int?)one.Service.Port),
            }
        );
}
