using Benevoclic.Api.Configuration;

namespace Benevoclic.Api.Identity.Firebase;

/// <summary>Which project, and how to be allowed in.</summary>
/// <param name="PrivateKey">PEM. Env files keep it on one line, with \n for the ends of lines.</param>
/// <param name="Emulator">Host and port of Google's emulator instead of Google; its tokens are not signed.</param>
sealed record FirebaseSettings(string Project, string ApiKey, string ClientEmail, string PrivateKey, string? Emulator)
{
    // What Google's own SDKs say to the emulator, which takes anything.
    const string EmulatorKey = "emulator";
    const string EmulatorEmail = "firebase-auth-emulator@example.com";

    public string Issuer => $"https://securetoken.google.com/{Project}";

    public static FirebaseSettings From(IConfiguration configuration) =>
        new(
            configuration.Find(Setting.FirebaseProject) ?? "",
            configuration.Find(Setting.FirebaseApiKey) ?? EmulatorKey,
            configuration.Find(Setting.FirebaseClientEmail) ?? EmulatorEmail,
            (configuration.Find(Setting.FirebasePrivateKey) ?? "").Replace("\\n", "\n", StringComparison.Ordinal),
            configuration.Find(Setting.FirebaseEmulator)
        );

    /// <param name="service">A host of Google's, such as identitytoolkit.googleapis.com.</param>
    public Uri Address(string service, string path) =>
        new(Emulator is null ? $"https://{service}/{path}" : $"http://{Emulator}/{service}/{path}");

    public override string ToString() => $"Firebase project {Project}";
}
