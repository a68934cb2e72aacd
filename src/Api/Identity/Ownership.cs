namespace Benevoclic.Api.Identity;

/// <summary>The first line of a handler that changes what belongs to somebody.</summary>
static class Ownership
{
    /// <exception cref="Hosting.Errors.ApiException">403</exception>
    public static void RequireMayActFor(this Caller caller, string uid)
    {
        if (!caller.MayActFor(uid))
            throw Refusal.NoRights();
    }

    /// <summary>For what two people share, as a membership: each of them may.</summary>
    /// <exception cref="Hosting.Errors.ApiException">403</exception>
    public static void RequireMayActForEither(this Caller caller, string uid, string other)
    {
        if (!caller.MayActFor(uid) && !caller.MayActFor(other))
            throw Refusal.NoRights();
    }
}
