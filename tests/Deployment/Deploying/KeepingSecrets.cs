namespace Benevoclic.Deployment.Deploying;

public sealed class KeepingSecrets(SharedHost shared)
{
    const string Webhook = "https://discord.com/api/webhooks/1/a-token-that-nobody-may-see";

    [Fact]
    public async Task No_value_is_anywhere_but_in_the_secret_files()
    {
        var host = await shared.FreshAsync();
        await host.AddApiImageAsync("v1");
        await host.AddApiImageAsync("bad", Defect.ExitsAtOnce);
        var variables = Scenario.Variables();
        variables["BENEVOCLIC_TAG"] = "built";
        variables["DISCORD_WEBHOOK_URL"] = Webhook;

        var good = await Scenario.Start(host, ["deploy", "api", "proxy", "relay", "--yes"], variables).WaitAsync();
        variables["BENEVOCLIC_TAG"] = "bad";
        var bad = await Scenario.Start(host, ["deploy", "api", "--yes"], variables).WaitAsync();

        Assert.True(good.ExitCode == 0, good.ToString());
        Assert.Equal(1, bad.ExitCode);
        string[] places =
        [
            $"{good}{bad}",
            await host.ProcessesAsync(),
            await host.Machine.ShellAsync("docker inspect $(docker ps -aq) $(docker image ls -q)"),
            await host.Machine.ShellAsync("for i in $(docker image ls -q); do docker history --no-trunc $i; done"),
            await host.Machine.ShellAsync("for c in $(docker ps -aq); do docker logs $c 2>&1; done"),
        ];
        foreach (var secret in new[] { Scenario.Password, Webhook })
        {
            Assert.All(places, place => Assert.DoesNotContain(secret, place, StringComparison.Ordinal));
            var files = await host.Machine.ShellAsync(
                $"grep -rlF -- '{secret}' {TestHost.Folder} /root /tmp /etc /var/log || true"
            );
            Assert.All(
                files.Split('\n', StringSplitOptions.RemoveEmptyEntries),
                file => Assert.Contains("/secrets/", file, StringComparison.Ordinal)
            );
        }
        Assert.Equal("", await host.Machine.ShellAsync($"find {TestHost.Folder} -path '*/secrets/*' ! -perm 600"));
    }
}
