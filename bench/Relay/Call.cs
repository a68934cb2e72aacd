using System.Globalization;
using System.Text;

namespace Benevoclic.Bench.Relay;

/// <summary>Webhook calls as Alertmanager makes them.</summary>
static class Call
{
    static readonly DateTimeOffset Begin = TimeProvider.System.GetUtcNow();

    /// <param name="numbers">Each is an alert of its own.</param>
    public static StringContent With(IEnumerable<int> numbers, bool isFiring = true)
    {
        var alerts = string.Join(',', numbers.Select(number => One(number, isFiring)));
        var status = isFiring ? "firing" : "resolved";
        return new StringContent(
            $$"""
            {"version":"4","groupKey":"{}:{}","truncatedAlerts":0,"status":"{{status}}","receiver":"relay","groupLabels":{},
             "commonLabels":{},"commonAnnotations":{},"externalURL":"http://benevoclic-alertmanager:9093","alerts":[{{alerts}}]}
            """,
            Encoding.UTF8,
            "application/json"
        );
    }

    static string One(int number, bool isFiring)
    {
        var (status, end) = isFiring
            ? ("firing", "0001-01-01T00:00:00Z")
            : ("resolved", Text(TimeProvider.System.GetUtcNow()));
        return $$"""
            {"status":"{{status}}","labels":{"alertname":"Measured","severity":"warning","instance":"n{{number}}:9100","job":"measured"},
             "annotations":{"summary":"Something of machine {{number}} is too high","description":"It has been above 80 % for five minutes."},
             "startsAt":"{{Text(
                Begin
            )}}","endsAt":"{{end}}","generatorURL":"http://benevoclic-prometheus:9090/graph","fingerprint":"{{number:x16}}"}
            """;
    }

    static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
