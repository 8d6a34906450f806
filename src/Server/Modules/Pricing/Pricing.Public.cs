using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Shuke.Core.Conditions;
using Shuke.Core.Coupons;
using Shuke.Core.Ledger;
using Shuke.Core.Pricing;
using Shuke.Core.Pricing.Promotions;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// What a checkout, a refund and other modules call. A ticket says ahead what it will want (<see cref="Ahead"/>), then asks
/// for the promotions that count (<see cref="Promotions"/>), what limited ones have used up (<see cref="Counters"/>) and
/// the coupons it may use (<see cref="Coupons"/>): all of that was read with its batch or is kept in memory. The pure engine
/// decides; <see cref="Use"/> then counts, in memory for the next ticket of the batch and in the rows that are written with
/// it. A refund gives back by <see cref="CouponsBack"/>, <see cref="ReturnCoupons"/> and <see cref="ReturnPromotions"/>.
/// <para>
/// An order that is not paid yet holds its coupons with <see cref="LockCoupons"/>; the lock ends by itself, or with
/// <see cref="UnlockCoupons"/>, and is no hindrance for the order itself (<see cref="CouponVisit.LockFor"/>).
/// </para>
/// </summary>
public static class PricingPublic
{
    /// <summary>What the rules of this module say now, for the written membership policy.</summary>
    public static Task<IReadOnlyList<Chapter>> Chapters(DbRead db, Language language) =>
        PricingChapters.Write(db, language);

    /// <summary>Says what a ticket will ask for: coupons by id, those a member holds, counters of limited promotions.</summary>
    /// <param name="coupons">the coupons the ticket names</param>
    /// <param name="holder">whose coupons are looked at beside them; null: nobody's</param>
    /// <param name="locked">the coupons may be used: they are locked, in order of id</param>
    public static void Ahead(
        Ahead ahead,
        IEnumerable<CouponId> coupons,
        MemberId? holder,
        MemberId? member,
        IReadOnlyList<BusinessDay> days,
        bool locked
    )
    {
        HeldCoupons.Ahead(ahead, coupons, holder, locked);
        PromotionCounters.Ahead(ahead, PromotionBook.Guess(ahead), member, days);
    }

    /// <summary>The promotions that count now, compiled and kept in memory; conditions on stores, tiers and times are inside.</summary>
    public static ValueTask<PromotionSet> Promotions(DbRead db) => PromotionBook.Now(db);

    /// <summary>What this process believes to count: for saying what to read ahead, not for deciding.</summary>
    public static PromotionSet Guess(Ahead ahead) => PromotionBook.Guess(ahead);

    /// <summary>The promotions that counted at a past moment, e.g. that of a sale.</summary>
    public static async Task<PromotionSet> PromotionsAt(DbRead db, Instant at) =>
        PromotionSet.Of(await PromotionBook.At(db, at));

    /// <summary>What limited promotions have used up, for a ticket of this member on this day; no query where none is limited.</summary>
    public static ValueTask<PromotionCounters> Counters(
        DbRead db,
        PromotionSet set,
        MemberId? member,
        BusinessDay day
    ) => PromotionCounters.Load(db, set, member, day);

    /// <summary>
    /// The coupons of these ids, in whatever state they are, and, where a holder is named, all that this member can still
    /// hope to use; soonest end first. Unknown ids are left out.
    /// </summary>
    /// <param name="locked">they may be used: held until the transaction ends</param>
    public static Task<IReadOnlyList<HeldCoupon>> Coupons(
        DbRead db,
        IReadOnlyList<CouponId> ids,
        MemberId? holder,
        bool locked
    ) => HeldCoupons.Load(db, ids, holder, locked);

    /// <summary>A promotion's rule as a sentence, from memory.</summary>
    public static ValueTask<Words> RuleOf(DbRead db, Promotion promotion) => PromotionWords.Rule(db, promotion);

    /// <summary>What stores, tiers and tags in conditions are called, from memory.</summary>
    public static ValueTask<NameOf> ConditionNames(DbRead db) => PromotionWords.Names(db);

    /// <summary>The terms of a template by their number, as coupons were issued under; for pricing a past sale again.</summary>
    public static Task<CouponTerms> Terms(DbRead db, CouponTemplateId template, long no) =>
        CouponBook.Terms(db, template, no);

    /// <summary>
    /// A ticket takes part in promotions and uses coupons: counted at once for the next ticket of the batch, written with
    /// it. The coupons were loaded to be used and found usable in this transaction.
    /// </summary>
    public static void Use(
        Tx tx,
        PromotionCounters counters,
        IReadOnlyList<PromotionUse> promotions,
        IReadOnlyList<(HeldCoupon Coupon, CouponUse Use)> coupons
    )
    {
        foreach (var (coupon, use) in coupons)
            HeldCoupons.Use(tx, coupon, use);
        foreach (var u in promotions)
            _ = tx.Insert(
                new PromotionUseRow(
                    tx.Merchant,
                    tx.NewId(),
                    u.PromotionId,
                    u.Version,
                    u.OrderId,
                    u.StoreId,
                    u.MemberId,
                    u.Discount,
                    u.Sales,
                    counters.Count(tx, u.PromotionId, u.Discount),
                    u.Day,
                    tx.Now,
                    null
                )
            );
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
    /// What a refund gives back by the merchant's policy (spec 18): after a whole refund a coupon can be used again, by
    /// default for three days at least; after a part it stays used unless the policy asks whether what was kept would have
    /// earned it.
    /// </summary>
    /// <param name="whole">nothing of the ticket is kept</param>
    /// <param name="kept">what the goods that are kept come to, fen</param>
    public static async Task<IReadOnlyList<CouponBack>> CouponsBack(
        DbRead db,
        OrderId order,
        bool whole,
        Money kept,
        StoreInfo store
    )
    {
        var settings = await OrgPublic.Setting<CouponSettings>(db);
        return await CouponRows.ThatComeBack(db, order, whole, kept, settings.Policy(db.Now, store.Zone));
    }

    /// <summary>Puts coupons back into their holders' hands, in the refund's transaction.</summary>
    public static Task ReturnCoupons(Tx tx, OrderId order, IReadOnlyList<CouponBack> coupons) =>
        CouponRows.Return(tx, order, coupons);

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

/// <summary>What limited promotions have used up, as one ticket sees it; see PromotionCounters.cs.</summary>
public sealed partial class PromotionCounters;

/// <summary>One promotion's part in a ticket.</summary>
/// <param name="Version">the version that counted</param>
/// <param name="Discount">what it took off, fen</param>
/// <param name="Sales">what the ticket came to, fen</param>
public sealed record PromotionUse(
    PromotionId PromotionId,
    int Version,
    OrderId OrderId,
    StoreId StoreId,
    MemberId? MemberId,
    Money Discount,
    Money Sales,
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
        Of(coupon.Terms, coupon.Id, coupon.TemplateId, coupon.TermsNo, coupon.Name, coupon.Facts.ValidTo, pick);

    /// <summary>The same, where only the terms are known: a past sale that is priced again.</summary>
    public static CouponOffer? Of(
        CouponTerms terms,
        CouponId id,
        CouponTemplateId template,
        long no,
        string name,
        Instant? validTo,
        CouponPick pick
    )
    {
        var (args, where) = Made.GetValue(terms, static t => new(Args(t), Where(t)));
        return args is null
            ? null
            : new()
            {
                Id = id,
                TemplateId = template,
                Version = (int)no,
                Name = name,
                Args = args,
                Where = where,
                ValidTo = validTo,
                Stackable = terms.Stackable,
                WithPromotions = terms.WithPromotions,
                Pick = pick,
            };
    }

    /// <summary>What terms mean to the engine; they never change, and quotes ask for the same ones all day.</summary>
    private static readonly ConditionalWeakTable<CouponTerms, Meaning> Made = [];

    private sealed record Meaning(OfferArgs? Args, Clause Where);

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

    /// <summary>The number of the terms it was issued under.</summary>
    public long TermsNo { get; init; }
}

/// <summary>A coupon that comes back with a refund, and until when it can be used then.</summary>
public sealed record CouponBack(CouponId CouponId, string Name, Instant ValidTo);

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

/// <summary>After a return a threshold may be missed (spec 18).</summary>
public enum PartialRefund
{
    /// <summary>What was paid, less what the kept goods would have cost.</summary>
    Recompute,

    /// <summary>Each line's share of what was paid.</summary>
    ProRata,
}

/// <summary>The merchant's answers to the questions of spec 18 that concern prices and points.</summary>
public sealed record PricingSettings : ISetting
{
    public static string Name => "pricing";

    public LineDiscounts LineDiscounts { get; init; } = LineDiscounts.Better;

    /// <summary>By what thresholds (满) are measured.</summary>
    public ThresholdBasis Thresholds { get; init; } = ThresholdBasis.AfterLines;

    /// <summary>Which of several promotions are taken.</summary>
    public PromotionChoice Promotions { get; init; } = PromotionChoice.Best;

    /// <summary>What a refund of a part gives back where promotions were on the ticket.</summary>
    public PartialRefund PartialRefund { get; init; } = PartialRefund.Recompute;

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
            Thresholds = Thresholds,
            Promotions = Promotions,
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
