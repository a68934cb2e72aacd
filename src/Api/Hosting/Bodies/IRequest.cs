using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Benevoclic.Api.Hosting.Bodies;

/// <summary>
/// What a route takes as its body. A handler names it as a parameter and gets it read and checked; a broken rule is a
/// 400 before the handler begins. The API's description shows its properties.
/// </summary>
interface IRequest<TSelf> : IBindableFromHttpContext<TSelf>, IEndpointParameterMetadataProvider
    where TSelf : class, IRequest<TSelf>
{
    /// <summary>True for the routes where the contract answers 400 to a field that they do not know.</summary>
    static virtual bool RefusesUnknownFields => false;

    /// <summary>Reads the fields in the contract's order, which is the order of the messages.</summary>
    static abstract TSelf From(Fields fields);

    static async ValueTask<TSelf?> IBindableFromHttpContext<TSelf>.BindAsync(
        HttpContext context,
        ParameterInfo parameter
    )
    {
        var fields = new Fields(await Body.ReadAsync(context.Request, context.RequestAborted));
        var request = TSelf.From(fields);
        fields.Check(TSelf.RefusesUnknownFields);
        return request;
    }

    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new RequestShape(typeof(TSelf)));
}
