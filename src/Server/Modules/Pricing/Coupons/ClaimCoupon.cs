using System.ComponentModel.DataAnnotations;
using Shuke.Core.Coupons;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// GET, POST /claims/{shop}/{code}: anybody claims a coupon with a phone number. The answer is a code to show at the till;
/// the coupon also lies with the member who has this phone. It is the same whether there is one, so nobody learns here who
/// is a member.
/// </summary>
public static class ClaimCoupon
{
    private static readonly TimeSpan AddressWindow = TimeSpan.FromHours(24);

    /// <param name="Ticket">made by the claimer's device and kept there: the same claim sent twice gets the same coupon</param>
    public sealed record Request(
        [StringLength(30, MinimumLength = 1)] string Phone,
        [StringLength(64, MinimumLength = 16)] string Ticket
    );

    public sealed record Reply(string Name, string Says, string Code, Instant ValidFrom, BusinessDay LastDay);

    public sealed record Page(
        string Shop,
        string Title,
        string Name,
        string Says,
        bool Open,
        Instant StartsAt,
        Instant EndsAt,
        long PerPerson
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/claims/{shop}/{code}", Permission.Anyone, Show).WithSummary("What a claim page offers.");
        routes
            .Session("POST", "/claims/{shop}/{code}", Permission.Anyone, Handle)
            .WithSummary("Claim a coupon with a phone number.");
    }

    public static async Task<Outcome<Page>> Show(MerchantId shop, string code, DbRead db, Caller caller)
    {
        db.ActFor(shop);
        if (await Find(db, code) is not { } page)
            return CouponReasons.Unknown;
        var template = (await CouponBook.Template(db, page.TemplateId))!;
        return new Page(
            await OrgPublic.MerchantName(db),
            page.Title,
            template.Name,
            CouponSentence.Of(await CouponBook.Terms(db, template.Id, template.TermsNo)).In(caller.Language),
            WhyNot(page, db.Now) is null
                && (page.TotalMax is null || page.Claimed < page.TotalMax)
                && template.State == TemplateState.Active
                && (template.Stock is null || template.Issued < template.Stock),
            page.StartsAt,
            page.EndsAt,
            page.PerPerson
        );
    }

    public static async Task<Outcome<Reply>> Handle(
        MerchantId shop,
        string code,
        Request request,
        Tx tx,
        Caller caller,
        Vault vault
    )
    {
        tx.ActFor(shop);
        if (Phones.Normalize(request.Phone) is not { } phone)
            return CouponReasons.ClaimPhone;
        if (await Find(tx, code) is not { } page)
            return CouponReasons.Unknown;
        var claimer = vault.BlindIndex(tx.Merchant, "coupon-claimer", phone);
        if (await Before(tx, page, request.Ticket, claimer) is { } same)
            return await Answer(tx, vault, same, caller.Language);
        if (WhyNot(page, tx.Now) is { } refusal)
            return refusal;
        // The page's row is the lock: limits are counted after it, in the order in which claims got it.
        var taken = await tx.One<ClaimPageRow>(
            """
            UPDATE claim_page SET claimed = claimed + 1
            WHERE merchant_id = @m AND id = @id AND active AND (total_max IS NULL OR claimed < total_max) RETURNING *
            """,
            new { id = page.Id }
        );
        if (taken is null)
            return CouponReasons.ClaimOver;
        if (await FromHere(tx, page, caller.Address) >= page.PerAddress)
            return CouponReasons.ClaimTooMany;
        var had = await tx.One<long>(
            "SELECT COUNT(*) FROM coupon_claim WHERE merchant_id = @m AND page_id = @page AND claimer = @claimer",
            new { page = page.Id, claimer }
        );
        if (had >= page.PerPerson)
            return CouponReasons.ClaimLimit.With(("limit", page.PerPerson));
        var batch = (await Batches.Find(tx, page.BatchId))!;
        var member = await MembersPublic.FindByPhone(tx, vault, phone) is { State: MemberState.Active } m
            ? m.Id
            : (MemberId?)null;
        if ((await Issuing.Give(tx, vault, batch, member, 1, withCode: true)).No(out var given, out refusal))
            return refusal.Code == CouponReasons.LimitReached.Code
                ? CouponReasons.ClaimLimit.With(("limit", page.PerPerson))
                : CouponReasons.ClaimOver;
        await tx.Insert(
            new CouponClaimRow(
                tx.Merchant,
                page.Id,
                claimer,
                had + 1,
                request.Ticket,
                given[0].Id,
                caller.Address,
                tx.Now
            )
        );
        return await Answer(tx, vault, given[0], caller.Language);
    }

    private static Refusal? WhyNot(ClaimPageRow page, Instant now) =>
        !page.Active || now >= page.EndsAt ? CouponReasons.ClaimOver.With()
        : now < page.StartsAt ? CouponReasons.ClaimNotYet.With()
        : null;

    private static Task<ClaimPageRow?> Find(DbRead db, string code) =>
        db.One<ClaimPageRow>(
            "SELECT * FROM claim_page WHERE merchant_id = @m AND code = @code",
            new { code = CouponCode.Clean(code) }
        );

    private static Task<CouponRow?> Before(DbRead db, ClaimPageRow page, string ticket, byte[] claimer) =>
        db.One<CouponRow>(
            """
            SELECT c.* FROM coupon_claim x JOIN coupon c ON c.merchant_id = x.merchant_id AND c.id = x.coupon_id
            WHERE x.merchant_id = @m AND x.page_id = @page AND x.ticket = @ticket AND x.claimer = @claimer
            """,
            new
            {
                page = page.Id,
                ticket,
                claimer,
            }
        );

    private static Task<long> FromHere(DbRead db, ClaimPageRow page, string address) =>
        db.One<long>(
            "SELECT COUNT(*) FROM coupon_claim WHERE merchant_id = @m AND page_id = @page AND address = @address AND at > @since",
            new
            {
                page = page.Id,
                address,
                since = db.Now.Plus(-AddressWindow),
            }
        );

    internal static async Task<Reply> Answer(DbRead db, Vault vault, CouponRow row, Language language)
    {
        var coupon = (await CouponBook.Describe(db, [row]))[0];
        return new(
            coupon.Name,
            CouponSentence.Of(coupon.Terms).In(language),
            CouponCode.Grouped(CouponCodes.Of(db, vault, row.Id, row.CodeNo)),
            row.ValidFrom,
            CouponLife.LastDay(row.ValidTo, await CouponBook.Zone(db))
        );
    }
}
