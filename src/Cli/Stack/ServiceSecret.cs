namespace Benevoclic.Cli.Stack;

/// <summary>
/// A variable of a service that nobody may see. By hand it is a variable; a deploy mounts it as the file
/// <c>/run/secrets/NAME</c> and sets <c>NAME_FILE</c> to that path instead.
/// </summary>
/// <param name="Name">The variable's name.</param>
/// <param name="IsRequired">A deploy is refused without it.</param>
sealed record ServiceSecret(string Name, bool IsRequired);
