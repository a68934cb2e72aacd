using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Identity;

namespace Benevoclic.Api.Accounts;

/// <summary>Registers an account that the client's Firebase SDK has made. The web client sends its password too, which is not read.</summary>
sealed record VerifiedRequest(string Email, Role Role) : IRequest<VerifiedRequest>
{
    public static VerifiedRequest From(Fields fields) => new(fields.Email("email"), ChosenRole.Read(fields));
}
