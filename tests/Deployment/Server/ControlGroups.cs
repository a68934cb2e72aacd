namespace Benevoclic.Deployment.Server;

/// <summary>The control groups of a machine's containers: the one thing that the kernel does not take away with the machine.</summary>
static class ControlGroups
{
    const string Root = "/sys/fs/cgroup";

    /// <param name="name">Of the group that is parent to all of them; in version 1 there is one per controller.</param>
    public static void Remove(string name)
    {
        foreach (var hierarchy in Directory.EnumerateDirectories(Root).Append(Root))
        {
            var group = new DirectoryInfo(Path.Combine(hierarchy, name));
            if (group.Exists)
            {
                RemoveTree(group);
            }
        }
    }

    static void RemoveTree(DirectoryInfo group)
    {
        foreach (var child in group.EnumerateDirectories())
        {
            RemoveTree(child);
        }
        // Not recursive: its files are the kernel's, and go with it.
        group.Delete();
    }
}
