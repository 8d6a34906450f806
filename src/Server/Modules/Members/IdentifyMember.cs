using System.ComponentModel.DataAnnotations;
using Shuke.Core.Members;

namespace Shuke.Server.Modules.Members;

/// <summary>POST /members/identify: the till scanned a member's dynamic code. It works once, and only for its half minute.</summary>
public static class IdentifyMember
{
    public sealed record Request([StringLength(40)] string Code);

    public sealed record Reply(MemberId Id, long Number, string Name, string? Phone, MemberState State);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Post("/members/identify", Permission.MembersView, Handle)
            .WithSummary("Spend a dynamic member code: who is it?");

    public static async Task<Outcome<Reply>> Handle(Request request, Tx tx, Caller caller, Vault vault)
    {
        if (FindQuery.Read(request.Code).Code is not { } code)
            return MemberReasons.CodeWrong;
        var owner = await tx.One<MemberRow>(
            "SELECT * FROM member WHERE merchant_id = @m AND number = @number",
            new { number = DynamicCode.NumberIn(code) }
        );
        if (owner is null || Roster.IsGone(owner))
            return MemberReasons.CodeWrong;
        var check = DynamicCode.Check(code, Key(vault, tx.Merchant, owner.Id), DynamicCode.StepOf(tx.Now));
        if (check.Verdict == CodeVerdict.Wrong)
            return MemberReasons.CodeWrong;
        if (check.Verdict == CodeVerdict.Expired)
            return MemberReasons.CodeExpired;
        if (!await Spend(tx, owner.Id, check.Step))
            return MemberReasons.CodeUsed;
        var member = MembersPublic.Info(owner, caller.Language);
        return new Reply(member.Id, member.Number, member.Name, member.Phone, member.State);
    }

    internal static byte[] Key(Vault vault, MerchantId merchant, MemberId member) =>
        vault.Derive(merchant, "member-code/" + member);

    /// <summary>A step is spent together with all before it: a picture of the code before this one is worthless too.</summary>
    private static async Task<bool> Spend(Tx tx, MemberId member, long step) =>
        await tx.Execute(
            """
            INSERT INTO member_code_use (merchant_id, member_id, last_step, used_at) VALUES (@m, @member, @step, @now)
            ON CONFLICT (merchant_id, member_id) DO UPDATE SET last_step = excluded.last_step, used_at = excluded.used_at
            WHERE member_code_use.last_step < excluded.last_step
            """,
            new
            {
                member,
                step,
                now = tx.Now,
            }
        ) == 1;
}
