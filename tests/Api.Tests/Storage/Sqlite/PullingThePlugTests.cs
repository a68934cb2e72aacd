using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Identity.Local;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Harness;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Benevoclic.Api.Tests.Storage.Sqlite;

/// <summary>The real program, killed or starved while it writes.</summary>
public sealed class PullingThePlugTests : IDisposable
{
    const int Writers = 16;
    const int Enough = 300;

    static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    readonly TemporaryFolder _folder = new();

    string DatabaseFile => Path.Combine(_folder["data"], "benevoclic.db");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_answered_is_there_after_a_kill()
    {
        var token = await TokenAsync();
        var answered = new ConcurrentBag<string>();
        await using (var api = await ApiProcess.StartAsync(folder: _folder))
        {
            await CreateAssociationAsync(api, token);
            var writing = Task.WhenAll(
                Enumerable.Range(0, Writers).Select(i => JoinUntilItDiesAsync(api, token, i, answered))
            );
            await Eventually.TrueAsync(
                () => answered.Count >= Enough,
                Limit,
                () => $"only {answered.Count} were answered"
            );
            await api.KillAsync();
            await writing;
        }

        await using var again = await ApiProcess.StartAsync(folder: _folder);
        var association = await again.GetTextAsync("/association/by-id/croix");
        Assert.All(answered, id => Assert.Contains($"\"{id}\"", association, StringComparison.Ordinal));
        Assert.Equal("ok", Integrity());
    }

    [Fact]
    public async Task A_full_disk_is_503_for_who_writes_and_nothing_for_who_reads_until_there_is_room_again()
    {
        var token = await TokenAsync();
        await using var api = await ApiProcess.StartAsync(folder: _folder);
        await CreateAssociationAsync(api, token);
        Assert.SkipUnless(await LimitFilesAsync(api, bytes: "1000"), "prlimit is not here to make a disk full");

        using (var refused = await JoinAsync(api, token, "ada"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }
        Assert.Contains("\"croix\"", await api.GetTextAsync("/association/by-id/croix"), StringComparison.Ordinal);
        using (var ready = await api.Client.GetAsync("/health/ready", Ct))
            Assert.Contains(
                "SQLite: its file is gone, full",
                await ready.Content.ReadAsStringAsync(Ct),
                StringComparison.Ordinal
            );

        await LimitFilesAsync(api, bytes: "unlimited");
        using var taken = await JoinAsync(api, token, "ada");
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Contains("\"ada\"", await api.GetTextAsync("/association/by-id/croix"), StringComparison.Ordinal);
        Assert.Equal("ok", Integrity());
    }

    /// <summary>The key is in the data folder: whoever has the folder can sign.</summary>
    async Task<string> TokenAsync()
    {
        await using var app = Program.Build([
            "--BENEVOCLIC_STORE=sqlite",
            "--BENEVOCLIC_IDENTITY=local",
            "--BENEVOCLIC_FILES=disk",
            $"--BENEVOCLIC_DATA={_folder["data"]}",
        ]);
        Directory.CreateDirectory(_folder["data"]);
        return app
            .Services.GetRequiredService<LocalTokens>()
            .IdToken(new Account("croix", "croix@example.org", Role.Association));
    }

    static async Task CreateAssociationAsync(ApiProcess api, string token)
    {
        using var answer = await SendAsync(
            api,
            HttpMethod.Post,
            "/association/createAssociation",
            token,
            """{"email":"croix@example.org"}"""
        );
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    static async Task JoinUntilItDiesAsync(ApiProcess api, string token, int writer, ConcurrentBag<string> answered)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                var id = $"p{writer}-{i}";
                using var answer = await JoinAsync(api, token, id);
                if (answer.IsSuccessStatusCode)
                    answered.Add(id);
            }
        }
        catch (HttpRequestException)
        {
            // It is dead, which is what we waited for.
        }
    }

    static Task<HttpResponseMessage> JoinAsync(ApiProcess api, string token, string id) =>
        SendAsync(
            api,
            HttpMethod.Patch,
            "/association/volunteer-waiting/register/croix",
            token,
            $$"""{"volunteerId":"{{id}}","volunteerName":"P"}"""
        );

    static async Task<HttpResponseMessage> SendAsync(
        ApiProcess api,
        HttpMethod method,
        string address,
        string token,
        string body
    )
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await api.Client.SendAsync(request, Ct);
    }

    /// <summary>The largest size that the process may give to a file: what is beyond it fails as on a full disk.</summary>
    static async Task<bool> LimitFilesAsync(ApiProcess api, string bytes)
    {
        try
        {
            using var prlimit = Process.Start("prlimit", ["--pid", $"{api.Id}", $"--fsize={bytes}:unlimited"]);
            await prlimit.WaitForExitAsync(Ct);
            return prlimit.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    string Integrity()
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)command.ExecuteScalar()!;
    }
}
