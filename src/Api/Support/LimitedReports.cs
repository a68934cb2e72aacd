namespace Benevoclic.Api.Support;

/// <summary>
/// Counts each report that comes, a repeated and a broken one too, before it is noted to be answered again: the note is a write to the
/// disk, and a stranger may think of as many ids as he likes.
/// </summary>
static class LimitedReports
{
    public static RouteHandlerBuilder LimitsReports(this RouteHandlerBuilder route) => route.WithMetadata(new Mark());

    public static void UseReportLimits(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<ReportLimits>();
        app.Use(
            (context, next) =>
            {
                if (context.GetEndpoint()?.Metadata.GetMetadata<Mark>() is not null)
                    limits.Count(context);
                return next(context);
            }
        );
    }

    sealed class Mark;
}
