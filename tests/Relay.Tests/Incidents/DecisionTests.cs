using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Tests.Incidents;

public sealed class DecisionTests
{
    [Theory]
    [InlineData(null, "Firing", "Verified", "Open")]
    [InlineData(null, "Firing", "Edited", "Open")]
    [InlineData(null, "Resolved", "Verified", "Nothing")]
    [InlineData(null, "Resolved", "Edited", "Nothing")]
    [InlineData("Open", "Firing", "Verified", "Nothing")]
    [InlineData("Open", "Firing", "Edited", "Nothing")]
    [InlineData("Open", "Resolved", "Verified", "Verify")]
    [InlineData("Open", "Resolved", "Edited", "Close")]
    [InlineData("Recovering", "Firing", "Verified", "Resume")]
    [InlineData("Recovering", "Resolved", "Verified", "Nothing")]
    public void Each_alert_changes_what_the_table_says(string? phase, string status, string ending, string change) =>
        Assert.Equal(
            Enum.Parse<Change>(change),
            Decision.For(
                phase is null ? null : Enum.Parse<Phase>(phase),
                Enum.Parse<AlertStatus>(status),
                Enum.Parse<Ending>(ending)
            )
        );
}
