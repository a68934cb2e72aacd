using System.Net;
using System.Text;
using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Tests.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Benevoclic.Api.Tests.Hosting.Bodies;

/// <summary>A route that answers with the body that arrived at it.</summary>
static class Echo
{
    public static Task<RunningApi> StartAsync() =>
        RunningApi.StartAsync(app =>
            app.MapPost(
                "/echo",
                async (HttpRequest request) =>
                    TypedResults.Json(
                        await Body.ReadAsync(request, request.HttpContext.RequestAborted),
                        statusCode: StatusCodes.Status201Created
                    )
            )
        );

    public static Task<(HttpStatusCode Status, string Body)> PostAsync(RunningApi api, string body, string type) =>
        PostAsync(api, Encoding.UTF8.GetBytes(body), type);

    public static async Task<(HttpStatusCode Status, string Body)> PostAsync(RunningApi api, byte[] body, string type)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await api.Client.PostAsync("/echo", content, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
