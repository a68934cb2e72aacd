namespace Benevoclic.Api.Identity;

/// <summary>Roles as words: in tokens, documents and bodies.</summary>
static class Roles
{
    public const string Admin = "ADMIN";
    public const string Association = "ASSOCIATION";
    public const string Volunteer = "VOLUNTEER";

    /// <summary>In the order in which the contract's messages list them.</summary>
    public static readonly IReadOnlyList<string> Words = [Admin, Association, Volunteer];

    /// <summary>Exact case only; null when it is no role.</summary>
    public static Role? Parse(string? word) =>
        word switch
        {
            Admin => Role.Admin,
            Association => Role.Association,
            Volunteer => Role.Volunteer,
            _ => null,
        };

    public static string Word(this Role role) =>
        role switch
        {
            Role.Admin => Admin,
            Role.Association => Association,
            _ => Volunteer,
        };
}
