namespace Benevoclic.Api.Tests.Frame;

/// <summary>A guard that sees nothing would be worse than none.</summary>
public sealed class SecretsTests
{
    [Theory]
    [InlineData("POST /user/login failed: {\"password\":\"motdepasse\"}")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("GET https://b.s3.eu-west-3.amazonaws.com/k?X-Amz-Signature=0123456789abcdef0123456789abcdef")]
    [InlineData("GET /files/avatars/ada/1-a.png?expires=1&signature=2jmj7l5rSw0yVb_vlWAYkK_YBwk")]
    [InlineData("POST https://discord.com/api/webhooks/1/token failed")]
    [InlineData("mongodb://admin:secret@db:27017/ does not answer")]
    public void A_secret_is_seen(string line) => Assert.True(Secrets.IsTelling(line));

    [Theory]
    [InlineData("Listening on http://127.0.0.1:3000")]
    [InlineData("POST /user/login answered 503: MongoDB does not answer")]
    [InlineData("mongodb://db:27017/ does not answer")]
    public void What_people_need_to_read_is_none(string line) => Assert.False(Secrets.IsTelling(line));
}
