using System.Net;
using System.Net.Sockets;
using Benevoclic.Api.Tests.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Benevoclic.Api.Tests.Hosting;

public sealed class ShutdownTests
{
    [Fact]
    public async Task A_request_under_way_finishes_while_new_connections_are_refused()
    {
        var ct = TestContext.Current.CancellationToken;
        var begun = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var api = await RunningApi.StartAsync(app =>
            app.MapGet(
                "/slow",
                async () =>
                {
                    begun.SetResult();
                    await release.Task;
                    return "done";
                }
            )
        );
        var answer = api.GetTextAsync("/slow");
        await begun.Task.WaitAsync(ct);

        var stopped = api.App.StopAsync(ct);
        await RefusedAsync(api);

        Assert.False(stopped.IsCompleted);
        release.SetResult();
        Assert.Equal("done", await answer);
        await stopped;
    }

    [Fact]
    public async Task Requests_under_way_get_thirty_seconds()
    {
        await using var api = await RunningApi.StartAsync();

        Assert.Equal(
            TimeSpan.FromSeconds(30),
            api.App.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout
        );
    }

    [Fact]
    public async Task The_program_ends_with_0_when_it_is_told_to_stop()
    {
        await using var api = await ApiProcess.StartAsync();
        using var answer = await api.Client.GetAsync("/health", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        Assert.Equal(0, await api.TerminateAsync());
    }

    static async Task RefusedAsync(RunningApi api)
    {
        try
        {
            while (true)
            {
                using var connection = await Wire.ConnectAsync(api.Address);
            }
        }
        catch (SocketException) { }
    }
}
