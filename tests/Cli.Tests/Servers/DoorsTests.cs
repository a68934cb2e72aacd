using Benevoclic.Cli.Servers;

namespace Benevoclic.Cli.Tests.Servers;

public sealed class DoorsTests
{
    [Theory]
    [InlineData("{services: {api: {ports: [0.0.0.0:3000:3000, '9090:9090', 127.0.0.1:80:8080]}}}", "3000 9090 80")]
    [InlineData("{services: {api: {ports: ['[::]:3000:3000']}}}", "3000")]
    [InlineData("{services: {api: {ports: ['3000']}}}", "")]
    [InlineData("{services: {api: {ports: ['0.0.0.0::443']}}}", "")]
    [InlineData("{services: {api: {image: 'a:1'}, relay: {ports: ['1:2']}}}", "1")]
    [InlineData("{services: {api: {ports: []}}}", "")]
    public void The_ports_of_the_machine_are_those_before_the_last_colon(string compose, string ports) =>
        Assert.Equal(ports, string.Join(' ', Doors.Of(compose)));
}
