using Xunit.MicrosoftTestingPlatform;

namespace Benevoclic.Cli.Tests;

static class Program
{
    static async Task<int> Main(string[] args) =>
        args is ["dummy", .. var words] ? await Dummy.RunAsync(words)
        : args.Any(word => word is "--server" or "--internal-msbuild-node")
            ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
        : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
}
