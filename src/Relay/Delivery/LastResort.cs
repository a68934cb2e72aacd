using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Journaling;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Delivery;

/// <summary>Puts into the <see cref="UndeliveredFile"/> what people could not be told, or not in time.</summary>
sealed partial class LastResort(
    Journal journal,
    Roads roads,
    CardWriter writer,
    Language language,
    UndeliveredFile undelivered,
    TimeProvider time,
    ILogger<LastResort> logger
)
{
    /// <summary>What waits for so long goes into the file as well.</summary>
    static readonly TimeSpan Overdue = TimeSpan.FromMinutes(2);

    const int AtOnce = 100;

    readonly Log _log = new(logger);

    /// <exception cref="JournalException">It is in the file, but that could not be noted.</exception>
    public async Task FileOverdueAsync()
    {
        if (!roads.IsAnyOut)
            return;
        var overdue = journal.Read(sql => OutboxTable.Left(sql, AtOnce)).Where(IsOverdue).ToList();
        foreach (var row in overdue)
            File(row.Subject, row.Card ?? CardOf(row), row.Problem ?? new Trouble(Sequel.Untried));
        if (overdue.Count > 0)
            await journal.WriteAsync(sql => overdue.ForEach(row => OutboxTable.MarkFiled(sql, row.Id)));
    }

    /// <param name="card">Null when all that is known is the subject.</param>
    public void File(string subject, Card? card, Trouble trouble)
    {
        try
        {
            undelivered.Add(
                time.GetUtcNow(),
                subject,
                card is null ? subject : $"{card.Title}\n{card.Description}",
                language.Say(trouble)
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _log.NotFiled(undelivered.Path, e.Message);
        }
    }

    bool IsOverdue(OutboxRow row) =>
        !row.IsFiled && row.Telling != Telling.Update && time.GetUtcNow() - row.At >= Overdue;

    Card? CardOf(OutboxRow row) =>
        row.Incident is { } id && journal.Read(sql => IncidentTable.Find(sql, id)) is { } incident
            ? writer.Of(incident)
            : null;

    sealed partial class Log(ILogger logger)
    {
        [LoggerMessage(LogLevel.Error, "{Path} cannot be written: {Problem}")]
        public partial void NotFiled(string path, string problem);
    }
}
