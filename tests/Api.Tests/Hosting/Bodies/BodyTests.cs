using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Benevoclic.Api.Tests.Hosting.Bodies;

/// <summary>What arrives at a handler, and what a client is told when nothing can.</summary>
public sealed class BodyTests
{
    const string Json = "application/json";
    const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData(
        Json,
        """{"name":"Zoé","tags":["a"],"more":{"x":null}}""",
        """{"name":"Zoé","tags":["a"],"more":{"x":null}}"""
    )]
    [InlineData(Json + "; charset=UTF-8", """ {"name":"é"} """, """{"name":"é"}""")]
    [InlineData(Json, "", "{}")]
    [InlineData(Json, "[1,2]", "{}")]
    [InlineData("text/plain", "{\"name\":1}", "{}")]
    [InlineData("application/vnd.api+json", "{\"name\":1}", "{}")]
    [InlineData("multipart/form-data", "{\"name\":1}", "{}")]
    [InlineData("rubbish", "{\"name\":1}", "{}")]
    [InlineData(Form, "name=Zo%C3%A9+B&tags=a&tags=b", """{"name":"Zoé B","tags":["a","b"]}""")]
    [InlineData(Form, "name=Zoé 中&clé=ü", """{"name":"Zoé 中","clé":"ü"}""")]
    [InlineData(Form, "name&empty=&=x", """{"name":"","empty":"","":"x"}""")]
    [InlineData(Form, "a%5Bcity%5D=Pau&a[country]=FR", """{"a":{"city":"Pau","country":"FR"}}""")]
    [InlineData(Form, "tags[]=a&tags[]=b&tags[7]=d&tags[2]=c", """{"tags":["c","d","a","b"]}""")]
    [InlineData(Form, "one[]=a", """{"one":["a"]}""")]
    [InlineData(
        Form,
        "p[type]=Point&p[coordinates][0]=1&p[coordinates][1]=2",
        """{"p":{"type":"Point","coordinates":["1","2"]}}"""
    )]
    [InlineData(Form, "a=1&a[b]=2", """{"a":{"b":"2"}}""")]
    [InlineData(Form, "", "{}")]
    public async Task A_body_is_read_as_JSON_or_as_a_form_and_everything_else_is_empty(
        string type,
        string sent,
        string arrives
    )
    {
        await using var api = await Echo.StartAsync();

        var (status, body) = await Echo.PostAsync(api, sent, type);

        Assert.Equal((HttpStatusCode.Created, arrives), (status, body));
    }

    [Fact]
    public async Task A_request_without_a_body_and_a_type_is_empty()
    {
        await using var api = await Echo.StartAsync();

        using var answer = await api.Client.PostAsync("/echo", content: null, TestContext.Current.CancellationToken);

        Assert.Equal("{}", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_text()
    {
        await using var api = await Echo.StartAsync();

        var (_, body) = await Echo.PostAsync(api, [0xEF, 0xBB, 0xBF, .. "{}"u8], Json);

        Assert.Equal("{}", body);
    }

    [Theory]
    [InlineData("""{"name":""")]
    [InlineData("{name:1}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{} {}")]
    [InlineData("42")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"deep":{"a":1,"\u0061":2}}""")]
    [InlineData("""{"half":"\ud83d"}""")]
    [InlineData("""{"\udc00":1}""")]
    [InlineData("""{"a":{"b\u0000":1}}""")]
    [InlineData("""{"a":[{"b":["\ud83d\ud83d"]}]}""")]
    public async Task Broken_JSON_is_400_in_the_contracts_form(string sent)
    {
        await using var api = await Echo.StartAsync();

        var (status, body) = await Echo.PostAsync(api, sent, Json);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.EndsWith(""","error":"Bad Request","statusCode":400}""", body, StringComparison.Ordinal);
        Assert.Empty(api.Log.Errors);
    }

    [Fact]
    public async Task A_name_that_no_store_can_keep_is_400_in_a_form_too()
    {
        await using var api = await Echo.StartAsync();

        var (status, _) = await Echo.PostAsync(api, "a[b%00]=1", Form);

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Theory]
    [InlineData(Json)]
    [InlineData(Form)]
    public async Task Nesting_without_end_is_400(string type)
    {
        await using var api = await Echo.StartAsync();
        var deep =
            type == Json
                ? string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000)
                : "a" + string.Concat(Enumerable.Repeat("[b]", 5000)) + "=1";

        var (status, _) = await Echo.PostAsync(api, deep, type);

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_400()
    {
        await using var api = await Echo.StartAsync();

        var json = await Echo.PostAsync(api, [.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8], Json);
        var form = await Echo.PostAsync(api, "a=%C3%28"u8.ToArray(), Form);
        var raw = await Echo.PostAsync(api, [.. "a="u8, 0xC3, 0x28], Form);
        var half = await Echo.PostAsync(api, "a=100%"u8.ToArray(), Form);

        Assert.All([json, form, raw, half], answer => Assert.Equal(HttpStatusCode.BadRequest, answer.Status));
    }

    [Theory]
    [InlineData(Json + "; charset=latin1", "")]
    [InlineData(Json, "gzip")]
    public async Task What_is_packed_or_not_UTF_8_is_415(string type, string coding)
    {
        await using var api = await Echo.StartAsync();
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (coding.Length > 0)
            content.Headers.ContentEncoding.Add(coding);

        using var answer = await api.Client.PostAsync("/echo", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal(
            """{"statusCode":415,"message":"unsupported media type"}""",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task More_than_a_thousand_fields_in_a_form_are_too_many()
    {
        await using var api = await Echo.StartAsync();

        var (status, _) = await Echo.PostAsync(api, string.Concat(Enumerable.Repeat("a=1&", 1001)), Form);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
    }

    [Fact]
    public async Task A_chunked_body_stops_at_the_limit_too()
    {
        await using var api = await Echo.StartAsync();
        using var content = new StringContent($$"""{"a":"{{new string('x', 200_000)}}"}""", Encoding.UTF8, Json);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/echo") { Content = content };
        request.Headers.TransferEncodingChunked = true;

        using var answer = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }
}
