using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Deploying.Receipts;
using Benevoclic.Cli.Deploying.RollingBack;
using Benevoclic.Cli.Output;
using Benevoclic.Cli.Servers;

namespace Benevoclic.Cli.Tests.Output;

public sealed class SummaryTests : IDisposable
{
    static readonly Receipt Good = new(1243, 0, 50, 0, 104, null, null, Took("gated", 2.25, "switched", 1));

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_plan_is_a_table_of_services_and_reasons() =>
        Assert.Equal(
            """

            ### Plan for deploy@vps

            | service | how | why |
            |---|---|---|
            | api | swap, no request lost | image: a -> b<br>environment: X \| Y changed |
            | grafana | nothing to do | |
            """,
            Text(
                SummaryText.Plan(
                    "deploy@vps",
                    [PlanFor("api", Way.Swap, "image: a -> b", "environment: X | Y changed"), PlanFor("grafana", null)]
                )
            )
        );

    [Fact]
    public void A_plan_without_work_is_a_sentence() =>
        Assert.Contains(
            "Nothing to do: what is wanted is what runs.",
            SummaryText.Plan("vps", [PlanFor("grafana", null)])
        );

    [Fact]
    public void A_way_back_says_who_stays() =>
        Assert.Equal(
            ["| api | r1, deployed by marie 1970-01-01 00:00 UTC |", "| relay | stays, it came with that deploy |"],
            SummaryText
                .Back(
                    "vps",
                    [
                        new WayBack("api", AHost.Release("api", "r1")),
                        new WayBack("relay", null, "it came with that deploy"),
                    ]
                )
                .Skip(5)
        );

    [Fact]
    public void Results_stand_below_one_head_and_show_their_receipts()
    {
        var summary = new JobSummary(_folder.In("summary.md"));

        summary.Ended(AHost.Release("api", "r2"), DeployState.Committed, Good);
        summary.Ended(AHost.Release("relay", "r3"), DeployState.Undone, Receipt.Unseen(Took("undoing", 0.5)));

        Assert.Equal(
            """

            ### Result

            | service | release | ended | requests | failed | longest gap | took |
            |---|---|---|---|---|---|---|
            | api | r2 | ✅ committed | 1243 | 0 | 0.1 s | 3.25 s |
            | relay | r3 | ❌ undone |  |  |  | 0.5 s |

            """,
            File.ReadAllText(_folder.In("summary.md"))
        );
    }

    [Fact]
    public void The_end_links_the_commit_the_way_back_and_the_pages()
    {
        var made = AService.InCheckout("/nowhere", (AService.Named("api"), 3000), (AService.Named("grafana"), 3001));
        var open = made with { Installation = made.Installation with { PublicAddress = "http://vps.example.org" } };
        var environment = new Dictionary<string, string>
        {
            ["GITHUB_SERVER_URL"] = "https://github.com",
            ["GITHUB_REPOSITORY"] = "team/benevoclic",
            ["GITHUB_SHA"] = "0123456789abcdef",
        };

        var links = Assert.Single(SummaryText.Links(open, environment));

        Assert.Equal(
            "[commit 0123456](https://github.com/team/benevoclic/commit/0123456789abcdef) · "
                + "[roll back](https://github.com/team/benevoclic/actions/workflows/rollback.yml) · "
                + "[api](http://vps.example.org:3000) · [grafana](http://vps.example.org:3001)",
            links
        );
        Assert.DoesNotContain(
            "localhost",
            Assert.Single(SummaryText.Links(made, environment)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_preflight_names_problems_first_and_counts_what_is_good()
    {
        var text = Text(
            SummaryText.Preflight([
                Finding.Good("fine"),
                Finding.Note("a <script> is noted"),
                Finding.Problem("it lacks", "Type: this"),
            ])
        );

        Assert.Contains("1 good, 1 problems.", text, StringComparison.Ordinal);
        Assert.EndsWith("- ❌ it lacks<br>Type: this\n- ⚠️ a &lt;script> is noted", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_keeps_its_lines_and_cannot_break_out_of_its_block()
    {
        var lines = SummaryText
            .Failure(new CommandException(ExitCode.Failed, "one\n```\n# two", "Type: this"))
            .ToList();

        Assert.Equal(2, lines.Count(line => line.StartsWith("```", StringComparison.Ordinal)));
        Assert.Contains("one\n'''\n# two", lines);
        Assert.Equal("Type: this", lines[^1]);
    }

    [Fact]
    public async Task A_command_that_fails_in_a_workflow_says_so_on_its_page()
    {
        await using var made = new MadeCheckout();
        made.With("one");
        made.Environment["GITHUB_STEP_SUMMARY"] = made.In("summary.md");

        await made.RunAsync("secrets", "--check", "deploy");
        await made.RunAsync("preflight");

        var summary = File.ReadAllText(made.In("summary.md"));
        Assert.Contains(
            "### ❌ Failed\n\n```text\nThese secrets are not set:\n  VPS_HOST, ",
            summary,
            StringComparison.Ordinal
        );
        Assert.Contains("### Preflight\n\n0 good, 4 problems.", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_workflow_runs_nothing_is_written() =>
        JobSummary.Of(new Dictionary<string, string>()).Ended(AHost.Release("api", "r2"), DeployState.Committed, Good);

    static ServicePlan PlanFor(string name, Way? way, params string[] reasons) =>
        new(
            AService.Named(name),
            way,
            reasons,
            RenderedService.OnHost(AHost.Release(name, "r1")),
            "image",
            ServiceFacts.None with
            {
                Container = new ContainerFacts("id", "r1", "definition", true, 0, DateTimeOffset.UnixEpoch),
            }
        );

    static Dictionary<string, double> Took(params object[] pairs) =>
        pairs.Chunk(2).ToDictionary(pair => (string)pair[0], pair => Convert.ToDouble(pair[1]));

    static string Text(IEnumerable<string> lines) => string.Join('\n', lines);
}
