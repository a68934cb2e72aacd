namespace Benevoclic.Cli.Stack;

/// <summary>How a deploy replaces a service.</summary>
enum Rollout
{
    /// <summary>New container beside the old one, traffic moved, old one drained.</summary>
    Swap,

    /// <summary>Files changed in place and read again by the running process.</summary>
    Reload,

    /// <summary>Old container stopped, new one started.</summary>
    Recreate,
}
