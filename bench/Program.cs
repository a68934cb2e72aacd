using Benevoclic.Bench;

switch (args)
{
    case ["local"]:
        await LocalBench.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine("usage: bench/run local");
        return 2;
}
