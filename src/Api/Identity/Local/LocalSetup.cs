using Benevoclic.Api.Storage;
using Benevoclic.Api.Storage.Mongo;
using Benevoclic.Api.Storage.Sqlite;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Benevoclic.Api.Identity.Local;

static class LocalSetup
{
    public static void AddLocalIdentity(this WebApplicationBuilder builder)
    {
        builder.AddStore<ILocalAccounts, SqliteLocalAccounts, MongoLocalAccounts>();
        builder.Services.AddSingleton<TokenKey>();
        builder.Services.AddSingleton<LocalTokens>();
        builder.Services.AddSingleton<Passwords>();
        builder.Services.AddSingleton<IIdentity, LocalIdentity>();
        builder
            .Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<TokenKey>(TrustOurKey);
    }

    static void TrustOurKey(JwtBearerOptions bearer, TokenKey key)
    {
        var rules = bearer.TokenValidationParameters;
        rules.ValidIssuer = LocalTokens.Issuer;
        rules.ValidAudience = LocalTokens.Audience;
        rules.ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256];
        rules.IssuerSigningKeyResolver = (_, _, _, _) => [key.Current];
    }
}
