using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Benevoclic.Relay.Tests.Harness;

namespace Benevoclic.Relay.Tests.Alerts;

/// <summary>What may come to POST /alerts, what is answered, and what the channel shows. docs/RELAIS.md tells people the same.</summary>
public sealed partial class BadInput
{
    const string Unreadable = "grey Alerte illisible";
    const string Down = "red ServerDown · l’API ne répond plus";
    const string Cpu = "orange HighCpu · le processeur est saturé";
    const int Huge = 10 * 1024 * 1024;

    static readonly AnAlert ServerDown = new("ServerDown");
    static readonly AnAlert HighCpu = new("HighCpu") { Severity = "warning", Job = "node-exporter" };

    public static TheoryData<string, string> Rows { get; } =
        new()
        {
            { "plus de 10 Mo", Unreadable },
            { "10 Mo, et une alerte dedans", Cpu },
            { "pas de JSON", Unreadable },
            { "du JSON, mais pas celui d'Alertmanager", Unreadable },
            { "une liste de plus de dix choses illisibles", Unreadable },
            { "la version 3 d'Alertmanager", Cpu },
            { "une alerte lisible entre deux qui ne le sont pas", Cpu },
            { "des étiquettes de 100 ko", Cpu },
            { "@everyone, <@&1>, @here", Cpu },
            { "du markdown, des liens, ```", Cpu },
            { "de l'arabe, et une marque qui renverse le texte", Cpu },
            { "des emojis, et des moitiés d'emoji", Cpu },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task It_is_answered_with_200_and_shown_and_the_next_alert_is_told(string name, string shown)
    {
        await using var town = await Town.StartAsync();

        await SendAsync(town, BodyOf(name));
        await town.UntilAsync(() => town.Channel.Any(message => message == shown));
        await town.SendAsync(ServerDown);
        await town.UntilAsync(() => town.Channel.Contains(Down));

        Assert.All(town.Discord.Calls, call => DiscordModel.Accept(Encoding.UTF8.GetBytes(call.Body)));
        Assert.Single(town.Channel, message => message == shown);
    }

    [Fact]
    public async Task Ten_thousand_alerts_in_one_call_are_each_told_once_in_a_few_lists()
    {
        const int count = 10_000;
        await using var town = await Town.StartAsync();

        await SendAsync(town, Encoding.UTF8.GetBytes(Many(count)));
        await town.UntilAsync(() => town.Posted.Sum(Told) == count);
        await town.PassAsync(10);

        Assert.Equal(count, town.Posted.Sum(Told));
        Assert.All(town.Discord.Calls, call => DiscordModel.Accept(Encoding.UTF8.GetBytes(call.Body)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Basic bGUtYm9uLWpldG9u")]
    public async Task Without_the_right_token_it_is_answered_with_503_and_fetched_from_Alertmanager(string? token)
    {
        await using var town = await Town.StartAsync(null, ("BENEVOCLIC_RELAY_TOKEN", "le-bon-jeton"));
        using var content = new StringContent(ServerDown.Json);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/alerts") { Content = content };
        request.Headers.Authorization = token is null ? null : AuthenticationHeaderValue.Parse(token);

        using var answer = await town.Relay.SendAsync(request);
        await town.PassAsync(10);
        Assert.Equal(503, (int)answer.StatusCode);
        Assert.Empty(town.Channel);

        town.Listed = ServerDown.Listed();
        await town.UntilAsync(() => town.Channel.Count == 1);
        Assert.Equal([Down], town.Channel);
    }

    [Theory]
    [InlineData(200, "<html>Bienvenue</html>")] // A web page.
    [InlineData(204, "")]
    [InlineData(302, "")]
    [InlineData(405, "")]
    public async Task What_is_no_webhook_is_said_and_nothing_counts_as_sent(int status, string body)
    {
        await using var town = await Town.StartAsync(with =>
            with.DiscordAnswers = (_, context) => Answering.With(status, body)(context)
        );

        await town.SendAsync(HighCpu);
        await town.UntilAsync(() => town.Log.Lines.Any(IsAdvice));
        var outbox = await town.Relay.GetStringAsync("/outbox");

        Assert.Contains("\"depth\":1", outbox, StringComparison.Ordinal);
        Assert.Contains("is no webhook of Discord", outbox, StringComparison.Ordinal);
        Assert.Single(town.Discord.Calls);
    }

    static bool IsAdvice(string line) => line.Contains("copy its address from Discord again", StringComparison.Ordinal);

    static byte[] BodyOf(string name) =>
        name switch
        {
            "plus de 10 Mo" => new byte[Huge + 1],
            "10 Mo, et une alerte dedans" => Encoding.UTF8.GetBytes(HighCpu.Json.PadRight(Huge)),
            "pas de JSON" => "<html>no</html>"u8.ToArray(),
            "du JSON, mais pas celui d'Alertmanager" => """{"text":"hello"}"""u8.ToArray(),
            "une liste de plus de dix choses illisibles" => Encoding.UTF8.GetBytes(
                $$"""{"alerts":[{{string.Join(',', Enumerable.Range(0, 100_000))}}]}"""
            ),
            "la version 3 d'Alertmanager" => Encoding.UTF8.GetBytes(Version3),
            "une alerte lisible entre deux qui ne le sont pas" => Encoding.UTF8.GetBytes(
                HighCpu.Json.Replace("\"alerts\":[", "\"alerts\":[7,null,", StringComparison.Ordinal)
            ),
            "des étiquettes de 100 ko" => With(new string('x', 100_000)),
            "@everyone, <@&1>, @here" => With("@everyone <@&1> @here"),
            "du markdown, des liens, ```" => With("**[click](http://evil.example)** ``` \n# || __x__ \\"),
            "de l'arabe, et une marque qui renverse le texte" => With("مرحبا \u202E etxet"),
            "des emojis, et des moitiés d'emoji" => With("👩‍👩‍👧‍👦 🏳️‍🌈 \\ud83d"),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such row"),
        };

    /// <summary>As a value of labels and annotations that people see; what begins with a backslash goes into the JSON as it is.</summary>
    static byte[] With(string text)
    {
        var alert = HighCpu with
        {
            Labels = new() { ["instance"] = "PLACE" },
            Annotations = new()
            {
                ["summary"] = "PLACE",
                ["description"] = "PLACE",
                ["runbook"] = "PLACE",
            },
        };
        var value = text.EndsWith("\\ud83d", StringComparison.Ordinal)
            ? text
            : JsonSerializer.Serialize(text).Trim('"');
        return Encoding.UTF8.GetBytes(alert.Json.Replace("PLACE", value, StringComparison.Ordinal));
    }

    /// <summary>Alertmanager before 0.4 gave no fingerprint, and its group's key was a number.</summary>
    static string Version3 =>
        """
            {"version":"3","groupKey":17830102,"status":"firing","receiver":"relay","groupLabels":{},"commonLabels":{},"commonAnnotations":{},
             "externalURL":"http://alertmanager:9093","alerts":[{"status":"firing","labels":{"alertname":"HighCpu","severity":"warning",
             "job":"node-exporter"},"annotations":{},"startsAt":"2026-11-22T02:00:00Z","endsAt":"0001-01-01T00:00:00Z","generatorURL":""}]}
            """;

    static string Many(int count) =>
        $$"""{"version":"4","alerts":[{{string.Join(',', Enumerable.Range(0, count).Select(One))}}]}""";

    static string One(int number) =>
        $$"""{"status":"firing","labels":{"alertname":"Many","severity":"warning","n":"{{number}}"},"startsAt":"2026-11-22T02:00:00Z","fingerprint":"n{{number}}"}""";

    /// <summary>How many alerts a card tells: a list says it at the beginning of its title.</summary>
    static int Told(JsonElement card) =>
        Number().Match(card.GetProperty("title").GetString()!) is { Success: true } many
            ? int.Parse(many.Value, null)
            : 1;

    static async Task SendAsync(Town town, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        using var answer = await town.Relay.PostAsync("/alerts", content);
        Assert.Equal(200, (int)answer.StatusCode);
    }

    [GeneratedRegex(@"^\d+")]
    private static partial Regex Number();
}
