using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Shuke.Server.Modules.Org;

/// <summary>
/// Hashes passwords and PINs with PBKDF2-HMAC-SHA512, 210,000 rounds (OWASP Password Storage Cheat Sheet). At most two at
/// once: a flood of logins must not take the cores away from the tills.
/// </summary>
public static class Passwords
{
    private const int Rounds = 210_000;
    private static PasswordHasher<object> Hasher = Of(Rounds);

    /// <summary>For tests of other things, which sign in hundreds of times. A hash names its own rounds, so all stay valid.</summary>
    internal static void HashQuickly() => Hasher = Of(1_000);

    private static PasswordHasher<object> Of(int rounds) =>
        new(Options.Create(new PasswordHasherOptions { IterationCount = rounds }));

    private static readonly SemaphoreSlim Turns = new(2, 2);
    private static readonly object Nobody = new();
    private static readonly Lazy<string> Decoy = new(() => Hasher.HashPassword(Nobody, "a password nobody has"));

    // The most used passwords of public breach lists that eight characters do not already rule out.
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "12345678",
        "123456789",
        "1234567890",
        "password",
        "password1",
        "qwertyui",
        "qwerty123",
        "11111111",
        "00000000",
        "88888888",
        "66666666",
        "12341234",
        "87654321",
        "abcd1234",
        "abc12345",
        "1q2w3e4r",
        "1qaz2wsx",
        "iloveyou",
        "admin123",
        "admin1234",
        "a1234567",
        "a12345678",
        "woaini520",
        "woaini1314",
        "5201314520",
        "asdfghjk",
        "123123123",
        "147258369",
        "987654321",
        "qwer1234",
        "aa123456",
        "passw0rd",
        "sunshine",
        "princess",
        "football",
        "zxcvbnm1",
    };

    public static async Task<string> Hash(string secret)
    {
        await Turns.WaitAsync();
        try
        {
            return Hasher.HashPassword(Nobody, secret);
        }
        finally
        {
            Turns.Release();
        }
    }

    /// <summary>True when the secret fits. Without a hash it works as long, so that time does not tell whether a person exists.</summary>
    public static async Task<bool> Fits(string? hash, string secret)
    {
        await Turns.WaitAsync();
        try
        {
            return Hasher.VerifyHashedPassword(Nobody, hash ?? Decoy.Value, secret) != PasswordVerificationResult.Failed
                && hash is not null;
        }
        finally
        {
            Turns.Release();
        }
    }

    /// <summary>Long enough, not on the list of common ones, not the person's phone or the shop's name.</summary>
    public static bool IsStrong(string password, params ReadOnlySpan<string> context)
    {
        if (password.Length is < 8 or > 128 || Common.Contains(password) || password.Distinct().Count() < 3)
            return false;
        foreach (var word in context)
            if (word.Length >= 4 && password.Contains(word, StringComparison.OrdinalIgnoreCase))
                return false;
        return true;
    }
}
