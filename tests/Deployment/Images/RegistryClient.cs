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
    const string DockerIndex = "application/vnd.docker.distribution.manifest.list.v2+json";
    const string OciIndex = "application/vnd.oci.image.index.v1+json";
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
        await PutManifestAsync(toRepository, toTag, bytes, (string)manifest["mediaType"]!);
        return DigestOf(bytes);
    }

    /// <summary>One name for an image for two kinds of processor; the second is the first in disguise, which nobody here can run.</summary>
    public async Task MakeIndexAsync(string repository, string fromTag, string toTag)
    {
        var manifest = await ReadAsync($"v2/{repository}/manifests/{fromTag}");
        var entries = new JsonArray();
        foreach (var processor in new[] { "amd64", "arm64" })
        {
            var image = await ReadAsync($"v2/{repository}/blobs/{(string)manifest["config"]!["digest"]!}");
            image["architecture"] = processor;
            var config = Encoding.UTF8.GetBytes(image.ToJsonString());
            await UploadAsync(repository, config);
            manifest["config"]!["digest"] = DigestOf(config);
            manifest["config"]!["size"] = config.Length;
            var type = (string)manifest["mediaType"]!;
            var bytes = Encoding.UTF8.GetBytes(manifest.ToJsonString());
            await PutManifestAsync(repository, DigestOf(bytes), bytes, type);
            entries.Add(
                new JsonObject
                {
                    ["mediaType"] = type,
                    ["digest"] = DigestOf(bytes),
                    ["size"] = bytes.Length,
                    ["platform"] = new JsonObject { ["os"] = "linux", ["architecture"] = processor },
                }
            );
        }
        var index = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = DockerIndex,
            ["manifests"] = entries,
        };
        await PutManifestAsync(repository, toTag, Encoding.UTF8.GetBytes(index.ToJsonString()), DockerIndex);
    }

    /// <summary>The processors that a name has an image for; none when it is one image.</summary>
    public async Task<IReadOnlyList<string>> ProcessorsAsync(string repository, string tag) =>
        [
            .. ((await ReadAsync($"v2/{repository}/manifests/{tag}"))["manifests"] as JsonArray ?? []).Select(entry =>
                (string)entry!["platform"]!["architecture"]!
            ),
        ];

    async Task PutManifestAsync(string repository, string reference, byte[] bytes, string type)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        await SucceedAsync(await Http.PutAsync(new Uri(registry, $"v2/{repository}/manifests/{reference}"), content));
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
        new(method, new Uri(registry, path))
        {
            Headers = { { "Accept", [DockerIndex, OciIndex, DockerManifest, OciManifest] } },
        };

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
