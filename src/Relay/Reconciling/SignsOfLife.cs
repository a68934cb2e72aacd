using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Reconciling;

/// <summary>When the relay was last known to be there.</summary>
static class SignsOfLife
{
    /// <summary>Null in the first life of a journal.</summary>
    public static DateTimeOffset? Last(Journal journal) =>
        journal.Read(sql => sql.Number("SELECT value FROM facts WHERE name = 'alive'")) is > 0 and var at
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;

    /// <summary>One that cannot be kept is no harm: the next absence will look longer than it was.</summary>
    public static async Task GiveAsync(Journal journal, DateTimeOffset at)
    {
        try
        {
            await journal.WriteAsync(sql =>
                sql.Run("INSERT OR REPLACE INTO facts(name, value) VALUES('alive', $1)", at)
            );
        }
        catch (JournalException)
        {
            // /ready and the log already say that the journal cannot be written.
        }
    }
}
