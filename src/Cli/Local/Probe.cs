namespace Benevoclic.Cli.Local;

/// <summary>Asks a service whether it is healthy: any 2xx within two seconds is a yes.</summary>
sealed class Probe(HttpClient http, string address, string path)
{
    static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

    public string Url => address + path;

    /// <summary>What came back last, for people.</summary>
    public string LastAnswer { get; private set; } = "no answer yet";

    public async Task<bool> AnswersAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeLimit);
        try
        {
            using var response = await http.GetAsync(Url, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            LastAnswer = $"HTTP {(int)response.StatusCode}";
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException e)
        {
            LastAnswer = e.InnerException?.Message ?? e.Message;
            return false;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            LastAnswer = $"no answer within {TimeLimit.TotalSeconds:0} s";
            return false;
        }
    }
}
