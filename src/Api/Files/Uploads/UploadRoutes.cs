using Microsoft.AspNetCore.Http.Metadata;

namespace Benevoclic.Api.Files.Uploads;

static class UploadRoutes
{
    // The lines around the picture, and fields that are passed over.
    const long Envelope = 64 * 1024;

    /// <summary>Marks a route that takes a picture: its body may be larger than any other's.</summary>
    public static RouteHandlerBuilder TakesUpload(this RouteHandlerBuilder route) => route.WithMetadata(new Limit());

    sealed class Limit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => PictureUploads.LargestPicture + Envelope;
    }
}
