using Benevoclic.Dashboards.Hosting;
using Benevoclic.Dashboards.Provisioning;

namespace Benevoclic.Dashboards.Questions;

/// <summary>Takes a panel's question to Prometheus, under the path of Grafana's data source proxy.</summary>
static class QuestionsEndpoint
{
    static readonly HttpClient Http = new(
        // No proxy: a variable HTTP_PROXY is meant for the world and not for this machine.
        new SocketsHttpHandler { UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(2) }
    )
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    public static void MapQuestions(this WebApplication app) =>
        app.MapGet("/api/datasources/proxy/uid/{uid}/api/v1/{**path}", AskAsync);

    static async Task<IResult> AskAsync(
        string uid,
        string path,
        Settings settings,
        HttpRequest request,
        CancellationToken aborted
    )
    {
        if (settings.Sources.FirstOrDefault(source => source.Uid == uid) is not { IsPrometheus: true } source)
        {
            return Refusal(StatusCodes.Status404NotFound, $"Il n'y a pas de source Prometheus « {uid} ».");
        }
        if (!Question.IsReading(path))
        {
            return Refusal(
                StatusCodes.Status403Forbidden,
                $"« {path} » ne se demande pas ici : cette page ne fait que lire."
            );
        }
        return await PassAsync(source, path + request.QueryString, aborted);
    }

    static async Task<IResult> PassAsync(DataSource source, string question, CancellationToken aborted)
    {
        try
        {
            using var answer = await Http.GetAsync(
                new Uri($"{source.Url.AbsoluteUri.TrimEnd('/')}/api/v1/{question}"),
                aborted
            );
            // Whole and not as a stream: a connection that breaks in the middle is then an error and no half JSON.
            var body = await answer.Content.ReadAsByteArrayAsync(aborted);
            return new Passed((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), body);
        }
        catch (Exception e)
            when (e is HttpRequestException || (e is OperationCanceledException && !aborted.IsCancellationRequested))
        {
            return Refusal(StatusCodes.Status502BadGateway, "Prometheus ne répond pas.");
        }
    }

    /// <summary>As Prometheus words its own.</summary>
    static IResult Refusal(int status, string words) =>
        TypedResults.Json(new Refused("error", "viewer", words), statusCode: status);

    sealed record Refused(string Status, string ErrorType, string Error);

    sealed class Passed(int status, string? type, byte[] body) : IResult
    {
        public async Task ExecuteAsync(HttpContext context)
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = type;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}
