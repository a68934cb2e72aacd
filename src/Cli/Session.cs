using Benevoclic.Cli.Local;
using Benevoclic.Cli.Output;

namespace Benevoclic.Cli;

/// <summary>What every command starts from: where we are, what to write to, which clock.</summary>
sealed record Session(string Root, StateFolder State, Terminal Terminal, TimeProvider Time)
{
    public ControlClient Control => new(State);

    /// <exception cref="CommandException">We are not inside the repository.</exception>
    public static Session Open(Terminal terminal)
    {
        var root = Checkout.FindRoot();
        return new Session(root, StateFolder.For(root, Checkout.ProcessEnvironment), terminal, TimeProvider.System);
    }
}
