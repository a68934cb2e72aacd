using System.Diagnostics;
using System.Globalization;
using Benevoclic.Harness;

namespace Benevoclic.Bench;

/// <summary>From the start of the API's process until it answers.</summary>
static class FirstAnswer
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static async Task<double> TimeAsync()
    {
        var port = FreePorts.Take(1)[0].ToString(CultureInfo.InvariantCulture);
        var data = Directory.CreateTempSubdirectory("benevoclic-bench-");
        using var http = new HttpClient();
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "artifacts/bin/Api/release/benevoclic-api"))
        {
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}", ["BENEVOCLIC_DATA"] = data.FullName },
        };
        var watch = Stopwatch.StartNew();
        using var api = Process.Start(start)!;
        try
        {
            await Eventually.TrueAsync(
                () => AnswersAsync(http, $"http://127.0.0.1:{port}/health"),
                Limit,
                () => "an answer"
            );
            return watch.Elapsed.TotalSeconds;
        }
        finally
        {
            api.Kill();
            await api.WaitForExitAsync();
            data.Delete(recursive: true);
        }
    }

    static async Task<bool> AnswersAsync(HttpClient http, string url)
    {
        try
        {
            using var answer = await http.GetAsync(url);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
