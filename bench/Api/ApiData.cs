using Benevoclic.Api.Identity;
using Benevoclic.Api.Identity.Local;
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

    ApiData(IEnumerable<(string Name, string Value)> settings)
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
        Stored = new Stored(_app.Services);
    }

    /// <summary>What a process on the same data is told.</summary>
    public Dictionary<string, string> Settings { get; }

    public Stored Stored { get; }

    /// <summary>Addresses that routes are asked at, as the contract has them: `GET /volunteer/{id}`.</summary>
    public IEnumerable<string> Routes =>
        ((IEndpointRouteBuilder)_app)
            .DataSources.SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .SelectMany(route =>
                route
                    .Metadata.GetMetadata<HttpMethodMetadata>()
                    ?.HttpMethods.Select(method => $"{method} /{route.RoutePattern.RawText?.TrimStart('/')}")
                ?? []
            );

    public static ApiData OnSqlite() => new([]);

    public static ApiData OnMongo(string url) =>
        new([("BENEVOCLIC_STORE", "mongodb"), ("MONGODB_URL", url), ("MONGODB_DB_NAME", "bench")]);

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
