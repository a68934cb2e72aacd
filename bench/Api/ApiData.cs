using Benevoclic.Api.Identity;
using Benevoclic.Api.Identity.Local;
using Benevoclic.Api.Storage.Mongo;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ApiProgram = Benevoclic.Api.Program;

namespace Benevoclic.Bench.Api;

/// <summary>A store and a data folder, filled through the API's own stores, that a measured process is started on.</summary>
sealed class ApiData : IAsyncDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("benevoclic-bench-");
    readonly WebApplication _app;

    // SQLite takes all that wait into one transaction; each at the stand-in waits for the others.
    ApiData(int atOnce, params IEnumerable<(string Name, string Value)> settings)
    {
        Settings = new Dictionary<string, string>
        {
            ["BENEVOCLIC_DATA"] = _folder.FullName,
            ["BENEVOCLIC_STORE"] = "sqlite",
            ["BENEVOCLIC_IDENTITY"] = "local",
            ["BENEVOCLIC_FILES"] = "disk",
        };
        foreach (var (name, value) in settings)
            Settings[name] = value;
        _app = ApiProgram.Build(
            [.. Settings.Select(setting => $"--{setting.Key}={setting.Value}")],
            builder => builder.Logging.ClearProviders()
        );
        Stored = new Stored(_app.Services, atOnce);
    }

    /// <summary>What a process on the same data is told.</summary>
    public Dictionary<string, string> Settings { get; }

    public Stored Stored { get; }

    /// <summary>As the contract has them, each with a role that may call it: `GET /volunteer/{id} NOBODY`.</summary>
    public IEnumerable<(string Method, string Path, string Role)> Routes =>
        ((IEndpointRouteBuilder)_app)
            .DataSources.SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .SelectMany(route =>
                route
                    .Metadata.GetMetadata<HttpMethodMetadata>()
                    ?.HttpMethods.Select(method =>
                        (method, $"/{route.RoutePattern.RawText?.TrimStart('/')}", RoleOf(route))
                    )
                ?? []
            );

    static string RoleOf(RouteEndpoint route) =>
        route
            .Metadata.GetMetadata<AuthorizationPolicy>()
            ?.Requirements.OfType<ClaimsAuthorizationRequirement>()
            .FirstOrDefault()
            ?.AllowedValues?.First()
        ?? "NOBODY";

    public static ApiData OnSqlite() => new(atOnce: 64);

    public static async Task<ApiData> OnMongoAsync(string url, CancellationToken ct)
    {
        var data = new ApiData(
            atOnce: 4,
            ("BENEVOCLIC_STORE", "mongodb"),
            ("MONGODB_URL", url),
            ("MONGODB_DB_NAME", "bench")
        );
        // A server that starts makes them; here none does, and nothing is added without.
        var indexes = data.Get<MongoIndexes>();
        await indexes.StartAsync(ct);
        await indexes.Done.WaitAsync(ct);
        return data;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Good for an hour.</summary>
    public string TokenOf(string uid, Role role) =>
        Get<LocalTokens>().IdToken(new Account(uid, $"{uid}@example.org", role));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
