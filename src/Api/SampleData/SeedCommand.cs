using Benevoclic.Api.Hosting.Errors;

namespace Benevoclic.Api.SampleData;

/// <summary>`benevoclic-api seed`: the same program with the same settings, which fills an empty store and ends.</summary>
static class SeedCommand
{
    const int Done = 0;
    const int Failed = 1;

    public static bool IsMeant(string[] args) => args is ["seed"];

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(TextWriter output, TextWriter error)
    {
        await using var app = Program.Build([], builder => builder.Logging.ClearProviders());
        try
        {
            await output.WriteLineAsync(
                await app.Services.GetRequiredService<Seeding>().CarryOutAsync(CancellationToken.None)
            );
            return Done;
        }
        catch (Exception refusal) when (refusal is UnavailableException or InvalidOperationException)
        {
            await error.WriteLineAsync(refusal.Message);
            return Failed;
        }
    }
}
