namespace Shuke.Core.Conditions;

/// <summary>
/// A clause made ready to be checked often: fields found, values parsed. Immutable; checking allocates nothing until
/// somebody asks why.
/// </summary>
public sealed class Condition
{
    private enum Kind
    {
        All,
        Any,
        None,
        Number,
        Choice,
        When,

        /// <summary>An unknown field, or an operator that does not fit it: never true.</summary>
        Broken,
    }

    private readonly Clause _clause;
    private readonly Kind _kind;
    private readonly Condition[] _parts = [];
    private readonly ChoiceValue[] _values = [];
    private readonly Field? _field;
    private readonly long _a;
    private readonly long _b;

    private Condition(Clause clause)
    {
        _clause = clause;
        if ((clause.All ?? clause.Any ?? clause.None) is { } parts)
        {
            _kind =
                clause.All is not null ? Kind.All
                : clause.Any is not null ? Kind.Any
                : Kind.None;
            _parts = [.. parts.Select(p => new Condition(p))];
        }
        else if (clause.When is not null)
            _kind = Kind.When;
        else if (clause.Field is { } code && Fields.Find(code) is { } field && clause.Op is { } op && field.Takes(op))
        {
            _field = field;
            _kind = field.IsNumeric ? Kind.Number : Kind.Choice;
            _a = clause.Number ?? clause.Day?.Date.DayNumber ?? 0;
            _b = clause.To ?? clause.ToDay?.Date.DayNumber ?? 0;
            _values = [.. (clause.Values ?? []).Select(ChoiceValue.Of)];
        }
        else
            _kind = Kind.Broken;
    }

    public static Condition Of(Clause clause) => new(clause);

    /// <summary>The fields it asks about, each with its window in days; null = ever.</summary>
    public IEnumerable<(Field Field, int? Days)> Asked =>
        _field is not null ? [(_field, _clause.Days)] : _parts.SelectMany(p => p.Asked);

    /// <summary>Always true, whatever the facts.</summary>
    public bool IsAlways => _kind == Kind.All && _parts.Length == 0;

    public bool Holds(IConditionFacts facts)
    {
        switch (_kind)
        {
            case Kind.All:
                foreach (var part in _parts)
                    if (!part.Holds(facts))
                        return false;
                return true;
            case Kind.Any:
                foreach (var part in _parts)
                    if (part.Holds(facts))
                        return true;
                return false;
            case Kind.None:
                foreach (var part in _parts)
                    if (part.Holds(facts))
                        return false;
                return true;
            case Kind.Number:
                return facts.Number(_field!, _clause.Days) is { } value && Compares(value);
            case Kind.Choice:
                return Chooses(facts);
            case Kind.When:
                return _clause.When!.Holds(facts.At);
            default:
                return false;
        }
    }

    private bool Compares(long value) =>
        _clause.Op switch
        {
            Op.AtLeast => value >= _a,
            Op.AtMost => value <= _a,
            Op.Above => value > _a,
            Op.Below => value < _a,
            Op.Between => value >= _a && value <= _b,
            Op.Is => value == _a,
            Op.IsNot => value != _a,
            _ => false,
        };

    private bool Chooses(IConditionFacts facts)
    {
        foreach (var value in _values)
            if (facts.Has(_field!, value) != (_clause.Op == Op.AllOf))
                return _clause.Op == Op.AnyOf;
        return _clause.Op != Op.AnyOf;
    }

    /// <summary>Null when it holds; otherwise the first condition that does not, with the distance.</summary>
    public Unmet? Unmet(IConditionFacts facts, NameOf? names = null)
    {
        switch (_kind)
        {
            case Kind.All:
                foreach (var part in _parts)
                    if (part.Unmet(facts, names) is { } unmet)
                        return unmet;
                return null;
            case Kind.Any:
                return Holds(facts) ? null
                    : _parts.Length == 0 ? Never()
                    : _parts[0].Unmet(facts, names);
            case Kind.None:
                foreach (var part in _parts)
                    if (part.Holds(facts))
                        return Excluded(part._clause, names);
                return null;
            case Kind.Number:
                return Holds(facts) ? null : NotReached(facts.Number(_field!, _clause.Days), names);
            case Kind.Choice:
                return Holds(facts) ? null : Needs("condition_choice", _field, null, names);
            case Kind.When:
                return Holds(facts) ? null : NotNow();
            default:
                return Never();
        }
    }

    private Unmet NotReached(long? value, NameOf? names)
    {
        if (value is not { } have)
            return Needs("condition_unknown", _field, null, names);
        long? gap = _clause.Op switch
        {
            Op.AtLeast => _a - have,
            Op.Above => _a - have + 1,
            Op.AtMost => have - _a,
            Op.Below => have - _a + 1,
            Op.Between => have < _a ? _a - have : have - _b,
            _ => null,
        };
        if (gap is not { } distance || _field!.Type == FieldType.Day)
            return Needs("condition_number", _field, null, names);
        var isShort = _clause.Op is Op.AtLeast or Op.Above || _clause.Op == Op.Between && have < _a;
        var need = ClauseWords.Of(_clause, names);
        var far = ClauseWords.Amount(_field, distance);
        var why = isShort
            ? new Words($"需要{need.Zh},还差 {far.Zh}", $"needs {need.En}; {far.En} to go")
            : new Words($"需要{need.Zh},多了 {far.Zh}", $"needs {need.En}; {far.En} too many");
        return new(
            why.As(
                isShort ? "condition_short" : "condition_over",
                ("field", _field.Code),
                ("have", have),
                ("need", _a),
                ("gap", distance)
            ),
            _field,
            distance
        );
    }

    private Unmet Needs(string code, Field? field, long? distance, NameOf? names)
    {
        var need = ClauseWords.Of(_clause, names);
        return new(new Words($"需要{need.Zh}", $"needs {need.En}").As(code, ("field", field?.Code)), field, distance);
    }

    private static Unmet Excluded(Clause clause, NameOf? names)
    {
        var words = ClauseWords.Of(clause, names);
        return new(
            new Words($"“{words.Zh}”的不参加", $"not with {words.En}").As("condition_excluded"),
            clause.Field is { } f ? Fields.Find(f) : null,
            null
        );
    }

    private Unmet NotNow()
    {
        var words = ClauseWords.Of(_clause.When!);
        return new(
            new Words($"现在不在活动时间({words.Zh})", $"not at this time ({words.En})").As("condition_time"),
            null,
            null
        );
    }

    private static Unmet Never() =>
        new(new Words("条件无法满足", "can never be met").As("condition_never"), null, null);
}
