using Microsoft.AspNetCore.Http.Metadata;

namespace Benevoclic.Api.Files.Uploads;

/// <summary>On a route that takes a picture: its body may be larger than any other's.</summary>
sealed class UploadLimit : IRequestSizeLimitMetadata
{
    // The lines around the picture, and fields that are passed over.
    const long Envelope = 64 * 1024;

    public long? MaxRequestBodySize => PictureUploads.LargestPicture + Envelope;
}
