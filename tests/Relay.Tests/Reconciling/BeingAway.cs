using System.Globalization;
using System.Text.Json;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Neighbours;
using Benevoclic.Relay.Reconciling;
using Benevoclic.Relay.Tests.Harness;

namespace Benevoclic.Relay.Tests.Reconciling;

/// <summary>What fired while the relay was not there.</summary>
public sealed class BeingAway
{
    static readonly DateTimeOffset Back = DateTimeOffset.Parse("2026-11-22T03:00:00Z", CultureInfo.InvariantCulture);
    static readonly AnAlert Cpu = new("HighCpu") { Severity = "warning", Job = "node-exporter" };

    [Fact]
    public async Task Times_without_a_sign_of_Alertmanager_are_remembered_as_unwatched_and_one_that_goes_on_too()
    {
        await using var town = await Town.StartAsync();
        await town.SendAsync(new AnAlert("Watchdog"));
        await town.PageWithAsync("Chaîne d’alerte vivante");
        Assert.Empty(await UnwatchedAsync(town));

        town.Time.Advance(TimeSpan.FromMinutes(30));
        await town.RestartAsync();
        Assert.Single(await UnwatchedAsync(town));
        await town.SendAsync(new AnAlert("Watchdog"));
        await town.PageWithAsync("Chaîne d’alerte vivante");
        town.Time.Advance(TimeSpan.FromMinutes(20));

        Assert.Equal([30, 20], await UnwatchedAsync(town));
    }

    [Theory]
    [InlineData("HighCpu", 20, 10, true)]
    [InlineData("Watchdog", 20, 10, false)]
    [InlineData("HighCpu", 20, 0, false)] // It still fires: Alertmanager brings it.
    public void What_ended_before_the_relay_was_back_was_missed(string name, int first, int last, bool isMissed) =>
        Assert.Equal(isMissed, Missed.Of([Fired(new AnAlert(name), first, last)], [], Back).Any());

    [Theory]
    [InlineData(20, 10, false)] // The same time.
    [InlineData(40, 21, false)] // A minute apart.
    [InlineData(50, 30, true)] // An earlier one.
    [InlineData(8, 5, true)] // A later one.
    public void What_is_in_the_journal_was_not(int start, int end, bool isMissed)
    {
        var known = AnIncident.Of(Cpu.Parsed with { StartsAt = Ago(start) }) with
        {
            Phase = Phase.Closed,
            EndsAt = Ago(end),
        };

        Assert.Equal(isMissed, Missed.Of([Fired(Cpu, 20, 10)], [known], Back).Any());
    }

    [Fact]
    public void What_lasts_in_the_journal_was_not() =>
        Assert.Empty(Missed.Of([Fired(Cpu, 20, 10)], [AnIncident.Of(Cpu.Parsed with { StartsAt = Ago(30) })], Back));

    [Fact]
    public void Another_instance_is_another_alert()
    {
        var other = Cpu with { Labels = new() { ["instance"] = "b" } };

        Assert.Single(
            Missed.Of([Fired(Cpu with { Labels = new() { ["instance"] = "a" } }, 20, 10)], [AnIncident.Of(other)], Back)
        );
    }

    [Fact]
    public async Task It_is_told_whole_once_after_the_relay_is_back()
    {
        await using var town = await Town.StartAsync();
        await town.PassAsync(5);
        var begin = town.Time.GetUtcNow().ToUnixTimeSeconds();
        town.Evidence["query_range"] = Record(Cpu, begin + 60, begin + 180);

        town.Time.Advance(TimeSpan.FromMinutes(10));
        await town.RestartAsync();
        await town.UntilAsync(() => town.Posted.Count == 1);
        await town.RestartAsync();
        await town.PassAsync(60);

        Assert.Equal(["green HighCpu · incident terminé"], town.Channel);
        Assert.Contains(
            "2 min 00 s",
            town.Posted[0].GetRawText().Replace("\\u00A0", " ", StringComparison.OrdinalIgnoreCase),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_relay_that_was_never_here_before_tells_nobodys_past()
    {
        await using var town = await Town.StartAsync(with =>
            with.Evidence["query_range"] = Record(Cpu, 1795312800, 1795312900)
        );

        await town.PassAsync(90);

        Assert.Empty(town.Channel);
    }

    static FiringTime Fired(AnAlert alert, int first, int last) => new(alert.Parsed.Labels, Ago(first), Ago(last));

    static DateTimeOffset Ago(int minutes) => Back.AddMinutes(-minutes);

    static string Record(AnAlert alert, long first, long last)
    {
        var labels = string.Join(',', alert.Parsed.Labels.Select(label => $"\"{label.Key}\":\"{label.Value}\""));
        return $$$"""
            {"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"ALERTS","alertstate":"firing",{{{labels}}} },
              "values":[[{{{first}}},"1"],[{{{last}}},"1"]]}]}}
            """;
    }

    static async Task<IEnumerable<int>> UnwatchedAsync(Town town)
    {
        using var journal = JsonDocument.Parse(await town.Relay.GetStringAsync("/journal"));
        return
        [
            .. journal
                .RootElement.GetProperty("unwatched")
                .EnumerateArray()
                .Select(one =>
                    one.GetProperty("until").GetDateTimeOffset() - one.GetProperty("from").GetDateTimeOffset()
                )
                .Select(gap => (int)gap.TotalMinutes),
        ];
    }
}
