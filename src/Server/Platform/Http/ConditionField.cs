using Shuke.Core.Conditions;

namespace Shuke.Server.Platform;

/// <summary>Something a condition can ask, as a form offers it.</summary>
/// <param name="Unit">said after a number; empty: none</param>
/// <param name="IsWindowed">may be asked over the last so many days</param>
/// <param name="Choices">the words of a closed choice; null: ids or free words</param>
public sealed record ConditionField(
    string Code,
    FieldType Type,
    string Name,
    string Unit,
    bool IsWindowed,
    IReadOnlyList<ConditionField.Word>? Choices
)
{
    public sealed record Word(string Code, string Name);

    /// <summary>The fields that are known at this use, in the order of the registry.</summary>
    public static IReadOnlyList<ConditionField> For(FieldUse use, Language language)
    {
        var zh = language == Language.Zh;
        return
        [
            .. Fields
                .All.Where(f => (f.Use & use) != FieldUse.None)
                .Select(f => new ConditionField(
                    f.Code,
                    f.Type,
                    zh ? f.Zh : f.En,
                    zh ? f.UnitZh : f.UnitEn,
                    f.IsWindowed,
                    f.Choices?.Select(c => new Word(c.Code, zh ? c.Zh : c.En)).ToList()
                )),
        ];
    }
}
