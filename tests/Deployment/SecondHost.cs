namespace Benevoclic.Deployment;

/// <summary>A server for tests that mostly wait: they need not keep the others waiting too.</summary>
public sealed class SecondHost : SharedHost;

[CollectionDefinition(Name)]
public sealed class OnTheSecondHost : ICollectionFixture<SecondHost>
{
    public const string Name = "on the second host";
}
