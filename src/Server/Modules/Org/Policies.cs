using System.ComponentModel.DataAnnotations;

namespace Shuke.Server.Modules.Org;

/// <summary>How long a login lasts: idle minutes and hours in all.</summary>
public sealed record SessionPolicy : ISetting
{
    public static string Name => "session";

    [Range(15, 720)]
    public int IdleMinutes { get; init; } = 120;

    [Range(1, 72)]
    public int HoursMax { get; init; } = 24;
}

/// <summary>Switching people at the till by PIN: whether, and how many digits at least.</summary>
public sealed record PinPolicy : ISetting
{
    public static string Name => "pin";

    public bool Enabled { get; init; } = true;

    [Range(4, 6)]
    public int LengthMin { get; init; } = 4;
}

/// <summary>Passwords: how long at least, and for how many hours an initial one is good.</summary>
public sealed record PasswordPolicy : ISetting
{
    public static string Name => "password";

    [Range(8, 64)]
    public int LengthMin { get; init; } = 8;

    [Range(1, 168)]
    public int InitialHours { get; init; } = 72;
}
