namespace Shuke.Core.Conditions;

public enum FieldType
{
    /// <summary>Fen.</summary>
    Money,
    Points,
    Number,
    Day,

    /// <summary>One word of a list, or one id: tier, store, channel.</summary>
    Choice,

    /// <summary>Several ids at once: tags, segments.</summary>
    Set,
}

/// <summary>Where a field is known.</summary>
[Flags]
public enum FieldUse
{
    None = 0,

    /// <summary>While a cart is priced: conditions of promotions and coupons.</summary>
    Cart = 1,

    /// <summary>At any time: segments, rewards.</summary>
    Member = 2,

    /// <summary>When something has happened: rewards.</summary>
    Event = 4,
}

/// <summary>One word of a closed choice.</summary>
public sealed record Choice(string Code, string Zh, string En);

/// <summary>Something a condition can ask about. Declared once in <see cref="Fields"/>; compared by identity.</summary>
/// <param name="code">stable; stored in conditions</param>
/// <param name="unitZh">元, 次, 天 ... said after a number</param>
/// <param name="isWindowed">may be asked over the last N days</param>
/// <param name="choices">the words of a closed choice; null = ids or free words</param>
public sealed class Field(
    string code,
    FieldType type,
    FieldUse use,
    string zh,
    string en,
    string unitZh = "",
    string unitEn = "",
    bool isWindowed = false,
    IReadOnlyList<Choice>? choices = null
)
{
    public string Code => code;
    public FieldType Type => type;
    public FieldUse Use => use;
    public string Zh => zh;
    public string En => en;
    public string UnitZh => unitZh;
    public string UnitEn => unitEn;
    public bool IsWindowed => isWindowed;
    public IReadOnlyList<Choice>? Choices => choices;
    public bool IsNumeric => type is not (FieldType.Choice or FieldType.Set);

    internal bool Takes(Op op) =>
        type switch
        {
            FieldType.Choice => op is Op.AnyOf or Op.NoneOf,
            FieldType.Set => op is Op.AnyOf or Op.AllOf or Op.NoneOf,
            _ => op < Op.AnyOf,
        };

    public override string ToString() => code;
}
