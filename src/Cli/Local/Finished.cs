using System.Diagnostics;

namespace Benevoclic.Cli.Local;

/// <summary>Runs a program to its end.</summary>
static class Finished
{
    /// <exception cref="CommandException">There is no such program.</exception>
    /// <returns>Its exit code, and all that it wrote, without the empty lines at both ends.</returns>
    /// <param name="input">A line for its standard input: the way for secrets.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        ProcessStartInfo start,
        CancellationToken ct,
        string? input = null
    )
    {
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        using var process = Started(start);
        if (input is not null)
        {
            await process.StandardInput.WriteLineAsync(input.AsMemory(), ct);
        }
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var error = process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, $"{await output}\n{await error}".Trim('\n', ' '));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new CommandException(
                ExitCode.Failed,
                $"{start.FileName} cannot be started: {e.Message}",
                $"Look whether {start.FileName} is installed and on PATH: {Environment.GetEnvironmentVariable("PATH")}"
            );
        }
    }
}
