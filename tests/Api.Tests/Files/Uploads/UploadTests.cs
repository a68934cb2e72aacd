using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Benevoclic.Api.Files.Uploads;
using Benevoclic.Api.Tests.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Benevoclic.Api.Tests.Files.Uploads;

/// <summary>A route that takes a picture, on the wire.</summary>
public sealed class UploadTests
{
    const string TooLarge = """{"statusCode":413,"message":"request entity too large"}""";
    const string NoPicture =
        """{"message":"Le fichier doit être une image JPEG, PNG, WebP ou GIF","error":"Bad Request","statusCode":400}""";

    [Theory]
    [InlineData("picture.png", "image/png")]
    [InlineData("progressive.jpg", "image/jpeg")]
    [InlineData("animated.webp", "image/webp")]
    [InlineData("animated.gif", "image/gif")]
    public async Task A_picture_is_taken_for_what_it_is_whatever_its_sender_says(string sample, string contentType)
    {
        var bytes = Harness.Pictures.Read(sample);

        var (status, body) = await UploadAsync(Form("file", "page.html", bytes, "text/html"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal($"page.html {contentType} {bytes.Length}", body);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", "logo.png")]
    [InlineData("<html></html>", "image/png", "photo.png")]
    [InlineData("", "image/png", "photo.png")]
    public async Task What_is_no_picture_is_refused_whatever_its_sender_says(string text, string type, string name)
    {
        var (status, body) = await UploadAsync(Form("file", name, Encoding.UTF8.GetBytes(text), type));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(NoPicture, body);
    }

    [Fact]
    public async Task What_is_hidden_behind_a_picture_is_not_kept()
    {
        byte[] polyglot = [.. Harness.Pictures.Png, .. "<script>alert(1)</script>"u8];

        var (_, body) = await UploadAsync(Form("file", "a.png", polyglot));

        Assert.Equal($"a.png image/png {Harness.Pictures.Png.Length}", body);
    }

    [Fact]
    public async Task A_part_with_another_name_is_refused_by_its_name()
    {
        var (status, body) = await UploadAsync(Form("avatar", "a.png", Harness.Pictures.Png));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("""{"message":"Unexpected field - avatar","error":"Bad Request","statusCode":400}""", body);
    }

    [Fact]
    public async Task A_second_file_is_refused()
    {
        var form = Form("file", "a.png", Harness.Pictures.Png);
        form.Add(Part(Harness.Pictures.Png, "image/png"), "file", "b.png");

        var (status, body) = await UploadAsync(form);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Unexpected field - file", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_beside_the_file_are_passed_over()
    {
        var form = new MultipartFormDataContent { { new StringContent("hello"), "comment" } };
        form.Add(Part(Harness.Pictures.Png, "image/png"), "file", "a.png");
        form.Add(new StringContent("hello"), "file");

        var (status, _) = await UploadAsync(form);

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task The_largest_picture_is_taken_and_one_byte_more_is_413()
    {
        var largest = PngOf((int)PictureUploads.LargestPicture);

        var (status, body) = await UploadAsync(Form("file", "a.png", largest));
        var (statusOfMore, bodyOfMore) = await UploadAsync(Form("file", "a.png", [.. largest, 0]));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal($"a.png image/png {largest.Length}", body);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, statusOfMore);
        Assert.Equal(TooLarge, bodyOfMore);
    }

    [Fact]
    public async Task An_announced_body_that_is_far_too_large_is_refused_before_it_comes()
    {
        await using var api = await StartAsync();

        var answer = await Wire.SendAsync(
            api.Address,
            "POST /upload HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000000\r\n\r\n"
        );

        Assert.Equal(413, Wire.StatusOf(answer));
        Assert.Contains(TooLarge, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", "{}", "Aucun fichier reçu")]
    [InlineData("multipart/form-data", "x", "Boundary not found")]
    [InlineData("multipart/form-data; boundary=", "x", "Boundary not found")]
    [InlineData("multipart/form-data; boundary=x", "", "Unexpected end of form")]
    [InlineData("multipart/form-data; boundary=x", "--x--\r\n", "Aucun fichier reçu")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\n", "Unexpected end of form")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nnonsense\r\n\r\n--x--\r\n", "Unexpected end of form")]
    [InlineData(
        "multipart/form-data; boundary=x",
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\nabc",
        "Unexpected end of form"
    )]
    [InlineData(
        "multipart/form-data; boundary=x",
        "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nabc\r\n--x--\r\n",
        "Aucun fichier reçu"
    )]
    public async Task A_form_without_a_whole_file_is_400_with_a_message(string type, string text, string message)
    {
        var content = new ByteArrayContent(Encoding.Latin1.GetBytes(text));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var (status, body) = await UploadAsync(content);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(message, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_body_at_all_is_400()
    {
        var (status, _) = await UploadAsync(null);

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Theory]
    [InlineData("filename=\"\u00e9t\u00e9.png\"")]
    [InlineData("filename*=UTF-8''%C3%A9t%C3%A9.png")]
    [InlineData("filename=\"a.png\"; filename*=bogus''%ZZ")]
    [InlineData("filename=\"\"")]
    public async Task Odd_file_names_are_taken_as_they_come(string name)
    {
        byte[] form =
        [
            .. Encoding.Latin1.GetBytes($"--x\r\nContent-Disposition: form-data; name=\"file\"; {name}\r\n\r\n"),
            .. Harness.Pictures.Png,
            .. "\r\n--x--\r\n"u8,
        ];
        var content = new ByteArrayContent(form);
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        var (status, _) = await UploadAsync(content);

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task Nothing_of_an_upload_stays_in_the_data_folder()
    {
        await using var api = await StartAsync();

        await UploadAsync(api, Form("file", "a.png", Harness.Pictures.Png));
        await UploadAsync(api, Form("file", "a.png", "nonsense"u8.ToArray()));

        Assert.DoesNotContain(
            Directory.GetFiles(api.DataFolder),
            file => file.Contains("upload", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Without_room_to_receive_it_an_upload_is_503_and_may_come_again()
    {
        await using var api = await StartAsync();
        Directory.Delete(api.DataFolder, recursive: true);

        using var answer = await api.Client.PostAsync(
            "/upload",
            Form("file", "a.png", Harness.Pictures.Png),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    static async Task<(HttpStatusCode Status, string Body)> UploadAsync(HttpContent? content)
    {
        await using var api = await StartAsync();
        var answer = await UploadAsync(api, content);
        Assert.Empty(api.Log.Errors);
        return answer;
    }

    static async Task<(HttpStatusCode Status, string Body)> UploadAsync(RunningApi api, HttpContent? content)
    {
        var ct = TestContext.Current.CancellationToken;
        using var answer = await api.Client.PostAsync("/upload", content, ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(ct));
    }

    static Task<RunningApi> StartAsync() =>
        RunningApi.StartAsync(app =>
            app.MapPost(
                    "/upload",
                    async Task<string> (HttpRequest request, PictureUploads uploads, CancellationToken ct) =>
                    {
                        await using var upload = await uploads.ReceiveAsync(request, ct);
                        return $"{upload.FileName} {upload.Format.ContentType} {upload.Content.Length}";
                    }
                )
                .TakesUpload()
        );

    static MultipartFormDataContent Form(string field, string name, byte[] content, string type = "image/png") =>
        new() { { Part(content, type), field, name } };

    static ByteArrayContent Part(byte[] content, string type) =>
        new(content) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

    /// <summary>A whole PNG of exactly this many bytes: a chunk that nobody knows makes it so.</summary>
    static byte[] PngOf(int length)
    {
        var png = Harness.Pictures.Png;
        const int ends = 12;
        var filler = length - png.Length - ends;
        byte[] size = [(byte)(filler >> 24), (byte)(filler >> 16), (byte)(filler >> 8), (byte)filler];
        return [.. png[..^ends], .. size, .. "fiLl"u8, .. new byte[filler], .. new byte[4], .. png[^ends..]];
    }
}
