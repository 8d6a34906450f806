namespace Shuke.Core.Conditions;

/// <summary>How a field is compared. Numbers, money, points and days take the first seven; choices and sets the last three.</summary>
public enum Op
{
    AtLeast,
    AtMost,
    Above,
    Below,

    /// <summary>Both ends included.</summary>
    Between,
    Is,
    IsNot,

    /// <summary>One of the values (a choice), or at least one of them (a set).</summary>
    AnyOf,

    /// <summary>Every one of the values; sets only.</summary>
    AllOf,
    NoneOf,
}

/// <summary>
/// A condition of a promotion, a reward or a segment, as plain data: exactly one of all / any / none, a comparison of a
/// field, or a schedule. An empty "all" is always true. Money is in fen, points and counts are whole, ids are text.
/// </summary>
public sealed record Clause
{
    public IReadOnlyList<Clause>? All { get; init; }
    public IReadOnlyList<Clause>? Any { get; init; }

    /// <summary>True when none of these is.</summary>
    public IReadOnlyList<Clause>? None { get; init; }

    /// <summary>A code of <see cref="Fields"/>.</summary>
    public string? Field { get; init; }
    public Op? Op { get; init; }
    public long? Number { get; init; }

    /// <summary>The upper end of a "between".</summary>
    public long? To { get; init; }

    /// <summary>Instead of a number where the field is a day.</summary>
    public BusinessDay? Day { get; init; }
    public BusinessDay? ToDay { get; init; }
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Sums and counts over the last so many days, today included; null = ever.</summary>
    public int? Days { get; init; }
    public Schedule? When { get; init; }

    public static readonly Clause Always = new() { All = [] };

    public static Clause AllOf(params IReadOnlyList<Clause> clauses) => new() { All = clauses };

    public static Clause AnyOf(params IReadOnlyList<Clause> clauses) => new() { Any = clauses };

    public static Clause NoneOf(params IReadOnlyList<Clause> clauses) => new() { None = clauses };

    public static Clause At(Schedule schedule) => new() { When = schedule };

    public static Clause Of(Field field, Op op, long number, int? days = null) =>
        new()
        {
            Field = field.Code,
            Op = op,
            Number = number,
            Days = days,
        };

    public static Clause Between(Field field, long from, long to) =>
        new()
        {
            Field = field.Code,
            Op = Conditions.Op.Between,
            Number = from,
            To = to,
        };

    public static Clause Of(Field field, Op op, BusinessDay day) =>
        new()
        {
            Field = field.Code,
            Op = op,
            Day = day,
        };

    public static Clause Of(Field field, Op op, params IReadOnlyList<string> values) =>
        new()
        {
            Field = field.Code,
            Op = op,
            Values = values,
        };
}
