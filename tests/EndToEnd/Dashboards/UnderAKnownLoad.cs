using System.Globalization;
using System.Text.Json;

namespace Benevoclic.EndToEnd.Dashboards;

[Collection(Alone.Name)]
public sealed class UnderAKnownLoad
{
    /// <summary>Long enough for every range of the dashboards' rates, and for scrapes to be many against the rounding at both ends.</summary>
    static readonly TimeSpan LoadTime = TimeSpan.FromSeconds(75);

    /// <summary>Only there once it has happened, which a test does not make happen: nothing of it is what a healthy stack shows.</summary>
    static readonly string[] MayBeEmpty = ["Exceptions", "Alertes actives", "Détection"];

    static readonly HttpClient Http = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_question_of_every_panel_has_an_answer_and_the_answers_agree_with_who_made_the_load()
    {
        Needs.Monitoring();
        await using var stack = new LocalStack();
        await stack.UpAsync();
        await AlarmAsync(stack);
        using var load = new ApiLoad(stack.Address("api"));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var running = load.RunAsync(ending.Token);
        await load.ActAsPersonAsync(Ct);
        await Task.Delay(LoadTime / 2, Ct);
        await load.ActAsPersonAsync(Ct);
        await Task.Delay(LoadTime / 2, Ct);

        var end = TimeProvider.System.GetUtcNow();
        var unanswered = new List<string>();
        foreach (var panel in Panel.All.Where(panel => !MayBeEmpty.Contains(panel.Title)))
        {
            var expression = panel.IsInstant ? panel.Expression : $"last_over_time(({panel.Expression})[4m:5s])";
            if (await CountAsync(stack, expression, end) == 0)
            {
                unanswered.Add($"{panel.Where}: {panel.Expression}");
            }
        }
        await ending.CancelAsync();
        await running;

        Assert.Empty(unanswered);
        await AgreeAsync(stack, load, end);
    }

    /// <summary>One alert that comes and goes, for the panels that tell of alerts.</summary>
    static async Task AlarmAsync(LocalStack stack)
    {
        await stack.RunAsync("stop", "node-exporter");
        // Long enough to be seen by the coarsest panel, which looks every 15 s; and told by the relay.
        const string seen = "count_over_time(ALERTS{alertname=\"SystemDown\",alertstate=\"firing\"}[5m:15s]) >= 2";
        const string told = "benevoclic_relay_messages_total";
        await Eventually.TrueAsync(
            async () =>
                await CountAsync(stack, seen, TimeProvider.System.GetUtcNow()) > 0
                && await CountAsync(stack, told, TimeProvider.System.GetUtcNow()) > 0,
            TimeSpan.FromSeconds(120),
            () => "SystemDown was seen and told"
        );
        await stack.RunAsync("start", "node-exporter");
    }

    /// <summary>Over the last 40 s, by the dashboards' own expressions: within 10 %.</summary>
    static async Task AgreeAsync(LocalStack stack, ApiLoad load, DateTimeOffset end)
    {
        var span = TimeSpan.FromSeconds(40);
        var (count, refused, mean) = load.Between(end - span, end);
        string Over(string title) => Find(title).Replace("[20s]", "[40s]", StringComparison.Ordinal);

        var rate = await SumAsync(stack, Over("Débit"), end);
        Within(count / span.TotalSeconds, rate, "requests/s");
        // The API has no way to fail on purpose: the same expression, asked about what it refuses.
        var errors = Over("Erreurs 5xx").Replace("\"5..\"", "\"4..\"", StringComparison.Ordinal);
        Within(100.0 * refused / count, await SumAsync(stack, errors, end), "error rate");
        Assert.Equal(0, await SumAsync(stack, Over("Erreurs 5xx"), end));
        Within(mean.TotalSeconds, await SumAsync(stack, Over("Durée moyenne"), end), "mean latency");
    }

    static void Within(double counted, double drawn, string what) =>
        Assert.True(
            Math.Abs(drawn - counted) <= 0.1 * counted,
            $"{what}: {counted:0.###} were made, the dashboard says {drawn:0.###}"
        );

    static string Find(string title) =>
        Panel
            .All.First(panel => panel.Title == title && panel.Where.StartsWith("API Metrics", StringComparison.Ordinal))
            .Expression;

    static async Task<int> CountAsync(LocalStack stack, string expression, DateTimeOffset at) =>
        (await AskAsync(stack, expression, at)).Count;

    static async Task<double> SumAsync(LocalStack stack, string expression, DateTimeOffset at) =>
        (await AskAsync(stack, expression, at)).Sum();

    static async Task<List<double>> AskAsync(LocalStack stack, string expression, DateTimeOffset at)
    {
        var time = at.ToUnixTimeMilliseconds() / 1000.0;
        var query =
            $"?query={Uri.EscapeDataString(expression)}&time={time.ToString("0.000", CultureInfo.InvariantCulture)}";
        using var answer = await Http.GetAsync(stack.Address("prometheus", $"/api/v1/query{query}"), Ct);
        var body = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, $"{expression}: {body}");
        using var document = JsonDocument.Parse(body);
        return
        [
            .. document
                .RootElement.GetProperty("data")
                .GetProperty("result")
                .EnumerateArray()
                .Select(one => one.GetProperty("value")[1].GetString()!)
                .Where(text => text != "NaN")
                .Select(text => double.Parse(text, CultureInfo.InvariantCulture)),
        ];
    }
}
