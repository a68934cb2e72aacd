using System.Net;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Harness;

namespace Benevoclic.Api.Tests.Storage.Mongo;

/// <summary>A server that answers and refuses: a person has to mend it, and reads the log to know how.</summary>
public sealed class RefusalTests
{
    const string FullDisk =
        """{"code":14031,"codeName":"OutOfDiskSpace","errmsg":"available disk space is below 500 MB","ok":0}""";
    const string FullDiskOfOneWrite =
        """{"n":0,"writeErrors":[{"index":0,"code":14031,"errmsg":"available disk space is below 500 MB"}],"ok":1}""";
    const string OverQuota =
        """{"code":8000,"codeName":"AtlasError","errmsg":"you are over your space quota, using 512 MB of 512 MB","ok":0}""";

    // The server repeats what it was sent.
    const string NoRight =
        """{"code":13,"codeName":"Unauthorized","errmsg":"not authorized on test to execute command { hunter2 }","ok":0}""";

    static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(FullDisk, "MongoDB has no room left on its disk and takes no writes: make room where its dbPath is")]
    [InlineData(FullDiskOfOneWrite, "MongoDB has no room left on its disk and takes no writes")]
    [InlineData(
        OverQuota,
        "MongoDB refuses: Command insert failed: you are over your space quota, using 512 MB of 512 MB"
    )]
    [InlineData(NoRight, "MongoDB does not let the user of MONGODB_URL do this: give it the role readWrite")]
    public async Task A_write_that_it_refuses_to_everybody_is_503_and_the_log_says_what_to_do(
        string refusal,
        string words
    )
    {
        await using var wire = MongoWire.Refusing("insert", "support", refusal);
        await using var api = await wire.StartApiAsync();

        var answer = await api.AskAsync(
            HttpMethod.Post,
            "/support/reports",
            body: new
            {
                type = "OTHER",
                category = "OTHER",
                description = "help",
            }
        );

        Assert.Equal(
            (
                HttpStatusCode.ServiceUnavailable,
                """{"message":"Service momentanément indisponible","error":"Service Unavailable","statusCode":503}"""
            ),
            (answer.Status, answer.Body)
        );
        var line = Assert.Single(api.Log.Errors);
        Assert.Contains("POST /support/reports answered 503: MongoDB ", line, StringComparison.Ordinal);
        Assert.Contains(words, line, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_it_may_not_make_is_said_with_what_lets_it_and_stops_nothing()
    {
        await using var wire = MongoWire.Refusing("createIndexes", "support", NoRight);
        await using var api = await wire.StartApiAsync();

        await SaysAsync(
            api,
            "index support_createdAt of support is not created, the user of MONGODB_URL may not create it (Unauthorized)"
        );
        await SaysAsync(api, "indexes are as this version needs them or reported above");
        Assert.DoesNotContain(api.Log.All, line => line.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Indexes_wait_for_a_full_disk_and_say_so()
    {
        await using var wire = MongoWire.Refusing("createIndexes", "support", FullDisk);
        await using var api = await wire.StartApiAsync();

        await SaysAsync(api, "the indexes wait for the server (MongoDB has no room left on its disk");
    }

    static Task SaysAsync(RunningApi api, string words) =>
        Eventually.TrueAsync(
            () => api.Log.All.Any(line => line.Contains(words, StringComparison.Ordinal)),
            Limit,
            () => string.Join('\n', api.Log.All)
        );
}
