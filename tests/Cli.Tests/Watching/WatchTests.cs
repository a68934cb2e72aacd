using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benevoclic.Cli.Tests.Watching;

public sealed class WatchTests : IAsyncDisposable
{
    readonly MadeCheckout _made = new();
    DiscordRecorder? _discord;
    WebApplication? _api;
    int _status = 200;
    int _relay = 200;

    public async ValueTask DisposeAsync()
    {
        await (_discord?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_api?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _made.DisposeAsync();
    }

    [Fact]
    public async Task An_outage_is_one_red_and_one_green_message()
    {
        var address = await StartAsync();

        await LookAsync(address);
        _status = 502;
        await LookAsync(address);
        await LookAsync(address);
        _status = 200;
        await LookAsync(address);
        await LookAsync(address);

        Assert.Equal(
            [
                (DiscordPost.Red, "🔴 L'API ne répond plus, vue de l'extérieur"),
                (DiscordPost.Green, "🟢 L'API répond de nouveau, vue de l'extérieur"),
            ],
            _discord!.Posts.Select(post => (post.Colour, post.Title))
        );
        Assert.True(_discord.Posts[0].Mentions("HTTP 502"));
    }

    [Fact]
    public async Task A_relay_that_is_gone_is_told_by_us_because_it_cannot()
    {
        var address = await StartAsync();
        var relay = new Uri(address, "/relay");

        await LookAsync(address, relay);
        _relay = 502;
        await LookAsync(address, relay);
        await LookAsync(address, relay);
        _relay = 200;
        await LookAsync(address, relay);

        Assert.Equal(
            ["🔴 Le relais ne répond plus, vu de l'extérieur", "🟢 Le relais répond de nouveau, vu de l'extérieur"],
            _discord!.Posts.Select(post => post.Title)
        );
    }

    [Fact]
    public async Task A_server_that_is_gone_is_down()
    {
        await StartAsync();
        var nobody = new Uri($"http://127.0.0.1:{Ports.Next()}/health");

        await LookAsync(nobody);

        Assert.Equal(DiscordPost.Red, Assert.Single(_discord!.Posts).Colour);
    }

    [Fact]
    public async Task What_Discord_did_not_take_is_told_at_the_next_look_and_its_address_stays_secret()
    {
        var address = await StartAsync();
        (_status, _discord!.Status) = (500, 503);

        var refused = await RunAsync(address);
        _discord.Status = 200;
        await LookAsync(address);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("it answered 503", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("a-token-that-no-log-may-show", refused.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, _discord.Posts.Count);
    }

    [Theory]
    [InlineData(12.5, "🟠 Le certificat expire dans 12 jours", 0xE67E22)]
    [InlineData(60, null, 0)]
    [InlineData(-1, "🔴 L'API ne répond plus, vue de l'extérieur", DiscordPost.Red)]
    public async Task A_certificate_about_to_end_is_orange_and_one_that_ended_is_an_outage(
        double days,
        string? title,
        int colour
    )
    {
        using var certificate = Certificate(TimeProvider.System.GetUtcNow().AddDays(days));
        var address = await StartAsync(certificate);
        // As a certificate of an issuer that this machine trusts.
        _made.Environment["SSL_CERT_FILE"] = _made.Write("trusted.pem", certificate.ExportCertificatePem());

        await LookAsync(address);

        (int, string)[] expected = title is null ? [] : [(colour, title)];
        Assert.Equal(
            expected,
            _discord!.Posts.Where(post => post.Title == title).Select(post => (post.Colour, post.Title))
        );
        Assert.True(title is not null || _discord.Posts.Count == 0);
    }

    [Fact]
    public async Task Without_a_webhook_it_says_what_to_set()
    {
        _made.With("one", ours: "rollout: swap");
        _made.Environment["DISCORD_WEBHOOK_URL"] = "";

        var result = await _made.RunAsync("watch", "--state", _made.In("state.json"));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("DISCORD_WEBHOOK_URL, needed by watch", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vps.example.org")]
    [InlineData("file:///etc/passwd")]
    public async Task An_address_that_is_none_is_wrong_usage(string address)
    {
        var result = await _made.With("one").RunAsync("watch", "--state", "x", "--address", address);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"found \"{address}\"", result.Error, StringComparison.Ordinal);
    }

    async Task<Uri> StartAsync(X509Certificate2? certificate = null)
    {
        _made.With("one", ours: "rollout: swap");
        _discord = await DiscordRecorder.StartAsync();
        _made.Environment["DISCORD_WEBHOOK_URL"] = _discord.WebhookUrl;
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(
                IPAddress.Loopback,
                0,
                listen =>
                {
                    if (certificate is not null)
                    {
                        listen.UseHttps(certificate);
                    }
                }
            )
        );
        _api = builder.Build();
        _api.MapGet("/health", () => Results.StatusCode(_status));
        _api.MapGet("/relay", () => Results.StatusCode(_relay));
        await _api.StartAsync();
        var port = new Uri(_api.Urls.Single()).Port;
        return new Uri($"{(certificate is null ? "http" : "https")}://localhost:{port}/health");
    }

    async Task LookAsync(Uri address, Uri? relay = null)
    {
        var result = await RunAsync(address, relay);
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    Task<CommandResult> RunAsync(Uri address, Uri? relay = null)
    {
        string[] also = relay is null ? [] : ["--relay", $"{relay}"];
        string[] words =
        [
            "watch",
            "--state",
            _made.In("state.json"),
            "--address",
            $"{address}",
            "--tries",
            "1",
            .. also,
        ];
        return _made.RunAsync(words);
    }

    static X509Certificate2 Certificate(DateTimeOffset ends)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(ends.AddDays(-90), ends);
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
