using System.ComponentModel.DataAnnotations;
using Shuke.Core.Members;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Members;

/// <summary>POST /members: staff registers a customer at the till; a phone number is enough.</summary>
public static class RegisterMember
{
    public sealed record Request(
        [StringLength(20)] string Phone,
        [StringLength(40)] string Name = "",
        Gender Gender = Gender.Unknown,
        BirthdayText? Birthday = null,
        [StringLength(40)] string CardNumber = "",
        IReadOnlyList<FieldValue>? Fields = null,
        IReadOnlyList<Agreement>? Consents = null
    );

    /// <summary>What the member agreed to, with the version of the text that was shown.</summary>
    public sealed record Agreement(ConsentPurpose Purpose, [StringLength(20, MinimumLength = 1)] string TextVersion);

    public sealed record Reply(MemberId Id, long Number, string Name, string Phone, long Version) : IVersioned;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Post("/members", Permission.MembersRegister, Handle)
            .WithSummary("Register a member by phone at the till.");

    public static async Task<Outcome<Reply>> Handle(Request request, Tx tx, Caller caller, Vault vault)
    {
        if (Phones.Normalize(request.Phone) is not { } phone)
            return MemberReasons.PhoneInvalid;
        if (await PhoneBook.Taken(tx, vault, phone, caller.Language) is { } taken)
            return taken;
        if (request.Birthday is { } birthday && !Profiles.IsBirthday(birthday, tx.Now))
            return MemberReasons.BirthdayInvalid;
        if (
            FieldBook
                .Check(await FieldBook.All(tx), request.Fields ?? [], atTill: true)
                .No(out var fields, out var refusal)
        )
            return refusal;

        var row = new MemberRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.Member>(),
            await Roster.NextNumber(tx),
            request.Name.Trim(),
            vault.Seal(tx.Merchant, phone),
            Phones.Mask(phone),
            request.Gender,
            request.Birthday?.Kind,
            request.Birthday?.Month,
            request.Birthday?.Day,
            request.Birthday?.Year,
            null,
            null,
            "",
            MemberSource.Till,
            caller.StoreId,
            caller.StaffId,
            caller.StoreId,
            null,
            MemberState.Active,
            null,
            tx.Now,
            tx.Now,
            1
        );
        await tx.Insert(row);
        if (await PhoneBook.Claim(tx, vault, phone, row.Id, caller.Language) is { } lost)
            return lost;
        await LedgerPublic.OpenBook(tx, row.Id, registered: true);
        await FieldBook.Write(tx, row.Id, fields.Where(f => f.Value.Length > 0));
        await Terms.Change(tx, row.Id, [], Terms.Of(row.Name, await Terms.Plates(tx, row.Id)));
        foreach (var (purpose, text) in request.Consents ?? [])
            await tx.Insert(
                new ConsentRow(
                    tx.Merchant,
                    tx.NewId<Core.Kinds.Consent>(),
                    row.Id,
                    purpose,
                    true,
                    text,
                    ConsentChannel.Till,
                    caller.StaffId,
                    tx.Now
                )
            );
        tx.Audit(
            new(
                caller,
                "member.registered",
                "member",
                row.Id.ToString(),
                After: new
                {
                    row.Number,
                    row.Name,
                    phone = row.PhoneMask,
                }
            )
        );
        if (request.CardNumber.Length > 0 && await BindCard.Bind(tx, caller, row, request.CardNumber) is { } unbound)
            return unbound;

        tx.Tell(new MemberRegistered(row.Id, row.Number, row.Source, caller.StoreId, caller.StaffId, tx.Now));
        if (Roster.IsComplete(row))
            tx.Tell(new ProfileCompleted(row.Id, caller.StoreId, tx.Now));
        return new Reply(row.Id, row.Number, Roster.DisplayName(row, caller.Language), row.PhoneMask!, row.Version);
    }
}
