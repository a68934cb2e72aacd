using Benevoclic.Cli;
using Benevoclic.Cli.Output;

return (int)await CommandLine.RunAsync(args, Terminal.ForProcess());
