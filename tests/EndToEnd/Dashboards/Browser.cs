using PuppeteerSharp;

namespace Benevoclic.EndToEnd.Dashboards;

/// <summary>Debian's Chromium without a window.</summary>
static class Browser
{
    public static async Task<IBrowser> StartAsync() =>
        await Puppeteer.LaunchAsync(
            new LaunchOptions
            {
                ExecutablePath = Needs.Program("chromium"),
                // Its own sandbox needs rights that root in a container does not have; it opens our pages only.
                Args = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
            }
        );
}
