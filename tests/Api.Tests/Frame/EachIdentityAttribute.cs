using System.Reflection;
using Benevoclic.Harness;
using Xunit.Sdk;
using Xunit.v3;

namespace Benevoclic.Api.Tests.Frame;

/// <summary>Runs a theory once for each implementation of identity; what lacks its server is skipped, and says so.</summary>
sealed class EachIdentityAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) =>
        new([
            new TheoryDataRow<IdentityKind>(IdentityKind.LocalInSqlite),
            new TheoryDataRow<IdentityKind>(IdentityKind.LocalInMongo) { Skip = TestStore.WhyNoMongo },
            new TheoryDataRow<IdentityKind>(IdentityKind.Firebase) { Skip = FirebaseEmulator.WhyNot },
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
