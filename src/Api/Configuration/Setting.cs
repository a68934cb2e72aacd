namespace Benevoclic.Api.Configuration;

/// <summary>
/// Names of the settings that come from outside, those of the old API first. Each can be a variable, or a file: the one that
/// NAME_FILE names, or one called NAME in /run/secrets.
/// </summary>
static class Setting
{
    public const string MongoUrl = "MONGODB_URL";
    public const string MongoDatabase = "MONGODB_DB_NAME";
    public const string FirebaseProject = "FIREBASE_PROJECT_ID";
    public const string FirebaseClientEmail = "FIREBASE_CLIENT_EMAIL";
    public const string FirebasePrivateKey = "FIREBASE_PRIVATE_KEY";
    public const string FirebaseApiKey = "FIREBASE_API_KEY";
    public const string FirebaseEmulator = "FIREBASE_AUTH_EMULATOR_HOST";
    public const string AwsRegion = "AWS_REGION";
    public const string AwsAccessKey = "AWS_ACCESS_KEY_ID";
    public const string AwsSecretKey = "AWS_SECRET_ACCESS_KEY";
    public const string AwsBucket = "AWS_BUCKET_NAME";
    public const string AwsEndpoint = "AWS_ENDPOINT_URL";
    public const string PublicUrl = "BENEVOCLIC_PUBLIC_URL";
    public const string SupportWebhook = "WEBHOOK_SUPPORT_URL";
    public const string Environment = "NODE_ENV";
    public const string Store = "BENEVOCLIC_STORE";
    public const string Identity = "BENEVOCLIC_IDENTITY";
    public const string Files = "BENEVOCLIC_FILES";

    public static readonly IReadOnlyList<string> All =
    [
        MongoUrl,
        MongoDatabase,
        FirebaseProject,
        FirebaseClientEmail,
        FirebasePrivateKey,
        FirebaseApiKey,
        FirebaseEmulator,
        AwsRegion,
        AwsAccessKey,
        AwsSecretKey,
        AwsBucket,
        AwsEndpoint,
        PublicUrl,
        SupportWebhook,
        Environment,
        Store,
        Identity,
        Files,
    ];

    /// <summary>Null when it is unset, empty or blank: Compose passes on a variable that nobody set as an empty one.</summary>
    public static string? Find(this IConfiguration configuration, string name) =>
        configuration[name]?.Trim() is { Length: > 0 } text ? text : null;
}
