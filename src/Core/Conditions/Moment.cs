namespace Shuke.Core.Conditions;

/// <summary>A moment as the store sees it: its business day, the date on the wall, and the minute of that date.</summary>
/// <param name="Minute">minutes after local midnight, 0 to 1,439</param>
public readonly record struct Moment(BusinessDay Day, DateOnly Date, int Minute)
{
    /// <param name="cutoffMinutes">minutes after midnight at which the new business day begins</param>
    public static Moment Of(Instant at, TimeZoneInfo zone, int cutoffMinutes)
    {
        var local = TimeZoneInfo.ConvertTime(at.ToDateTimeOffset(), zone).DateTime;
        return new(
            new(DateOnly.FromDateTime(local.AddMinutes(-cutoffMinutes))),
            DateOnly.FromDateTime(local),
            local.Hour * 60 + local.Minute
        );
    }
}

/// <summary>What conditions are checked against: the cart, the member, the event, as far as the caller knows them.</summary>
public interface IConditionFacts
{
    Moment At { get; }

    /// <summary>Fen, points, a count, or a day's DayNumber; null = not known, and then no comparison holds.</summary>
    /// <param name="days">over the last so many days; null = ever</param>
    long? Number(Field field, int? days);

    /// <summary>Does the choice or set hold this value?</summary>
    bool Has(Field field, ChoiceValue value);
}

/// <summary>A value of a choice or set: its text and, when it is one, its id (otherwise 0).</summary>
public readonly record struct ChoiceValue(string Text, long Id)
{
    public static ChoiceValue Of(string text) =>
        new(
            text,
            long.TryParse(
                text,
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out var id
            )
                ? id
                : 0
        );
}

/// <summary>The first condition that failed, and how far away it is.</summary>
/// <param name="Field">null: a schedule, or a group</param>
/// <param name="Distance">in the field's unit; null = not a matter of more or less</param>
public sealed record Unmet(Sentence Why, Field? Field, long? Distance);
