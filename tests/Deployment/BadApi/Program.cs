using System.Reflection;
using Benevoclic.BadApi;

// The real API, metrics and all, with one defect chosen by the variable BAD_API: a deploy must find exactly that one.
var defect = Environment.GetEnvironmentVariable("BAD_API") ?? "";
if (defect == "exits-at-once")
{
    await Console.Error.WriteLineAsync("BadApi: no configuration found, giving up");
    return 3;
}

// Its Program is internal, and nobody but this program has a reason to see it.
var build = Assembly.Load("benevoclic-api").GetType("Benevoclic.Api.Program")!.GetMethod("Build")!;
Action<WebApplicationBuilder> adjust = builder => builder.Services.AddSingleton(Defect.Named(defect));
await using var app = (WebApplication)build.Invoke(null, [args, adjust])!;
await app.RunAsync();
return 0;
