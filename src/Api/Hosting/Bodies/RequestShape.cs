using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Benevoclic.Api.Hosting.Bodies;

/// <summary>
/// Tells the API's description which body a route takes. Not ASP.NET Core's own Accepts: that one refuses other content
/// types with 415, where the contract takes them for an empty body.
/// </summary>
sealed record RequestShape(Type Type)
{
    public static async Task DescribeAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken ct
    )
    {
        var shape = context.Description.ActionDescriptor.EndpointMetadata.OfType<RequestShape>().FirstOrDefault();
        if (shape is null)
            return;

        var name = shape.Type.Name;
        context.Document!.AddComponent(name, await context.GetOrCreateSchemaAsync(shape.Type, cancellationToken: ct));
        var media = new OpenApiMediaType { Schema = new OpenApiSchemaReference(name, context.Document) };
        operation.RequestBody = new OpenApiRequestBody
        {
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [JsonBody.MediaType] = media,
                [FormBody.MediaType] = media,
            },
        };
    }
}
