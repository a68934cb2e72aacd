namespace Benevoclic.Cli.Stack;

/// <summary>What a backup does to a service while it looks at its volumes.</summary>
enum BackupHold
{
    /// <summary>Its processes wait for a moment; what is on the disk is what a power cut would leave.</summary>
    Pause,

    /// <summary>It ends and is started again: only then all it knows is on the disk.</summary>
    Stop,

    /// <summary>Its volumes are not saved.</summary>
    Never,
}
