using System.Text;
using Benevoclic.Relay.Discord;
using CsCheck;

namespace Benevoclic.Relay.Tests.Discord;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("", 3, "")]
    [InlineData("abc", 0, "")]
    [InlineData("a👩‍👩‍👧‍👦b", 4, "a…")] // A family is one picture of seven code points.
    [InlineData("😀😀😀", 3, "😀😀😀")]
    [InlineData("😀😀😀", 2, "😀…")]
    [InlineData("e\u0301e\u0301", 3, "e\u0301…")]
    public void A_cut_never_falls_inside_what_people_see_as_one_letter(string text, int limit, string cut) =>
        Assert.Equal(cut, text.CutTo(limit));

    [Fact]
    public void A_cut_text_has_its_limit_and_no_half_emoji() =>
        Gen.Select(Hostile.Any, Gen.Int[0, 300])
            .Sample(
                (text, limit) =>
                {
                    var cut = text.OneLine().CutTo(limit);
                    Assert.InRange(cut.CodePoints(), 0, limit);
                    Assert.Equal(cut, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cut)));
                },
                iter: 2000
            );

    [Fact]
    public void An_escaped_text_is_cut_between_escapes() =>
        Gen.Select(Hostile.Any, Gen.Int[1, 300])
            .Sample(
                (text, limit) =>
                {
                    var escaped = Markdown.Escape(text, limit);
                    Assert.InRange(escaped.CodePoints(), 0, limit);
                    Assert.DoesNotMatch(@"(?<!\\)(\\\\)*\\$", escaped);
                    Assert.DoesNotMatch(@"(?<!\\)(\\\\)*[*_~`|<>\[\]@]", escaped);
                },
                iter: 2000
            );

    [Fact]
    public void Marks_that_turn_the_writing_direction_and_line_breaks_are_gone() =>
        Assert.Equal("abc d مرحبا", "a\u202Eb\u2066c\nd مرحبا\0".OneLine());
}
