using System.Text.RegularExpressions;
using Benevoclic.Cli.Config;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Local;

/// <summary>
/// Turns a compose file's words into those of a local process: what Docker does by volumes and names, this does by text.
/// The table in docs/decisions/0002 is its specification.
/// </summary>
sealed class Translation
{
    readonly Func<string, string?> _variable;
    readonly IReadOnlyList<(Regex Pattern, string Local)> _addresses;
    readonly IReadOnlyList<(string Target, string Local)> _paths;
    readonly Regex _targets;
    readonly Service _service;

    public Translation(
        Service service,
        Checkout checkout,
        StateFolder state,
        IReadOnlyDictionary<string, string> environment
    )
    {
        var variables = checkout.Installation.Variables;
        _variable = name => variables.GetValueOrDefault(name) ?? environment.GetValueOrDefault(name);
        _addresses = [.. checkout.Stack.Services.Select(other => Name(other, checkout)), Own(service, checkout)];
        _paths =
        [
            .. service
                .Volumes.OrderByDescending(volume => volume.Target.Length)
                .Select(volume => (volume.Target, LocalPath(volume, service, state))),
        ];
        _targets = Below(_paths.Select(path => path.Target));
        _service = service;
    }

    /// <summary>A word of the command, or a value of the environment.</summary>
    /// <exception cref="CommandException">A variable in it cannot be put in.</exception>
    public string Word(string text)
    {
        try
        {
            return Paths(Addresses(Interpolation.Apply(text, _variable)));
        }
        catch (FormatException e)
        {
            throw new CommandException(ExitCode.Usage, $"stack/{_service.Name}/{ServiceFile.FileName}: {e.Message}");
        }
    }

    /// <summary>The text of a configuration file: only addresses change, and secrets that it names by their file are put in.</summary>
    /// <exception cref="CommandException">A variable in a secret cannot be put in.</exception>
    public string File(string text) => Addresses(SecretFiles.PutIn(text, Secret));

    string? Secret(string name) =>
        _service.Secrets.Any(secret => secret.Name == name)
            ? Word(_service.Environment.GetValueOrDefault(name, ""))
            : null;

    string Addresses(string text) =>
        _addresses.Aggregate(text, (current, address) => address.Pattern.Replace(current, address.Local));

    /// <summary>All in one go, by the longest target that fits: a replacement may look like another target.</summary>
    string Paths(string text) =>
        _targets.Replace(
            text,
            match =>
            {
                var local = _paths.First(path => path.Target == match.Groups["target"].Value).Local;
                return match.Groups["rest"].Length == 0 ? local : $"{local.TrimEnd('/')}/{match.Groups["rest"].Value}";
            }
        );

    static (Regex, string) Name(Service other, Checkout checkout) =>
        (Exactly($"{other.ContainerName}:{other.Port}"), $"127.0.0.1:{checkout.Installation.Ports[other.Name]}");

    static (Regex, string) Own(Service service, Checkout checkout) =>
        (Exactly($"0.0.0.0:{service.Port}"), $"127.0.0.1:{checkout.Installation.Ports[service.Name]}");

    static Regex Exactly(string address) => new($@"(?<![\w.-]){Regex.Escape(address)}(?!\d)");

    static Regex Below(IEnumerable<string> targets) =>
        new(
            $@"(?<=^|[=:,])(?<target>{string.Join('|', targets.Select(Regex.Escape).DefaultIfEmpty("(?!)"))})(?:/(?<rest>[^:,]*)|(?=[:,]|\z))"
        );

    static string LocalPath(Volume volume, Service service, StateFolder state) =>
        volume switch
        {
            { IsNamed: true } => state.DataOf(service.Name, volume.Source),
            { Source: ['/', ..] } => volume.Source,
            _ => Path.GetFullPath(Path.Combine(state.FilesOf(service.Name), volume.Source)).TrimEnd('/'),
        };
}
