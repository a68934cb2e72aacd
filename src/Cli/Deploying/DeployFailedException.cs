namespace Benevoclic.Cli.Deploying;

/// <summary>A step of a deploy failed on the host.</summary>
sealed class DeployFailedException(string step, string why) : Exception($"{step}: {why}")
{
    public string Step { get; } = step;
}
