using Benevoclic.Api.Hosting.Bodies;

namespace Benevoclic.Api.Accounts;

/// <param name="RefreshToken">"" when none came.</param>
sealed record RefreshRequest(string RefreshToken) : IRequest<RefreshRequest>
{
    public static RefreshRequest From(Fields fields) => new(Values.Text(fields.OptionalAnything("refreshToken")) ?? "");
}
