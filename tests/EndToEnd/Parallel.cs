// Every test here runs a stack of its own, with its own ports and folders, and mostly waits for it.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.Collections, MaxThreads = 3)]

namespace Benevoclic.EndToEnd;

/// <summary>For what measures: on a machine of two cores a neighbour would be measured too.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = nameof(Alone);
}
