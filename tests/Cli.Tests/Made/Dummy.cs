using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace Benevoclic.Cli.Tests.Made;

/// <summary>
/// A service to run in made-up stacks, by <c>Cli.Tests dummy …</c>: <c>serve ADDRESS [mute] [deaf] [slow]</c> listens and answers,
/// <c>fail CODE LINE …</c> writes lines and ends.
/// </summary>
static class Dummy
{
    public static async Task<int> RunAsync(string[] words)
    {
        switch (words)
        {
            case ["serve", var address, .. var manners]:
                using (OnTerminate(manners))
                {
                    await ServeAsync(IPEndPoint.Parse(address), manners);
                }
                return 0;
            case ["fail", var code, .. var lines]:
                foreach (var line in lines)
                {
                    await Console.Error.WriteLineAsync(line);
                }
                return int.Parse(code, CultureInfo.InvariantCulture);
            default:
                return 64;
        }
    }

    /// <summary><c>deaf</c> ignores SIGTERM; <c>slow</c> needs longer than two seconds for it, and leaves a file when it is done.</summary>
    static PosixSignalRegistration? OnTerminate(string[] manners) =>
        manners.Contains("deaf") ? PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true)
        : manners.Contains("slow")
            ? PosixSignalRegistration.Create(
                PosixSignal.SIGTERM,
                _ =>
                {
                    using var never = new ManualResetEventSlim();
                    never.Wait(TimeSpan.FromSeconds(3));
                    File.WriteAllText("drained", "");
                }
            )
        : null;

    static async Task ServeAsync(IPEndPoint address, string[] manners)
    {
        using var listener = new TcpListener(address);
        listener.Start();
        Console.WriteLine($"listening on {address}");
        while (true)
        {
            _ = AnswerAsync(await listener.AcceptTcpClientAsync(), manners);
        }
    }

    static async Task AnswerAsync(TcpClient client, string[] manners)
    {
        using (client)
        {
            using var reader = new StreamReader(client.GetStream());
            var path = (await reader.ReadLineAsync() ?? "").Split(' ').ElementAtOrDefault(1) ?? "/";
            while (await reader.ReadLineAsync() is { Length: > 0 }) { }
            var status = manners.Contains("mute") ? "503 Service Unavailable" : "200 OK";
            var body = Body(path);
            var head =
                $"HTTP/1.1 {status}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n";
            await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(head + body));
        }
    }

    /// <summary><c>/env/NAME</c> and <c>/file/name</c> show how it was started.</summary>
    static string Body(string path) =>
        path.Split('/') switch
        {
            ["", "env", var name] => Environment.GetEnvironmentVariable(name) ?? "(none)",
            ["", "file", var name] => File.ReadAllText(name),
            ["", "events"] => "data: something happened\n\n",
            _ => "ok",
        };
}
