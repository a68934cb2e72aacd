namespace Benevoclic.Api.Hosting.Answers;

/// <summary>
/// What a route answers when all is well, for the API's description. Answers are documents as they are stored, so each feature says
/// once, in a record named …Shape, which fields its documents have. No code reads or makes one.
/// </summary>
static class AnswerShapes
{
    const string Json = "application/json";

    public static RouteHandlerBuilder Answers<TShape>(this RouteHandlerBuilder route) =>
        route.Produces<TShape>(StatusCodes.Status200OK, Json);

    public static RouteHandlerBuilder AnswersCreated<TShape>(this RouteHandlerBuilder route) =>
        route.Produces<TShape>(StatusCodes.Status201Created, Json);

    /// <summary>200 without a body.</summary>
    public static RouteHandlerBuilder AnswersNothing(this RouteHandlerBuilder route) =>
        route.Produces(StatusCodes.Status200OK);
}
