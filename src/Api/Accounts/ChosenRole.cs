using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Identity;

namespace Benevoclic.Api.Accounts;

/// <summary>The role that somebody registers with: he may choose, but not to be an administrator.</summary>
static class ChosenRole
{
    const string Field = "role";

    static readonly string[] Open = [Roles.Association, Roles.Volunteer];

    /// <summary>VOLUNTEER when it is not sent.</summary>
    public static Role Read(Fields fields)
    {
        if (!fields.Has(Field))
            return Role.Volunteer;
        var word = Values.Text(fields.OptionalAnything(Field));
        // A wrong word is told all of them, as ever; who asks for the one that is not given is told which are.
        if (word == Roles.Admin || !Roles.Words.Contains(word))
            fields.Break(Rules.OneOf(word == Roles.Admin ? Open : Roles.Words)(Field));
        return Roles.Parse(word) ?? Role.Volunteer;
    }
}
