using System.Globalization;
using System.Text.Json;

namespace Benevoclic.Cli.Deploying.Judging;

/// <summary>What the test of an alert path has shown.</summary>
/// <param name="IsBroken">Alerts do not reach people.</param>
/// <param name="Words">What was seen, and when it is broken, what to type.</param>
sealed record AlertPathProof(bool IsBroken, string Words)
{
    /// <param name="answer">What <c>alert-path.sh</c> printed.</param>
    /// <param name="path">Whose words these are.</param>
    public static AlertPathProof Read(string answer, AlertPath path) =>
        answer.TrimEnd('\n').Split('\n')[^1].Split('\t') switch
        {
            ["absent", var service] => Fine($"alert path not proven: no {service} runs on this host yet"),
            ["refused", var words] => Broken(
                $"{path.Entrance.Name} did not take the test alert: {words}\nLook with: ./benevoclic logs {path.Entrance.Name} --host"
            ),
            ["told", var milliseconds, var status, var body] => Judge(Seconds(milliseconds), status, body, path),
            _ => Broken($"it cannot be told whether the test alert arrived: {answer}"),
        };

    static AlertPathProof Judge(string seconds, string status, string body, AlertPath path) =>
        (status, Text(body, "state"), Text(body, "message")) switch
        {
            ("200", "delivered", { } message) => Fine(
                $"the test alert reached Discord in {seconds} s (message {message})"
            ),
            ("200", "local", _) => Fine(
                $"the test alert reached the {path.Exit.Name} in {seconds} s; Discord is not configured ({Secrets(path)} is not set)"
            ),
            ("200", "delivered", _) => Lost("Discord answered, but not that it stored the message", seconds, path),
            ("200", "failed", _) or ("202", _, _) => Lost(
                Text(body, "problem") ?? "it waits behind other messages",
                seconds,
                path
            ),
            ("404", _, _) => Broken(
                $"after {seconds} s the test alert had not come from {path.Entrance.Name} to the {path.Exit.Name}. A silence or a route may keep it back.\nLook with: ./benevoclic logs {path.Entrance.Name} --host"
            ),
            _ => Broken(
                $"after {seconds} s the {path.Exit.Name} could not say what became of the test alert.\nLook with: ./benevoclic logs {path.Exit.Name} --host"
            ),
        };

    static AlertPathProof Lost(string problem, string seconds, AlertPath path) =>
        Broken(
            $"the test alert did not reach Discord in {seconds} s: {problem}\nCheck {Secrets(path)}; when it is right, type: ./benevoclic deploy {path.Exit.Name}"
        );

    static AlertPathProof Fine(string words) => new(false, words);

    static AlertPathProof Broken(string words) => new(true, words);

    /// <summary>The first is the way to people; the others stand in for it.</summary>
    static string Secrets(AlertPath path) =>
        path.Exit.Secrets.Select(secret => secret.Name).FirstOrDefault("its secret");

    static string Seconds(string milliseconds) =>
        long.TryParse(milliseconds, CultureInfo.InvariantCulture, out var number)
            ? (number / 1000.0).ToString("0.0", CultureInfo.InvariantCulture)
            : "?";

    static string? Text(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.GetProperty(name).GetString();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
