using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Benevoclic.Api.Hosting.Errors;

namespace Benevoclic.Api.Files.S3;

/// <summary>Files in a bucket of Amazon's S3, or of any server that speaks its protocol.</summary>
sealed partial class S3Files(S3Settings settings, ILogger<S3Files> logger) : IFiles, IDisposable
{
    const string Caching = "public, max-age=31536000";
    const string NoSuchFile = ".benevoclic-probe";

    /// <summary>The web client's server gives up after 2.5 s and asks again.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    readonly AmazonS3Client _client = new(
        new BasicAWSCredentials(settings.AccessKeyId, settings.SecretAccessKey),
        ConfigOf(settings)
    );

    public Task PutAsync(string key, Stream content, string contentType, CancellationToken ct)
    {
        var request = new PutObjectRequest
        {
            BucketName = settings.Bucket,
            Key = key,
            InputStream = content,
            AutoCloseStream = false,
            ContentType = contentType,
            // Signed as a whole: not every server takes Amazon's chunks.
            UseChunkEncoding = false,
        };
        request.Headers.CacheControl = Caching;
        return AskAsync(limit => _client.PutObjectAsync(request, limit), ct);
    }

    public Task RemoveAsync(string key, CancellationToken ct) =>
        AskAsync(limit => _client.DeleteObjectAsync(settings.Bucket, key, limit), ct);

    public IReadOnlyDictionary<string, string> LinksFor(IReadOnlyCollection<string> keys)
    {
        // The SDK signs with the machine's clock, whatever a test has set ours to.
        var expires = TimeProvider.System.GetUtcNow().Add(FileLinks.Lifetime).UtcDateTime;
        return keys.Distinct().ToDictionary(key => key, key => LinkTo(key, expires));
    }

    /// <summary>Asks for a file that is not there: "no such file", and "not yours to know", both prove that the bucket answers us.</summary>
    public async Task<string?> ProbeAsync(CancellationToken ct)
    {
        try
        {
            await AskAsync(GetNothingAsync, ct);
            return null;
        }
        catch (UnavailableException error)
        {
            return ReasonOf(error.InnerException!);
        }
    }

    async Task GetNothingAsync(CancellationToken ct)
    {
        try
        {
            using var answer = await _client.GetObjectAsync(settings.Bucket, NoSuchFile, ct);
        }
        catch (AmazonS3Exception error) when (error.ErrorCode is "NoSuchKey" or "AccessDenied") { }
    }

    public void Dispose() => _client.Dispose();

    string LinkTo(string key, DateTime expires) =>
        _client.GetPreSignedURL(
            new GetPreSignedUrlRequest
            {
                BucketName = settings.Bucket,
                Key = key,
                Expires = expires,
                Protocol = settings.Endpoint?.Scheme == Uri.UriSchemeHttp ? Protocol.HTTP : Protocol.HTTPS,
            }
        );

    async Task AskAsync(Func<CancellationToken, Task> ask, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            await ask(limit.Token);
        }
        catch (Exception error) when (!ct.IsCancellationRequested && ReasonOf(error) is { } reason)
        {
            Log.Refused(logger, settings.ToString(), reason, error.Message);
            throw new UnavailableException("S3", error);
        }
    }

    /// <summary>What is wrong, in words that may be public; null for a mistake of ours.</summary>
    static string? ReasonOf(Exception error) =>
        error switch
        {
            OperationCanceledException or TimeoutException => "the S3 server did not answer in time",
            AmazonS3Exception { ErrorCode: "NoSuchBucket" } => "the S3 server has no such bucket (AWS_BUCKET_NAME)",
            AmazonS3Exception { StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized } =>
                "the S3 server refuses us (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, or their rights)",
            AmazonServiceException { StatusCode: var status } when (int)status >= 500 => "the S3 server fails",
            AmazonServiceException { StatusCode: 0 } or AmazonClientException or HttpRequestException =>
                "the S3 server cannot be reached",
            AmazonServiceException => "the S3 server refuses our request",
            _ => null,
        };

    static AmazonS3Config ConfigOf(S3Settings settings)
    {
        var config = new AmazonS3Config
        {
            AuthenticationRegion = settings.Region,
            Timeout = Patience,
            // The web client's server repeats for us.
            MaxErrorRetry = 0,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (settings.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            // bucket.host is a name that only Amazon's DNS has.
            config.ForcePathStyle = true;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region);
        }
        return config;
    }

    static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Bucket}: {Reason}. {Detail}")]
        public static partial void Refused(ILogger logger, string bucket, string reason, string detail);
    }
}
