namespace Benevoclic.Api.Configuration;

/// <summary>One of the three places where the API meets something that another installation has elsewhere.</summary>
/// <param name="What">For people: what is kept there.</param>
/// <param name="Choice">The setting that chooses on purpose.</param>
/// <param name="Own">The word that chooses what this program brings itself.</param>
/// <param name="Outside">The word for what runs elsewhere; the setting <paramref name="Sign"/> chooses it too.</param>
/// <param name="Needs">Settings without which <paramref name="Outside"/> cannot work.</param>
sealed record Edge(
    string What,
    string Choice,
    string Own,
    string Outside,
    string Sign,
    params IReadOnlyList<string> Needs
)
{
    public static readonly Edge Store = new("documents", Setting.Store, "sqlite", "mongodb", Setting.MongoUrl, []);

    public static readonly Edge Identity = new(
        "accounts",
        Setting.Identity,
        "local",
        "firebase",
        Setting.FirebaseProject,
        Setting.FirebaseApiKey,
        Setting.FirebaseClientEmail,
        Setting.FirebasePrivateKey
    );

    public static readonly Edge Files = new(
        "files",
        Setting.Files,
        "disk",
        "s3",
        Setting.AwsBucket,
        Setting.AwsRegion,
        Setting.AwsAccessKey,
        Setting.AwsSecretKey
    );

    public static readonly IReadOnlyList<Edge> All = [Store, Identity, Files];

    public bool IsOutside(IConfiguration configuration) =>
        configuration.Find(Choice) is { } chosen ? chosen == Outside : configuration.Find(Sign) is not null;

    /// <summary>What must be set before this edge can work, one sentence each.</summary>
    /// <param name="onPurpose">In production nothing is chosen by silence.</param>
    public IEnumerable<string> Problems(IConfiguration configuration, bool onPurpose)
    {
        if (configuration.Find(Choice) is { } chosen && chosen != Own && chosen != Outside)
            return [$"{Choice}: found \"{chosen}\", allowed: {Own}, {Outside}"];
        if (IsOutside(configuration))
            return from name in NeededHere(configuration)
                where configuration.Find(name) is null
                select $"{name}: not set, and {What} are kept in {Outside}";
        return onPurpose && configuration.Find(Choice) is null
            ? [$"{Sign}: not set. Set it to keep {What} in {Outside}, or {Choice}={Own} to keep them on this machine"]
            : [];
    }

    // Google's emulator takes any key and any account.
    IEnumerable<string> NeededHere(IConfiguration configuration) =>
        this == Identity && configuration.Find(Setting.FirebaseEmulator) is not null ? [Sign] : [Sign, .. Needs];
}
