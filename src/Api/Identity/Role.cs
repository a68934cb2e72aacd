namespace Benevoclic.Api.Identity;

/// <summary>What an account may do. It is the claim `role` of its tokens; an account without one has no rights yet.</summary>
enum Role
{
    Volunteer,
    Association,
    Admin,
}
