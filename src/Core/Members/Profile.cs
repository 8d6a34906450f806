using Shuke.Core.Calendar;

namespace Shuke.Core.Members;

public enum Gender
{
    Unknown,
    Female,
    Male,
}

/// <summary>The calendar a birthday is kept in; LunarLeap is a day of a leap month (闰月).</summary>
public enum BirthdayKind
{
    Solar,
    Lunar,
    LunarLeap,
}

/// <summary>A birthday as told by the member; the year is often kept secret.</summary>
public sealed record BirthdayText(BirthdayKind Kind, int Month, int Day, int? Year = null)
{
    /// <summary>The yearly day, or null where no calendar has it.</summary>
    public Birthday? OfYear() =>
        Kind == BirthdayKind.Solar
            ? Birthday.Solar(Month, Day)
            : Birthday.Lunar(Month, Day, Kind == BirthdayKind.LunarLeap);
}
