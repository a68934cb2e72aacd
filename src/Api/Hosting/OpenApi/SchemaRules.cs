using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;

namespace Benevoclic.Api.Hosting.OpenApi;

static class SchemaRules
{
    /// <summary>What may be null may be absent too: stored documents are older than our records, and changes name some fields only.</summary>
    public static void Loosen(OpenApiSchema schema, JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.IsGetNullable))
            schema.Required?.Remove(property.Name);
    }
}
