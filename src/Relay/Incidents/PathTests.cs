using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Events;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Incidents;

/// <summary>
/// Test alerts that deploys send on the whole way to Discord. They are no incidents: nothing is broken when one fires, and its end is
/// not worth a word.
/// </summary>
sealed class PathTests(Outbox outbox, CardWriter writer, EventFeed feed)
{
    /// <summary>A deploy waits this long. "All is well" that comes later would be news of a deploy that was undone.</summary>
    static readonly TimeSpan Useful = TimeSpan.FromSeconds(15);

    const int Kept = 100;

    readonly Lock _gate = new();
    readonly List<PathTest> _tests = [];

    public void Take(Alert alert, DateTimeOffset at)
    {
        if (alert.Status == AlertStatus.Resolved)
            return;
        lock (_gate)
        {
            var test = _tests.Find(known => known.Deploy == PathTest.DeployOf(alert));
            if (test is null)
                Post(alert, at);
            else if (!test.Covers(PathTest.ServiceOf(alert)))
                Join(test, alert, at);
        }
    }

    /// <returns>The message that tells of it; null when that test has not arrived here.</returns>
    public Message? Find(string deploy, string service)
    {
        lock (_gate)
            return _tests.Find(test => test.Deploy == deploy && test.Covers(service)) is { } test
                ? outbox.Find(test.MessageId)
                : null;
    }

    void Post(Alert alert, DateTimeOffset at)
    {
        feed.Alert($"{alert.Name}, of a deploy");
        var message = outbox.Post(writer.PathTested([alert], at), at + Useful);
        _tests.Add(new PathTest(PathTest.DeployOf(alert), message, [alert]));
        if (_tests.Count > Kept)
            _tests.RemoveAt(0);
    }

    /// <summary>The second service of a deploy is written into the message of the first: Discord has it already.</summary>
    void Join(PathTest test, Alert alert, DateTimeOffset at)
    {
        feed.Alert($"{alert.Name}, of the same deploy");
        var joined = test with { Alerts = [.. test.Alerts, alert] };
        _tests[_tests.IndexOf(test)] = joined;
        outbox.Edit(test.MessageId, writer.PathTested(joined.Alerts, at));
    }
}
