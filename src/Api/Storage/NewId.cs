namespace Benevoclic.Api.Storage;

/// <summary>
/// The id of what a request adds, chosen before it is written. A request that is sent again gets the same one, so that what an
/// earlier try has added, although nobody was told, is found and not added a second time.
/// </summary>
sealed record NewId(string Text)
{
    /// <summary>What the request was given, or one of its own where nobody remembers requests.</summary>
    public static ValueTask<NewId> BindAsync(HttpContext context) =>
        ValueTask.FromResult(
            context.Features.Get<NewId>()
                ?? new(DocumentId.New(context.RequestServices.GetRequiredService<TimeProvider>()))
        );
}
