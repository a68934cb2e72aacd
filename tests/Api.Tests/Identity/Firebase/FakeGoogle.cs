using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Benevoclic.Api.Identity.Firebase;
using Benevoclic.Api.Tests.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Benevoclic.Api.Tests.Identity.Firebase;

/// <summary>
/// What the emulator does not have: signed tokens, the keys to check them with, access tokens, and outages. Everything else is
/// tested against the emulator.
/// </summary>
sealed class FakeGoogle : HttpMessageHandler
{
    public const string Project = "benevoclic-test";

    readonly RSA _key = RSA.Create(2048);
    readonly RSA _serviceKey = RSA.Create(2048);

    public ConcurrentQueue<string> Asked { get; } = [];

    public bool IsDown { get; set; }

    /// <summary>Takes the connection and never answers.</summary>
    public bool IsSilent { get; set; }

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public RsaSecurityKey Key => new(_key) { KeyId = "google-1" };

    public Task<RunningApi> StartAsync(Action<WebApplication>? map = null) =>
        RunningApi.StartAdjustedAsync(
            builder =>
                builder.Services.AddHttpClient(FirebaseClient.Name).ConfigurePrimaryHttpMessageHandler(() => this),
            map,
            "--BENEVOCLIC_IDENTITY=firebase",
            $"--FIREBASE_PROJECT_ID={Project}",
            "--FIREBASE_API_KEY=the-api-key",
            "--FIREBASE_CLIENT_EMAIL=api@benevoclic-test.iam.gserviceaccount.com",
            // On one line, as env files keep it.
            $"--FIREBASE_PRIVATE_KEY={_serviceKey.ExportPkcs8PrivateKeyPem().Replace("\n", "\\n", StringComparison.Ordinal)}"
        );

    /// <summary>A token as Google makes them, valid for an hour.</summary>
    public string Token(DateTimeOffset now, Action<SecurityTokenDescriptor>? change = null)
    {
        var token = new SecurityTokenDescriptor
        {
            Issuer = $"https://securetoken.google.com/{Project}",
            Audience = Project,
            IssuedAt = now.UtcDateTime,
            Expires = now.UtcDateTime.AddHours(1),
            Claims = new Dictionary<string, object> { ["sub"] = "zoe", ["role"] = "VOLUNTEER" },
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var address = request.RequestUri!.GetLeftPart(UriPartial.Path);
        Asked.Enqueue(address);
        if (IsSilent)
            await Task.Delay(Timeout.Infinite, ct);
        if (IsDown)
            throw new HttpRequestException("Connection refused");
        return new HttpResponseMessage(Status) { Content = JsonContent.Create(Answer(request, address)) };
    }

    JsonObject Answer(HttpRequestMessage request, string address) =>
        address switch
        {
            $"https://securetoken.google.com/{Project}/.well-known/openid-configuration" => new()
            {
                ["issuer"] = $"https://securetoken.google.com/{Project}",
                ["jwks_uri"] = "https://www.googleapis.com/service_accounts/v1/jwk/securetoken",
            },
            "https://www.googleapis.com/service_accounts/v1/jwk/securetoken" => new()
            {
                ["keys"] = new JsonArray(
                    new JsonObject
                    {
                        ["kty"] = "RSA",
                        ["use"] = "sig",
                        ["alg"] = "RS256",
                        ["kid"] = Key.KeyId,
                        ["n"] = Base64UrlEncoder.Encode(_key.ExportParameters(false).Modulus),
                        ["e"] = Base64UrlEncoder.Encode(_key.ExportParameters(false).Exponent),
                    }
                ),
            },
            "https://oauth2.googleapis.com/token" => new()
            {
                ["access_token"] = "an access token",
                ["expires_in"] = 3600,
                ["token_type"] = "Bearer",
            },
            $"https://identitytoolkit.googleapis.com/v1/projects/{Project}/accounts:lookup"
                when request.Headers.Authorization?.Parameter == "an access token" => new()
            {
                ["users"] = new JsonArray(new JsonObject { ["localId"] = "zoe", ["email"] = "zoe@example.org" }),
            },
            _ => throw new InvalidOperationException($"nobody planned for {request.Method} {address}"),
        };
}
