using System.Security.Cryptography;
using Benevoclic.Api.Hosting;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Hosting;

public sealed class SecretFileTests
{
    const int Instances = 4;

    [Fact]
    public async Task Instances_that_start_at_once_have_one_key_between_them()
    {
        using var folder = new TemporaryFolder();

        for (var round = 0; round < 200; round++)
        {
            var path = folder[$"key-{round}"];
            using var start = new Barrier(Instances);
            var keys = await Task.WhenAll(Enumerable.Range(0, Instances).Select(_ => OnItsOwnThread(start, path)));
            Assert.Single(keys.Distinct());
        }

        Assert.Equal(200, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_no_key()
    {
        using var folder = new TemporaryFolder();

        Assert.ThrowsAny<IOException>(() => SecretFile.ReadOrMake(folder["no/key"], () => [1]));
    }

    static Task<string> OnItsOwnThread(Barrier start, string path) =>
        Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait(TestContext.Current.CancellationToken);
                return Convert.ToHexString(SecretFile.ReadOrMake(path, () => RandomNumberGenerator.GetBytes(32)));
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
}
