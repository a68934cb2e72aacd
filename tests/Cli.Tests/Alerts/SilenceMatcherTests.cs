using Benevoclic.Cli.Alerts;

namespace Benevoclic.Cli.Tests.Alerts;

public sealed class SilenceMatcherTests
{
    static readonly Dictionary<string, string> Labels = new()
    {
        ["alertname"] = "HighCpu",
        ["severity"] = "warning",
        ["path"] = "a=b",
    };

    [Theory]
    [InlineData("ServerDown", "alertname=\"ServerDown\"")]
    [InlineData("severity=warning", "severity=\"warning\"")]
    [InlineData("severity!=warning", "severity!=\"warning\"")]
    [InlineData("alertname=~High.*", "alertname=~\"High.*\"")]
    [InlineData("alertname!~\"High.*\"", "alertname!~\"High.*\"")]
    [InlineData("path=a=b", "path=\"a=b\"")]
    [InlineData("summary=\"deux mots\"", "summary=\"deux mots\"")]
    public void A_word_is_an_alert_and_the_rest_is_as_amtool_writes_it(string text, string expected) =>
        Assert.Equal(expected, SilenceMatcher.Parse(text).ToString());

    [Theory]
    [InlineData("HighCpu", true)]
    [InlineData("High", false)]
    [InlineData("alertname=~High", false)]
    [InlineData("alertname=~High.*", true)]
    [InlineData("alertname!~High.*", false)]
    [InlineData("severity!=critical", true)]
    [InlineData("device=", false)]
    [InlineData("device!=sda", true)]
    [InlineData("path=a=b", true)]
    public void It_fits_whole_labels_and_one_that_is_missing_is_empty(string text, bool expected)
    {
        var matcher = text == "device=" ? new SilenceMatcher("device", "x", false, true) : SilenceMatcher.Parse(text);
        Assert.Equal(expected, matcher.Fits(Labels));
    }

    [Theory]
    [InlineData("")]
    [InlineData("=x")]
    [InlineData("a-b=c")]
    [InlineData("severity=")]
    [InlineData("two words")]
    [InlineData("alertname=~[")]
    [InlineData("alertname=~(a)\\1")]
    public void Anything_else_is_refused_with_an_example(string text) =>
        Assert.Contains(
            text is "alertname=~[" or "alertname=~(a)\\1" ? "regular expression" : "ServerDown",
            Assert.Throws<FormatException>(() => SilenceMatcher.Parse(text)).Message,
            StringComparison.Ordinal
        );
}
