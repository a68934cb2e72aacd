using Benevoclic.Deployment;

// One after the other on a shared server; the tests that mostly wait have a second one beside it.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.Collections, MaxThreads = 2)]
[assembly: AssemblyFixture(typeof(SharedHost))]
