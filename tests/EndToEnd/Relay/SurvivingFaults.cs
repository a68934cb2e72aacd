namespace Benevoclic.EndToEnd.Relay;

/// <summary>The fault table, with the Alertmanager of Debian 12 (0.25).</summary>
public sealed class SurvivingFaults(SurvivingFaults.Run run) : IClassFixture<SurvivingFaults.Run>
{
    public static TheoryData<string> Names => [.. FaultTable.Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Nothing_is_lost_and_nothing_said_twice(string name) => run.EndOfAsync(name);

    public sealed class Run() : FaultRun(() => Programs.Alertmanager);
}

/// <summary>The same, with the Alertmanager of Debian 13 (0.28).</summary>
public sealed class SurvivingFaultsWithTheNextAlertmanager(SurvivingFaultsWithTheNextAlertmanager.Run run)
    : IClassFixture<SurvivingFaultsWithTheNextAlertmanager.Run>
{
    public static TheoryData<string> Names => SurvivingFaults.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Nothing_is_lost_and_nothing_said_twice(string name) => run.EndOfAsync(name);

    public sealed class Run() : FaultRun(() => Programs.NextAlertmanager);
}
