using Benevoclic.Api.Hosting.Errors;

namespace Benevoclic.Api.Identity;

static class Refusal
{
    public static ApiException NoToken() => new(StatusCodes.Status401Unauthorized, "Token manquant ou invalide");

    public static ApiException BadToken() => new(StatusCodes.Status401Unauthorized, "Token invalide");

    /// <summary>Also for what belongs to somebody else.</summary>
    public static ApiException NoRights() =>
        new(StatusCodes.Status403Forbidden, "Vous n'avez pas les droits nécessaires");
}
