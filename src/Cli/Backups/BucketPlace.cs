using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Benevoclic.Cli.Backups;

/// <summary>A bucket of S3, or of what speaks like it. The only class that knows the AWS SDK.</summary>
/// <param name="bucket">Its name.</param>
/// <param name="prefix">What the names of all backups start with; empty, or ends with a slash.</param>
/// <param name="client">The connection; key and address come from AWS_….</param>
sealed class BucketPlace(string bucket, string prefix, AmazonS3Client client) : IBackupPlace
{
    /// <summary>Held in memory for each part. S3 takes 10,000 of them, so an archive may have 160 GB.</summary>
    const int PartSize = 16 << 20;

    static readonly string[] Needed = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION"];

    public string Words => $"s3://{bucket}/{prefix}";

    /// <exception cref="CommandException">Key or region are missing.</exception>
    public static BucketPlace Open(string bucket, string prefix, IReadOnlyDictionary<string, string> environment)
    {
        string[] missing = [.. Needed.Where(name => environment.GetValueOrDefault(name) is null or "")];
        if (missing.Length > 0)
        {
            throw new CommandException(
                ExitCode.Usage,
                $"The bucket {bucket} cannot be opened: {string.Join(", ", missing)} not set.",
                "Set them as environment variables; for an S3 that is not Amazon's also AWS_ENDPOINT_URL."
            );
        }
        var endpoint = environment.GetValueOrDefault("AWS_ENDPOINT_URL");
        var config = new AmazonS3Config
        {
            AuthenticationRegion = environment["AWS_REGION"],
            // Other S3s do not know Amazon's newer checksums. We have our own.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (endpoint is { Length: > 0 })
        {
            (config.ServiceURL, config.ForcePathStyle) = (endpoint, true);
        }
        else
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(environment["AWS_REGION"]);
        }
        var key = new BasicAWSCredentials(environment["AWS_ACCESS_KEY_ID"], environment["AWS_SECRET_ACCESS_KEY"]);
        return new BucketPlace(bucket, prefix, new AmazonS3Client(key, config));
    }

    /// <summary>In parts, because nobody knows the length; one that breaks off is taken back and was never there.</summary>
    public Task PutAsync(string name, Stream content, CancellationToken ct) =>
        AskAsync(async () =>
        {
            var part = new byte[PartSize];
            var count = await content.ReadAtLeastAsync(part, PartSize, throwOnEndOfStream: false, ct);
            await (count < PartSize ? PutWholeAsync(name, part, count, ct) : PutPartsAsync(name, content, part, ct));
            return true;
        });

    async Task PutWholeAsync(string name, byte[] bytes, int count, CancellationToken ct)
    {
        using var body = new MemoryStream(bytes, 0, count);
        await client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = bucket,
                Key = prefix + name,
                InputStream = body,
                UseChunkEncoding = false,
            },
            ct
        );
    }

    async Task PutPartsAsync(string name, Stream content, byte[] part, CancellationToken ct)
    {
        var upload = (await client.InitiateMultipartUploadAsync(bucket, prefix + name, ct)).UploadId;
        try
        {
            var done = new List<PartETag>();
            for (var count = PartSize; count > 0; )
            {
                done.Add(await PutPartAsync(name, upload, done.Count + 1, part, count, ct));
                count = await content.ReadAtLeastAsync(part, PartSize, throwOnEndOfStream: false, ct);
            }
            await client.CompleteMultipartUploadAsync(
                new CompleteMultipartUploadRequest
                {
                    BucketName = bucket,
                    Key = prefix + name,
                    UploadId = upload,
                    PartETags = done,
                },
                ct
            );
        }
        catch
        {
            // Its parts would be paid for until somebody finds them.
            await client.AbortMultipartUploadAsync(bucket, prefix + name, upload, CancellationToken.None);
            throw;
        }
    }

    async Task<PartETag> PutPartAsync(
        string name,
        string upload,
        int number,
        byte[] bytes,
        int count,
        CancellationToken ct
    )
    {
        using var body = new MemoryStream(bytes, 0, count);
        var answer = await client.UploadPartAsync(
            new UploadPartRequest
            {
                BucketName = bucket,
                Key = prefix + name,
                UploadId = upload,
                PartNumber = number,
                PartSize = count,
                InputStream = body,
                UseChunkEncoding = false,
            },
            ct
        );
        return new PartETag(number, answer.ETag);
    }

    public Task<Stream> OpenAsync(string name, CancellationToken ct) =>
        AskAsync(async () => (await client.GetObjectAsync(bucket, prefix + name, ct)).ResponseStream);

    public Task<IReadOnlyList<string>> ListAsync(CancellationToken ct) =>
        AskAsync<IReadOnlyList<string>>(async () =>
        {
            var names = new List<string>();
            var pages = client.Paginators.ListObjectsV2(
                new ListObjectsV2Request
                {
                    BucketName = bucket,
                    Prefix = prefix,
                    Delimiter = "/",
                }
            );
            await foreach (var found in pages.S3Objects.WithCancellation(ct))
            {
                names.Add(found.Key[prefix.Length..]);
            }
            return names;
        });

    public Task RemoveAsync(string name, CancellationToken ct) =>
        AskAsync(async () => await client.DeleteObjectAsync(bucket, prefix + name, ct));

    public void Dispose() => client.Dispose();

    /// <exception cref="CommandException">The server does not answer, or says no.</exception>
    async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "NoSuchKey")
        {
            throw new CommandException(
                ExitCode.Usage,
                $"There is no such backup in {Words}.",
                $"See what is there: ./benevoclic backup --list --to {Words}"
            );
        }
        catch (Exception e) when (e is AmazonClientException or AmazonServiceException or HttpRequestException)
        {
            throw new CommandException(
                ExitCode.Failed,
                $"{Words} says: {e.Message}",
                "Check the bucket's name, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION and AWS_ENDPOINT_URL."
            );
        }
    }
}
