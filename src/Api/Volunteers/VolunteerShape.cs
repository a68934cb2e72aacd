using System.Text.Json.Serialization;
using Benevoclic.Api.Hosting.Answers;

namespace Benevoclic.Api.Volunteers;

/// <summary>A volunteer's profile.</summary>
/// <param name="Id">24 hex digits.</param>
/// <param name="VolunteerId">The account's uid.</param>
/// <param name="BirthDate">As it was written; the web client sends yyyy-MM-dd.</param>
sealed record VolunteerShape(
    [property: JsonPropertyName("_id")] string Id,
    string VolunteerId,
    string? FirstName,
    string? LastName,
    string? Phone,
    string? Bio,
    string? City,
    string? PostalCode,
    string? Country,
    string? BirthDate,
    PointShape? LocationVolunteer
);

sealed record VolunteerCountShape(long NbVolunteer);

sealed record VolunteerIdShape(string VolunteerId);
