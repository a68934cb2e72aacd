using Benevoclic.Cli.Backups;
using Benevoclic.Cli.Local;

namespace Benevoclic.Cli.Tests.Backups;

/// <summary>Against s3rver, a server of its own.</summary>
public sealed class BucketPlaceTests : PlaceContract
{
    S3Server? _server;

    private protected override async Task<IBackupPlace> OpenAsync()
    {
        Assert.SkipUnless(S3Server.IsInstalled, S3Server.WhyNot);
        _server ??= await S3Server.StartAsync();
        return BackupAddress
            .OfPlace($"s3://{S3Server.Bucket}/some/where", new StateFolder("/nowhere"))
            .Open(_server.Settings);
    }

    public override ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
