using System.Net;
using System.Net.Sockets;
using Benevoclic.Api.Files;
using Benevoclic.Api.Files.S3;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Harness;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Benevoclic.Api.Tests.Files;

/// <summary>Files in a real S3 server.</summary>
public sealed class S3FilesTests(S3Fixture fixture) : FilesContract, IClassFixture<S3Fixture>
{
    const string Key = "avatars/u1/1-chat.png";

    [Fact]
    public void On_Amazons_own_servers_a_link_is_what_the_contract_shows()
    {
        using var files = new S3Files(
            new("pictures", "eu-west-3", "AKID", "secret", Endpoint: null),
            NullLogger<S3Files>.Instance
        );

        var link = new Uri(files.LinkFor(Key));
        var query = QueryHelpers.ParseQuery(link.Query);

        Assert.Equal(
            "https://pictures.s3.eu-west-3.amazonaws.com/avatars/u1/1-chat.png",
            link.GetLeftPart(UriPartial.Path)
        );
        Assert.Equal("AWS4-HMAC-SHA256", query["X-Amz-Algorithm"]);
        Assert.Equal("900", query["X-Amz-Expires"]);
        Assert.Equal("host", query["X-Amz-SignedHeaders"]);
        Assert.StartsWith("AKID/", query["X-Amz-Credential"].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", link.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_keys_are_unavailable_and_the_probe_names_the_settings()
    {
        using var files = FilesOf(fixture.Server, accessKeyId: "nobody");

        await Assert.ThrowsAsync<UnavailableException>(() => PutAsync(files, Key, Harness.Pictures.Png));
        Assert.Equal(
            "the S3 server refuses us (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, or their rights)",
            await files.ProbeAsync(Ct)
        );
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_named_by_the_probe()
    {
        using var files = FilesOf(fixture.Server, bucket: "another-bucket");

        Assert.Equal("the S3 server has no such bucket (AWS_BUCKET_NAME)", await files.ProbeAsync(Ct));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_unavailable()
    {
        var port = FreePorts.Take(1)[0];
        using var files = FilesAt(new Uri($"http://127.0.0.1:{port}"));

        await Assert.ThrowsAsync<UnavailableException>(() => PutAsync(files, Key, Harness.Pictures.Png));
        await Assert.ThrowsAsync<UnavailableException>(() => files.RemoveAsync(Key, Ct));
        Assert.Equal("the S3 server cannot be reached", await files.ProbeAsync(Ct));
    }

    [Fact]
    public async Task A_server_that_takes_a_connection_and_says_nothing_is_given_up()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        using var files = FilesAt(new Uri($"http://{mute.LocalEndpoint}"));

        await Assert.ThrowsAsync<UnavailableException>(() => PutAsync(files, Key, Harness.Pictures.Png));
        Assert.Equal("the S3 server did not answer in time", await files.ProbeAsync(Ct));
    }

    [Fact]
    public async Task A_server_that_comes_back_is_used_again_without_a_restart()
    {
        Assert.SkipUnless(S3Server.IsInstalled, S3Server.WhyNot);
        await using var server = await S3Server.StartAsync();
        using var files = FilesOf(server);
        server.Pause();
        await Assert.ThrowsAsync<UnavailableException>(() => PutAsync(files, Key, Harness.Pictures.Png));

        server.Continue();

        await PutAsync(files, Key, Harness.Pictures.Png);
        Assert.Null(await files.ProbeAsync(Ct));
    }

    [Fact]
    public async Task No_log_shows_the_secret_key()
    {
        using var log = new LogLines();
        using var factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        const string secret = "a-secret-that-no-log-may-show";
        using var files = new S3Files(
            new(S3Server.Bucket, "eu-west-3", "id", secret, new Uri($"http://127.0.0.1:{FreePorts.Take(1)[0]}")),
            factory.CreateLogger<S3Files>()
        );

        await Assert.ThrowsAsync<UnavailableException>(() => PutAsync(files, Key, Harness.Pictures.Png));

        Assert.NotEmpty(log.Errors);
        Assert.DoesNotContain(log.Errors, line => line.Contains(secret, StringComparison.Ordinal));
    }

    private protected override async Task OnFilesAsync(Func<IFiles, Task> test)
    {
        using var files = FilesOf(fixture.Server);
        await test(files);
    }

    static S3Files FilesOf(
        S3Server server,
        string bucket = S3Server.Bucket,
        string accessKeyId = S3Server.AccessKeyId
    ) =>
        new(
            new(bucket, "eu-west-3", accessKeyId, S3Server.SecretAccessKey, server.Address),
            NullLogger<S3Files>.Instance
        );

    static S3Files FilesAt(Uri server) =>
        new(new(S3Server.Bucket, "eu-west-3", "id", "secret", server), NullLogger<S3Files>.Instance);
}
