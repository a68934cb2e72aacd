using System.Text.Json.Nodes;
using Benevoclic.Api.Hosting.Bodies;

namespace Benevoclic.Api.Accounts;

sealed record LocationRequest(string? Address, string? City, string? PostalCode, string? Country)
    : IRequest<LocationRequest>
{
    public static LocationRequest From(Fields fields) =>
        new(
            fields.OptionalText("address"),
            fields.OptionalText("city"),
            fields.OptionalText("postalCode"),
            fields.OptionalText("country")
        );

    public JsonObject ToJson() =>
        new()
        {
            ["address"] = Address,
            ["city"] = City,
            ["postalCode"] = PostalCode,
            ["country"] = Country,
        };
}
