using System.Text;
using Benevoclic.Api.Files.Pictures;
using CsCheck;

namespace Benevoclic.Api.Tests.Files.Pictures;

public sealed class PictureTests
{
    static readonly string[] Names =
    [
        "picture.png",
        "picture.jpg",
        "progressive.jpg",
        "picture.webp",
        "animated.webp",
        "picture.gif",
        "animated.gif",
    ];

    public static TheoryData<string> Samples => [.. Names];

    [Theory]
    [InlineData("picture.png", "image/png")]
    [InlineData("picture.jpg", "image/jpeg")]
    [InlineData("progressive.jpg", "image/jpeg")]
    [InlineData("picture.webp", "image/webp")]
    [InlineData("animated.webp", "image/webp")]
    [InlineData("picture.gif", "image/gif")]
    [InlineData("animated.gif", "image/gif")]
    public void Pictures_of_real_programs_are_known_to_their_last_byte(string name, string contentType)
    {
        var bytes = Harness.Pictures.Read(name);

        var picture = In(bytes);

        Assert.Equal(contentType, picture?.Format.ContentType);
        Assert.Equal(bytes.Length, picture?.Length);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void What_follows_a_picture_is_not_part_of_it(string name)
    {
        var bytes = Harness.Pictures.Read(name);

        var picture = In([.. bytes, .. "<html><script>alert(1)</script>"u8]);

        Assert.Equal(bytes.Length, picture?.Length);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_picture_that_is_cut_off_is_none(string name)
    {
        var bytes = Harness.Pictures.Read(name);

        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Null(In(bytes[..length])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>""")]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    [InlineData("GIF89a<script>alert(1)</script>")]
    [InlineData("GIF89a/*<svg/onload=alert(1)>*/=1;")]
    [InlineData("RIFF\u0010\0\0\0WEBP<script>alert(1)</script>")]
    [InlineData("RIFF\u0010\0\0\0WAVEfmt ")]
    [InlineData("%PDF-1.7\n")]
    [InlineData("BM\u0036\0\0\0")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("\0\0\0\u0018ftypheic")]
    [InlineData("ÿØÿà<script>alert(1)</script>ÿÙ")]
    [InlineData("\u0089PNG\r\n\u001A\n<svg onload=alert(1)>")]
    public void Anything_else_is_no_picture(string text) => Assert.Null(In(Encoding.Latin1.GetBytes(text)));

    [Fact]
    public void Broken_pictures_are_read_to_a_judgement_and_never_past_their_end() =>
        Gen.Select(Gen.OneOf([.. Names.Select(Gen.Const)]), Gen.Int[0, 2000], Gen.Byte, Gen.Int[0, 2000])
            .Sample(
                (name, place, value, cut) =>
                {
                    var bytes = Harness.Pictures.Read(name);
                    bytes[place % bytes.Length] = value;
                    bytes = bytes[..Math.Min(bytes.Length, Math.Max(cut, bytes.Length / 2))];
                    return In(bytes) is not { } picture || picture.Length <= bytes.Length;
                },
                iter: 2000
            );

    static Picture? In(byte[] bytes) => Picture.In(new MemoryStream(bytes));
}
