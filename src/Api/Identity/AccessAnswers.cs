using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Benevoclic.Api.Identity;

/// <summary>What a caller is told who may not pass, in the contract's words (1.3 there).</summary>
sealed class AccessAnswers : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (authorizeResult.Succeeded)
            return next(context);
        throw authorizeResult.Forbidden ? Refusal.NoRights()
        : BearerToken.In(context.Request) is null ? Refusal.NoToken()
        : Refusal.BadToken();
    }
}
