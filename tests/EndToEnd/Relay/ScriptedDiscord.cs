using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benevoclic.EndToEnd.Relay;

/// <summary>A channel of Discord that misbehaves when it is told to, and shows what people would see in it.</summary>
sealed class ScriptedDiscord : IAsyncDisposable
{
    const long Epoch = 1420070400000;

    readonly WebApplication _app;
    readonly ConcurrentQueue<Mood> _moods = [];
    readonly ConcurrentDictionary<string, ChannelMessage> _messages = [];
    readonly TaskCompletionSource _end = new();
    int _count;
    int _held;

    ScriptedDiscord(WebApplication app) => _app = app;

    /// <summary>How it takes the next request: it may store it, and answers what it likes, or not at all.</summary>
    public delegate Task Mood(HttpContext context, Func<string> store);

    public string WebhookUrl => $"{_app.Urls.Single()}/api/webhooks/1/a-token-that-no-log-may-show";

    /// <summary>How many requests are being held.</summary>
    public int Held => Volatile.Read(ref _held);

    /// <summary>Answers 500 to everything.</summary>
    public bool IsIll { get; set; }

    /// <summary>Each message once, in order, as it reads now.</summary>
    public IReadOnlyList<string> Channel =>
        [.. _messages.Values.OrderBy(message => message.Number).Select(message => message.Words)];

    /// <summary>Each message once, in order, as it read when it was posted.</summary>
    public IReadOnlyList<string> Posted =>
        [.. _messages.Values.OrderBy(message => message.Number).Select(message => message.FirstWords)];

    /// <summary>Whole texts, for what is not in a title.</summary>
    public IReadOnlyList<string> Bodies =>
        [.. _messages.Values.OrderBy(message => message.Number).Select(message => message.Body)];

    public static async Task<ScriptedDiscord> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var discord = new ScriptedDiscord(builder.Build());
        discord._app.Run(discord.TakeAsync);
        await discord._app.StartAsync();
        return discord;
    }

    public static Mood Well => async (context, store) => await context.Response.WriteAsJsonAsync(new { id = store() });

    public static Mood Answers(int status, string body = "", string? retryAfter = null) =>
        (context, _) =>
        {
            context.Response.StatusCode = status;
            if (retryAfter is not null)
            {
                context.Response.Headers.RetryAfter = retryAfter;
                context.Response.Headers["X-RateLimit-Remaining"] = "0";
                context.Response.Headers["X-RateLimit-Reset-After"] = retryAfter;
            }
            return context.Response.WriteAsync(body);
        };

    /// <summary>The message is in the channel, but the answer is lost.</summary>
    public static Mood StoresAndDrops =>
        (context, store) =>
        {
            store();
            context.Abort();
            return Task.CompletedTask;
        };

    /// <summary>No answer until the caller gives up or is dead.</summary>
    public Mood Hangs(bool isStored) =>
        async (context, store) =>
        {
            if (isStored)
            {
                store();
            }
            Interlocked.Increment(ref _held);
            await Task.WhenAny(_end.Task, Task.Delay(Timeout.Infinite, context.RequestAborted));
            context.Abort();
        };

    public void Next(params IEnumerable<Mood> moods)
    {
        foreach (var mood in moods)
        {
            _moods.Enqueue(mood);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _end.TrySetResult();
        await _app.DisposeAsync();
    }

    async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var mood =
            IsIll ? Answers(500)
            : _moods.TryDequeue(out var next) ? next
            : Well;
        await mood(context, () => Store(context.Request, body));
    }

    string Store(HttpRequest request, string body)
    {
        if (request.Method == "PATCH")
        {
            var edited = request.Path.Value![(request.Path.Value!.LastIndexOf('/') + 1)..];
            _messages[edited] = _messages[edited] with { Body = body };
            return edited;
        }
        var number = Interlocked.Increment(ref _count);
        var id = ((TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 22) + number;
        var text = id.ToString(CultureInfo.InvariantCulture);
        if (request.Method == "POST")
        {
            _messages[text] = new ChannelMessage(number, body, body);
        }
        return text;
    }

    sealed record ChannelMessage(int Number, string FirstBody, string Body)
    {
        public string FirstWords => WordsOf(FirstBody);

        public string Words => WordsOf(Body);

        static string WordsOf(string body)
        {
            var embeds = JsonDocument.Parse(body).RootElement.GetProperty("embeds");
            if (embeds.GetArrayLength() == 0)
            {
                return "texte";
            }
            var embed = embeds[0];
            var footer = embed.TryGetProperty("footer", out var text) ? text.GetProperty("text").GetString()! : "";
            var repeat = footer.Contains("renvoi possible", StringComparison.Ordinal) ? " (renvoi possible)" : "";
            var title = embed.GetProperty("title").GetString()!.Replace('\u00A0', ' ');
            return $"{Colour(embed.GetProperty("color").GetInt32())} {title}{repeat}";
        }

        static string Colour(int rgb) =>
            rgb switch
            {
                DiscordPost.Red => "rouge",
                0xE67E22 => "orange",
                DiscordPost.Green => "vert",
                DiscordPost.Blue => "bleu",
                _ => "gris",
            };
    }
}
