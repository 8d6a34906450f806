using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Shuke.Core.Conditions;
using Shuke.Core.Coupons;
using Shuke.Core.Ledger;
using Shuke.Core.Pricing;
using Shuke.Core.Pricing.Promotions;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// What a checkout, a refund and other modules call. For a batch of tickets of one merchant:
/// <list type="number">
/// <item><see cref="CouponsFor"/> (all members of the batch, one query) or <see cref="CouponsOf"/> (the coupons the carts
/// name, one query): coupons with their terms; nothing is locked.</item>
/// <item><see cref="CouponLife.WhyNot"/> (pure) says per coupon whether it can be used here and now; pricing says what it
/// gives.</item>
/// <item><see cref="UseCoupons"/> writes all uses of the batch in two statements and answers the coupons that were not free
/// any more: the tickets that named them are refused and must not be written. Call it before other rows of the batch.</item>
/// <item><see cref="ReturnCoupons"/> after a refund, in the refund's transaction.</item>
/// </list>
/// An order that is not paid yet holds its coupons with <see cref="LockCoupons"/>; the lock ends by itself, or with
/// <see cref="UnlockCoupons"/>, and is no hindrance to <see cref="UseCoupons"/> for the same order.
/// <para>
/// Promotions: <see cref="Promotions"/> is the compiled set that counts now, kept in memory (one small query says whether it
/// still holds); hand it to <c>PricingFacts.Promotions</c>. <see cref="CountersFor"/> loads for the whole batch what limited
/// promotions have used up; <see cref="PromotionCounters.For"/> goes to <c>PricingFacts.Usage</c> of each ticket, and
/// <see cref="PromotionCounters.Count"/> after each ticket that was decided, so that the next one sees it.
/// <see cref="UsePromotions"/> writes counters (conditionally) and uses, and answers promotions whose limit was reached by
/// somebody else meanwhile: then nothing of the batch may be kept; decide again, one by one. <see cref="ReturnPromotions"/>
/// after a whole refund frees what the ticket used up.
/// </para>
/// <para>A member's coupons become offers for the engine by <see cref="CouponOffers.Of"/>.</para>
/// </summary>
public static class PricingPublic
{
    /// <summary>The promotions that count now, compiled; conditions on stores, tiers and times are inside.</summary>
    public static Task<PromotionSet> Promotions(DbRead db) => PromotionBook.Now(db);

    /// <summary>What the limited promotions of the set have used up, for all tickets of a batch: one query.</summary>
    public static Task<PromotionCounters> CountersFor(
        DbRead db,
        PromotionSet set,
        IReadOnlyList<(MemberId? Member, BusinessDay Day)> tickets
    ) => PromotionCounters.Load(db, set, tickets);

    /// <summary>Writes what was counted, and one row for each use; answers promotions whose limit did not hold any more.</summary>
    public static async Task<IReadOnlySet<PromotionId>> UsePromotions(
        Tx tx,
        PromotionCounters counters,
        IReadOnlyList<PromotionUse> uses
    )
    {
        var refused = await counters.Write(tx);
        if (refused.Count == 0)
            await tx.InsertMany(
                uses.Select(u => new PromotionUseRow(
                        tx.Merchant,
                        tx.NewId(),
                        u.PromotionId,
                        u.Version,
                        u.OrderId,
                        u.StoreId,
                        u.MemberId,
                        u.Discount,
                        u.Sales,
                        u.Limited,
                        u.Day,
                        tx.Now,
                        null
                    ))
                    .ToList()
            );
        return refused;
    }

    /// <summary>The whole ticket came back: its uses of limited promotions are free again.</summary>
    public static async Task ReturnPromotions(Tx tx, OrderId order)
    {
        var back = await tx.All<PromotionUseRow>(
            "UPDATE promotion_use SET returned_at = @now WHERE merchant_id = @m AND order_id = @order AND returned_at IS NULL RETURNING *",
            new { order, now = tx.Now }
        );
        await PromotionCounters.GiveBack(tx, back);
    }

    /// <summary>
    /// The coupons these members hold that are neither used, void nor past their time: those not open yet and those held by
    /// an order are among them, so that the till can say why. Soonest end first.
    /// </summary>
    public static async Task<ILookup<MemberId, HeldCoupon>> CouponsFor(DbRead db, IReadOnlyList<MemberId> members)
    {
        if (members.Count == 0)
            return Array.Empty<HeldCoupon>().ToLookup(c => c.Facts.Holder!.Value);
        var rows = await db.All<CouponRow>(
            """
            SELECT * FROM coupon WHERE merchant_id = @m AND member_id IN @members
            AND state IN ('issued', 'returned', 'locked') AND valid_to > @now ORDER BY valid_to, id
            """,
            new { members, now = db.Now }
        );
        return (await CouponBook.Describe(db, rows)).ToLookup(c => c.Facts.Holder!.Value);
    }

    /// <summary>The coupons of these ids, in whatever state they are; unknown ids are left out.</summary>
    public static async Task<IReadOnlyDictionary<CouponId, HeldCoupon>> CouponsOf(
        DbRead db,
        IReadOnlyList<CouponId> ids
    )
    {
        if (ids.Count == 0)
            return new Dictionary<CouponId, HeldCoupon>();
        var rows = await db.All<CouponRow>("SELECT * FROM coupon WHERE merchant_id = @m AND id IN @ids", new { ids });
        return (await CouponBook.Describe(db, rows)).ToDictionary(c => c.Id);
    }

    /// <summary>Uses coupons of any number of tickets at once; answers those that were not free any more.</summary>
    public static Task<IReadOnlySet<CouponId>> UseCoupons(Tx tx, IReadOnlyList<CouponUse> uses) =>
        CouponRows.Use(tx, uses);

    /// <summary>Holds coupons for an unpaid order until a moment; answers those that could not be held.</summary>
    public static Task<IReadOnlySet<CouponId>> LockCoupons(
        Tx tx,
        IReadOnlyList<CouponId> coupons,
        OrderId order,
        Instant until
    ) => CouponRows.Lock(tx, coupons, CouponRows.LockName(order), until);

    /// <summary>Lets go the coupons of orders that will not be paid.</summary>
    public static Task UnlockCoupons(Tx tx, IReadOnlyList<OrderId> orders) =>
        CouponRows.Unlock(tx, [.. orders.Select(CouponRows.LockName)]);

    /// <summary>
    /// Gives back what the merchant's policy says (spec 18): after a whole refund a coupon can be used again, by default for
    /// three days at least; after a part it stays used unless the policy asks whether what was kept would have earned it.
    /// </summary>
    /// <param name="whole">nothing of the ticket is kept</param>
    /// <param name="kept">what the goods that are kept come to, fen</param>
    public static async Task<IReadOnlyList<CouponId>> ReturnCoupons(
        Tx tx,
        OrderId order,
        bool whole,
        Money kept,
        StoreInfo store
    )
    {
        var settings = await OrgPublic.Setting<CouponSettings>(tx);
        return await CouponRows.Return(tx, order, whole, kept, settings.Policy(tx.Now, store.Zone));
    }

    /// <summary>The templates that give coupons now, with their names.</summary>
    public static async Task<IReadOnlyList<(CouponTemplateId Id, string Name)>> CouponNames(DbRead db) =>
        await db.All<(CouponTemplateId Id, string Name)>(
            "SELECT id, name FROM coupon_template WHERE merchant_id = @m AND state = 'active' ORDER BY id DESC"
        );

    /// <summary>Coupons of a template for a member, for instance by a rule; the title names the rule in the template's results.</summary>
    public static async Task<Outcome<IReadOnlyList<CouponId>>> GiveCoupons(
        Tx tx,
        Vault vault,
        CouponTemplateId template,
        MemberId member,
        int count,
        string title
    )
    {
        if (await CouponBook.Template(tx, template) is not { } row)
            return CouponTemplates.NotFound();
        var batch = await Issuing.Standing(tx, row, CouponSource.Rule, title, null);
        return (await Issuing.Give(tx, vault, batch, member, count, withCode: false)).No(out var given, out var refusal)
            ? refusal
            : given.Select(g => g.Id).ToList();
    }

    /// <summary>All coupons of a pack for a member, or none.</summary>
    public static async Task<Outcome<IReadOnlyList<CouponId>>> GivePack(
        Tx tx,
        Vault vault,
        CouponPackId pack,
        MemberId member
    ) =>
        (await Packs.GiveAll(tx, vault, pack, member, null)).No(out var given, out var refusal)
            ? refusal
            : given.Select(g => g.Id).ToList();
}

/// <summary>What limited promotions have used up, for one batch of tickets; see PromotionCounters.cs.</summary>
public sealed partial class PromotionCounters;

/// <summary>One promotion's part in a ticket.</summary>
/// <param name="Version">the version that counted</param>
/// <param name="Discount">what it took off, fen</param>
/// <param name="Sales">what the ticket came to, fen</param>
/// <param name="Limited">it has limits, and was counted against them</param>
public sealed record PromotionUse(
    PromotionId PromotionId,
    int Version,
    OrderId OrderId,
    StoreId StoreId,
    MemberId? MemberId,
    Money Discount,
    Money Sales,
    bool Limited,
    BusinessDay Day
);

/// <summary>A member's coupons as offers for the pricing engine.</summary>
public static class CouponOffers
{
    /// <summary>
    /// The offer a coupon makes to a cart; null for kinds that are not used on goods (top-up bonus, parking, a partner's
    /// code). Ask <see cref="CouponLife.WhyNot"/> first: stores, tiers, days and hours are decided there.
    /// </summary>
    public static CouponOffer? Of(HeldCoupon coupon, CouponPick pick = CouponPick.Auto) =>
        Args(coupon.Terms) is not { } args
            ? null
            : new()
            {
                Id = coupon.Id,
                TemplateId = coupon.TemplateId,
                Name = coupon.Name,
                Args = args,
                Where = Where(coupon.Terms),
                ValidTo = coupon.Facts.ValidTo,
                Stackable = coupon.Terms.Stackable,
                WithPromotions = coupon.Terms.WithPromotions,
                Pick = pick,
            };

    private static OfferArgs? Args(CouponTerms t)
    {
        var goods = new Goods
        {
            Products = t.Products,
            Categories = t.Categories,
            NotProducts = t.NotProducts,
        };
        return t.Kind switch
        {
            CouponKind.CashOff or CouponKind.ThresholdOff => new AmountOff(goods, t.Amount, t.MinSpend),
            CouponKind.PercentOff => new OrderDiscount(goods, t.Price, null, t.MinSpend, t.Cap),
            CouponKind.Exchange or CouponKind.Gift => new Exchange(goods, t.Pieces),
            CouponKind.FixedPrice => new FixedPrice(goods, t.Amount, t.Pieces),
            CouponKind.ItemDiscount => new OneItem(goods, t.Price, t.Pieces),
            CouponKind.Fuel => new UnitOff(goods, t.Amount),
            CouponKind.Freight => new FreeShipping(goods, t.MinSpend),
            CouponKind.PointsMultiplier => new PointsMultiplier(goods, t.Multiplier, t.MinSpend),
            CouponKind.TopUpBonus or CouponKind.Parking or CouponKind.ThirdParty => null,
        };
    }

    /// <summary>A minimum spend where the kind itself has none: on the goods of the whole cart.</summary>
    private static Clause Where(CouponTerms t) =>
        t.MinSpend.IsPositive
        && t.Kind
            is CouponKind.Exchange
                or CouponKind.Gift
                or CouponKind.FixedPrice
                or CouponKind.ItemDiscount
                or CouponKind.Fuel
            ? Clause.Of(Fields.CartAmount, Op.AtLeast, t.MinSpend.Fen)
            : Clause.Always;
}

/// <summary>A coupon with what it says. Its holder is null when whoever brings its code may use it.</summary>
public sealed record HeldCoupon(
    CouponFacts Facts,
    CouponTemplateId TemplateId,
    CouponBatchId BatchId,
    string Name,
    CouponTerms Terms
)
{
    public CouponId Id => Facts.Id;
}

/// <summary>One use of a coupon by a ticket.</summary>
/// <param name="Discount">what it took off, fen</param>
/// <param name="Sales">what the ticket came to, fen</param>
public sealed record CouponUse(
    CouponId CouponId,
    OrderId OrderId,
    StoreId StoreId,
    MemberId? MemberId,
    Money Discount,
    Money Sales,
    BusinessDay Day
);

/// <summary>What happens to coupons after a refund (spec 18), and how long gifts last.</summary>
public sealed record CouponSettings : ISetting
{
    public static string Name => "coupons";

    public AfterFullRefund AfterFullRefund { get; init; } = AfterFullRefund.ComesBack;
    public AfterPartialRefund AfterPartialRefund { get; init; } = AfterPartialRefund.StaysUsed;

    /// <summary>A coupon that comes back can be used for so many days at least, today aside.</summary>
    [Range(0, 365)]
    public int ReturnDaysMin { get; init; } = 3;

    /// <summary>Nobody took a gift for so many hours: it is the giver's again.</summary>
    [Range(1, 720)]
    public int GiftHours { get; init; } = 72;

    internal CouponReturnPolicy Policy(Instant now, TimeZoneInfo zone)
    {
        var today = BusinessDay.Of(now, zone, 0);
        return new(
            AfterFullRefund,
            AfterPartialRefund,
            CouponCalendar.BeginOf(today.Date.AddDays(ReturnDaysMin + 1), zone)
        );
    }
}

/// <summary>The merchant's answers to the questions of spec 18 that concern prices and points.</summary>
public sealed record PricingSettings : ISetting
{
    public static string Name => "pricing";

    public LineDiscounts LineDiscounts { get; init; } = LineDiscounts.Better;

    /// <summary>No discount goes below cost.</summary>
    public bool CostGuard { get; init; }

    /// <summary>Points earned per yuan, basis points: 10,000 = one point a yuan; 0 = purchases earn nothing.</summary>
    [Range(0, 10_000_000)]
    public int EarnPerYuanBp { get; init; } = 10_000;

    public Money EarnMinTicket { get; init; }
    public bool EarnOnPoints { get; init; }
    public bool EarnOnBonus { get; init; }
    public bool EarnOnPrincipal { get; init; } = true;

    /// <summary>How many points pay one yuan; 0 = points do not pay at the till.</summary>
    [Range(0, 1_000_000)]
    public long PointsPerYuan { get; init; } = 100;

    /// <summary>The largest share of a ticket that points may pay, basis points.</summary>
    [Range(0, 10_000)]
    public int PointsMaxShareBp { get; init; } = 5_000;

    [Range(1, 1_000_000)]
    public long PointsStep { get; init; } = 100;

    /// <summary>The largest share of a ticket that bonus may pay, basis points.</summary>
    [Range(0, 10_000)]
    public int BonusMaxShareBp { get; init; } = 10_000;

    /// <summary>What happens when goods come back whose points are already spent.</summary>
    public TakeBackPolicy TakeBack { get; init; } = TakeBackPolicy.DeductFromRefund;

    /// <summary>An expired lot that a refund fills again can be used for so many more days.</summary>
    [Range(0, 3_650)]
    public int ReviveGraceDays { get; init; } = 30;

    public bool ReviveGiven { get; init; } = true;

    /// <summary>The policies of the merchant; rounding belongs to the till: see <see cref="PoliciesAt"/>.</summary>
    [JsonIgnore]
    public PricingPolicies Policies =>
        new()
        {
            LineDiscounts = LineDiscounts,
            CostGuard = CostGuard,
            Earn =
                EarnPerYuanBp == 0
                    ? null
                    : new(new(EarnPerYuanBp), EarnMinTicket, EarnOnPoints, EarnOnBonus, EarnOnPrincipal),
            PointsAsMoney =
                PointsPerYuan == 0 ? null : new(PointsPerYuan, new(PointsMaxShareBp), new(PointsStep), new(PointsStep)),
        };

    [JsonIgnore]
    public RevivePolicy Revive => new(ReviveGraceDays, ReviveGiven);

    /// <summary>What a hundred points are worth at the till, fen; zero when points do not pay.</summary>
    [JsonIgnore]
    public Money WorthOfHundred =>
        PointsPerYuan == 0 ? Money.Zero : new(Divide.Exact(10_000, PointsPerYuan, Rounding.Down));

    /// <summary>The policies in force at a store: the merchant's prices and points, the till's own rounding.</summary>
    public static async Task<PricingPolicies> PoliciesAt(DbRead db, StoreId store) =>
        (await OrgPublic.Setting<PricingSettings>(db, store)).Policies with
        {
            RoundOff = (await OrgPublic.Setting<TillSettings>(db, store)).Rounding,
        };
}
