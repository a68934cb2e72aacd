using System.Text;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Repeats;

/// <summary>Requests under an id, as the web client's server sends all of its own.</summary>
static class Sending
{
    /// <param name="who">Null sends what the web client sends when nobody is signed in.</param>
    public static async Task<WireAnswer> SendAsync(
        this RunningApi api,
        Someone? who,
        string id,
        HttpMethod method,
        string address,
        string body
    )
    {
        using var request = Request(who, id, method, address, body);
        using var answer = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public static HttpRequestMessage Request(Someone? who, string id, HttpMethod method, string address, string body) =>
        new(method, address)
        {
            Headers = { { "Authorization", $"Bearer {who?.Token ?? "undefined"}" }, { "X-Request-ID", id } },
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
}
