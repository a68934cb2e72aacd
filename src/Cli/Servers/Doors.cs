using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Benevoclic.Cli.Servers;

/// <summary>The ports that a compose file opens on the machine itself.</summary>
static class Doors
{
    /// <param name="compose">A rendered compose file.</param>
    public static IReadOnlyList<int> Of(string compose)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(compose));
        var services = (YamlMappingNode)((YamlMappingNode)stream.Documents[0].RootNode)["services"];
        return [.. services.Children.Values.OfType<YamlMappingNode>().SelectMany(PortsOf)];
    }

    static IEnumerable<int> PortsOf(YamlMappingNode service) =>
        service.Children.TryGetValue("ports", out var ports) && ports is YamlSequenceNode list
            ? list.Children.OfType<YamlScalarNode>().Select(HostPort).OfType<int>()
            : [];

    /// <summary>Of <c>ip:host:container</c> or <c>host:container</c>; null where Docker chooses one.</summary>
    static int? HostPort(YamlScalarNode port) =>
        port.Value?.Split(':') is [.., var host, _]
        && int.TryParse(host, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
