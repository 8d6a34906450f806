using Shuke.Core.Members;

namespace Shuke.Server.Modules.Members;

/// <summary>What the doors to a profile have in common.</summary>
internal static class Profiles
{
    private const int YearMin = 1900;

    public static bool IsBirthday(BirthdayText birthday, Instant now) =>
        birthday.OfYear() is not null
        && (birthday.Year is not { } year || (year >= YearMin && year <= now.ToDateTimeOffset().Year))
        && (
            birthday is not { Kind: BirthdayKind.Solar, Year: { } y }
            || birthday.Day <= DateTime.DaysInMonth(y, birthday.Month)
        );
}

public enum ConsentPurpose
{
    Membership,
    Marketing,
}

public enum ConsentChannel
{
    Till,
    Console,
    App,
    Import,
}

public enum TagColor
{
    Grey,
    Teal,
    Blue,
    Green,
    Amber,
    Red,
    Purple,
}
