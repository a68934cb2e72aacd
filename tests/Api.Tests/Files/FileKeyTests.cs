using Benevoclic.Api.Files;

namespace Benevoclic.Api.Tests.Files;

public sealed class FileKeyTests
{
    [Theory]
    [InlineData("chat.png", ".png", "chat.png")]
    [InlineData("Mon Chat (2).JPEG", ".jpg", "Mon-Chat-2.jpg")]
    [InlineData("C:\\Users\\anne\\chat.png", ".png", "chat.png")]
    [InlineData("../../etc/passwd", ".png", "passwd.png")]
    [InlineData("page.html", ".gif", "page.gif")]
    [InlineData("archive.tar.gz", ".png", "archive-tar.png")]
    [InlineData("été.png", ".png", "ete.png")]
    [InlineData("e\u0301te\u0301.png", ".png", "ete.png")]
    [InlineData("Été à la mer.jpg", ".jpg", "Ete-a-la-mer.jpg")]
    [InlineData("ÇA, L'ÎLE.jpg", ".jpg", "CA-L-ILE.jpg")]
    [InlineData("\"><script>.jpg", ".jpg", "script.jpg")]
    [InlineData(".htaccess", ".png", "htaccess.png")]
    [InlineData("…", ".webp", "image.webp")]
    [InlineData("", ".webp", "image.webp")]
    [InlineData("a\0b\r\nc.png", ".png", "a-b-c.png")]
    public void A_name_keeps_what_is_harmless_and_gets_the_extension_of_what_it_is(
        string name,
        string extension,
        string clean
    ) => Assert.Equal(clean, FileKey.CleanName(name, extension));

    [Fact]
    public void A_long_name_is_cut() =>
        Assert.Equal(new string('a', 80) + ".png", FileKey.CleanName(new string('a', 3000) + ".png", ".png"));
}
