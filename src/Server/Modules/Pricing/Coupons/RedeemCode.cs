using System.ComponentModel.DataAnnotations;
using Shuke.Core.Coupons;
using Shuke.Server.Modules.Members;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// POST /coupons/redeem: the till or counter enters a code. A word gives the member a coupon; a single code answers the
/// coupon it stands for and, when nobody holds it yet, puts it into the member's hands.
/// </summary>
public static class RedeemCode
{
    public sealed record Request([StringLength(60, MinimumLength = 1)] string Code, MemberId? MemberId = null);

    public sealed record Reply(CouponView Coupon);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Post("/coupons/redeem", Permission.TillSell, Handle).WithSummary("Enter a coupon's code or word.");

    public static async Task<Outcome<Reply>> Handle(Request request, Tx tx, Caller caller, Vault vault)
    {
        MemberInfo? member = null;
        if (request.MemberId is { } id)
        {
            member = await MembersPublic.Get(tx, id, caller.Language);
            if (member is null)
                return CommonReasons.NotFound.With(("what", "会员"));
            if (member.WhyNot() is { } whyNot)
                return whyNot;
        }
        var clean = CouponCode.Clean(request.Code);
        if (CouponCode.HasForm(clean))
            return CouponCode.IsWhole(clean)
                ? await Single(tx, caller, vault, clean, member)
                : CouponReasons.CodeMistyped.With(("code", CouponCode.Grouped(clean)));
        return await Word(tx, caller, vault, CouponWords.Clean(request.Code), member);
    }

    private static async Task<Outcome<Reply>> Single(
        Tx tx,
        Caller caller,
        Vault vault,
        string clean,
        MemberInfo? member
    )
    {
        var row = await tx.One<CouponRow>(
            "SELECT * FROM coupon WHERE merchant_id = @m AND code_hash = @hash",
            new { hash = CouponCodes.Hash(tx, vault, clean) }
        );
        if (row is null)
            return CouponReasons.Unknown;
        if (row.MemberId is null && member is not null && row.State is not (CouponState.Used or CouponState.Void))
            row =
                await tx.One<CouponRow>(
                    "UPDATE coupon SET member_id = @member WHERE merchant_id = @m AND id = @id AND member_id IS NULL RETURNING *",
                    new { id = row.Id, member = member.Id }
                ) ?? (await CouponBook.Find(tx, row.Id))!;
        return new Reply(await CouponView.Of(tx, row, caller.Language));
    }

    private static async Task<Outcome<Reply>> Word(Tx tx, Caller caller, Vault vault, string word, MemberInfo? member)
    {
        if (await CouponWords.Find(tx, word) is not { } known)
            return CouponReasons.Unknown;
        if (member is null)
            return CouponReasons.MemberNeeded;
        var taken = await tx.One<CouponWordRow>(
            """
            UPDATE coupon_word SET taken = taken + 1
            WHERE merchant_id = @m AND word = @word AND active AND (total_max IS NULL OR taken < total_max) RETURNING *
            """,
            new { word }
        );
        if (taken is null)
            return CouponReasons.CodeOver.With(("code", word));
        var batch = (await Batches.Find(tx, known.BatchId))!;
        var limit = (await CouponBook.Template(tx, batch.TemplateId))!.PerMember ?? 1;
        return (await Issuing.Give(tx, vault, batch, member.Id, 1, withCode: false, limit)).No(
            out var given,
            out var refusal
        )
            ? refusal
            : new Reply(await CouponView.Of(tx, given[0], caller.Language));
    }
}
