namespace Benevoclic.Api.Accounts;

/// <summary>How long a password is, in characters. The contract's form; hashes take any.</summary>
static class PasswordRule
{
    public const int Shortest = 8;
    public const int Longest = 20;
}
