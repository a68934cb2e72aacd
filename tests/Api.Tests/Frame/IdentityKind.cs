namespace Benevoclic.Api.Tests.Frame;

/// <summary>Public for the theories that take it.</summary>
public enum IdentityKind
{
    LocalInSqlite,
    LocalInMongo,
    Firebase,
}
