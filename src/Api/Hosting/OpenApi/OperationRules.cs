using Benevoclic.Api.Files.Uploads;
using Benevoclic.Api.Hosting.Errors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Benevoclic.Api.Hosting.OpenApi;

/// <summary>What holds for every route, told once: who may call it, what an error looks like, what an address and an upload carry.</summary>
static class OperationRules
{
    const string ErrorShape = "Error";

    public static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        DescribeCallers(operation, context.Document, metadata);
        foreach (var query in metadata.OfType<QueryShape>())
            operation.Parameters = [.. operation.Parameters ?? [], .. query.Parameters];
        if (metadata.OfType<UploadLimit>().Any())
            operation.RequestBody = Upload();
        operation.Responses ??= [];
        operation.Responses["default"] = Error(context.Document);
    }

    static void DescribeCallers(OpenApiOperation operation, OpenApiDocument? document, IList<object> metadata)
    {
        if (metadata.OfType<IAllowAnonymous>().Any())
            return;
        var roles = metadata
            .OfType<AuthorizationPolicy>()
            .SelectMany(policy => policy.Requirements.OfType<ClaimsAuthorizationRequirement>())
            .SelectMany(requirement => requirement.AllowedValues ?? []);
        operation.Description = string.Join(' ', roles.Order(StringComparer.Ordinal)) is { Length: > 0 } words
            ? $"Roles: {words}."
            : "Any valid token.";
        operation.Security = [new() { [new OpenApiSecuritySchemeReference(ApiDocument.Bearer, document)] = [] }];
    }

    public static OpenApiResponse Error(OpenApiDocument? document) =>
        new()
        {
            Description = "What is wrong.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new() { Schema = new OpenApiSchemaReference(ErrorShape, document) },
            },
        };

    /// <summary>The contract's forms of an error, which every route refers to.</summary>
    public static async Task AddErrorAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken ct
    ) =>
        document.AddComponent(
            ErrorShape,
            new OpenApiSchema
            {
                Description = "One message, or every rule that the request broke.",
                AnyOf =
                [
                    await context.GetOrCreateSchemaAsync(typeof(ErrorBody), cancellationToken: ct),
                    await context.GetOrCreateSchemaAsync(typeof(ValidationErrorBody), cancellationToken: ct),
                    await context.GetOrCreateSchemaAsync(typeof(BareErrorBody), cancellationToken: ct),
                ],
            }
        );

    static OpenApiRequestBody Upload() =>
        new()
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["multipart/form-data"] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Required = new HashSet<string> { PictureUploads.PartName },
                        Properties = new Dictionary<string, IOpenApiSchema>
                        {
                            [PictureUploads.PartName] = new OpenApiSchema
                            {
                                Type = JsonSchemaType.String,
                                Format = "binary",
                                Description = "JPEG, PNG, WebP or GIF, 5 MB at most.",
                            },
                        },
                    },
                },
            },
        };
}
