namespace Benevoclic.Api.Storage.Sqlite;

/// <summary>Answers that hold until the file changes.</summary>
sealed class SqliteMemory
{
    // A page of announcements is some 10 kB.
    const int MostAnswers = 200;

    readonly Dictionary<string, object> _answers = [];
    long _version;

    /// <param name="version">Of the file, as this connection sees it: it changes with every commit of another one.</param>
    public T Get<T>(long version, string question, Func<T> read)
    {
        if (version != _version || _answers.Count >= MostAnswers)
            _answers.Clear();
        _version = version;
        if (_answers.TryGetValue(question, out var known))
            return (T)known;
        // Something committed meanwhile is in the answer already, and makes it forgotten at the next question: never stale.
        var answer = read();
        _answers[question] = answer!;
        return answer;
    }
}
