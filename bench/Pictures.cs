using Benevoclic.Deployment;
using Benevoclic.Harness;

namespace Benevoclic.Bench;

/// <summary>What `plan` and `deploy` write to a terminal, from real runs on a test server; docs/images/make.sh makes pictures of it.</summary>
/// <param name="host">The server; nothing was deployed to it yet.</param>
/// <param name="folder">Receives plan.ansi and deploy.ansi.</param>
sealed class Pictures(TestHost host, string folder)
{
    /// <summary>Wide enough for every line, narrow enough for a README.</summary>
    const int Columns = 132;

    const string NewRule = """

          - name: visits
            rules:
              - alert: ManyVisitors
                expr: sum by (job) (rate(http_server_request_duration_seconds_count{job="benevoclic-api"}[1m])) > 500
                for: 10m

        """;

    public static async Task TakeAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        await using var host = await TestHost.StartAsync();
        await new Pictures(host, folder).TakeAsync();
    }

    async Task TakeAsync()
    {
        foreach (var tag in new[] { "1.4.0", "1.5.0" })
        {
            await host.AddApiImageAsync(tag);
        }
        using var checkout = new Checkout();
        await TypeAsync(
            "1.4.0",
            checkout,
            "deploy api proxy prometheus alertmanager node-exporter grafana --yes",
            null
        );
        await File.AppendAllTextAsync(checkout.PathOf("stack/prometheus/alert_rules.yml"), NewRule);
        await using var load = host.StartLoad();
        await TypeAsync("1.5.0", checkout, "plan api prometheus", "plan.ansi");
        await TypeAsync("1.5.0", checkout, "deploy api prometheus --yes", "deploy.ansi");
    }

    async Task TypeAsync(string tag, Checkout checkout, string words, string? picture)
    {
        var program = Path.Combine(Repository.Root, "artifacts/bin/Cli/release/benevoclic.dll");
        var file = picture is null ? "/dev/null" : Path.Combine(folder, picture);
        var shown = $"stty cols {Columns} rows 60; echo '$ ./benevoclic {words}'; dotnet {program} {words}";
        var environment = new Dictionary<string, string>(host.Environment)
        {
            ["BENEVOCLIC_ROOT"] = checkout.Root,
            ["BENEVOCLIC_TAG"] = tag,
            ["BENEVOCLIC_HOST__WATCH"] = "15",
            ["MONITORING_PASSWORD"] = "for the pictures",
            ["TERM"] = "xterm-256color",
        };
        // `script` makes the terminal that colours are for.
        var end = await Shell.RunAsync(Repository.Root, environment, "script", "-qfec", shown, file);
        if (end.ExitCode is not (0 or 10))
        {
            throw new InvalidOperationException($"{words}: {end}");
        }
    }
}
