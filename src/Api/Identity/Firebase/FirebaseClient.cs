using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Benevoclic.Api.Hosting.Errors;

namespace Benevoclic.Api.Identity.Firebase;

/// <summary>Calls Google's REST API, or its emulator. Nothing is repeated: what created an account must not run twice.</summary>
sealed class FirebaseClient(IHttpClientFactory clients, FirebaseSettings settings, ServiceAccount account)
{
    public const string Name = "firebase";
    public const string Dependency = "Firebase";

    /// <summary>For one call, the access token included. The web client gives up after 2.5 s, and a login makes one call.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.8);

    const string Toolkit = "identitytoolkit.googleapis.com";
    const string SecureToken = "securetoken.googleapis.com";

    /// <summary>As an administrator of the project.</summary>
    /// <param name="verb">"accounts:lookup".</param>
    public Task<FirebaseAnswer> AdministerAsync(string verb, JsonObject body, CancellationToken ct) =>
        SendAsync(HttpMethod.Post, settings.Address(Toolkit, $"v1/projects/{settings.Project}/{verb}"), body, true, ct);

    /// <inheritdoc cref="AdministerAsync(string, JsonObject, CancellationToken)"/>
    public Task<FirebaseAnswer> ReadAsync(string query, CancellationToken ct) =>
        SendAsync(HttpMethod.Get, settings.Address(Toolkit, $"v1/projects/{settings.Project}/{query}"), null, true, ct);

    /// <summary>As anybody who has the API key.</summary>
    public Task<FirebaseAnswer> SignInAsync(JsonObject body, CancellationToken ct) =>
        SendAsync(HttpMethod.Post, settings.Address(Toolkit, "v1/accounts:signInWithPassword"), body, false, ct);

    public Task<FirebaseAnswer> RefreshAsync(JsonObject body, CancellationToken ct) =>
        SendAsync(HttpMethod.Post, settings.Address(SecureToken, "v1/token"), body, false, ct);

    async Task<FirebaseAnswer> SendAsync(
        HttpMethod method,
        Uri address,
        JsonObject? body,
        bool asAdministrator,
        CancellationToken ct
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(method, address);
            if (body is not null)
                request.Content = JsonContent.Create(body);
            await AuthorizeAsync(request, asAdministrator, limit.Token);
            return await AskAsync(request, limit.Token);
        }
        catch (Exception error) when (IsOutage(error) && !ct.IsCancellationRequested)
        {
            throw new UnavailableException(Dependency, error);
        }
    }

    // A header and not the query: addresses end up in logs.
    async Task AuthorizeAsync(HttpRequestMessage request, bool asAdministrator, CancellationToken ct)
    {
        if (asAdministrator)
            request.Headers.Authorization = new("Bearer", await account.AccessTokenAsync(ct));
        else
            request.Headers.Add("X-Goog-Api-Key", settings.ApiKey);
    }

    async Task<FirebaseAnswer> AskAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using var http = clients.CreateClient(Name);
        using var response = await http.SendAsync(request, ct);
        if (response.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
            throw new HttpRequestException($"it answers {(int)response.StatusCode}");
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        return FirebaseAnswer.From((await JsonNode.ParseAsync(stream, cancellationToken: ct))!.AsObject());
    }

    // An answer that is no JSON comes from something between Google and us.
    static bool IsOutage(Exception error) =>
        error
            is HttpRequestException
                or OperationCanceledException
                or IOException
                or JsonException
                or InvalidOperationException
                or Google.Apis.Auth.OAuth2.Responses.TokenResponseException;
}
