using System.Diagnostics.Metrics;
using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Events;
using Benevoclic.Relay.Hosting;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Journaling;
using Benevoclic.Relay.Texts;
using Microsoft.Extensions.Time.Testing;

namespace Benevoclic.Relay.Tests.Histories;

/// <summary>The relay without its sockets: journal, incidents and outbox, with a channel into which each errand is carried by hand.</summary>
sealed class Core : IAsyncDisposable
{
    static readonly Links Addresses = new()
    {
        Api = new Uri("http://localhost:3000"),
        Prometheus = new Uri("http://localhost:9090"),
        Grafana = new Uri("http://localhost:3001"),
        Alertmanager = new Uri("http://localhost:9093"),
    };

    readonly string _folder = Directory.CreateTempSubdirectory("history-").FullName;
    readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-11-20T02:00:00Z", null));
    readonly CardWriter _writer = new(Language.Of(Locale.French), Addresses);
    readonly List<Post> _channel = [];
    Journal _journal = null!;
    IncidentBook _book = null!;
    Roads _roads = null!;
    Composer _composer = null!;

    public Core() => Open();

    public DateTimeOffset Now => _time.GetUtcNow();

    public IReadOnlyList<Post> Channel => _channel;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Incident> Incidents =>
        _journal.Read(sql => IncidentTable.Between(sql, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, 1000));

    public void Pass(TimeSpan time) => _time.Advance(time);

    public Task TakeAsync(Alert alert) => _journal.WriteAsync(sql => _book.Take(sql, [new Arrival(alert, null, Now)]));

    public Incident? LatestOf(string name) => Incidents.LastOrDefault(incident => incident.Alert.Name == name);

    public Task ChangeAsync(string name, Func<Incident, Outcome?> transition) =>
        LatestOf(name) is { } incident ? _book.ChangeAsync(incident.Id, transition, Now) : Task.CompletedTask;

    /// <returns>Whether there was something to send.</returns>
    public async Task<bool> DeliverAsync()
    {
        if (await ClaimAsync() is not { } claim)
            return false;
        await _journal.WriteAsync(sql => new Settlement(claim, Now).Deliver(sql, null));
        Store(claim, _journal.Read(sql => sql.Number("SELECT max(id) FROM messages")));
        return true;
    }

    public async Task FailAsync()
    {
        if (await ClaimAsync() is { } claim)
            await _journal.WriteAsync(sql =>
                new Settlement(claim, Now).TryAgain(sql, new Trouble(Sequel.Again, new Reply(500), 1), false, false)
            );
    }

    public async Task DieAsync(bool isStored)
    {
        if (await ClaimAsync() is { } claim && isStored)
            Store(claim, null);
        await RestartAsync();
    }

    public async Task RestartAsync()
    {
        await _journal.DisposeAsync();
        Open();
        await _journal.WriteAsync(OutboxTable.Recover);
    }

    public async ValueTask DisposeAsync()
    {
        await _journal.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    void Open()
    {
        var (outbox, feed) = (new Outbox(), new EventFeed());
        _journal = new Journal(_folder, Now);
        _roads = new Roads([], _time);
        _composer = new Composer(_writer, _time);
        var tests = new PathTests(_journal, outbox, _writer, feed);
        _book = new IncidentBook(
            _journal,
            outbox,
            _writer,
            tests,
            feed,
            new RelayMetrics(new Meters(), _journal, _time)
        );
    }

    Task<Claim?> ClaimAsync() => _journal.WriteAsync(sql => Claim.Take(sql, _roads, _composer, Now));

    void Store(Claim claim, long? number)
    {
        var errand = claim.Errand;
        if (errand.Kind == ErrandKind.Edit)
        {
            var edited = _channel.FindIndex(post => post.Number == errand.Told!.Id);
            _channel[edited] = _channel[edited] with { Card = claim.Card };
            return;
        }
        var whom = errand.Incidents.Select(incident => incident.Id).ToList();
        _channel.Add(new Post(errand.Head.Id, number, errand.Kind, errand.Head.Telling, whom, claim.Card));
    }

    sealed class Meters : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new(options);

        public void Dispose() { }
    }
}
