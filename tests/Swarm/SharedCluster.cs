using System.Security.Cryptography;
using Benevoclic.Deployment;
using Benevoclic.Swarm;

[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
[assembly: AssemblyFixture(typeof(SharedCluster))]

namespace Benevoclic.Swarm;

/// <summary>One swarm for all tests, made when the first of them asks: three managers, the API three times, the proxy on each.</summary>
public sealed class SharedCluster : IAsyncLifetime
{
    const int Replicas = 3;

    /// <summary>The API starts with it and never needs it: health does not ask MongoDB, Firebase or S3.</summary>
    readonly string _firebaseKey = RSA.Create(2048).ExportPkcs8PrivateKeyPem();

    TestCluster? _cluster;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await (_cluster?.DisposeAsync() ?? ValueTask.CompletedTask);

    /// <summary>As the test before left it, with the API's v1 on it.</summary>
    public async Task<TestCluster> ServingAsync()
    {
        Assert.SkipWhen(Needs.Missing is not null, Needs.Missing ?? "");
        if (_cluster is null)
        {
            _cluster = await TestCluster.StartAsync();
            await _cluster.First.AddApiImageAsync("v1");
            await _cluster.First.AddApiImageAsync("v2");
            await SucceedAsync("v1", "cluster", "init", "--address", Deployment.Server.Lan.AddressOf(0));
            await JoinAsync(1);
            await JoinAsync(2);
            await SucceedAsync("v1", "deploy", "proxy", "--yes");
        }
        // What the test before has left half done, the host undoes first.
        await SucceedAsync("v1", "deploy", "api", "proxy", "--wait", "300", "--yes");
        return _cluster;
    }

    public Task<CommandResult> JoinAsync(int machine) =>
        SucceedAsync(
            "v1",
            "cluster",
            "join",
            _cluster!.Machines[machine].Network.AdminAddress,
            "--key",
            _cluster.Doors[machine].Fingerprint,
            "--address",
            Deployment.Server.Lan.AddressOf(machine)
        );

    /// <param name="tag">Of the API's image.</param>
    /// <param name="words">What is typed.</param>
    public async Task<CommandResult> SucceedAsync(string tag, params string[] words)
    {
        var end = await Start(words, Variables(tag)).WaitAsync();
        Assert.True(end.ExitCode == 0, $"{string.Join(' ', words)}: {end}");
        return end;
    }

    /// <summary>What the whole cluster is, compared with what it should be.</summary>
    public Task NothingToDoAsync(string tag, int replicas = Replicas) =>
        NothingToDoAsync(Variables(tag, replicas), "api", "proxy");

    public Task NothingToDoAsync(string tag, params string[] services) => NothingToDoAsync(Variables(tag), services);

    async Task NothingToDoAsync(Dictionary<string, string> variables, params string[] services)
    {
        var plan = await Start(["plan", .. services], variables).WaitAsync();
        Assert.True(plan.ExitCode == 0, plan.ToString());
    }

    public CliRun Start(
        IReadOnlyList<string> words,
        IReadOnlyDictionary<string, string> variables,
        string input = ""
    ) => _cluster!.First.Start(words, variables, input: input);

    public Dictionary<string, string> Variables(string tag, int replicas = Replicas) =>
        new()
        {
            ["BENEVOCLIC_TAG"] = tag,
            ["BENEVOCLIC_ENGINE"] = "swarm",
            ["BENEVOCLIC_REPLICAS"] = $"{replicas}",
            ["BENEVOCLIC_HOST__WATCH"] = "0",
            ["BENEVOCLIC_HOST__GATE"] = "30",
            ["BENEVOCLIC_STORE"] = "mongodb",
            ["BENEVOCLIC_IDENTITY"] = "firebase",
            ["BENEVOCLIC_FILES"] = "s3",
            ["MONGODB_URL"] = "mongodb://192.0.2.1/",
            ["MONGODB_DB_NAME"] = "benevoclic",
            ["FIREBASE_PROJECT_ID"] = "benevoclic",
            ["FIREBASE_API_KEY"] = "for the tests",
            ["FIREBASE_CLIENT_EMAIL"] = "tests@example.org",
            ["FIREBASE_PRIVATE_KEY"] = _firebaseKey,
            ["AWS_REGION"] = "eu-west-3",
            ["AWS_BUCKET_NAME"] = "benevoclic",
            ["AWS_ACCESS_KEY_ID"] = "for the tests",
            ["AWS_SECRET_ACCESS_KEY"] = "a secret that nobody may see",
            ["MONITORING_PASSWORD"] = "a password that nobody may see",
        };
}
