using System.Globalization;

namespace Shuke.Core.Conditions;

/// <summary>A piece of a sentence in both languages, ready to be joined.</summary>
public readonly record struct Words(string Zh, string En)
{
    public static Words Join(IReadOnlyList<Words> parts, string zh, string en) =>
        new(string.Join(zh, parts.Select(p => p.Zh)), string.Join(en, parts.Select(p => p.En)));

    /// <summary>These words as they are, with a stable code and the numbers they were made of.</summary>
    public Sentence As(string code, params (string Name, object? Value)[] args) =>
        new Phrase(code, "{zh}", "{en}").With([("zh", Zh), ("en", En), .. args]);
}

/// <summary>The name of an id in a choice or set, as people call it; null = show the id.</summary>
public delegate string? NameOf(Field field, string value);

/// <summary>Conditions as a sentence, generated from the data, in Chinese and English.</summary>
public static class ClauseWords
{
    private static readonly string[] WeekdaysZh = ["日", "一", "二", "三", "四", "五", "六"];
    private static readonly string[] LunarMonths =
    [
        "正月",
        "二月",
        "三月",
        "四月",
        "五月",
        "六月",
        "七月",
        "八月",
        "九月",
        "十月",
        "冬月",
        "腊月",
    ];

    public static Sentence Sentence(Clause clause, NameOf? names = null) => Of(clause, names).As("condition");

    public static Words Of(Clause clause, NameOf? names = null, bool isInner = false)
    {
        if (clause.All is { } all)
            return all.Count == 0 ? new("不限", "always") : Group(all, "且", " and ", names, isInner);
        if (clause.Any is { } any)
            return any.Count == 0 ? new("从不", "never") : Group(any, "或", " or ", names, isInner);
        if (clause.None is { } none)
        {
            var inner = Group(none, "或", " or ", names, isInner: none.Count > 1);
            return new($"不满足“{inner.Zh}”", $"not ({inner.En})");
        }
        if (clause.When is { } schedule)
            return Of(schedule);
        return clause.Field is { } code && Fields.Find(code) is { } field
            ? Leaf(clause, field, names)
            : new("未知条件", "unknown condition");
    }

    private static Words Group(IReadOnlyList<Clause> parts, string zh, string en, NameOf? names, bool isInner)
    {
        var joined = Words.Join([.. parts.Select(p => Of(p, names, isInner: parts.Count > 1))], zh, en);
        return isInner && parts.Count > 1 ? new($"({joined.Zh})", $"({joined.En})") : joined;
    }

    private static Words Leaf(Clause clause, Field field, NameOf? names)
    {
        var name = clause.Days is { } days
            ? new Words($"近 {days} 天{field.Zh}", $"{field.En} in {days} days")
            : new Words(field.Zh, field.En);
        if (!field.IsNumeric)
            return Chosen(clause, field, name, names);
        var a = Amount(field, clause.Number ?? clause.Day?.Date.DayNumber ?? 0);
        if (clause.Op == Op.Between)
        {
            var b = Amount(field, clause.To ?? clause.ToDay?.Date.DayNumber ?? 0);
            return new($"{name.Zh}在 {a.Zh} 到 {b.Zh} 之间", $"{name.En} from {a.En} to {b.En}");
        }
        var isDay = field.Type == FieldType.Day;
        return clause.Op switch
        {
            Op.AtLeast when isDay => new($"{name.Zh}在 {a.Zh} 或以后", $"{name.En} on or after {a.En}"),
            Op.AtMost when isDay => new($"{name.Zh}在 {a.Zh} 或以前", $"{name.En} on or before {a.En}"),
            Op.Above when isDay => new($"{name.Zh}在 {a.Zh} 以后", $"{name.En} after {a.En}"),
            Op.Below when isDay => new($"{name.Zh}在 {a.Zh} 以前", $"{name.En} before {a.En}"),
            Op.AtLeast => new($"{name.Zh}满 {a.Zh}", $"{name.En} at least {a.En}"),
            Op.AtMost => new($"{name.Zh}不超过 {a.Zh}", $"{name.En} at most {a.En}"),
            Op.Above => new($"{name.Zh}超过 {a.Zh}", $"{name.En} above {a.En}"),
            Op.Below => new($"{name.Zh}不到 {a.Zh}", $"{name.En} below {a.En}"),
            Op.IsNot => new($"{name.Zh}不等于 {a.Zh}", $"{name.En} other than {a.En}"),
            _ => new($"{name.Zh}等于 {a.Zh}", $"{name.En} equal to {a.En}"),
        };
    }

    private static Words Chosen(Clause clause, Field field, Words name, NameOf? names)
    {
        var words = (clause.Values ?? []).Select(v => Value(field, v, names)).ToList();
        var list = Words.Join(words, "、", ", ");
        if (field.Choices is [{ Code: "yes" }, { Code: "no" }] && clause.Values is [var only])
            return only == "yes" == (clause.Op != Op.NoneOf)
                ? name
                : new Words($"不{(name.Zh[0] == '是' ? "" : "是")}{name.Zh}", $"not {name.En}");
        return clause.Op switch
        {
            Op.NoneOf => new($"{name.Zh}不是 {list.Zh}", $"{name.En} not {list.En}"),
            Op.AllOf => new($"{name.Zh}同时有 {list.Zh}", $"{name.En} with all of {list.En}"),
            _ when field.Type == FieldType.Set => new($"{name.Zh}有 {list.Zh}", $"{name.En} with {list.En}"),
            _ => new($"{name.Zh}为 {list.Zh}", $"{name.En} {list.En}"),
        };
    }

    internal static Words Value(Field field, string value, NameOf? names)
    {
        if (field.Choices?.FirstOrDefault(c => c.Code == value) is { } choice)
            return new(choice.Zh, choice.En);
        var name = names?.Invoke(field, value) ?? value;
        return new(name, name);
    }

    /// <summary>A number of this field with its unit: 200.00 元, 3 次, 2026-11-11.</summary>
    internal static Words Amount(Field field, long value)
    {
        var text = field.Type switch
        {
            FieldType.Money => new Money(value).ToString(),
            FieldType.Points => new Points(value).ToString(),
            FieldType.Day => DateOnly.FromDayNumber((int)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => value.ToString(CultureInfo.InvariantCulture),
        };
        return field.UnitZh.Length == 0 ? new(text, text) : new($"{text} {field.UnitZh}", $"{text} {field.UnitEn}");
    }

    public static Words Of(Schedule schedule)
    {
        var parts = new List<Words>();
        if (schedule.From is { } from && schedule.Until is { } until)
            parts.Add(from == until ? new($"{from}", $"on {from}") : new($"{from} 至 {until}", $"{from} to {until}"));
        else if (schedule.From is { } first)
            parts.Add(new($"{first} 起", $"from {first}"));
        else if (schedule.Until is { } last)
            parts.Add(new($"{last} 止", $"until {last}"));
        var days = Days(schedule);
        if (days.Count > 0)
            parts.Add(Words.Join(days, "、", ", "));
        if (schedule.Hours is { } hours)
            parts.Add(Words.Join([.. hours.Select(Span)], "、", ", "));
        if (schedule.Except is { Count: > 0 } except)
            parts.Add(Words.Join([.. except.Select((e, i) => Exception(e, isFirst: i == 0))], "、", ", "));
        return parts.Count == 0 ? new("任何时间", "at any time") : Words.Join(parts, " ", ", ");
    }

    private static List<Words> Days(Schedule schedule)
    {
        var days = new List<Words>();
        foreach (var weekday in schedule.Weekdays ?? [])
            days.Add(new($"每周{WeekdaysZh[(int)weekday]}", $"every {weekday}"));
        foreach (var day in schedule.DaysOfMonth ?? [])
            days.Add(
                day == -1
                    ? new("每月最后一天", "the last of the month")
                    : new($"每月 {day} 日", $"day {day} of the month")
            );
        foreach (var (nth, weekday) in (schedule.NthWeekdays ?? []).Select(n => (n.Nth, n.Weekday)))
            days.Add(
                nth == -1
                    ? new($"每月最后一个周{WeekdaysZh[(int)weekday]}", $"the last {weekday} of the month")
                    : new($"每月第 {nth} 个周{WeekdaysZh[(int)weekday]}", $"{weekday} no. {nth} of the month")
            );
        foreach (var day in schedule.YearDays ?? [])
            days.Add(new($"每年 {day.Month} 月 {day.Day} 日", $"every {day.Month:00}-{day.Day:00}"));
        foreach (var day in schedule.LunarDays ?? [])
            days.Add(
                new(
                    day.Day == 30
                        ? $"农历{LunarMonths[day.Month - 1]}最后一天"
                        : "农历" + new Calendar.LunarDate(Calendar.Lunar.YearMin, day.Month, day.Day, false),
                    $"lunar {day.Month:00}-{day.Day:00}"
                )
            );
        return days;
    }

    private static Words Span(Hours hours) =>
        hours.IsOverMidnight
            ? new($"{Clock(hours.From)}–次日 {Clock(hours.To)}", $"{Clock(hours.From)}–{Clock(hours.To)} next day")
            : new($"{Clock(hours.From)}–{Clock(hours.To)}", $"{Clock(hours.From)}–{Clock(hours.To)}");

    private static Words Exception(Dates dates, bool isFirst)
    {
        var text = dates.From == dates.To ? $"{dates.From}" : $"{dates.From} – {dates.To}";
        return isFirst ? new($"除 {text}", $"except {text}") : new(text, text);
    }

    private static string Clock(int minute) =>
        string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
