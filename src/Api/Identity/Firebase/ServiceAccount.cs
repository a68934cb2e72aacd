using Google.Apis.Auth.OAuth2;
using Google.Apis.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Benevoclic.Api.Identity.Firebase;

/// <summary>The account of this program itself at Google: what it may do as an administrator, and what it may sign.</summary>
sealed class ServiceAccount
{
    const string CustomTokenAudience =
        "https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit";

    static readonly string[] Scopes =
    [
        "https://www.googleapis.com/auth/cloud-platform",
        "https://www.googleapis.com/auth/identitytoolkit",
    ];
    static readonly TimeSpan TokenPatience = TimeSpan.FromSeconds(1);
    static readonly TimeSpan CustomTokenLifetime = TimeSpan.FromHours(1);

    readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    readonly FirebaseSettings _settings;
    readonly TimeProvider _clock;
    readonly ServiceAccountCredential? _credential;

    public ServiceAccount(FirebaseSettings settings, IHttpMessageHandlerFactory handlers, TimeProvider clock)
    {
        _settings = settings;
        _clock = clock;
        _credential = settings.Emulator is null ? Open(settings, handlers) : null;
    }

    /// <summary>Good for administration, and renewed before it ends. The emulator has a fixed one.</summary>
    public Task<string> AccessTokenAsync(CancellationToken ct) =>
        _credential is null ? Task.FromResult("owner") : _credential.GetAccessTokenForRequestAsync(null, ct);

    public string CustomToken(string uid)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = _settings.ClientEmail,
                Audience = CustomTokenAudience,
                IssuedAt = now,
                Expires = now + CustomTokenLifetime,
                Claims = new Dictionary<string, object>
                {
                    [JwtRegisteredClaimNames.Sub] = _settings.ClientEmail,
                    ["uid"] = uid,
                },
                SigningCredentials = _credential is null
                    ? null
                    : new SigningCredentials(new RsaSecurityKey(_credential.Key), SecurityAlgorithms.RsaSha256),
            }
        );
    }

    static ServiceAccountCredential Open(FirebaseSettings settings, IHttpMessageHandlerFactory handlers)
    {
        var initializer = new ServiceAccountCredential.Initializer(settings.ClientEmail)
        {
            ProjectId = settings.Project,
            Scopes = Scopes,
            HttpClientFactory = new OurClients(handlers),
            DefaultExponentialBackOffPolicy = ExponentialBackOffPolicy.None,
        };
        var credential = new ServiceAccountCredential(initializer.FromPrivateKey(settings.PrivateKey));
        // All callers share one request for a token, and none of them can cancel it: it must end by itself. The library sends it
        // three times.
        credential.HttpClient.Timeout = TokenPatience;
        return credential;
    }

    /// <summary>Lets Google's library connect as all other calls to Google do.</summary>
    sealed class OurClients(IHttpMessageHandlerFactory handlers) : HttpClientFactory
    {
        protected override HttpMessageHandler CreateHandler(CreateHttpClientArgs args) =>
            handlers.CreateHandler(FirebaseClient.Name);
    }
}
