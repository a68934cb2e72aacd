using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Benevoclic.Cli.Images;

/// <summary>
/// Asks a registry whether it has an image: https://distribution.github.io/distribution/spec/api/, and /spec/auth/token/ for how it
/// wants to know who asks.
/// </summary>
sealed partial class RegistryQuestion(HttpClient http, IReadOnlyDictionary<string, string> environment)
{
    static readonly string[] Manifests =
    [
        "application/vnd.oci.image.index.v1+json",
        "application/vnd.oci.image.manifest.v1+json",
        "application/vnd.docker.distribution.manifest.list.v2+json",
        "application/vnd.docker.distribution.manifest.v2+json",
    ];

    /// <exception cref="CommandException">The registry cannot say.</exception>
    public async Task<bool> HasAsync(ImageReference image, CancellationToken ct)
    {
        try
        {
            var answer = await AskAsync(image, null, ct);
            if (answer.StatusCode == HttpStatusCode.Unauthorized)
            {
                answer = await AskAsync(image, await TokenAsync(image, answer.Headers.WwwAuthenticate, ct), ct);
            }
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => true,
                // A repository that is not there yet is hidden from whoever may not see it.
                HttpStatusCode.NotFound or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => false,
                var status => throw Silent(image, $"it answered {(int)status}"),
            };
        }
        catch (HttpRequestException e)
        {
            throw Silent(image, e.Message);
        }
    }

    async Task<HttpResponseMessage> AskAsync(ImageReference image, string? token, CancellationToken ct)
    {
        var request = new HttpRequestMessage(
            HttpMethod.Head,
            $"{Address(image)}/v2/{image.Repository}/manifests/{image.Tag}"
        );
        Array.ForEach(Manifests, type => request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type)));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request, ct);
    }

    async Task<string?> TokenAsync(
        ImageReference image,
        IEnumerable<AuthenticationHeaderValue> challenges,
        CancellationToken ct
    )
    {
        var words = Words().Matches(challenges.FirstOrDefault(one => one.Scheme == "Bearer")?.Parameter ?? "");
        var challenge = words.ToDictionary(word => word.Groups["name"].Value, word => word.Groups["value"].Value);
        if (challenge.GetValueOrDefault("realm") is not { } realm)
        {
            return null;
        }
        var service = Uri.EscapeDataString(challenge.GetValueOrDefault("service", ""));
        var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"{realm}?service={service}&scope={Uri.EscapeDataString($"repository:{image.Repository}:pull")}"
        );
        request.Headers.Authorization = Login(image);
        using var answer = await http.SendAsync(request, ct);
        if (!answer.IsSuccessStatusCode)
        {
            throw Silent(image, $"it does not know us ({(int)answer.StatusCode})");
        }
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct)).RootElement;
        return body.GetProperty(body.TryGetProperty("token", out _) ? "token" : "access_token").GetString();
    }

    AuthenticationHeaderValue? Login(ImageReference image)
    {
        var login = RegistryLogin.For(image.Registry, environment);
        return login.Count == 0
            ? null
            : new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join(':', login.Values)))
            );
    }

    string Address(ImageReference image)
    {
        var plain = environment.GetValueOrDefault(ImageBuild.Insecure, "").Split(',', ';').Contains(image.Registry);
        // Docker Hub's registry goes by another name than its images.
        var host = image.Registry == RegistryLogin.DockerHub ? "registry-1.docker.io" : image.Registry;
        return $"{(plain || image.IsLoopback ? "http" : "https")}://{host}";
    }

    static CommandException Silent(ImageReference image, string why) =>
        new(
            ExitCode.Failed,
            $"{image.Registry} cannot say whether it has {image}: {why}",
            "Type the same again, or leave --missing out."
        );

    [GeneratedRegex("(?<name>[a-z]+)=\"(?<value>[^\"]*)\"")]
    private static partial Regex Words();
}
