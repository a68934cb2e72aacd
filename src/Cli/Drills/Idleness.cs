using System.Text.Json;
using Benevoclic.Cli.Alerts;

namespace Benevoclic.Cli.Drills;

/// <summary>Nobody calls the API, until one call of ours.</summary>
sealed class Idleness(Monitoring monitoring, Checkout checkout) : Mishap
{
    public override string Made => "waiting for five minutes without a user's call";

    public override string Mended => "called the API as a user would";

    public override Task<IReadOnlyList<string>> WordsAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<string>>(["nothing"]);

    /// <summary>Any page of the API's own list that needs nothing filled in; whether it lets us in does not matter.</summary>
    public override async Task EndAsync(CancellationToken ct)
    {
        var api = checkout.Stack.Find("api");
        var document = await monitoring.GetAsync(api, "/swagger-json", AlertsJson.Default.JsonElement, ct);
        var path =
            document.GetProperty("paths").EnumerateObject().FirstOrDefault(one => IsCallable(one)).Name
            ?? throw new CommandException(ExitCode.Failed, "The API lists no page that could be called.");
        using var answer = await monitoring.Http.GetAsync(new Uri(await monitoring.DoorOfAsync(api, ct), path), ct);
    }

    static bool IsCallable(JsonProperty path) =>
        !path.Name.Contains('{')
        && !path.Name.StartsWith("/health", StringComparison.Ordinal)
        && path.Value.TryGetProperty("get", out _);
}
