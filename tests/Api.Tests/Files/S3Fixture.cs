using Benevoclic.Harness;

namespace Benevoclic.Api.Tests.Files;

/// <summary>One S3 server for a class of tests.</summary>
public sealed class S3Fixture : IAsyncLifetime
{
    S3Server? _server;

    /// <summary>Skips the test where there is none.</summary>
    public S3Server Server
    {
        get
        {
            Assert.SkipWhen(_server is null, S3Server.WhyNot);
            return _server!;
        }
    }

    public async ValueTask InitializeAsync() => _server = S3Server.IsInstalled ? await S3Server.StartAsync() : null;

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
