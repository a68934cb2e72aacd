// Most of these tests wait for processes; more of them at once than there are processors take less time altogether.
[assembly: Xunit.v3.Parallelization(MaxThreads = 6)]
