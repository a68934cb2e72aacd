namespace Benevoclic.Api.Repeats;

/// <summary>The collection `requests`: in the store, so that every instance of the API knows what another one has carried out.</summary>
interface IRequestRecords
{
    /// <summary>True for the first who comes with this key; he carries it out.</summary>
    Task<bool> BeginAsync(RequestRecord request, CancellationToken ct);

    Task<RequestRecord?> FindAsync(string key, CancellationToken ct);

    /// <summary>Begins again what nobody will finish. False when somebody else did.</summary>
    Task<bool> TakeOverAsync(RequestRecord abandoned, RequestRecord request, CancellationToken ct);

    Task KeepAsync(string key, KeptAnswer answer, CancellationToken ct);

    /// <summary>
    /// It failed, or nobody knows how it ended: who asks again gets another try. Nothing happens when somebody else is at it by now.
    /// </summary>
    Task LetGoAsync(RequestRecord run, CancellationToken ct);
}
