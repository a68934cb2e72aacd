using Benevoclic.Deployment;

// They share one server, and measure: two at a time would measure each other on a machine of two cores.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(SharedHost))]
