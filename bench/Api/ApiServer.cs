using Benevoclic.Api.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using ApiProgram = Benevoclic.Api.Program;

namespace Benevoclic.Bench.Api;

/// <summary>The API with one endpoint more that does nothing: what others are compared with. `Bench serve`, in a process of its own.</summary>
static class ApiServer
{
    /// <summary>The same server, the same middleware, no work.</summary>
    public const string Empty = "/empty";

    public static async Task RunAsync(CancellationToken ct)
    {
        await using var app = ApiProgram.Build([]);
        app.MapGet(Empty, () => Results.Ok()).ForAnyone();
        await app.StartAsync(ct);
        await app.WaitForShutdownAsync(ct);
    }
}
