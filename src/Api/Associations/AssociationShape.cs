using System.Text.Json.Serialization;
using Benevoclic.Api.Hosting.Answers;

namespace Benevoclic.Api.Associations;

/// <summary>An association's profile, with those who belong to it.</summary>
/// <param name="Id">24 hex digits.</param>
/// <param name="AssociationId">The account's uid.</param>
/// <param name="VolunteersWaiting">Those who asked to join.</param>
sealed record AssociationShape(
    [property: JsonPropertyName("_id")] string Id,
    string AssociationId,
    string? AssociationName,
    string? Bio,
    string? Phone,
    string? City,
    string? Country,
    string? PostalCode,
    string? Type,
    PointShape? LocationAssociation,
    MemberShape[] Volunteers,
    PersonShape[] VolunteersWaiting
);

/// <summary>Somebody who asks to join.</summary>
sealed record PersonShape(string VolunteerId, string VolunteerName);

/// <summary>Somebody who belongs to an association.</summary>
/// <param name="DateAdded">The day, yyyy-MM-dd in Paris.</param>
sealed record MemberShape(string VolunteerId, string VolunteerName, string? DateAdded);

/// <summary>An association in a volunteer's list.</summary>
sealed record AssociationNameShape(string AssociationId, string AssociationName);

sealed record AssociationCountShape(long NbAssociation);
