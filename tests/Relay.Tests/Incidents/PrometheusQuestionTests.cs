using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Tests.Incidents;

public sealed class PrometheusQuestionTests
{
    [Theory]
    [InlineData("""{"data":{"result":[{"metric":{},"value":[1,"1"]}]}}""", true)]
    [InlineData("""{"data":{"result":[{"metric":{},"value":[1,"0"]}]}}""", false)]
    [InlineData("""{"data":{"result":[]}}""", false)]
    [InlineData("""{"data":{"result":[{"value":[1,"1"]},{"value":[1,"1"]}]}}""", false)]
    [InlineData("""{"data":{"result":[{"value":[1]}]}}""", false)]
    [InlineData("""{"data":{"result":[{"value":[1,1]}]}}""", false)]
    [InlineData("""{"data":{"result":{}}}""", false)]
    [InlineData("""{"status":"error"}""", false)]
    [InlineData("[]", false)]
    [InlineData("<html>", false)]
    [InlineData("", false)]
    public void Only_a_single_one_is_a_yes(string answer, bool isUp) =>
        Assert.Equal(isUp, PrometheusQuestion.SaysYes(answer));

    [Fact]
    public void A_job_cannot_break_out_of_its_quotes()
    {
        var question = PrometheusQuestion.IsUp(new Uri("http://localhost:9090/prom/"), "a\"} or vector(1) #\\\n");

        Assert.Equal("/prom/api/v1/query", question.AbsolutePath);
        Assert.Equal("?query=max(up{job=\"a\\\"} or vector(1) #\\\\\\n\"})", Uri.UnescapeDataString(question.Query));
    }
}
