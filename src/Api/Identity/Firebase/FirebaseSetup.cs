using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Benevoclic.Api.Identity.Firebase;

static class FirebaseSetup
{
    const int LargestAnswer = 4 * 1024 * 1024;

    public static void AddFirebase(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(FirebaseSettings.From(builder.Configuration));
        builder.Services.AddSingleton<ServiceAccount>();
        builder.Services.AddSingleton<FirebaseClient>();
        builder.Services.AddSingleton<IIdentity, FirebaseIdentity>();
        builder.Services.AddHostedService<EmulatorWarning>();
        builder
            .Services.AddHttpClient(
                FirebaseClient.Name,
                http =>
                {
                    http.Timeout = FirebaseClient.Patience;
                    http.MaxResponseContentBufferSize = LargestAnswer;
                }
            )
            // Its log would have every address.
            .RemoveAllLoggers();
        builder
            .Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<FirebaseSettings, IHttpClientFactory>(TrustFirebase);
    }

    static void TrustFirebase(JwtBearerOptions bearer, FirebaseSettings settings, IHttpClientFactory clients)
    {
        bearer.TokenValidationParameters.ValidIssuer = settings.Issuer;
        bearer.TokenValidationParameters.ValidAudience = settings.Project;
        if (settings.Emulator is null)
            TrustGooglesKeys(bearer, settings, clients);
        else
            // The emulator's tokens have no signature at all. Only an operator can set that variable.
            bearer.TokenValidationParameters.SignatureValidator = (token, _) => new JsonWebToken(token);
    }

    static void TrustGooglesKeys(JwtBearerOptions bearer, FirebaseSettings settings, IHttpClientFactory clients)
    {
        bearer.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.RsaSha256];
        bearer.ConfigurationManager = new GoogleKeys(
            new ConfigurationManager<OpenIdConnectConfiguration>(
                $"{settings.Issuer}/.well-known/openid-configuration",
                new OpenIdConnectConfigurationRetriever(),
                clients.CreateClient(FirebaseClient.Name)
            )
        );
    }
}
