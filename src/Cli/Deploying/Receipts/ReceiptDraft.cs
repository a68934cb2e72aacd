namespace Benevoclic.Cli.Deploying.Receipts;

/// <summary>Becomes the receipt of one release while it is being brought.</summary>
/// <param name="prober">Null when nothing was public when the deploy began.</param>
/// <param name="time">The clock.</param>
sealed class ReceiptDraft(Prober? prober, TimeProvider time)
{
    readonly List<(string State, long At)> _states = [];
    Task<ProberMark>? _begin;

    /// <summary>The answer is not waited for: it counts from the moment of the question.</summary>
    public void Begin() => _begin = prober?.MarkAsync();

    public void Enter(DeployState state)
    {
        var name = state.ToString().ToLowerInvariant();
        if (_states.LastOrDefault().State != name)
        {
            _states.Add((name, time.GetTimestamp()));
        }
    }

    /// <param name="release">The release that was brought.</param>
    public async Task<Receipt> CloseAsync(string release)
    {
        var seconds = Seconds(time.GetTimestamp());
        if (prober is null || _begin is null)
        {
            return Receipt.Unseen(seconds);
        }
        var begin = await _begin;
        var end = await prober.MarkAsync();
        return Receipt.Of(release, prober.Between(begin, end), begin.Count, end.Count, seconds);
    }

    Dictionary<string, double> Seconds(long end) =>
        _states
            .Zip(_states.Skip(1).Append(("", end)))
            .GroupBy(pair => pair.First.State, pair => time.GetElapsedTime(pair.First.At, pair.Second.Item2))
            .ToDictionary(state => state.Key, state => Math.Round(state.Sum(span => span.TotalSeconds), 2));
}
