using System.Runtime.InteropServices;
using Benevoclic.Bench;
using Benevoclic.Bench.Api;
using Benevoclic.Bench.Relay;
using Benevoclic.Bench.Scaling;
using Benevoclic.Deployment;

// What a bench has started must end with it: an interrupt unwinds it instead of ending us at once.
using var interrupt = new CancellationTokenSource(TimeSpan.FromMinutes(30));
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

try
{
    switch (args)
    {
        case ["local"]:
            await LocalBench.RunAsync(interrupt.Token);
            return 0;
        case ["api", .. var groups] when groups.All(ApiBench.Names.Contains):
            return await ApiBench.RunAsync(groups, interrupt.Token) ? 0 : 1;
        case ["api", "soak", var minutes] when int.TryParse(minutes, out var count) && count > 0:
            return await ApiBench.SoakAsync(count, interrupt.Token) ? 0 : 1;
        case ["relay", .. var groups] when groups.All(RelayBench.Names.Contains):
            return await RelayBench.RunAsync(groups, interrupt.Token) ? 0 : 1;
        case ["serve"]:
            await ApiServer.RunAsync(interrupt.Token);
            return 0;
        case ["deploy" or "detect" or "scaling" or "pictures", ..] when Needs.Missing is { } missing:
            Console.Error.WriteLine($"No server can be made here: {missing}");
            return 2;
        case ["deploy"]:
            await DeployBench.RunAsync(interrupt.Token);
            return 0;
        case ["detect"]:
            await DetectBench.RunAsync(interrupt.Token);
            return 0;
        case ["scaling"]:
            return await ScalingBench.RunAsync(interrupt.Token) ? 0 : 1;
        case ["pictures", var folder]:
            await Pictures.TakeAsync(folder);
            return 0;
        default:
            Console.Error.WriteLine(
                $"usage: bench/run local | api [{string.Join('|', ApiBench.Names)}] | api soak MINUTES | relay [{string.Join('|', RelayBench.Names)}] | deploy | detect | scaling | pictures FOLDER"
            );
            return 2;
    }
}
catch (Exception e) when (interrupt.IsCancellationRequested)
{
    Console.Error.WriteLine($"interrupted, or not at its end within 30 minutes: {e.Message}");
    return 130;
}

void Interrupt(PosixSignalContext signal)
{
    signal.Cancel = true;
    interrupt.Cancel();
}
