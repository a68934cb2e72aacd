// Every test here runs a whole stack; two at a time would measure each other on a machine of two cores.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
