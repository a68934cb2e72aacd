using Benevoclic.Dashboards.Questions;

namespace Benevoclic.Dashboards.Tests;

public sealed class QuestionTests
{
    [Theory]
    [InlineData("query")]
    [InlineData("query_range")]
    [InlineData("series")]
    [InlineData("labels")]
    [InlineData("label/instance/values")]
    [InlineData("label/__name__/values")]
    public void Reading_is_passed_on(string path) => Assert.True(Question.IsReading(path));

    [Theory]
    [InlineData("")]
    [InlineData("admin/tsdb/delete_series")]
    [InlineData("admin/tsdb/snapshot")]
    [InlineData("status/config")]
    [InlineData("write")]
    [InlineData("label/../values")]
    [InlineData("label//values")]
    [InlineData("label/a/values/../../../../-/quit")]
    [InlineData("query/../../../-/reload")]
    [InlineData("QUERY")]
    public void Everything_else_is_not(string path) => Assert.False(Question.IsReading(path));
}
