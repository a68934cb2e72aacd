using Benevoclic.Api.Hosting.Requests;
using CsCheck;

namespace Benevoclic.Api.Tests.Hosting.Requests;

public sealed class PercentEncodingTests
{
    [Theory]
    [InlineData("/a%20b/caf%C3%A9", null)]
    [InlineData("/a?q=%zz", null)]
    [InlineData("/a/%", "%")]
    [InlineData("/a/%4", "%4")]
    [InlineData("/%zz/b", "%zz")]
    [InlineData("/ok/x%ffy/%zz", "x%ffy")]
    [InlineData("/%C3/%A9", "%C3")]
    [InlineData("/%ED%A0%80", "%ED%A0%80")]
    public void The_first_segment_that_does_not_decode_is_named(string target, string? expected) =>
        Assert.Equal(expected, PercentEncoding.FirstBrokenSegment(target));

    [Fact]
    public void Whatever_was_encoded_decodes() =>
        Gen
            .String.Where(text => text.All(c => !char.IsSurrogate(c)))
            .Sample(text => PercentEncoding.FirstBrokenSegment("/" + Uri.EscapeDataString(text)) is null);
}
