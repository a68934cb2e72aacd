using System.Diagnostics;

namespace Benevoclic.EndToEnd.Local;

public sealed class TheSecondRoad
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    static readonly HttpClient Http = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The real rules, routes and programs; only their seconds are fewer.</summary>
    [Fact]
    public async Task A_dead_relay_is_told_by_Alertmanager_itself_and_so_is_its_return()
    {
        Needs.Monitoring();
        await using var discord = await DiscordRecorder.StartAsync();
        await using var stack = new LocalStack(discord.WebhookUrl);
        await stack.UpAsync();
        await HurryAsync(stack);

        Process.GetProcessById(await stack.PidAsync("relay")).Kill();
        await ToldAsync(discord, "RelayDown · Le relais ne répond plus");
        await stack.RunAsync("start", "relay");
        await ToldAsync(discord, "Terminé : RelayDown · Le relais ne répond plus");

        Assert.Equal(2, discord.Posts.Count(post => post.Mentions("RelayDown")));
        Assert.All(
            discord.Posts.Where(post => post.Mentions("RelayDown")),
            post => Assert.Contains("Ce message vient d'Alertmanager lui-même", post.Body, StringComparison.Ordinal)
        );
    }

    static Task ToldAsync(DiscordRecorder discord, string title) =>
        Eventually.TrueAsync(
            () => discord.Posts.Any(post => post.Title == title),
            Limit,
            () => $"\"{title}\" is told; there are: {string.Join(", ", discord.Posts)}"
        );

    static async Task HurryAsync(LocalStack stack)
    {
        var folder = Path.Combine(stack.State, "services/prometheus");
        await ChangeAsync(Path.Combine(folder, "relay_rules.yml"), "for: 45s", "for: 2s");
        await ChangeAsync(Path.Combine(folder, "prometheus.yml"), "scrape_interval: 15s", "scrape_interval: 1s");
        await ChangeAsync(Path.Combine(folder, "prometheus.yml"), "scrape_timeout: 10s", "scrape_timeout: 1s");
        using var answer = await Http.PostAsync(stack.Address("prometheus", "/-/reload"), null, Ct);
        answer.EnsureSuccessStatusCode();
    }

    static async Task ChangeAsync(string file, string from, string to)
    {
        var text = await File.ReadAllTextAsync(file, Ct);
        Assert.Contains(from, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text.Replace(from, to, StringComparison.Ordinal), Ct);
    }
}
