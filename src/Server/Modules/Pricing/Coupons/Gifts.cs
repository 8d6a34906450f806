using System.ComponentModel.DataAnnotations;
using Shuke.Core.Coupons;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// POST /coupons/{id}/gift: a coupon is wrapped for somebody else and answers a secret link; .../gift/withdraw takes it
/// back. GET, POST /gifts/{shop}/{code}: whoever has the link takes it. Nobody took it in time: it is the giver's again,
/// because the lock ends by itself.
/// </summary>
public static class Gifts
{
    public sealed record Wrapped(CouponGiftId Id, string Code, string Path, Instant Until);

    /// <param name="Ticket">made by the taker's device: the same request sent twice gets the same answer</param>
    public sealed record TakeRequest(
        [StringLength(30, MinimumLength = 1)] string Phone,
        [StringLength(64, MinimumLength = 16)] string Ticket
    );

    public sealed record Shown(string Shop, string Name, string Says, bool Open, Instant Until);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .Session("POST", "/coupons/{id}/gift", Permission.TillSell, Wrap)
            .WithSummary("Wrap a member's coupon as a gift; answers a secret link.");
        routes.Post("/coupons/{id}/gift/withdraw", Permission.TillSell, Withdraw).WithSummary("Take a gift back.");
        routes.Get("/gifts/{shop}/{code}", Permission.Anyone, Show).WithSummary("What a gift holds.");
        routes.Session("POST", "/gifts/{shop}/{code}", Permission.Anyone, Take).WithSummary("Take a gift.");
    }

    public static async Task<Outcome<Wrapped>> Wrap(CouponId id, Tx tx, Caller caller, Vault vault)
    {
        if (await CouponBook.Find(tx, id) is not { MemberId: { } giver } row)
            return CouponReasons.Unknown;
        var coupon = (await CouponBook.Describe(tx, [row]))[0];
        if (CouponLife.WhyNotGive(coupon.Facts, coupon.Terms, tx.Now, await CouponBook.Zone(tx)) is { } refusal)
            return refusal;
        var settings = await OrgPublic.Setting<CouponSettings>(tx);
        var gift = tx.NewId<Core.Kinds.CouponGift>();
        var until = tx.Now.Plus(TimeSpan.FromHours(settings.GiftHours));
        if (until > row.ValidTo)
            until = row.ValidTo;
        if (await CouponRows.Lock(tx, [id], Lock(gift), until) is { Count: > 0 })
            return CouponReasons.Locked;
        var code = CouponCodes.OfGift(tx, vault, gift);
        await tx.Insert(
            new CouponGiftRow(
                tx.Merchant,
                gift,
                id,
                giver,
                CouponCodes.Hash(tx, vault, code),
                GiftState.Open,
                until,
                null,
                null,
                tx.Now,
                null
            )
        );
        tx.Audit(new(caller, "coupon.wrapped", "coupon", id.ToString(), After: new { giver, until }));
        return new Wrapped(gift, CouponCode.Grouped(code), $"/gift/{tx.Merchant}/{code}", until);
    }

    public static async Task<Outcome<CouponView>> Withdraw(CouponId id, Tx tx, Caller caller)
    {
        var gift = await tx.One<CouponGiftRow>(
            "UPDATE coupon_gift SET state = 'withdrawn' WHERE merchant_id = @m AND coupon_id = @id AND state = 'open' AND until > @now RETURNING *",
            new { id, now = tx.Now }
        );
        if (gift is null)
            return CouponReasons.GiftOver;
        await CouponRows.Unlock(tx, [Lock(gift.Id)]);
        tx.Audit(new(caller, "coupon.unwrapped", "coupon", id.ToString()));
        return await CouponView.Of(tx, (await CouponBook.Find(tx, id))!, caller.Language);
    }

    public static async Task<Outcome<Shown>> Show(MerchantId shop, string code, DbRead db, Caller caller, Vault vault)
    {
        db.ActFor(shop);
        if (await Find(db, vault, code) is not { } gift)
            return CouponReasons.Unknown;
        var coupon = (await CouponBook.Describe(db, [(await CouponBook.Find(db, gift.CouponId))!]))[0];
        return new Shown(
            await OrgPublic.MerchantName(db),
            coupon.Name,
            CouponSentence.Of(coupon.Terms).In(caller.Language),
            gift.State == GiftState.Open && gift.Until > db.Now,
            gift.Until
        );
    }

    public static async Task<Outcome<ClaimCoupon.Reply>> Take(
        MerchantId shop,
        string code,
        TakeRequest request,
        Tx tx,
        Caller caller,
        Vault vault
    )
    {
        tx.ActFor(shop);
        if (Phones.Normalize(request.Phone) is not { } phone)
            return CouponReasons.ClaimPhone;
        if (await Find(tx, vault, code) is not { } gift)
            return CouponReasons.Unknown;
        if (gift.State == GiftState.Taken && gift.Ticket == request.Ticket)
            return await ClaimCoupon.Answer(tx, vault, (await CouponBook.Find(tx, gift.CouponId))!, caller.Language);
        var member = await MembersPublic.FindByPhone(tx, vault, phone) is { State: MemberState.Active } m
            ? m.Id
            : (MemberId?)null;
        if (member == gift.FromMember)
            return CouponReasons.GiftOwn;
        var taken = await tx.Execute(
            """
            UPDATE coupon_gift SET state = 'taken', to_member = @member, ticket = @ticket, taken_at = @now
            WHERE merchant_id = @m AND id = @id AND state = 'open' AND until > @now
            """,
            new
            {
                id = gift.Id,
                member,
                ticket = request.Ticket,
                now = tx.Now,
            }
        );
        // The coupon gets a code of its taker's own; whatever code it had before opens nothing any more.
        var row = (await CouponBook.Find(tx, gift.CouponId))!;
        var moved = await tx.One<CouponRow>(
            """
            UPDATE coupon SET state = 'issued', locked_for = NULL, locked_until = NULL, member_id = @member, code_hash = @hash,
                code_no = code_no + 1
            WHERE merchant_id = @m AND id = @id AND state = 'locked' AND locked_for = @lock AND valid_to > @now RETURNING *
            """,
            new
            {
                id = gift.CouponId,
                member,
                hash = CouponCodes.Hash(tx, vault, CouponCodes.Of(tx, vault, row.Id, row.CodeNo + 1)),
                @lock = Lock(gift.Id),
                now = tx.Now,
            }
        );
        return taken == 0 || moved is null
            ? CouponReasons.GiftOver
            : await ClaimCoupon.Answer(tx, vault, moved, caller.Language);
    }

    private static Task<CouponGiftRow?> Find(DbRead db, Vault vault, string code) =>
        db.One<CouponGiftRow>(
            "SELECT * FROM coupon_gift WHERE merchant_id = @m AND code_hash = @hash",
            new { hash = CouponCodes.Hash(db, vault, CouponCode.Clean(code)) }
        );

    private static string Lock(CouponGiftId gift) => "gift:" + gift;
}
