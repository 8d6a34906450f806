using System.ComponentModel.DataAnnotations;
using Shuke.Core.Members;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Members;

/// <summary>PUT /members/{id}: staff edits a profile; the phone is left alone unless a new one is given.</summary>
public static class EditMember
{
    public sealed record Request(
        [StringLength(40)] string Name,
        Gender Gender,
        BirthdayText? Birthday,
        [StringLength(120)] string Email,
        [StringLength(200)] string Address,
        [StringLength(500)] string Notes,
        StoreId? PreferredStoreId,
        StaffId? ConsultantId,
        IReadOnlyList<FieldValue> Fields,
        [StringLength(20)] string? NewPhone = null
    );

    public sealed record Reply(MemberId Id, long Version) : IVersioned;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Put("/members/{id}", Permission.MembersEdit, Handle).WithSummary("Edit a member's profile.");

    public static async Task<Outcome<Reply>> Handle(
        MemberId id,
        Request request,
        IfMatch match,
        Tx tx,
        Caller caller,
        Vault vault
    )
    {
        if (await Roster.Lock(tx, id) is not { } before)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (Roster.IsGone(before))
            return MemberReasons.Gone;
        if (before.Version != match.Version + 1)
            return CommonReasons.Stale;
        if (await Check(tx, request) is { } wrong)
            return wrong;
        if (FieldBook.Check(await FieldBook.All(tx), request.Fields, atTill: false).No(out var fields, out var refusal))
            return refusal;

        var termsBefore = Terms.Of(before.Name, await Terms.Plates(tx, id));
        var fieldsBefore = await FieldBook.Values(tx, id);
        var after = Changed(before, request, tx, vault);
        if (request.NewPhone is { Length: > 0 } newPhone)
        {
            if ((await ChangePhone(tx, vault, after, newPhone, caller.Language)).No(out after, out var taken))
                return taken;
        }
        await Save(tx, after);
        await FieldBook.Write(tx, id, fields);
        await Terms.Change(tx, id, termsBefore, Terms.Of(after.Name, await Terms.Plates(tx, id)));

        var changed = Difference(before, after, fieldsBefore, await FieldBook.Values(tx, id));
        if (changed.Count > 0)
            tx.Audit(
                new(
                    caller,
                    "member.edited",
                    "member",
                    id.ToString(),
                    new { before.Name, phone = before.PhoneMask },
                    new
                    {
                        after.Name,
                        phone = after.PhoneMask,
                        changed,
                    }
                )
            );
        if (Roster.IsComplete(after) && !Roster.IsComplete(before))
            tx.Tell(new ProfileCompleted(id, caller.StoreId, tx.Now));
        return new Reply(id, after.Version);
    }

    private static async Task<Refusal?> Check(Tx tx, Request request)
    {
        if (request.Birthday is { } birthday && !Profiles.IsBirthday(birthday, tx.Now))
            return MemberReasons.BirthdayInvalid;
        if (request.PreferredStoreId is { } store && await OrgPublic.Store(tx, store) is null)
            return CommonReasons.NotFound.With(("what", "门店"));
        if (request.ConsultantId is { } consultant && await OrgPublic.StaffName(tx, consultant) is null)
            return CommonReasons.NotFound.With(("what", "员工"));
        return null;
    }

    private static MemberRow Changed(MemberRow row, Request request, Tx tx, Vault vault) =>
        row with
        {
            Name = request.Name.Trim(),
            Gender = request.Gender,
            BirthdayKind = request.Birthday?.Kind,
            BirthdayMonth = request.Birthday?.Month,
            BirthdayDay = request.Birthday?.Day,
            BirthdayYear = request.Birthday?.Year,
            EmailSealed = Sealed(tx, vault, row.EmailSealed, request.Email.Trim()),
            AddressSealed = Sealed(tx, vault, row.AddressSealed, request.Address.Trim()),
            Notes = request.Notes.Trim(),
            PreferredStoreId = request.PreferredStoreId,
            ConsultantId = request.ConsultantId,
        };

    /// <summary>The same text keeps its seal, so that what did not change does not look changed.</summary>
    private static string? Sealed(Tx tx, Vault vault, string? before, string text) =>
        text.Length == 0 ? null
        : before is not null && vault.Unseal(tx.Merchant, before) == text ? before
        : vault.Seal(tx.Merchant, text);

    private static async Task<Outcome<MemberRow>> ChangePhone(
        Tx tx,
        Vault vault,
        MemberRow row,
        string text,
        Language language
    )
    {
        if (Phones.Normalize(text) is not { } phone)
            return MemberReasons.PhoneInvalid;
        if (await PhoneBook.Owner(tx, vault, phone) == row.Id)
            return row;
        await PhoneBook.Free(tx, row.Id);
        if (await PhoneBook.Claim(tx, vault, phone, row.Id, language) is { } taken)
            return taken;
        return row with { PhoneSealed = vault.Seal(tx.Merchant, phone), PhoneMask = Phones.Mask(phone) };
    }

    internal static Task Save(Tx tx, MemberRow row) =>
        tx.Execute(
            """
            UPDATE member SET name = @name, phone_sealed = @phoneSealed, phone_mask = @phoneMask, gender = @gender, birthday_kind = @birthdayKind,
                birthday_month = @birthdayMonth, birthday_day = @birthdayDay, birthday_year = @birthdayYear, email_sealed = @emailSealed,
                address_sealed = @addressSealed, notes = @notes, preferred_store_id = @preferredStoreId, consultant_id = @consultantId
            WHERE merchant_id = @m AND id = @id
            """,
            row
        );

    /// <summary>The names of what changed; the values of sealed columns never reach the audit log.</summary>
    private static List<string> Difference(
        MemberRow before,
        MemberRow after,
        List<FieldValue> fieldsBefore,
        List<FieldValue> fieldsAfter
    )
    {
        var changed = new List<string>();
        void Note(string name, bool differs)
        {
            if (differs)
                changed.Add(name);
        }
        Note("name", before.Name != after.Name);
        Note("phone", before.PhoneSealed != after.PhoneSealed);
        Note("gender", before.Gender != after.Gender);
        Note("birthday", Roster.BirthdayText(before) != Roster.BirthdayText(after));
        Note("email", before.EmailSealed != after.EmailSealed);
        Note("address", before.AddressSealed != after.AddressSealed);
        Note("notes", before.Notes != after.Notes);
        Note("preferredStore", before.PreferredStoreId != after.PreferredStoreId);
        Note("consultant", before.ConsultantId != after.ConsultantId);
        Note("fields", !fieldsBefore.ToHashSet().SetEquals(fieldsAfter));
        return changed;
    }
}
