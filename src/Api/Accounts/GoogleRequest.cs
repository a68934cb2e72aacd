using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Identity;

namespace Benevoclic.Api.Accounts;

/// <param name="IdToken">Of a sign-in with Google, which the client's Firebase SDK has done.</param>
sealed record GoogleRequest(string IdToken, Role Role) : IRequest<GoogleRequest>
{
    public static GoogleRequest From(Fields fields) => new(fields.Text("idToken"), ChosenRole.Read(fields));
}
