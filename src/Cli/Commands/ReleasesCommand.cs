using System.CommandLine;
using System.Globalization;
using Benevoclic.Cli.Deploying;

namespace Benevoclic.Cli.Commands;

static class ReleasesCommand
{
    public static Command Create(Func<Session> open)
    {
        var services = HostOption.Services();
        var host = HostOption.Create();
        var command = new Command(
            "releases",
            "Show the releases on the host: which serve, which were good, which were undone"
        )
        {
            services,
            host,
        };
        command.SetAction(
            async (parsed, ct) => (int)await RunAsync(open(), parsed.GetValue(services)!, parsed.GetValue(host), ct)
        );
        return command;
    }

    static async Task<ExitCode> RunAsync(Session session, string[] services, string? named, CancellationToken ct)
    {
        var checkout = Checkout.Load(session.Root);
        var chosen = checkout.Stack.Choose(services);
        await using var host = await HostSession.OpenAsync(checkout, named, ct);
        var facts = await host.FactsAsync(ct);
        var releases = await host.ReleasesAsync(chosen, ct);
        foreach (var release in releases.All)
        {
            session.Terminal.Line(Line(release, releases.IsGood(release), facts));
            if (releases.ReceiptOf(release) is { } receipt)
            {
                session.Terminal.Line($"        {receipt}");
            }
        }
        return ExitCode.Done;
    }

    static string Line(Release release, bool isGood, HostFacts facts)
    {
        var state =
            facts.Services.GetValueOrDefault(release.Service)?.Last?.Id == release.Id ? "serves"
            : isGood ? "good"
            : "bad";
        return string.Create(
                CultureInfo.InvariantCulture,
                $"{state, -6}  {release.Service, -14} {release.Id}  {release.At:yyyy-MM-dd HH:mm} UTC  by {release.By}  {release.Commit?[..Math.Min(7, release.Commit.Length)]}  {release.Run}"
            )
            .TrimEnd();
    }
}
