namespace Benevoclic.Api.Identity;

/// <summary>What somebody holds who has proved who he is. Both tokens are secrets: `ToString` does not show them.</summary>
/// <param name="RefreshToken">Stays valid after it is used: the web client keeps the first one for 30 days.</param>
sealed record SignIn(string Uid, string IdToken, string RefreshToken, TimeSpan ExpiresIn)
{
    public override string ToString() => $"sign-in of {Uid}";
}
