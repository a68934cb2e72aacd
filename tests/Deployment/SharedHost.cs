namespace Benevoclic.Deployment;

/// <summary>One server for all tests that do not need their own: made when the first of them asks.</summary>
public class SharedHost : IAsyncLifetime
{
    TestHost? _host;

    /// <summary>The server as the last test left it; see <see cref="FreshAsync"/>.</summary>
    public async Task<TestHost> GetAsync()
    {
        Assert.SkipWhen(Needs.Missing is not null, Needs.Missing ?? "");
        return _host ??= await TestHost.StartAsync();
    }

    /// <summary>The server with nothing deployed to it.</summary>
    public async Task<TestHost> FreshAsync()
    {
        var host = await GetAsync();
        await host.ResetAsync();
        return host;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await (_host?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
