using System.CommandLine;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Servers;

namespace Benevoclic.Cli.Commands;

static class OpenCommand
{
    public static Command Create(Func<Session> open)
    {
        var service = new Argument<string>("service") { Description = "A folder of stack/" };
        var port = new Option<int>("--port", "-p")
        {
            Description = "The port of this machine; a free one when it is not named",
        };
        port.Validators.Add(result =>
        {
            if (
                result is { Tokens: [var token] }
                && !(int.TryParse(token.Value, out var number) && number is > 0 and < 65536)
            )
            {
                result.AddError($"{port.Name} should be a number from 1 to 65535, found \"{token.Value}\"");
            }
        });
        var host = HostOption.Create();
        var command = new Command("open", "Reach a service's own pages on the host from this machine, until Ctrl-C")
        {
            service,
            port,
            host,
        };
        command.SetAction(
            async (parsed, ct) =>
                (int)await RunAsync(open(), parsed.GetValue(service)!, parsed.GetValue(port), parsed.GetValue(host), ct)
        );
        return command;
    }

    static async Task<ExitCode> RunAsync(Session session, string name, int port, string? named, CancellationToken ct)
    {
        var checkout = Checkout.Load(session.Root);
        var service = checkout.Stack.Find(name);
        await using var host = await HostSession.OpenAsync(checkout, named, ct);
        await new Opening(host, service, text => session.Terminal.Line(text)).RunAsync(port, ct);
        return ExitCode.Done;
    }
}
