using System.Text.Json;
using Benevoclic.Api.Hosting.Errors;
using Microsoft.AspNetCore.Http;

namespace Benevoclic.Api.Tests.Hosting.Errors;

public sealed class ErrorAnswerTests
{
    [Theory]
    [InlineData(400, "Bad Request")]
    [InlineData(401, "Unauthorized")]
    [InlineData(403, "Forbidden")]
    [InlineData(404, "Not Found")]
    [InlineData(503, "Service Unavailable")]
    public void An_expected_error_is_form_1(int status, string reason)
    {
        var answer = ErrorAnswer.For(new ApiException(status, "Annonce non trouvée"));

        Assert.Equal(new ErrorAnswer(status, new ErrorBody("Annonce non trouvée", reason, status)), answer);
    }

    [Fact]
    public void Broken_rules_are_form_2()
    {
        string[] rules = ["property x should not exist", "email must be an email"];

        var answer = ErrorAnswer.For(new ApiException(rules));

        Assert.Equal(400, answer.StatusCode);
        Assert.Equal(new ValidationErrorBody(rules, "Bad Request", 400), answer.Body);
    }

    [Fact]
    public void A_bug_says_nothing_about_itself() =>
        Assert.Equal(
            new ErrorAnswer(500, new BareErrorBody(500, "Internal server error")),
            ErrorAnswer.For(new InvalidOperationException("password=hunter2"))
        );

    [Fact]
    public void Unreadable_JSON_is_placed_without_naming_our_types()
    {
        var json = new JsonException("Benevoclic.Secret", "$.email", 2, 7);

        var answer = ErrorAnswer.For(new BadHttpRequestException("Failed to read parameter", 400, json));

        Assert.Equal(ErrorBody.Of(400, "Unexpected JSON at line 3, position 7"), answer.Body);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    public void What_no_route_takes_is_404_and_never_405(int status) =>
        Assert.Equal(
            new ErrorAnswer(404, new ErrorBody("Cannot PUT /nope", "Not Found", 404)),
            ErrorAnswer.ForEmpty(status, "PUT /nope")
        );

    [Fact]
    public void A_route_that_found_nothing_does_not_claim_that_the_route_is_unknown() =>
        Assert.Equal(ErrorBody.Of(404, "Not Found"), ErrorAnswer.ForEmpty(404, cannot: null).Body);

    [Theory]
    [InlineData(413, "request entity too large")]
    [InlineData(415, "unsupported media type")]
    [InlineData(500, "Internal server error")]
    public void What_the_server_refuses_has_two_keys(int status, string message) =>
        Assert.Equal(
            new ErrorAnswer(status, new BareErrorBody(status, message)),
            ErrorAnswer.ForEmpty(status, cannot: null)
        );
}
