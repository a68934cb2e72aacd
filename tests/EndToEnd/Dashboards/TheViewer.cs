using PuppeteerSharp;

namespace Benevoclic.EndToEnd.Dashboards;

public sealed class TheViewer
{
    const int Limit = 60_000;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Draws_the_provisioned_dashboards_and_does_what_its_controls_say()
    {
        Needs.Monitoring();
        await using var browser = await Browser.StartAsync();
        await using var stack = new LocalStack();
        await stack.UpAsync();
        using var load = new ApiLoad(stack.Address("api"));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var running = load.RunAsync(ending.Token);
        await load.ActAsPersonAsync(Ct);
        var seconds = Screenshots is null ? 20 : 100;
        await Task.Delay(TimeSpan.FromSeconds(seconds), Ct);

        await using var page = await browser.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, said) => complaints.Add($"{said.Message.Type}: {said.Message.Text}");
        page.PageError += (_, failed) => complaints.Add(failed.Message);
        await page.SetViewportAsync(new ViewPortOptions { Width = 1440, Height = 1100 });

        await page.GoToAsync(stack.Address("grafana").AbsoluteUri);
        await DrawnAsync(page);
        Assert.Equal("API Metrics – Benevoclic", await page.GetTitleAsync());
        Assert.Equal("en ligne", await TextAsync(page, "API"));
        Assert.Equal(0, await CountAsync(page, ".panel.failed, .panel.partial"));

        await page.SelectAsync("#range", "now-5m");
        await DrawnAsync(page);
        Assert.Contains("from=now-5m", page.Url, StringComparison.Ordinal);
        Assert.NotEqual(0, await CountAsync(page, ".kind-timeseries canvas"));
        await KeepAsync(page, "dashboards-api.png");

        await ZoomAsync(page);
        Assert.DoesNotContain("now-5m", page.Url, StringComparison.Ordinal);
        await page.GoBackAsync();
        await DrawnAsync(page);
        Assert.Contains("from=now-5m", page.Url, StringComparison.Ordinal);

        await page.SelectAsync("#every", "2s");
        await DrawnAsync(page);
        await DrawnAsync(page);
        await page.SelectAsync("#every", "");
        Assert.Contains("refresh=", page.Url, StringComparison.Ordinal);

        await page.ClickAsync("[data-panel='2'] .alone");
        await page.WaitForSelectorAsync("main.single");
        await page.ClickAsync("[data-panel='2'] .alone");
        await page.WaitForSelectorAsync("main:not(.single)");

        await ChooseAsync(page, "System Metrics");
        await page.ClickAsync("#theme");
        Assert.Equal(3, await CountAsync(page, ".gauge svg"));
        await KeepAsync(page, "dashboards-system.png");

        await ChooseAsync(page, "Alerts Overview");
        Assert.NotEqual(0, await CountAsync(page, ".lane .bar"));
        await page.SetViewportAsync(
            new ViewPortOptions
            {
                Width = 390,
                Height = 844,
                DeviceScaleFactor = 2,
            }
        );
        await page.ReloadAsync();
        await DrawnAsync(page);
        Assert.True(await page.EvaluateExpressionAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await KeepAsync(page, "dashboards-phone.png");

        await ending.CancelAsync();
        await running;
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Says_in_the_panel_when_Prometheus_is_away()
    {
        Needs.Monitoring();
        await using var browser = await Browser.StartAsync();
        await using var stack = new LocalStack();
        await stack.UpAsync();
        await stack.RunAsync("stop", "prometheus");

        await using var page = await browser.NewPageAsync();
        await page.GoToAsync(stack.Address("grafana", "/d/benevoclic-system").AbsoluteUri);
        await page.WaitForSelectorAsync("#trouble:not([hidden])", new WaitForSelectorOptions { Timeout = Limit });

        Assert.Equal("Prometheus ne répond pas.", await InnerTextAsync(page, "#trouble"));
    }

    /// <summary>Where the pictures of docs/ come from: BENEVOCLIC_SCREENSHOTS=docs/images.</summary>
    static string? Screenshots => Environment.GetEnvironmentVariable("BENEVOCLIC_SCREENSHOTS");

    static async Task KeepAsync(IPage page, string name)
    {
        if (Screenshots is { } folder)
        {
            await page.ScreenshotAsync(
                Path.Combine(Repository.Root, folder, name),
                new ScreenshotOptions { Type = ScreenshotType.Png }
            );
        }
    }

    /// <summary>Has everything drawn once more, and waits for that: what was asked before has then been drawn too.</summary>
    static async Task DrawnAsync(IPage page)
    {
        await page.WaitForSelectorAsync("#grid[data-drawn]", new WaitForSelectorOptions { Timeout = Limit });
        var drawn = await page.EvaluateExpressionAsync<int>("Number(document.getElementById('grid').dataset.drawn)");
        await page.ClickAsync("#refresh");
        await page.WaitForFunctionAsync(
            $"() => Number(document.getElementById('grid').dataset.drawn) > {drawn}",
            new WaitForFunctionOptions { Timeout = Limit }
        );
    }

    static async Task ChooseAsync(IPage page, string dashboard)
    {
        await page.EvaluateExpressionAsync(
            $"[...document.querySelectorAll('#dashboards a')].find((one) => one.textContent === '{dashboard}').click()"
        );
        await page.WaitForFunctionAsync($"() => document.title.startsWith('{dashboard}')");
        await DrawnAsync(page);
    }

    static async Task ZoomAsync(IPage page)
    {
        var chart = await page.QuerySelectorAsync(".kind-timeseries .u-over");
        await chart.EvaluateFunctionAsync("one => one.scrollIntoView({block: 'center'})");
        var box = await chart.BoundingBoxAsync();
        var (x, y) = (box.X + box.Width / 4, box.Y + box.Height / 2);
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + box.Width / 3, y, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await page.WaitForFunctionAsync("() => !location.search.includes('now-5m')");
        await DrawnAsync(page);
    }

    static async Task<int> CountAsync(IPage page, string selector) =>
        (await page.QuerySelectorAllAsync(selector)).Length;

    /// <summary>What a panel of one value shows.</summary>
    static Task<string> TextAsync(IPage page, string title) =>
        page.EvaluateExpressionAsync<string>(
            $"[...document.querySelectorAll('.panel')].find((one) => one.querySelector('h3').textContent === '{title}').querySelector('output').textContent"
        );

    static async Task<string> InnerTextAsync(IPage page, string selector) =>
        await (await page.QuerySelectorAsync(selector)).EvaluateFunctionAsync<string>("one => one.textContent");
}
