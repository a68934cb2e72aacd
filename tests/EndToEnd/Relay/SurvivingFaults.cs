using Benevoclic.EndToEnd.Relay.Faults;

namespace Benevoclic.EndToEnd.Relay;

/// <summary>The fault table, with real Alertmanagers and the real relay.</summary>
public sealed class SurvivingFaults(FaultRun run) : IClassFixture<FaultRun>
{
    public static TheoryData<string, string> Rows =>
        [.. from suite in Programs.Suites from row in FaultTable.Rows select (suite, row.Name)];

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Nothing_is_lost_and_nothing_said_twice(string suite, string fault)
    {
        Programs.Need(suite);
        return run.EndOfAsync(suite, fault);
    }
}
