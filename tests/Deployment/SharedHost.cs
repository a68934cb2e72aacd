namespace Benevoclic.Deployment;

/// <summary>One server for all tests that do not need their own: made when the first of them asks.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    TestHost? _host;

    /// <summary>The server as the last test left it; a test that must find it fresh calls <see cref="TestHost.ResetAsync"/>.</summary>
    public async Task<TestHost> GetAsync()
    {
        Assert.SkipWhen(Needs.Missing is not null, Needs.Missing ?? "");
        return _host ??= await TestHost.StartAsync();
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;
}
