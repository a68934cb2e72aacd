using System.CommandLine;
using Benevoclic.Cli.Local;
using Benevoclic.Cli.Output;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Commands;

static class LogsCommand
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static Command Create(Func<Session> open)
    {
        var service = new Argument<string?>("service")
        {
            Description = "A folder of stack/; all services when none is named",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on with what comes, until Ctrl-C" };
        var lines = new Option<int>("--lines", "-n")
        {
            Description = "How many of the last lines",
            DefaultValueFactory = _ => 100,
        };
        lines.Validators.Add(result =>
        {
            if (result is { Tokens: [var token] } && !(int.TryParse(token.Value, out var count) && count >= 0))
            {
                result.AddError($"{lines.Name} should be a number from 0 on, found \"{token.Value}\"");
            }
        });
        var host = HostOption.ForLocalVerb();
        var command = new Command("logs", "Show what the services wrote, merged by time")
        {
            service,
            follow,
            lines,
            host,
        };
        command.SetAction(
            async (parsed, ct) =>
            {
                var (chosen, on, count) = (parsed.GetValue(service), parsed.GetValue(follow), parsed.GetValue(lines));
                return (int)
                    await (
                        HostOption.Has(parsed, host)
                            ? HostLogsVerb.RunAsync(open(), parsed.GetValue(host), chosen, on, count, ct)
                            : RunAsync(open(), chosen, on, count, ct)
                    );
            }
        );
        return command;
    }

    static async Task<ExitCode> RunAsync(Session session, string? service, bool follow, int count, CancellationToken ct)
    {
        var stack = Checkout.Load(session.Root).Stack;
        IReadOnlyList<Service> chosen = service is null ? stack.Services : [stack.Find(service)];
        var width = chosen.Max(one => one.Name.Length);
        var logs = chosen
            .Select(one => session.State.LogOf(one.Name))
            .ToDictionary(log => log, log => LogReader.Last(log, count));

        Show(
            session.Terminal,
            logs.Values.SelectMany(log => log.Lines).OrderBy(line => line.At).TakeLast(count),
            width
        );
        if (follow)
        {
            await FollowAsync(session, logs.ToDictionary(log => log.Key, log => log.Value.Next), width, ct);
        }
        return ExitCode.Done;
    }

    static async Task FollowAsync(Session session, Dictionary<string, long> ends, int width, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var fresh = new List<LogLine>();
            foreach (var log in ends.Keys.ToList())
            {
                (var lines, ends[log]) = LogReader.Lines(log, ends[log]);
                fresh.AddRange(lines);
            }
            Show(session.Terminal, fresh.OrderBy(line => line.At), width);
            await Task.Delay(Pause, session.Time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    static void Show(Terminal terminal, IEnumerable<LogLine> lines, int width)
    {
        foreach (var line in lines)
        {
            terminal.Line(Words(line, width));
        }
    }

    /// <param name="line">The line.</param>
    /// <param name="width">Of the longest service's name.</param>
    public static string Words(LogLine line, int width) =>
        $"{StatusTable.Clock(line.At)}  {line.Service.PadRight(width)}  {line.Text}";
}
