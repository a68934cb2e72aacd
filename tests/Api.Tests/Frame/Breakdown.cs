using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Benevoclic.Api.Hosting.Errors;

namespace Benevoclic.Api.Tests.Frame;

/// <summary>Stands before several edges at once: of all calls that pass, in turn, one finds its server gone.</summary>
/// <param name="at">Which one, from 1.</param>
sealed class Breakdown(int at)
{
    int _calls;

    /// <summary>Whether there were that many calls.</summary>
    public bool Happened => _calls >= at;

    public T Before<T>(T edge)
        where T : class
    {
        var before = DispatchProxy.Create<T, Door>();
        var door = (Door)(object)before;
        (door.Edge, door.Breakdown) = (edge, this);
        return before;
    }

    void Pass()
    {
        if (++_calls == at)
            throw new UnavailableException("a server that has just gone away");
    }

    /// <summary>What DispatchProxy derives from, and makes by itself.</summary>
    [SuppressMessage(
        "Performance",
        "CA1852:Seal internal types",
        Justification = "a proxy is made by deriving from it"
    )]
    internal class Door : DispatchProxy
    {
        public object Edge { get; set; } = null!;

        public Breakdown Breakdown { get; set; } = null!;

        protected override object? Invoke(MethodInfo? method, object?[]? arguments)
        {
            Breakdown.Pass();
            return method!.Invoke(Edge, arguments);
        }
    }
}
