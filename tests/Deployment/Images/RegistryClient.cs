using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Benevoclic.Deployment.Images;

/// <summary>Makes images out of images that a registry already has, in milliseconds: only what is said about them is new.</summary>
public sealed class RegistryClient(Uri registry)
{
    const string DockerManifest = "application/vnd.docker.distribution.manifest.v2+json";
    const string OciManifest = "application/vnd.oci.image.manifest.v1+json";

    static readonly HttpClient Http = new();

    public async Task<bool> HasAsync(string repository, string tag) =>
        (await Http.SendAsync(Ask(HttpMethod.Head, $"v2/{repository}/manifests/{tag}"))).IsSuccessStatusCode;

    /// <summary>The same programs under a new tag, as another image: other labels, other environment, and so another digest.</summary>
    /// <returns>Its digest.</returns>
    public async Task<string> DeriveAsync(
        string fromRepository,
        string fromTag,
        string toRepository,
        string toTag,
        IReadOnlyDictionary<string, string> labels,
        IReadOnlyDictionary<string, string> environment
    )
    {
        var manifest = await ReadAsync($"v2/{fromRepository}/manifests/{fromTag}");
        var image = await ReadAsync($"v2/{fromRepository}/blobs/{(string)manifest["config"]!["digest"]!}");
        Change(image["config"]!.AsObject(), labels, environment);

        var config = Encoding.UTF8.GetBytes(image.ToJsonString());
        manifest["config"]!["digest"] = DigestOf(config);
        manifest["config"]!["size"] = config.Length;
        foreach (var layer in manifest["layers"]!.AsArray())
        {
            await ShareAsync((string)layer!["digest"]!, fromRepository, toRepository);
        }
        await UploadAsync(toRepository, config);
        var bytes = Encoding.UTF8.GetBytes(manifest.ToJsonString());
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue((string)manifest["mediaType"]!);
        await SucceedAsync(await Http.PutAsync(new Uri(registry, $"v2/{toRepository}/manifests/{toTag}"), content));
        return DigestOf(bytes);
    }

    static void Change(
        JsonObject config,
        IReadOnlyDictionary<string, string> labels,
        IReadOnlyDictionary<string, string> environment
    )
    {
        var allLabels = config["Labels"] as JsonObject ?? [];
        foreach (var (name, value) in labels)
        {
            allLabels[name] = value;
        }
        config["Labels"] = allLabels.DeepClone();
        var variables = config["Env"] as JsonArray ?? [];
        foreach (var (name, value) in environment)
        {
            variables.Add($"{name}={value}");
        }
        config["Env"] = variables.DeepClone();
    }

    async Task<JsonNode> ReadAsync(string path)
    {
        using var answer = await Http.SendAsync(Ask(HttpMethod.Get, path));
        await SucceedAsync(answer);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    async Task ShareAsync(string digest, string fromRepository, string toRepository)
    {
        var path = $"v2/{toRepository}/blobs/uploads/?mount={digest}&from={fromRepository}";
        using var answer = await Http.PostAsync(new Uri(registry, path), null);
        await SucceedAsync(answer);
    }

    async Task UploadAsync(string repository, byte[] blob)
    {
        using var begun = await Http.PostAsync(new Uri(registry, $"v2/{repository}/blobs/uploads/"), null);
        await SucceedAsync(begun);
        var location = new Uri(registry, begun.Headers.Location!).ToString();
        var target = $"{location}{(location.Contains('?') ? '&' : '?')}digest={DigestOf(blob)}";
        using var content = new ByteArrayContent(blob);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        await SucceedAsync(await Http.PutAsync(target, content));
    }

    HttpRequestMessage Ask(HttpMethod method, string path) =>
        new(method, new Uri(registry, path)) { Headers = { { "Accept", [DockerManifest, OciManifest] } } };

    static string DigestOf(byte[] bytes) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";

    static async Task SucceedAsync(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
        {
            var body = await answer.Content.ReadAsStringAsync();
            throw new InvalidOperationException(
                $"{answer.RequestMessage?.RequestUri}: {(int)answer.StatusCode} {body}"
            );
        }
    }
}
