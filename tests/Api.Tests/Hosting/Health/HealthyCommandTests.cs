using System.Net;
using System.Net.Sockets;
using System.Text;
using Benevoclic.Api.Hosting.Health;

namespace Benevoclic.Api.Tests.Hosting.Health;

public sealed class HealthyCommandTests
{
    [Theory]
    [InlineData("HTTP/1.1 200 OK", 0)]
    [InlineData("HTTP/1.1 503 Service Unavailable", 1)]
    [InlineData("", 1)]
    public async Task Its_exit_code_is_the_answer_of_the_health_path(string status, int expected)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;

        var asked = HealthyCommand.RunAsync($"http://0.0.0.0:{port}");
        using var client = await server.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        using (var reader = new StreamReader(client.GetStream(), leaveOpen: true))
        {
            Assert.Equal("GET /health HTTP/1.1", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
            await client
                .GetStream()
                .WriteAsync(Encoding.ASCII.GetBytes(status + "\r\n\r\n"), TestContext.Current.CancellationToken);
        }
        client.Close();

        Assert.Equal(expected, await asked);
    }

    [Fact]
    public async Task Where_nobody_listens_it_is_not_well()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();

        Assert.Equal(1, await HealthyCommand.RunAsync($"http://*:{port}"));
    }
}
