namespace Benevoclic.Relay.Tests.Alerts;

/// <summary>Bodies that are not Alertmanager's.</summary>
public static class Rubbish
{
    public static TheoryData<string> Bodies { get; } =
    [
        "",
        " ",
        "hello",
        "null",
        "7",
        "[]",
        "{}",
        "\"text\"",
        "{\"alerts\":",
        "{\"alerts\":null}",
        "{\"alerts\":{}}",
        "{\"alerts\":\"no\"}",
        "{\"alerts\":[7]}",
        "{\"alerts\":[{}]}",
        "{\"alerts\":[{\"status\":\"firing\"}]}",
        "{\"alerts\":[{\"status\":\"firing\",\"labels\":[]}]}",
        "{\"alerts\":[{\"status\":\"maybe\",\"labels\":{\"alertname\":\"A\"}}]}",
        "{\"\\ud800\":1}",
        "\0\0\0\0",
        "<html>@everyone</html>",
        "```\n@everyone",
        new string('[', 5000),
        new string('x', 100_000),
    ];
}
