using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Benevoclic.Api.Tests.Frame;

/// <summary>Runs a theory once for each implementation of the stores; MongoDB's is skipped, and says so, without a server.</summary>
sealed class EachStoreAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) =>
        new([
            new TheoryDataRow<StoreKind>(StoreKind.Sqlite),
            new TheoryDataRow<StoreKind>(StoreKind.Mongo) { Skip = TestStore.WhyNoMongo },
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
