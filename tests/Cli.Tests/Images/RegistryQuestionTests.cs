using System.Net;
using System.Text;
using Benevoclic.Cli.Images;

namespace Benevoclic.Cli.Tests.Images;

public sealed class RegistryQuestionTests
{
    static readonly ImageReference OnDockerHub = new("docker.io", "marie/benevoclic-api", "v1");

    static readonly Dictionary<string, string> Ours = new()
    {
        ["DOCKERHUB_USERNAME"] = "marie",
        ["DOCKERHUB_TOKEN"] = "dckr_pat_1",
    };

    [Theory]
    [InlineData(HttpStatusCode.OK, true)]
    [InlineData(HttpStatusCode.NotFound, false)]
    [InlineData(HttpStatusCode.Forbidden, false)]
    public async Task It_is_there_or_not(HttpStatusCode status, bool there) =>
        Assert.Equal(there, await AskAsync(new ImageReference("ghcr.io", "team/api", "v1"), _ => Answer(status)));

    [Fact]
    public async Task Docker_Hub_is_told_who_asks_where_it_wants_to_know()
    {
        var asked = new List<string>();

        var there = await AskAsync(
            OnDockerHub,
            request =>
            {
                asked.Add($"{request.Method} {request.RequestUri} {request.Headers.Authorization}");
                return request switch
                {
                    { RequestUri.Host: "auth.docker.io" } => Answer(HttpStatusCode.OK, """{"token":"a-token"}"""),
                    { Headers.Authorization: null } => Challenge(),
                    _ => Answer(HttpStatusCode.OK),
                };
            }
        );

        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes("marie:dckr_pat_1"));
        Assert.True(there);
        Assert.Equal(
            [
                "HEAD https://registry-1.docker.io/v2/marie/benevoclic-api/manifests/v1 ",
                $"GET https://auth.docker.io/token?service=registry.docker.io&scope=repository%3Amarie%2Fbenevoclic-api%3Apull Basic {basic}",
                "HEAD https://registry-1.docker.io/v2/marie/benevoclic-api/manifests/v1 Bearer a-token",
            ],
            asked
        );
    }

    [Fact]
    public async Task A_registry_that_fails_is_not_taken_for_one_without_the_image()
    {
        var problem = await Assert.ThrowsAsync<CommandException>(() =>
            AskAsync(OnDockerHub, _ => Answer(HttpStatusCode.BadGateway))
        );

        Assert.Contains("it answered 502", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_that_is_refused_is_said_without_the_token()
    {
        var problem = await Assert.ThrowsAsync<CommandException>(() =>
            AskAsync(
                OnDockerHub,
                request =>
                    request.RequestUri!.Host == "auth.docker.io" ? Answer(HttpStatusCode.Unauthorized) : Challenge()
            )
        );

        Assert.Contains("it does not know us (401)", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("dckr_pat_1", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:5000", "", "http://localhost:5000")]
    [InlineData("10.0.0.1:5000", "10.0.0.1:5000", "http://10.0.0.1:5000")]
    [InlineData("10.0.0.1:5000", "", "https://10.0.0.1:5000")]
    public async Task Plain_http_is_spoken_where_it_is_allowed(string registry, string allowed, string address)
    {
        Uri? asked = null;
        var environment = new Dictionary<string, string> { ["DOTNET_CONTAINER_INSECURE_REGISTRIES"] = allowed };

        await AskAsync(
            new ImageReference(registry, "api", "1"),
            request =>
            {
                asked = request.RequestUri;
                return Answer(HttpStatusCode.OK);
            },
            environment
        );

        Assert.StartsWith(address, asked!.ToString(), StringComparison.Ordinal);
    }

    static async Task<bool> AskAsync(
        ImageReference image,
        Func<HttpRequestMessage, HttpResponseMessage> answer,
        Dictionary<string, string>? environment = null
    )
    {
        using var http = new HttpClient(new Scripted(answer));
        return await new RegistryQuestion(http, environment ?? Ours).HasAsync(image, CancellationToken.None);
    }

    static HttpResponseMessage Answer(HttpStatusCode status, string body = "") =>
        new(status) { Content = new StringContent(body) };

    static HttpResponseMessage Challenge()
    {
        var answer = Answer(HttpStatusCode.Unauthorized);
        answer.Headers.TryAddWithoutValidation(
            "WWW-Authenticate",
            "Bearer realm=\"https://auth.docker.io/token\",service=\"registry.docker.io\",scope=\"repository:marie/benevoclic-api:pull\""
        );
        return answer;
    }

    sealed class Scripted(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) =>
            Task.FromResult(answer(request));
    }
}
