using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Benevoclic.Api.Accounts;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Harness;

namespace Benevoclic.Api.Tests.Accounts;

public sealed class AvatarTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_that_is_sent_is_seen_by_everybody()
    {
        await using var api = await RunningApi.StartAsync();
        var ada = await AddAsync(api, "ada");

        var answer = await SendAsync(api, ada, "ada", Pictures.Png, "Mon chat.png");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Matches("^avatars/ada/[0-9]{13}-Mon-chat.png$", answer["avatarFileKey"]);
        Assert.Equal("2026-11-22T14:38:28.102Z", answer["updatedAt"]);
        var link = (await api.AskAsync(HttpMethod.Get, "/user/avatar/ada")).Json.GetValue<string>();
        using var browser = new HttpClient();
        Assert.Equal(Pictures.Png, await browser.GetByteArrayAsync(new Uri(link), Ct));
    }

    [Fact]
    public async Task A_new_picture_takes_the_place_of_the_old_one()
    {
        await using var api = await RunningApi.StartAsync();
        var ada = await AddAsync(api, "ada");
        await SendAsync(api, ada, "ada", Pictures.Png, "a.png");
        api.Clock.Advance(TimeSpan.FromSeconds(1));

        await SendAsync(api, ada, "ada", Pictures.Jpeg, "b.png");

        Assert.Equal(["b.jpg"], FilesOf(api).Select(name => Regex.Replace(name, "^[0-9]+-", "")));
    }

    [Fact]
    public async Task What_is_refused_changes_nothing()
    {
        await using var api = await RunningApi.StartAsync();
        var ada = await AddAsync(api, "ada");
        await SendAsync(api, ada, "ada", Pictures.Png, "a.png");

        var svg = await SendAsync(api, ada, "ada", "<svg/>"u8.ToArray(), "a.png");
        var other = await SendAsync(api, ada, "ada", Pictures.Jpeg, "b.jpg", field: "avatar");

        Assert.Equal(HttpStatusCode.BadRequest, svg.Status);
        Assert.Equal("Unexpected field - avatar", other["message"]);
        Assert.Equal(["a.png"], FilesOf(api).Select(name => Regex.Replace(name, "^[0-9]+-", "")));
    }

    [Fact]
    public async Task Nobody_changes_the_picture_of_somebody_else_but_an_administrator()
    {
        await using var api = await RunningApi.StartAsync();
        await AddAsync(api, "ada");
        var bob = Someone.With(api, Role.Volunteer, "bob");
        var admin = Someone.With(api, Role.Admin);

        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(api, bob, "ada", Pictures.Png, "a.png")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(api, null, "ada", Pictures.Png, "a.png")).Status);
        Assert.Empty(FilesOf(api));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(api, admin, "ada", Pictures.Png, "a.png")).Status);
    }

    [Fact]
    public async Task Who_does_not_exist_has_no_picture_and_gets_none()
    {
        await using var api = await RunningApi.StartAsync();
        var admin = Someone.With(api, Role.Admin);

        var answer = await SendAsync(api, admin, "nobody", Pictures.Png, "a.png");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("Utilisateur non trouvé", answer["message"]);
        Assert.Empty(FilesOf(api));
        Assert.Equal("\"\"", (await api.AskAsync(HttpMethod.Get, "/user/avatar/nobody")).Body);
    }

    [Fact]
    public async Task In_S3_an_old_picture_goes_and_an_S3_that_does_not_answer_is_503()
    {
        Assert.SkipUnless(S3Server.IsInstalled, S3Server.WhyNot);
        await using var server = await S3Server.StartAsync();
        string[] settings = ["--BENEVOCLIC_FILES=s3", .. server.Settings.Select(pair => $"--{pair.Key}={pair.Value}")];
        await using var api = await RunningApi.StartAsync(null, settings);
        var ada = await AddAsync(api, "ada");

        var first = await SendAsync(api, ada, "ada", Pictures.Png, "a.png");
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await SendAsync(api, ada, "ada", Pictures.Png, "b.png");
        var link = (await api.AskAsync(HttpMethod.Get, "/user/avatar/ada")).Json.GetValue<string>();
        using var browser = new HttpClient();
        using var gone = await browser.GetAsync(
            new Uri(link.Replace(second["avatarFileKey"]!, first["avatarFileKey"]!, StringComparison.Ordinal)),
            Ct
        );
        var seen = await browser.GetByteArrayAsync(new Uri(link), Ct);
        server.Pause();
        var paused = await SendAsync(api, ada, "ada", Pictures.Png, "c.png");
        server.Continue();

        Assert.Equal(Pictures.Png, seen);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, paused.Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(api, ada, "ada", Pictures.Png, "c.png")).Status);
    }

    static async Task<Someone> AddAsync(RunningApi api, string uid)
    {
        var person = Someone.With(api, Role.Volunteer, uid);
        await api.Get<IUsers>()
            .AddAsync(
                new(
                    Document.Of(("userId", uid), ("email", person.Email), ("role", "VOLUNTEER"), ("avatarFileKey", ""))
                ),
                Ct
            );
        return person;
    }

    static async Task<WireAnswer> SendAsync(
        RunningApi api,
        Someone? by,
        string id,
        byte[] content,
        string name,
        string field = "file"
    )
    {
        var part = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/user/{id}/update-avatar")
        {
            Content = new MultipartFormDataContent { { part, field, name } },
        };
        if (by is not null)
            request.Headers.Authorization = new("Bearer", by.Token);
        using var answer = await api.Client.SendAsync(request, Ct);
        return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }

    static IEnumerable<string> FilesOf(RunningApi api)
    {
        var folder = Path.Combine(api.DataFolder, "files", "avatars");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path))
            : [];
    }
}
