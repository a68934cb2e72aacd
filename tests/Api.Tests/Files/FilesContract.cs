using System.Net;
using Benevoclic.Api.Files;

namespace Benevoclic.Api.Tests.Files;

/// <summary>What holds for files wherever they are kept. A class per place says where that is.</summary>
public abstract class FilesContract
{
    const string Key = "avatars/u1/1763822308102-chat.png";

    static readonly byte[] Png = Harness.Pictures.Png;

    [Fact]
    public Task Anyone_reads_a_file_by_its_link_with_its_type() =>
        OnFilesAsync(async files =>
        {
            await PutAsync(files, Key, Png);

            using var answer = await ReadAsync(files.LinkFor(Key));

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("image/png", answer.Content.Headers.ContentType?.ToString());
            Assert.Equal(Png, await answer.Content.ReadAsByteArrayAsync(Ct));
        });

    [Theory]
    [InlineData("avatars/u1/1-été à la mer & co+plus%20.png")]
    [InlineData("avatars/u1/1-a b#c?d=e.png")]
    [InlineData("announcement/6741a0b2c3d4e5f601234567/1763822308102-affiche.png")]
    public Task Keys_of_the_old_API_work_whatever_is_in_them(string key) =>
        OnFilesAsync(async files =>
        {
            await PutAsync(files, key, Png);

            using var answer = await ReadAsync(files.LinkFor(key));

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        });

    [Fact]
    public Task A_link_is_computed_without_looking_and_leads_nowhere_when_there_is_no_file() =>
        OnFilesAsync(async files =>
        {
            using var answer = await ReadAsync(files.LinkFor("avatars/nobody/1-nothing.png"));

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        });

    [Fact]
    public Task A_removed_file_is_gone_and_can_be_removed_again() =>
        OnFilesAsync(async files =>
        {
            await PutAsync(files, Key, Png);

            await files.RemoveAsync(Key, Ct);
            await files.RemoveAsync(Key, Ct);

            using var answer = await ReadAsync(files.LinkFor(Key));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        });

    [Fact]
    public Task The_largest_picture_comes_back_byte_for_byte() =>
        OnFilesAsync(async files =>
        {
            byte[] large = [.. Png, .. new byte[5 * 1024 * 1024 - Png.Length]];
            Random.Shared.NextBytes(large.AsSpan(Png.Length));

            await PutAsync(files, Key, large);

            using var answer = await ReadAsync(files.LinkFor(Key));
            var read = await answer.Content.ReadAsByteArrayAsync(Ct);
            Assert.True(large.AsSpan().SequenceEqual(read));
        });

    [Fact]
    public Task Fifty_pictures_get_their_links_at_once() =>
        OnFilesAsync(async files =>
        {
            string[] keys = [.. Enumerable.Range(0, 50).Select(i => $"announcement/a{i}/1-x.png")];
            await Task.WhenAll(keys.Select(key => PutAsync(files, key, Png)));

            var links = files.LinksFor([.. keys, keys[0]]);

            Assert.Equal(keys.Order(), links.Keys.Order());
            using var last = await ReadAsync(links[keys[^1]]);
            Assert.Equal(HttpStatusCode.OK, last.StatusCode);
        });

    [Fact]
    public Task It_says_that_it_is_well() => OnFilesAsync(async files => Assert.Null(await files.ProbeAsync(Ct)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public Task Who_has_no_picture_has_an_empty_link(string? key) =>
        OnFilesAsync(files =>
        {
            Assert.Equal("", files.LinkFor(key));
            return Task.CompletedTask;
        });

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Runs the test on files that are empty.</summary>
    private protected abstract Task OnFilesAsync(Func<IFiles, Task> test);

    private protected static Task PutAsync(IFiles files, string key, byte[] content) =>
        files.PutAsync(key, new MemoryStream(content), "image/png", Ct);

    /// <summary>As a browser would: with nothing but the address.</summary>
    private protected static async Task<HttpResponseMessage> ReadAsync(string link)
    {
        using var browser = new HttpClient();
        return await browser.GetAsync(new Uri(link), Ct);
    }
}
