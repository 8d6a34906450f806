namespace Shuke.Core.Conditions;

/// <summary>Why a condition cannot be saved.</summary>
public static class ConditionReasons
{
    public static readonly Reason UnknownField = new(
        "condition_unknown_field",
        RefusalKind.Rule,
        "没有“{field}”这个条件,或这里不能用它。",
        "There is no condition \"{field}\", or it cannot be used here."
    );

    public static readonly Reason ValueWrong = new(
        "condition_value_wrong",
        RefusalKind.Rule,
        "条件“{field}”的比较方式或值不对:{detail}。",
        "The comparison or value of the condition \"{field}\" is wrong: {detail}."
    );

    public static readonly Reason NeverTrue = new(
        "condition_never_true",
        RefusalKind.Rule,
        "这个条件永远不会成立:{detail}。",
        "This condition can never be true: {detail}."
    );

    public static readonly Reason TooLarge = new(
        "condition_too_large",
        RefusalKind.Rule,
        "条件太复杂:最多 {max} 个条件,{depth} 层。",
        "The condition is too large: at most {max} parts, {depth} deep."
    );
}

/// <summary>
/// Is a condition sound, and can it ever be true? Answers the first fault. Contradictions are found by writing the
/// condition as alternatives of plain comparisons and looking whether one of them leaves anything.
/// </summary>
public static class ClauseCheck
{
    public const int PartsMax = 100;
    public const int DepthMax = 6;
    public const int ValuesMax = 500;
    private const int AlternativesMax = 512;

    public static Refusal? Refuse(Clause clause, FieldUse use)
    {
        var parts = 0;
        if (Shape(clause, use, 1, ref parts) is { } fault)
            return fault;
        var alternatives = Expand(clause, negated: false);
        if (alternatives is null)
            return null;
        string? why = null;
        foreach (var alternative in alternatives)
        {
            if (Contradiction(alternative) is not { } found)
                return null;
            why ??= found;
        }
        return ConditionReasons.NeverTrue.With(("detail", why ?? "没有可选的条件 (nothing to choose from)"));
    }

    private static Refusal? Shape(Clause clause, FieldUse use, int depth, ref int parts)
    {
        if (++parts > PartsMax || depth > DepthMax)
            return ConditionReasons.TooLarge.With(("max", PartsMax), ("depth", DepthMax));
        var forms =
            (clause.All is null ? 0 : 1)
            + (clause.Any is null ? 0 : 1)
            + (clause.None is null ? 0 : 1)
            + (clause.Field is null ? 0 : 1)
            + (clause.When is null ? 0 : 1);
        if (forms != 1)
            return ConditionReasons.ValueWrong.With(
                ("field", clause.Field ?? ""),
                ("detail", "要么是一组条件,要么是一个条件 (exactly one of all, any, none, field, when)")
            );
        foreach (var part in clause.All ?? clause.Any ?? clause.None ?? [])
            if (Shape(part, use, depth + 1, ref parts) is { } fault)
                return fault;
        if (clause.When is { } schedule)
            return schedule.Fault() is { } wrong ? ConditionReasons.NeverTrue.With(("detail", wrong)) : null;
        return clause.Field is { } code ? Leaf(clause, code, use) : null;
    }

    private static Refusal? Leaf(Clause clause, string code, FieldUse use)
    {
        if (Fields.Find(code) is not { } field || (field.Use & use) == FieldUse.None)
            return ConditionReasons.UnknownField.With(("field", code));
        Refusal Wrong(string detail) => ConditionReasons.ValueWrong.With(("field", field.Zh), ("detail", detail));
        if (clause.Op is not { } op || !field.Takes(op))
            return Wrong("这个比较方式不适用 (operator does not fit)");
        if (clause.Days is { } days && (!field.IsWindowed || days is < 1 or > 3_660))
            return Wrong("天数须为 1 到 3660,且只用于可累计的条件 (window of 1 to 3660 days)");
        if (!field.IsNumeric)
        {
            if (clause.Values is not { Count: > 0 and <= ValuesMax } values)
                return Wrong("请选择 1 到 500 个值 (choose 1 to 500 values)");
            if (field.Choices is { } choices && values.FirstOrDefault(v => choices.All(c => c.Code != v)) is { } odd)
                return Wrong($"没有“{odd}”这个选项 (no such choice)");
            return null;
        }
        var isDay = field.Type == FieldType.Day;
        if (isDay ? clause.Day is null || clause.Number is not null : clause.Number is null || clause.Day is not null)
            return Wrong(isDay ? "请填日期 (a day is needed)" : "请填数字 (a number is needed)");
        if (op == Op.Between && (isDay ? clause.ToDay is null : clause.To is null))
            return Wrong("请填上限 (the upper end is missing)");
        return Math.Abs(clause.Number ?? 0) > Money.FenMax || Math.Abs(clause.To ?? 0) > Money.FenMax
            ? Wrong("数字太大 (number too large)")
            : null;
    }

    private readonly record struct Literal(Clause Clause, bool Negated);

    /// <summary>Alternatives of literals that together say the same; null = too many to look at.</summary>
    private static List<List<Literal>>? Expand(Clause clause, bool negated)
    {
        if ((clause.All ?? clause.Any ?? clause.None) is not { } parts)
            return
            [
                [new(clause, negated)],
            ];
        // "None" is "not any": its parts turn round once more.
        var inner = clause.None is not null ? !negated : negated;
        var isAnd = clause.Any is not null ? negated : !negated;
        List<List<Literal>> result = isAnd
            ?
            [
                [],
            ]
            : [];
        foreach (var part in parts)
        {
            if (Expand(part, inner) is not { } alternatives)
                return null;
            if (isAnd)
                result =
                [
                    .. result.SelectMany(left => alternatives.Select(right => (List<Literal>)[.. left, .. right])),
                ];
            else
                result.AddRange(alternatives);
            if (result.Count > AlternativesMax)
                return null;
        }
        return result;
    }

    private static string? Contradiction(List<Literal> literals)
    {
        foreach (
            var group in literals.Where(l => l.Clause.Field is not null).GroupBy(l => (l.Clause.Field!, l.Clause.Days))
        )
        {
            var field = Fields.Find(group.Key.Item1)!;
            var leaves = group.ToList();
            var isEmpty = field.IsNumeric ? IsEmptyRange(field, leaves) : IsEmptyChoice(field, leaves);
            if (isEmpty)
                return string.Join(" + ", leaves.Select(l => (l.Negated ? "非 " : "") + ClauseWords.Of(l.Clause).Zh));
        }
        var schedules = literals
            .Where(l => l.Clause.When is not null && !l.Negated)
            .Select(l => l.Clause.When!)
            .ToList();
        return schedules.Count > 0 && !CanHold(schedules)
            ? string.Join(" + ", schedules.Select(s => ClauseWords.Of(s).Zh))
            : null;
    }

    private static bool IsEmptyRange(Field field, List<Literal> leaves)
    {
        // Every numeric literal is a union of at most two intervals; the intersection of all of them must keep something.
        // Amounts and counts are never negative, but a distance in days may be.
        var low = field == Fields.BirthdayDistance || field.Type == FieldType.Points ? long.MinValue : 0;
        List<(long Low, long High)> ranges = [(low, long.MaxValue)];
        foreach (var leaf in leaves)
        {
            var allowed = Ranges(leaf);
            ranges =
            [
                .. ranges
                    .SelectMany(a => allowed.Select(b => (Low: Math.Max(a.Low, b.Low), High: Math.Min(a.High, b.High))))
                    .Where(r => r.Low <= r.High),
            ];
        }
        return ranges.Count == 0;
    }

    private static (long Low, long High)[] Ranges(Literal leaf)
    {
        const long min = long.MinValue;
        const long max = long.MaxValue;
        var a = leaf.Clause.Number ?? leaf.Clause.Day!.Value.Date.DayNumber;
        var b = leaf.Clause.To ?? leaf.Clause.ToDay?.Date.DayNumber ?? a;
        return (leaf.Clause.Op, leaf.Negated) switch
        {
            (Op.AtLeast, false) or (Op.Below, true) => [(a, max)],
            (Op.Above, false) or (Op.AtMost, true) => [(a + 1, max)],
            (Op.AtMost, false) or (Op.Above, true) => [(min, a)],
            (Op.Below, false) or (Op.AtLeast, true) => [(min, a - 1)],
            (Op.Between, false) => [(a, b)],
            (Op.Between, true) => [(min, a - 1), (b + 1, max)],
            (Op.Is, false) or (Op.IsNot, true) => [(a, a)],
            _ => [(min, a - 1), (a + 1, max)],
        };
    }

    private static bool IsEmptyChoice(Field field, List<Literal> leaves)
    {
        var forbidden = new HashSet<string>(StringComparer.Ordinal);
        var required = new HashSet<string>(StringComparer.Ordinal);
        HashSet<string>? allowed = field.Choices is { } closed ? [.. closed.Select(c => c.Code)] : null;
        var anyOf = new List<IReadOnlyList<string>>();
        foreach (var leaf in leaves)
        {
            var values = leaf.Clause.Values!;
            var op = leaf.Clause.Op!.Value;
            if (op == Op.AllOf && !leaf.Negated)
                required.UnionWith(values);
            else if (op == Op.AllOf)
                continue; // "lacks one of them" is nearly always possible
            else if (op == Op.AnyOf == leaf.Negated)
                forbidden.UnionWith(values);
            else
                anyOf.Add(values);
        }
        if (field.Type == FieldType.Set)
            return required.Overlaps(forbidden) || anyOf.Exists(values => values.All(forbidden.Contains));
        foreach (var values in anyOf)
            if (allowed is null)
                allowed = [.. values];
            else
                allowed.IntersectWith(values);
        return allowed is not null && allowed.All(forbidden.Contains);
    }

    /// <summary>Is there a day and a minute in which all schedules hold? Looks eight years far; festivals return yearly.</summary>
    private static bool CanHold(List<Schedule> schedules)
    {
        var from = schedules.Max(s => s.From?.Date) ?? new DateOnly(2024, 1, 1);
        var until = schedules.Min(s => s.Until?.Date) ?? from.AddDays(3_000);
        if (until > from.AddDays(3_000))
            until = from.AddDays(3_000);
        if (!HoursMeet(schedules))
            return false;
        for (var day = from; day <= until; day = day.AddDays(1))
            if (schedules.TrueForAll(s => s.HoldsOn(new(day))))
                return true;
        return false;
    }

    private static bool HoursMeet(List<Schedule> schedules)
    {
        var timed = schedules.Where(s => s.Hours is not null).ToList();
        for (var minute = 0; minute < 1_440; minute++)
            if (
                timed.TrueForAll(s =>
                    s.Hours!.Any(h =>
                        h.IsOverMidnight ? minute >= h.From || minute < h.To : minute >= h.From && minute < h.To
                    )
                )
            )
                return true;
        return false;
    }
}
