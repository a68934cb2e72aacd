namespace Benevoclic.Api.Tests.Frame;

/// <summary>Many people who all want something now.</summary>
static class Crowd
{
    // As fast as they can be served: on a busy machine five hundred waiting in one line are told that the store does not answer.
    const int AtOnce = 50;

    public static async Task<T[]> AskAsync<T>(IEnumerable<Func<Task<T>>> wishes)
    {
        using var turns = new SemaphoreSlim(AtOnce);
        return await Task.WhenAll(wishes.Select(WaitAndAskAsync));

        async Task<T> WaitAndAskAsync(Func<Task<T>> ask)
        {
            await turns.WaitAsync(TestContext.Current.CancellationToken);
            try
            {
                return await ask();
            }
            finally
            {
                turns.Release();
            }
        }
    }
}
