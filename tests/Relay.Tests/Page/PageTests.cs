using System.Text.Json;
using System.Text.RegularExpressions;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Journaling;
using Benevoclic.Relay.Page;
using Benevoclic.Relay.Tests.Harness;
using Benevoclic.Relay.Texts;
using Microsoft.Extensions.Time.Testing;

namespace Benevoclic.Relay.Tests.Page;

public sealed class PageTests
{
    static readonly FakeTimeProvider Time = new(DateTimeOffset.Parse("2026-08-01T22:30:00Z", null));

    [Theory]
    [InlineData("a < b & c", "a &lt; b &amp; c")]
    [InlineData("**fort** et `./benevoclic`", "<strong>fort</strong> et <code>./benevoclic</code>")]
    [InlineData(@"\*pas fort\* \<b\>", "*pas fort* &lt;b&gt;")]
    [InlineData("[API](http://h:3000/health)", """<a href="http://h:3000/health">API</a>""")]
    [InlineData("[x](javascript:alert(1))", "[x](javascript:alert(1))")]
    [InlineData("[x](http://h/\"onclick=a)", """<a href="http://h/&quot;onclick=a">x</a>""")]
    [InlineData("`<script>`", "<code>&lt;script&gt;</code>")]
    [InlineData("```\n<b>\n```", "<pre>&lt;b&gt;</pre>")]
    [InlineData("a\nb", "a<br>b")]
    [InlineData("<t:1785623400:F>", "<time>2 août 2026 à 00:30</time>")] // Paris, in summer.
    [InlineData("<t:1785623160:R>", "<time>il y a 4 min 00 s</time>")]
    [InlineData("<t:999999999999:F>", "<time>999999999999</time>")]
    public void Discords_markdown_becomes_harmless_html(string markdown, string html) =>
        Assert.Equal(html, new DiscordMarkdown(new Clock(Time, Language.Of(Locale.French))).Render(markdown).Text);

    [Fact]
    public async Task Hostile_labels_are_only_text_on_the_page()
    {
        await using var town = await Town.StartAsync(null, ("DISCORD_WEBHOOK_URL", ""));

        await town.SendAsync(
            new AnAlert("<script>alert(1)</script>")
            {
                Job = "<img src=x onerror=alert(1)>",
                Annotations = { ["summary"] = "[x](http://h/\"><script>)", ["runbook_url"] = "\"><script>" },
            }
        );
        await town.SendAsync("<script>alert(2)</script>");
        await town.PassAsync(20);
        var page = await town.PageAsync();

        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("fr", "Tout est calme", "lang=\"fr\"")]
    [InlineData("en", "All is quiet", "lang=\"en\"")]
    public async Task An_empty_page_is_friendly_in_the_language_of_the_team(string locale, string words, string lang)
    {
        await using var town = await Town.StartAsync(null, ("BENEVOCLIC_LOCALE", locale));

        var page = await town.PageAsync();

        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains(lang, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_allows_no_script_and_fits_a_phone()
    {
        await using var town = await Town.StartAsync();

        using var answer = await town.Relay.GetAsync("/");
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Contains("name=\"viewport\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/past")]
    [InlineData("/health")]
    public async Task Who_watches_from_outside_may_ask_for_the_head_alone(string path)
    {
        await using var town = await Town.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, path);

        using var answer = await town.Relay.SendAsync(request);

        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_newest_message_is_the_first_and_an_edited_one_says_so()
    {
        await using var town = await Town.StartAsync();
        var inactive = new AnAlert("ServerInactive");

        await town.SendAsync(inactive);
        await town.UntilAsync(() => town.Posted.Count == 1);
        await town.SendAsync(inactive.Resolved);
        await town.UntilAsync(() => town.Posted.Count == 2);
        await town.SendAsync(new AnAlert("ServerDown"));
        var page = await town.PageWithAsync("ServerDown ·");

        Assert.True(
            page.IndexOf("ServerDown ·", StringComparison.Ordinal)
                < page.IndexOf("ServerActive ·", StringComparison.Ordinal)
        );
        Assert.Contains("(modifié)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incident_tells_its_story_from_the_last_good_measurement_to_its_end()
    {
        await using var town = await Town.StartAsync();
        var down = new AnAlert("ServerDown");

        await town.SendAsync(down);
        var lasting = Part(await town.PageWithAsync("message publié"), "lasting");
        await town.SendAsync(down.Resolved);
        await town.UntilAsync(() => town.Posted.Count == 2);
        var page = await town.PageWithAsync("Aucun incident.");
        var story = await town.PageWithAsync("message de fin publié", "/incident/1");

        AssertInOrder(lasting, "en cours", "ServerDown", "début, selon Prometheus", "alerte reçue", "message publié");
        Assert.Contains("Aucun incident.", Part(page, "lasting"), StringComparison.Ordinal);
        AssertInOrder(Part(page, "over"), "/incident/1", "ServerDown");
        AssertInOrder(story, "terminé", "message publié", "fin annoncée", "fin vue", "message de fin publié");
    }

    [Fact]
    public async Task What_waits_for_Discord_is_counted_and_says_why_it_waits()
    {
        await using var town = await Town.StartAsync(with =>
            with.DiscordAnswers = Answering.BadlyAtFirst(99, Answering.With(500))
        );

        await town.SendAsync(new AnAlert("ServerDown"));
        var page = await town.PageWithAsync("Essais");
        var story = await town.Relay.GetStringAsync("/incident/1");
        var waiting = Part(page, "waiting");

        AssertInOrder(waiting, "En attente de Discord (", "nouveau message", "ServerDown", "Essais");
        AssertInOrder(waiting, "nouvel essai dans", "Discord a répondu 500");
        Assert.Contains("Discord ne prend pas tout en ce moment", page, StringComparison.Ordinal);
        Assert.DoesNotContain("partent aussi sur Discord", page, StringComparison.Ordinal);
        AssertInOrder(story, "essai sans succès", "nouvel essai dans", "Discord a répondu 500");
        Assert.DoesNotContain("answered", page + story, StringComparison.Ordinal);
        Assert.DoesNotContain("Tout est calme", page + story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_age_of_the_last_sign_of_life_is_in_its_head()
    {
        await using var town = await Town.StartAsync();

        var never = await town.PageAsync();
        await town.SendAsync(new AnAlert("Watchdog"));
        await town.PageWithAsync("Chaîne d’alerte vivante");
        town.Time.Advance(TimeSpan.FromMinutes(12));
        var late = await town.PageAsync();

        Assert.Contains("n’a pas encore donné signe de vie", never, StringComparison.Ordinal);
        Assert.Contains("Alertmanager se tait", late, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_incidents_are_pages_of_which_each_is_as_long_as_a_person_reads()
    {
        await using var town = await Town.StartAsync(with => Write(with.Data, 10_000));

        var first = await town.PageAsync();
        var second = await town.Relay.GetStringAsync("/past?before=9951");
        var last = await town.Relay.GetStringAsync("/past?before=51");
        var listed = await town.Relay.GetStringAsync("/incidents?since=2026-01-01T00:00:00Z");

        Assert.Equal(["10000", "9951"], Ends(Numbers(first)));
        Assert.Contains("/past?before=9951", first, StringComparison.Ordinal);
        Assert.Equal(["9950", "9851"], Ends(Numbers(second)));
        Assert.Equal(["50", "1"], Ends(Numbers(last)));
        Assert.DoesNotContain("/past", last, StringComparison.Ordinal);
        Assert.Equal(10_000, JsonDocument.Parse(listed).RootElement.GetArrayLength());
    }

    /// <summary>A journal with so many incidents that are over.</summary>
    static void Write(string folder, int count)
    {
        var start = DateTimeOffset.Parse("2026-10-01T00:00:00Z", null);
        using var sql = new JournalFile(folder).OpenForWriting(start);
        sql.Run("BEGIN");
        for (var i = 0; i < count; i++)
            IncidentTable.Save(
                sql,
                AnIncident.Of(new AnAlert("HighCpu")).Over(TimeSpan.FromMinutes(5)),
                start.AddMinutes(i)
            );
        sql.Run("COMMIT");
    }

    static string[] Ends(IReadOnlyList<string> numbers) => [numbers[0], numbers[^1]];

    static IReadOnlyList<string> Numbers(string page) =>
        [.. Regex.Matches(page, "/incident/([0-9]+)").Select(match => match.Groups[1].Value)];

    /// <summary>What a section of the page says.</summary>
    static string Part(string page, string id) =>
        page.Split($"<section id=\"{id}\">") is [_, var after] ? after.Split("</section>\n<section id")[0] : "";

    static void AssertInOrder(string text, params string[] words)
    {
        var from = 0;
        foreach (var word in words)
        {
            var found = text.IndexOf(word, from, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{word}' does not follow in:\n{text}");
            from = found + word.Length;
        }
    }
}
