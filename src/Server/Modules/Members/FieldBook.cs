using Shuke.Core.Members;

namespace Shuke.Server.Modules.Members;

/// <summary>One entered value of a field the merchant defined; an empty value clears it.</summary>
public sealed record FieldValue(FieldId Id, string Value);

/// <summary>The merchant's own fields and what members have in them.</summary>
internal static class FieldBook
{
    public static Task<List<FieldRow>> All(DbRead db) =>
        db.All<FieldRow>("SELECT * FROM member_field WHERE merchant_id = @m ORDER BY position, id");

    public static Task<List<FieldValue>> Values(DbRead db, MemberId member) =>
        db.All<FieldValue>(
            "SELECT field_id AS id, value FROM member_field_value WHERE merchant_id = @m AND member_id = @member",
            new { member }
        );

    /// <summary>Checks every value against its field; at the till the required ones must be there.</summary>
    public static Outcome<IReadOnlyList<FieldValue>> Check(
        IReadOnlyList<FieldRow> fields,
        IReadOnlyList<FieldValue> entered,
        bool atTill
    )
    {
        var values = new List<FieldValue>(entered.Count);
        foreach (var value in entered)
        {
            if (fields.FirstOrDefault(f => f.Id == value.Id && f.Active) is not { } field)
                return MemberReasons.FieldUnknown;
            if (value.Value.Trim().Length == 0)
                values.Add(value with { Value = "" });
            else if (Fields.Normalize(field.Kind, Json.Parse<string[]>(field.Choices), value.Value) is { } normal)
                values.Add(value with { Value = normal });
            else
                return MemberReasons.FieldInvalid.With(
                    ("field", field.Name),
                    ("value", value.Value),
                    ("fieldId", field.Id.ToString())
                );
        }
        if (values.DistinctBy(v => v.Id).Count() != values.Count)
            return MemberReasons.FieldUnknown;
        foreach (var field in fields.Where(f => atTill && f.Active && f.RequiredAtTill))
            if (!values.Any(v => v.Id == field.Id && v.Value.Length > 0))
                return MemberReasons.FieldRequired.With(("field", field.Name), ("fieldId", field.Id.ToString()));
        return values;
    }

    public static async Task Write(Tx tx, MemberId member, IEnumerable<FieldValue> values)
    {
        foreach (var (id, value) in values)
            if (value.Length == 0)
                await tx.Execute(
                    "DELETE FROM member_field_value WHERE merchant_id = @m AND member_id = @member AND field_id = @id",
                    new { member, id }
                );
            else
                await tx.Execute(
                    """
                    INSERT INTO member_field_value (merchant_id, member_id, field_id, value) VALUES (@m, @member, @id, @value)
                    ON CONFLICT (merchant_id, member_id, field_id) DO UPDATE SET value = excluded.value
                    """,
                    new
                    {
                        member,
                        id,
                        value,
                    }
                );
    }
}
