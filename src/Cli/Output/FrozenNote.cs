using System.Globalization;
using Benevoclic.Cli.Deploying;

namespace Benevoclic.Cli.Output;

/// <summary>Says that nobody may deploy, wherever somebody looks at a host.</summary>
static class FrozenNote
{
    public static void Show(this Terminal terminal, LockHolder? frozen)
    {
        if (frozen is not null)
        {
            terminal.Line($"Deploys are {Words(frozen)}. When it is over: ./benevoclic unlock", "yellow");
        }
    }

    public static string Words(LockHolder frozen) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"frozen by {frozen.By} since {frozen.Since.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {frozen.Why}"
        );
}
