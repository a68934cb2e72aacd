using System.CommandLine;
using Benevoclic.Cli.Config;

namespace Benevoclic.Cli.Commands;

/// <summary>An option that takes a whole number in a range, and says so when it gets something else.</summary>
static class NumberOption
{
    public static Option<int> Create(string name, int min, int max, int standard, string description)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result is { Tokens: [var token] } && WholeNumber.Parse(token.Value, min, max) is null)
            {
                result.AddError($"{name} should be a number between {min} and {max}, found \"{token.Value}\"");
            }
        });
        return option;
    }
}
