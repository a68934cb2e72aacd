using System.Net;
using Benevoclic.Api.Files;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Tests.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Benevoclic.Api.Tests.Files;

/// <summary>Files in the data folder, read through the API's own route.</summary>
public sealed class DiskFilesTests : FilesContract
{
    const string Key = "avatars/u1/1-chat.png";

    [Fact]
    public async Task A_link_ends_after_900_seconds()
    {
        await using var api = await RunningApi.StartAsync();
        var files = FilesOf(api);
        await PutAsync(files, Key, Harness.Pictures.Png);
        var link = files.LinkFor(Key);

        api.Clock.Advance(TimeSpan.FromSeconds(900));
        using var inTime = await ReadAsync(link);
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        using var late = await ReadAsync(link);

        Assert.Equal(HttpStatusCode.OK, inTime.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        Assert.Equal(
            """{"message":"Ce lien a expiré","error":"Forbidden","statusCode":403}""",
            await late.Content.ReadAsStringAsync(Ct)
        );
    }

    [Fact]
    public async Task A_link_that_was_asked_for_a_second_later_ends_a_second_later()
    {
        await using var api = await RunningApi.StartAsync();
        var files = FilesOf(api);
        await PutAsync(files, Key, Harness.Pictures.Png);
        var (first, again) = (files.LinkFor(Key), files.LinkFor(Key));

        api.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = files.LinkFor(Key);
        api.Clock.Advance(TimeSpan.FromSeconds(900));
        using var ended = await ReadAsync(first);
        using var inTime = await ReadAsync(later);

        Assert.Equal(first, again);
        Assert.Equal(HttpStatusCode.Forbidden, ended.StatusCode);
        Assert.Equal(HttpStatusCode.OK, inTime.StatusCode);
    }

    [Fact]
    public Task A_link_that_somebody_changed_opens_nothing() =>
        OnFilesAsync(async files =>
        {
            await PutAsync(files, Key, Harness.Pictures.Png);
            await PutAsync(files, "avatars/u2/1-other.png", Harness.Pictures.Png);
            var link = files.LinkFor(Key);

            using var otherFile = await ReadAsync(
                link.Replace("u1/1-chat.png", "u2/1-other.png", StringComparison.Ordinal)
            );
            using var otherSignature = await ReadAsync(link[..^1] + (link[^1] == 'a' ? 'b' : 'a'));
            using var unsigned = await ReadAsync(link[..link.IndexOf('?', StringComparison.Ordinal)]);

            Assert.Equal(HttpStatusCode.Forbidden, otherFile.StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, otherSignature.StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, unsigned.StatusCode);
        });

    [Fact]
    public async Task A_browser_is_told_to_take_the_picture_for_nothing_else()
    {
        await using var api = await RunningApi.StartAsync();
        var files = FilesOf(api);
        await PutAsync(files, Key, Harness.Pictures.Png);

        using var answer = await ReadAsync(files.LinkFor(Key));

        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("cross-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal("max-age=900, private, immutable", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task What_is_no_picture_is_not_served_even_if_it_got_into_the_folder()
    {
        await using var api = await RunningApi.StartAsync();
        var files = FilesOf(api);
        await PutAsync(files, Key, "<script>alert(1)</script>"u8.ToArray());

        using var answer = await ReadAsync(files.LinkFor(Key));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("../outside.png")]
    [InlineData("avatars/../../outside.png")]
    [InlineData("/etc/passwd")]
    [InlineData("avatars//x.png")]
    [InlineData("avatars/.hidden")]
    [InlineData("avatars/\0.png")]
    [InlineData("")]
    public async Task No_key_leads_out_of_the_folder(string key)
    {
        await using var api = await RunningApi.StartAsync();
        var files = FilesOf(api);
        await File.WriteAllBytesAsync(Path.Combine(api.DataFolder, "outside.png"), Harness.Pictures.Png, Ct);

        await Assert.ThrowsAsync<ArgumentException>(() => PutAsync(files, key, Harness.Pictures.Png));
        await files.RemoveAsync(key, Ct);
        var link = new Uri(files.LinksFor([key])[key]);
        // Byte by byte: a client would fold the dots away before it sends them.
        var answer = await Wire.AskAsync(
            api.Address,
            "GET",
            link.OriginalString[api.Address.AbsoluteUri.TrimEnd('/').Length..]
        );

        Assert.Contains(Wire.StatusOf(answer), new[] { 400, 403, 404 });
        Assert.True(File.Exists(Path.Combine(api.DataFolder, "outside.png")));
        Assert.Empty(api.Log.Errors);
    }

    [Fact]
    public async Task Links_survive_a_restart_and_their_key_is_nobody_elses_to_read()
    {
        using var folder = new TemporaryFolder();
        string link;
        await using (var first = await RunningApi.StartAsync(settings: $"--BENEVOCLIC_DATA={folder.Path}"))
        {
            await PutAsync(FilesOf(first), Key, Harness.Pictures.Png);
            link = new Uri(FilesOf(first).LinksFor([Key])[Key].Replace("://:", "://x:")).PathAndQuery;
        }

        await using var second = await RunningApi.StartAsync(settings: $"--BENEVOCLIC_DATA={folder.Path}");
        using var answer = await second.GetAsync(link);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            OperatingSystem.IsWindows() ? 0 : File.GetUnixFileMode(folder["files.key"])
        );
    }

    [Fact]
    public async Task Two_instances_that_start_at_once_in_one_folder_sign_alike()
    {
        using var folder = new TemporaryFolder();
        var apis = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => RunningApi.StartAsync(settings: $"--BENEVOCLIC_DATA={folder.Path}"))
        );
        var links = await Task.WhenAll(
            apis.Select(api => Task.Run(() => new Uri("http://x" + FilesOf(api).LinksFor([Key])[Key]).Query))
        );
        foreach (var api in apis)
            await api.DisposeAsync();

        Assert.Single(links.Distinct());
        Assert.Single(Directory.GetFiles(folder.Path, "files.key*"));
    }

    [Fact]
    public async Task A_link_begins_with_the_configured_address_or_with_the_one_that_was_called()
    {
        await using var configured = await RunningApi.StartAsync(
            Map,
            "--BENEVOCLIC_PUBLIC_URL=https://api.benevoclic.fr/"
        );
        await using var silent = await RunningApi.StartAsync(Map);

        Assert.StartsWith("https://api.benevoclic.fr/files/avatars/u1/", await configured.GetTextAsync("/link"));
        Assert.StartsWith($"{silent.Address}files/avatars/u1/", await silent.GetTextAsync("/link"));

        static void Map(WebApplication app) =>
            app.MapGet("/link", (IServiceProvider services) => services.GetRequiredService<IFiles>().LinkFor(Key));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_503_and_said_by_the_probe()
    {
        await using var api = await RunningApi.StartAsync();
        // A file where the folder should be: permissions do not stop root, under whom tests run in containers.
        await File.WriteAllTextAsync(Path.Combine(api.DataFolder, "files"), "", Ct);

        await Assert.ThrowsAsync<UnavailableException>(() => PutAsync(FilesOf(api), Key, Harness.Pictures.Png));
        Assert.Equal(
            "the folder of BENEVOCLIC_DATA cannot be written: full, read-only or not ours",
            await FilesOf(api).ProbeAsync(Ct)
        );
    }

    private protected override async Task OnFilesAsync(Func<IFiles, Task> test)
    {
        await using var api = await RunningApi.StartAsync();
        await test(FilesOf(api));
    }

    // Outside of a request there is no address that was called: these tests are the request.
    static IFiles FilesOf(RunningApi api)
    {
        api.App.Services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext
        {
            Request = { Scheme = "http", Host = new HostString(api.Address.Authority) },
        };
        return api.App.Services.GetRequiredService<IFiles>();
    }
}
