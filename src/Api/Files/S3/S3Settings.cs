using Benevoclic.Api.Configuration;

namespace Benevoclic.Api.Files.S3;

/// <summary>Where the bucket is, and who we are there.</summary>
/// <param name="Endpoint">AWS_ENDPOINT_URL: another S3 server than Amazon's; null for Amazon's.</param>
sealed record S3Settings(string Bucket, string Region, string AccessKeyId, string SecretAccessKey, Uri? Endpoint)
{
    public static S3Settings From(IConfiguration configuration) =>
        new(
            configuration.Find(Setting.AwsBucket) ?? "",
            configuration.Find(Setting.AwsRegion) ?? "",
            configuration.Find(Setting.AwsAccessKey) ?? "",
            configuration.Find(Setting.AwsSecretKey) ?? "",
            configuration.Find(Setting.AwsEndpoint) is { } url ? new Uri(url) : null
        );

    // A record prints its members, and one of them is a secret.
    public override string ToString() => $"s3://{Bucket} ({Endpoint?.Host ?? Region})";
}
