using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Benevoclic.Cli.Config;
using Benevoclic.Cli.Output;
using Benevoclic.Cli.Secrets;
using Benevoclic.Cli.Stack;
using Benevoclic.Cli.Watching;

namespace Benevoclic.Cli.Commands;

/// <summary>Looks from where users are: what watches the server on the server says nothing when the server is gone.</summary>
static class WatchCommand
{
    public static Command Create(Func<Session> open)
    {
        var state = new Option<string>("--state")
        {
            Description = "The file that keeps what people were told last",
            Required = true,
        };
        var address = new Option<Uri?>("--address")
        {
            Description = "Another address than the API's public one",
            CustomParser = Address,
        };
        var relay = new Option<Uri?>("--relay")
        {
            Description = "Another address than the relay's public one; with --address, only this one",
            CustomParser = Address,
        };
        var tries = NumberOption.Create("--tries", 1, 10, 3, "How often to ask, ten seconds apart, before it is down");
        var command = new Command(
            "watch",
            "Look once at the public API, its certificate and the relay; tell Discord what changed"
        )
        {
            state,
            address,
            relay,
            tries,
        };
        command.SetAction(
            async (parsed, ct) =>
                (int)
                    await RunAsync(
                        open(),
                        parsed.GetValue(state)!,
                        (parsed.GetValue(address), parsed.GetValue(relay)),
                        parsed.GetValue(tries),
                        ct
                    )
        );
        return command;
    }

    static async Task<ExitCode> RunAsync(
        Session session,
        string file,
        (Uri? Api, Uri? Relay) given,
        int tries,
        CancellationToken ct
    )
    {
        var checkout = Checkout.Load(session.Root);
        var environment = Checkout.ProcessEnvironment;
        MissingSecrets.Refuse(SecretList.Of(checkout, environment, [OwnNeeds.Watch]), environment);
        var address = given.Api ?? ApiAddress(checkout);
        var relay = given.Relay ?? (given.Api is null ? RelayAddress(checkout) : null);
        var seen = await new PublicProbe(address, tries, session.Time).LookAsync(ct);
        if (seen.IsUp && relay is not null)
        {
            var sight = await new PublicProbe(relay, tries, session.Time).LookAsync(ct);
            seen = seen with { IsRelayUp = sight.IsUp };
        }
        var words = Words(address, seen);
        session.Terminal.Line(words);
        JobSummary.Of(environment).Line(words);
        var (news, state) = WatchDecision.Of(WatchState.Read(file), seen);
        var discord = new DiscordWebhook(environment["DISCORD_WEBHOOK_URL"]);
        foreach (var card in news.Select(one => WatchCard.Of(one, address, checkout.Installation.Locale)))
        {
            await discord.PostAsync(card, ct);
            session.Terminal.Line($"Told: {card.Title}");
            JobSummary.Of(environment).Line($"Told: {card.Title}");
        }
        // Only now: what was not told is told at the next look.
        state.Write(file);
        return ExitCode.Done;
    }

    static Uri? Address(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https" })
        {
            return address;
        }
        result.AddError($"--address should begin with http:// or https://, found \"{text}\"");
        return null;
    }

    static Uri ApiAddress(Checkout checkout)
    {
        var door = checkout.Stack.Services.First(service => service.Rollout == Rollout.Swap);
        return checkout.Installation.Domain is { Length: > 0 } domain
            ? new Uri($"https://{domain}{door.Probe}")
            : DoorOf(door, checkout.Installation);
    }

    /// <summary>Null where the stack has none. Its door may be closed from here, which the decision allows for.</summary>
    static Uri? RelayAddress(Checkout checkout) =>
        checkout.Stack.At(AlertPathEnd.Exit) is { } relay ? DoorOf(relay, checkout.Installation) : null;

    static Uri DoorOf(Service service, Installation settings)
    {
        var isOurs = new Uri(settings.PublicAddress).IsLoopback && settings.Host.Address.Length > 0;
        var root = isOurs ? $"http://{settings.Host.Address}" : settings.PublicAddress;
        return new Uri(
            string.Create(CultureInfo.InvariantCulture, $"{root}:{settings.Ports[service.Name]}{service.Probe}")
        );
    }

    static string Words(Uri address, Sight seen)
    {
        var end = seen.CertificateEnds is { } ends ? $"; certificate until {ends:yyyy-MM-dd}" : "";
        var relay = seen.IsRelayUp switch
        {
            true => "; the relay too",
            false => "; the relay does not",
            null => "",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{address} {(seen.IsUp ? "answers" : $"does not answer: {seen.Why}")}{relay}{end}"
        );
    }
}
