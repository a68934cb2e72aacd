using Benevoclic.Api.Hosting.Bodies;

namespace Benevoclic.Api.Accounts;

sealed record LoginRequest(string Email, string Password) : IRequest<LoginRequest>
{
    public static LoginRequest From(Fields fields) =>
        new(fields.Email("email"), fields.Text("password", PasswordRule.Shortest, PasswordRule.Longest));
}
