using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Benevoclic.Cli.Images;

namespace Benevoclic.Cli.Commands;

static class BuildCommand
{
    public static Command Create(Func<Session> open)
    {
        var services = new Argument<string[]>("service")
        {
            Description = "Folders of stack/; all that are built here when none is named",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var push = new Option<bool>("--push")
        {
            Description = $"To the registry in {ImagePlan.RegistryVariable}; no Docker needed",
        };
        var missing = new Option<bool>("--missing")
        {
            Description = "With --push: only what the registry does not have",
        };
        var every = new Option<bool>("--every-processor") { Description = "With --push: for amd64 and arm64 servers" };
        var tag = new Option<string?>("--tag", "--release")
        {
            Description =
                $"The image's tag; otherwise {ImagePlan.TagVariable}, otherwise dev. {ImageTags.OfCommit}: the commit that last changed the program",
        };
        var command = new Command("build", "Make the container images of our own programs")
        {
            services,
            push,
            missing,
            every,
            tag,
        };
        command.SetAction(
            async (parsed, ct) =>
                (int)
                    await RunAsync(
                        open(),
                        new Wish(
                            parsed.GetValue(services) ?? [],
                            parsed.GetValue(push),
                            parsed.GetValue(missing),
                            parsed.GetValue(every),
                            parsed.GetValue(tag)
                        ),
                        ct
                    )
        );
        return command;
    }

    sealed record Wish(string[] Services, bool Push, bool Missing, bool EveryProcessor, string? Tag);

    static async Task<ExitCode> RunAsync(Session session, Wish wish, CancellationToken ct)
    {
        if (wish is { EveryProcessor: true, Push: false })
        {
            throw new CommandException(
                ExitCode.Usage,
                "Only a registry holds an image for every processor: add --push."
            );
        }
        var checkout = Checkout.Load(session.Root);
        var variables = Variables(checkout, wish.Tag);
        var tags = await ImageTags.ReadAsync(checkout, variables, ct);
        var revision = await Revision.OfAsync(session.Root, ct);
        var builds = ImagePlan
            .Services(checkout.Stack, wish.Services)
            .Select(service => new ImageBuild(
                service.Local!.Project!,
                ImagePlan.Reference(service, Own(variables, tags, service.Name), wish.Push),
                wish.Push,
                revision,
                checkout.Installation.Repository
            )
            {
                ForEveryProcessor = wish.EveryProcessor,
            })
            .ToList();
        if (!wish.Push)
        {
            ImageBuilder.RequireEngine();
        }
        foreach (var build in wish is { Missing: true, Push: true } ? await MissingAsync(session, builds, ct) : builds)
        {
            await BuildAsync(session, build, ct);
        }
        return ExitCode.Done;
    }

    /// <summary>A tag names one image for ever: what is there under it is right.</summary>
    static async Task<IReadOnlyList<ImageBuild>> MissingAsync(
        Session session,
        IReadOnlyList<ImageBuild> builds,
        CancellationToken ct
    )
    {
        using var http = new HttpClient();
        var question = new RegistryQuestion(http, Checkout.ProcessEnvironment);
        var missing = new List<ImageBuild>();
        foreach (var build in builds)
        {
            if (await question.HasAsync(build.Reference, ct))
            {
                session.Terminal.Line($"= {build.Reference} is there already");
            }
            else
            {
                missing.Add(build);
            }
        }
        return missing;
    }

    static async Task BuildAsync(Session session, ImageBuild build, CancellationToken ct)
    {
        session.Terminal.Line($"Building {build.Project} …");
        var watch = Stopwatch.StartNew();
        var digest = await new ImageBuilder(session.Root).RunAsync(build, ct);
        var seconds = watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        session.Terminal.Line($"✓ {build.Reference}{(build.Push ? $"@{digest}" : "")}  {seconds} s", "green");
    }

    static IReadOnlyDictionary<string, string> Own(
        Dictionary<string, string> variables,
        IReadOnlyDictionary<string, string> tags,
        string service
    ) =>
        tags.TryGetValue(service, out var own)
            ? new Dictionary<string, string>(variables) { [ImagePlan.TagVariable] = own }
            : variables;

    /// <exception cref="CommandException">The tag cannot be one.</exception>
    static Dictionary<string, string> Variables(Checkout checkout, string? tag)
    {
        var variables = Checkout.ProcessEnvironment.ToDictionary();
        foreach (var (name, value) in checkout.Installation.Variables)
        {
            variables[name] = value;
        }
        if (tag is not null && !ImageReference.IsTag(tag))
        {
            throw new CommandException(
                ExitCode.Usage,
                $"\"{tag}\" cannot be a tag: letters, digits, dots, hyphens and underscores, 128 at most."
            );
        }
        if (tag is not null)
        {
            variables[ImagePlan.TagVariable] = tag;
        }
        return variables;
    }
}
