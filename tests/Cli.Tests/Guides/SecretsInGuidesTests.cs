using Benevoclic.Cli.Secrets;
using Benevoclic.Harness.Guides;

namespace Benevoclic.Cli.Tests.Guides;

public sealed class SecretsInGuidesTests
{
    /// <summary>Where somebody looks for what a secret is for, and how it is changed.</summary>
    [Theory]
    [InlineData("docs/DEPLOYMENT_CONFIG.md", "les-secrets")]
    [InlineData("docs/PRODUCTION_MAINTENANCE.md", "changer-un-secret")]
    public void Every_secret_has_its_row(string path, string anchor)
    {
        var section = Guide.At(path).Section(anchor)!;
        string[] places =
        [
            .. "VPS_HOST VPS_USERNAME DOCKERHUB_USERNAME MONGODB_DB_NAME FIREBASE_PROJECT_ID AWS_REGION AWS_BUCKET_NAME".Split(
                ' '
            ),
        ];

        Complaints.None(
            SecretList
                .Of(Checkout.Load(Repository.Root), new Dictionary<string, string>(), [])
                .Select(secret => secret.Name)
                // Names of places and people change when they move, and not because somebody may have read them.
                .Where(name => anchor == "les-secrets" || !places.Contains(name))
                .Where(name => !section.Contains($"`{name}`", StringComparison.Ordinal))
                .Select(name => $"{path} says nothing about {name}")
        );
    }
}
