using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Identity;

namespace Benevoclic.Api.Accounts;

/// <summary>What may be changed of an account. Whatever else comes along is dropped.</summary>
/// <param name="Role">For administrators.</param>
sealed record AccountChangeRequest(string? Email, string? PhoneNumber, string? Role) : IRequest<AccountChangeRequest>
{
    public static AccountChangeRequest From(Fields fields) =>
        new(
            fields.OptionalEmail("email"),
            fields.OptionalText("phoneNumber"),
            fields.OptionalOneOf("role", Roles.Words)
        );
}
