using System.Net.ServerSentEvents;
using Benevoclic.Cli.Alerts;
using Benevoclic.Cli.Output;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Drills;

/// <summary>One drill, from the countdown to the last stage.</summary>
sealed class DrillRun(Session session, Monitoring monitoring, DrillPlan plan, Checkout checkout)
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    readonly TimeProvider _time = session.Time;
    readonly Sightings _sightings = new(plan);
    readonly WatchedAlert _alert = new(monitoring, plan.Alert);
    long _made;

    TimeSpan Since => _time.GetElapsedTime(_made);

    /// <param name="countdown">Seconds in which a person may still say no.</param>
    /// <param name="ct">Ends it; what was broken is put back all the same.</param>
    /// <exception cref="CommandException">It cannot begin, or a stage did not come.</exception>
    public async Task RunAsync(int countdown, CancellationToken ct)
    {
        await new DrillStart(monitoring, _alert, plan, text => Say(text), _time).CheckAsync(ct);
        await CountDownAsync(countdown, ct);
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await using var shell = monitoring.Host is null ? new LocalShell() : null;
        await using var mishap = await Mishap.PrepareAsync(session, monitoring, plan, checkout, ct);
        var hearing = await ListenAsync(listening.Token);
        try
        {
            await BreakAndMendAsync(mishap, shell ?? monitoring.Host!.Shell, ct);
        }
        finally
        {
            await listening.CancelAsync();
            await hearing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        Say($"Everything is back. {DrillView.Verdict(plan, _sightings)}", "green");
    }

    async Task BreakAndMendAsync(Mishap mishap, IShell shell, CancellationToken ct)
    {
        var limit = plan.Detection + TimeSpan.FromSeconds(30);
        await using var fault = await Fault.MakeAsync(
            shell,
            await mishap.WordsAsync(ct),
            limit,
            () => _made = _time.GetTimestamp()
        );
        await mishap.BeginAsync(ct);
        Say(DrillView.Line(TimeSpan.Zero, mishap.Made));
        await FollowAsync(plan.Detecting, plan.Detection, TimeSpan.Zero, ct);
        _sightings.Mend(Since);
        var mended = Since;
        await fault.MendAsync();
        await mishap.EndAsync(ct);
        Say(DrillView.Line(Since, mishap.Mended));
        await FollowAsync(plan.Ending, plan.End, mended, ct);
    }

    async Task CountDownAsync(int seconds, CancellationToken ct)
    {
        Say($"On {monitoring.Place}: {plan.Fault} Ctrl-C ends the drill at any time and puts everything back.");
        for (var left = seconds; left > 0; left--)
        {
            Say($"  in {left} s …");
            await Task.Delay(TimeSpan.FromSeconds(1), _time, ct);
        }
    }

    /// <summary>Says each stage as it is seen.</summary>
    /// <exception cref="CommandException">One did not come in time.</exception>
    async Task FollowAsync(IReadOnlyList<Stage> stages, TimeSpan limit, TimeSpan from, CancellationToken ct)
    {
        var told = new HashSet<Stage>();
        var until = from + limit;
        while (true)
        {
            _sightings.Take(await _alert.LookAsync(ct), Since);
            foreach (var (stage, at) in Seen(stages).Where(one => told.Add(one.Stage)))
            {
                Say(DrillView.Line(at, DrillView.Words(stage, plan, _sightings.Channel)));
            }
            if (_sightings.Missing(stages) is not { } missing)
            {
                return;
            }
            if (Since > until)
            {
                throw new CommandException(
                    ExitCode.Failed,
                    $"After {Spans.Seconds(Since - from)} this had not come: {DrillView.Words(missing, plan, _sightings.Channel)}.",
                    $"Look with: ./benevoclic alerts, ./benevoclic logs {DrillView.Guilty(missing, monitoring)}"
                );
            }
            await Task.Delay(Pause, _time, ct);
        }
    }

    IEnumerable<(Stage Stage, TimeSpan At)> Seen(IReadOnlyList<Stage> stages) =>
        stages
            .Select(stage => (Stage: stage, At: _sightings.Of(stage)))
            .Where(one => one.At is not null)
            .Select(one => (one.Stage, one.At!.Value))
            .OrderBy(one => one.Value);

    /// <summary>Open before the fault is made: what the relay said meanwhile is not told again.</summary>
    /// <returns>Ends with the token, or when the relay goes.</returns>
    async Task<Task> ListenAsync(CancellationToken ct)
    {
        var open = new TaskCompletionSource();
        var hearing = HearAsync(open, ct);
        await Task.WhenAny(open.Task, hearing);
        return hearing;
    }

    /// <summary>Again and again: the relay itself may be started anew in a drill.</summary>
    async Task HearAsync(TaskCompletionSource open, CancellationToken ct)
    {
        var door = new Uri(await monitoring.DoorOfAsync(monitoring.Relay, ct), monitoring.Relay.Events ?? "/events");
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var stream = await monitoring.Http.GetStreamAsync(door, ct);
                open.TrySetResult();
                await foreach (var line in SseParser.Create(stream).EnumerateAsync(ct))
                {
                    _sightings.Hear(line.EventType, line.Data, Since);
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                await Task.Delay(Pause, _time, ct);
            }
        }
    }

    void Say(string text, string style = "default") => session.Terminal.Line(text, style);
}
