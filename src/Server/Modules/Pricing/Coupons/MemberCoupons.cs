using System.ComponentModel.DataAnnotations;
using Shuke.Core.Coupons;
using Shuke.Server.Modules.Members;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// GET /members/{id}/coupons: what a member holds, those that end first first; POST /coupons/{id}/void: staff takes one
/// away; GET /coupons/{id}: one with its uses.
/// </summary>
public static class MemberCoupons
{
    /// <param name="State">only those that are in this state now</param>
    public sealed record Filter([property: StringLength(20)] string? State = null);

    public sealed record Reply(IReadOnlyList<CouponView> Coupons, long Usable);

    public sealed record VoidRequest([StringLength(200, MinimumLength = 2)] string Reason);

    public sealed record Use(
        OrderId OrderId,
        StoreId StoreId,
        Money Discount,
        Money Sales,
        Instant At,
        Instant? ReturnedAt
    );

    /// <param name="PartnerCode">a partner's code, for the one who holds the coupon</param>
    public sealed record One(CouponView Coupon, IReadOnlyList<Use> Uses, string? PartnerCode);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/members/{id}/coupons", Permission.MembersView, Handle).WithSummary("The coupons of a member.");
        routes.Get("/coupons/{id}", Permission.CouponsView, Show).WithSummary("One coupon with its uses.");
        routes.Post("/coupons/{id}/void", Permission.CouponsIssue, Void).WithSummary("Void a coupon.");
    }

    public static async Task<Outcome<Reply>> Handle(MemberId id, [AsParameters] Filter filter, DbRead db, Caller caller)
    {
        if (await MembersPublic.Get(db, id, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        var rows = await db.All<CouponRow>(
            "SELECT * FROM coupon WHERE merchant_id = @m AND member_id = @member ORDER BY valid_to, id LIMIT 500",
            new { member = member.Id }
        );
        var zone = await CouponBook.Zone(db);
        var all = (await CouponBook.Describe(db, rows))
            .Select(c => CouponView.Of(c, db.Now, zone, caller.Language))
            .ToList();
        return new Reply(
            [
                .. all.Where(c => filter.State is null || Names.Of(c.State) == filter.State)
                    .OrderBy(c => c.State is CouponState.Issued or CouponState.Returned ? 0 : 1),
            ],
            all.Count(c => c.State is CouponState.Issued or CouponState.Returned && c.ValidFrom <= db.Now)
        );
    }

    public static async Task<Outcome<One>> Show(CouponId id, DbRead db, Caller caller, Vault vault)
    {
        if (await CouponBook.Find(db, id) is not { } row)
            return CouponReasons.Unknown;
        var uses = await db.All<Use>(
            "SELECT order_id, store_id, discount, sales, at, returned_at FROM coupon_use WHERE merchant_id = @m AND coupon_id = @id ORDER BY id",
            new { id }
        );
        var code = await db.One<string>(
            """
            SELECT p.code_sealed FROM coupon_pool_use u JOIN coupon_pool p
            ON p.merchant_id = u.merchant_id AND p.template_id = u.template_id AND p.no = u.no
            WHERE u.merchant_id = @m AND u.coupon_id = @id
            """,
            new { id }
        );
        return new One(
            await CouponView.Of(db, row, caller.Language),
            uses,
            code is null ? null : vault.Unseal(db.Merchant, code)
        );
    }

    public static async Task<Outcome<CouponView>> Void(CouponId id, VoidRequest request, Tx tx, Caller caller)
    {
        var row = await tx.One<CouponRow>(
            """
            UPDATE coupon SET state = 'void', nth = NULL, locked_for = NULL, locked_until = NULL
            WHERE merchant_id = @m AND id = @id AND state NOT IN ('used', 'void') RETURNING *
            """,
            new { id }
        );
        if (row is null)
            return await CouponBook.Find(tx, id) switch
            {
                null => CouponReasons.Unknown,
                { State: CouponState.Used } => CouponReasons.Used,
                _ => CouponReasons.Void,
            };
        tx.Audit(new(caller, "coupon.voided", "coupon", id.ToString(), Reason: request.Reason));
        return await CouponView.Of(tx, row, caller.Language);
    }

    /// <summary>Two members became one: the coupons of both are theirs. What counts for limits goes along without its number.</summary>
    public static Task OnMerge(Tx tx, MembersMerged fact, IServiceProvider services) =>
        tx.Execute(
            """
            UPDATE coupon SET member_id = @to,
                nth = CASE WHEN nth IS NULL OR issued_to <> @from THEN nth ELSE nth + 1000000 END,
                issued_to = CASE WHEN issued_to = @from THEN @to ELSE issued_to END
            WHERE merchant_id = @m AND member_id = @from
            """,
            new { to = fact.ToId, from = fact.FromId }
        );
}
