namespace Benevoclic.Api.Tests.Routes;

/// <summary>One route, and what each kind of caller gets from it when everything else about the request is right.</summary>
/// <param name="Route">As the application has it: "PATCH /user/{id}".</param>
/// <param name="Address">Where to call it, in a world made for it.</param>
/// <param name="Statuses">In the order of <see cref="World.Callers"/>.</param>
sealed record RouteRow(string Route, Func<World, string> Address, params int[] Statuses)
{
    public Func<World, object>? Body { get; init; }

    public HttpMethod Method => new(Route.Split(' ')[0]);

    /// <summary>A call that changes nothing can be made twice in one world.</summary>
    public bool IsSafe => Method == HttpMethod.Get;
}
