using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Identity;

namespace Benevoclic.Api.Accounts;

sealed record RegisterRequest(string Email, string Password, Role Role) : IRequest<RegisterRequest>
{
    public static RegisterRequest From(Fields fields) =>
        new(
            fields.Email("email"),
            fields.Text("password", PasswordRule.Shortest, PasswordRule.Longest),
            ChosenRole.Read(fields)
        );
}
