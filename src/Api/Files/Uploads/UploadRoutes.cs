namespace Benevoclic.Api.Files.Uploads;

static class UploadRoutes
{
    public static RouteHandlerBuilder TakesUpload(this RouteHandlerBuilder route) =>
        route.WithMetadata(new UploadLimit());
}
