namespace Benevoclic.Api.Storage.Sqlite;

/// <summary>Answers that hold until the file changes.</summary>
sealed class SqliteMemory
{
    // A first page is some 20 kB in each of a few connections, and has another question each minute.
    const int MostAnswers = 50;

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
