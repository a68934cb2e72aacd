using Microsoft.OpenApi;

namespace Benevoclic.Api.Hosting.OpenApi;

/// <summary>Parameters of an address that a request reads by itself.</summary>
sealed record QueryShape(params IReadOnlyList<string> Names)
{
    public IEnumerable<IOpenApiParameter> Parameters =>
        Names.Select(name => new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Query,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
}
