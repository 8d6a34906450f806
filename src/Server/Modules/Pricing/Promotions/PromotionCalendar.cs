using Shuke.Core.Conditions;
using Shuke.Core.Pricing;
using Shuke.Core.Pricing.Promotions;
using Shuke.Server.Modules.Catalog;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// GET /promotions/calendar: what runs when, and which two meet on the same goods, with the deepest discount both can
/// reach together on goods of this shop - found by pricing baskets, not by guessing.
/// </summary>
public static class PromotionCalendar
{
    private const int DaysMax = 400;
    private const int GoodsMax = 200;
    private const int SamplesMax = 3;
    private const int PairsMax = 200;
    private static readonly int[] Pieces = [1, 2, 3, 5, 10, 20];

    public sealed record Query(BusinessDay From, BusinessDay To);

    public sealed record Bar(
        PromotionId Id,
        long No,
        string Name,
        string Kind,
        string Says,
        string Group,
        Instant From,
        Instant? To,
        bool Approved
    );

    /// <param name="Excludes">they are in one group: a ticket has one of them</param>
    /// <param name="PayBp">the least of the price that is left when both meet: 3,800 = 38 %; null: no goods of the shop show it</param>
    public sealed record Overlap(
        PromotionId A,
        PromotionId B,
        Instant From,
        Instant? To,
        bool Excludes,
        int? PayBp,
        string Says
    );

    public sealed record Reply(IReadOnlyList<Bar> Bars, IReadOnlyList<Overlap> Overlaps);

    private sealed record Version(PromotionId Id, long No, string Body, Instant FromAt, Instant? ToAt, bool Approved);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Ask("/promotions/calendar", Permission.PromotionsView, Handle)
            .WithSummary("Promotions of some days, with overlaps and the deepest discount two can reach.");

    public static async Task<Outcome<Reply>> Handle(Query query, DbRead db, Caller caller)
    {
        if (query.To < query.From)
            return PromotionReasons.EndsBeforeStart;
        if (query.To.Date.DayNumber - query.From.Date.DayNumber > DaysMax)
            return PromotionStateReasons.CalendarTooLong.With(("max", (long)DaysMax));
        var store = caller.StoreId is { } here ? (await OrgPublic.Store(db, here))! : (await OrgPublic.Stores(db))[0];
        var rows = await db.All<Version>(
            """
            SELECT v.promotion_id AS id, v.no, v.body, r.from_at, r.to_at, TRUE AS approved FROM promotion_run r
            JOIN promotion_version v ON v.merchant_id = r.merchant_id AND v.promotion_id = r.promotion_id AND v.no = r.no
            WHERE r.merchant_id = @m AND r.from_at < @to AND (r.to_at IS NULL OR r.to_at > @from)
            UNION ALL
            SELECT v.promotion_id AS id, v.no, v.body, v.valid_from, v.valid_to, FALSE FROM promotion p
            JOIN promotion_version v ON v.merchant_id = p.merchant_id AND v.promotion_id = p.id AND v.no = p.no
            WHERE p.merchant_id = @m AND p.state IN ('draft', 'waiting') AND v.valid_from < @to
                AND (v.valid_to IS NULL OR v.valid_to > @from)
            ORDER BY from_at, id LIMIT 500
            """,
            new
            {
                from = Core.Coupons.CouponCalendar.BeginOf(query.From.Date, store.Zone),
                to = Core.Coupons.CouponCalendar.BeginOf(query.To.Date.AddDays(1), store.Zone),
            }
        );
        var forms = rows.ConvertAll(r => (Row: r, Form: Json.Parse<PromotionForm>(r.Body)));
        var names = await PromotionNames.Load(db, forms.ConvertAll(f => f.Form));
        var bars = forms.ConvertAll(f => new Bar(
            f.Row.Id,
            f.Row.No,
            f.Form.Name,
            f.Form.Args.Kind,
            PromotionNames.Rule(f.Form, names, caller.Language),
            f.Form.Group,
            f.Row.FromAt,
            f.Row.ToAt,
            f.Row.Approved
        ));
        var promotions = forms.ConvertAll(f =>
            f.Form.ToPromotion(f.Row.Id, f.Row.No) with
            {
                ValidFrom = f.Row.FromAt,
                ValidTo = f.Row.ToAt,
            }
        );
        var goods = await Goods(db, promotions);
        return new Reply(bars, Overlaps(promotions, goods, store, caller.Language));
    }

    private static async Task<List<CartLine>> Goods(DbRead db, IReadOnlyList<Promotion> promotions)
    {
        var named = promotions.SelectMany(p => PromotionNames.Products(p.Args)).Distinct().Take(GoodsMax).ToList();
        var some = await CatalogPublic.SomeOnSale(db, GoodsMax);
        var facts = await CatalogPublic.ForPricing(db, [.. named.Concat(some).Distinct()]);
        return
        [
            .. facts
                .Values.Where(f => f.Active && f.Price.IsPositive)
                .OrderBy(f => f.Id)
                .Select(f => TryPromotion.LineOf(new(1, f.Id, Quantity.One), f)),
        ];
    }

    private static List<Overlap> Overlaps(
        IReadOnlyList<Promotion> promotions,
        IReadOnlyList<CartLine> goods,
        StoreInfo store,
        Language language
    )
    {
        var found = new List<Overlap>();
        for (var i = 0; i < promotions.Count; i++)
        for (var j = i + 1; j < promotions.Count && found.Count < PairsMax; j++)
        {
            var (a, b) = (promotions[i], promotions[j]);
            var from = a.ValidFrom > b.ValidFrom ? a.ValidFrom : b.ValidFrom;
            var to = a.ValidTo is { } x && b.ValidTo is { } y ? (x < y ? x : y) : a.ValidTo ?? b.ValidTo;
            if (a.Id == b.Id || to <= from)
                continue;
            var shared = goods
                .Where(l => a.Args.Counts().Holds(l) && b.Args.Counts().Holds(l))
                .Take(SamplesMax)
                .ToList();
            if (shared.Count == 0)
                continue;
            var excludes = a.Group.Length > 0 && a.Group == b.Group;
            var pay = excludes ? null : Deepest(a, b, shared, store, from);
            if (excludes || pay is not null)
                found.Add(new(a.Id, b.Id, from, to, excludes, pay, Says(a, b, excludes, pay).In(language)));
        }
        return found;
    }

    /// <summary>The smallest share of the list price a basket of one product costs with both; null where they never meet.</summary>
    private static int? Deepest(Promotion a, Promotion b, List<CartLine> goods, StoreInfo store, Instant at)
    {
        // Conditions are left aside: whoever meets both may be the one who comes.
        var set = PromotionSet.Of([
            a with
            {
                Where = Clause.Always,
                Limits = OfferLimits.None,
            },
            b with
            {
                Where = Clause.Always,
                Limits = OfferLimits.None,
            },
        ]);
        var facts = new PricingFacts
        {
            StoreId = store.Id,
            Now = at,
            Day = store.DayOf(at),
            At = Moment.Of(at, store.Zone, store.CutoffMinutes),
            Promotions = set,
        };
        int? least = null;
        foreach (var line in goods)
        foreach (var pieces in Pieces)
        {
            var cart = new Cart { Lines = [line with { Quantity = new(pieces * 1_000L) }] };
            if (Quote.Price(cart, facts).No(out var quote, out _) || !quote.Original.IsPositive)
                continue;
            var sources = quote.Lines[0].Discounts.Select(d => d.SourceId).Distinct(StringComparer.Ordinal).ToList();
            if (
                !sources.Contains(a.Id.ToString(), StringComparer.Ordinal)
                || !sources.Contains(b.Id.ToString(), StringComparer.Ordinal)
            )
                continue;
            var pay = (int)Divide.Exact((Int128)quote.Payable.Fen * 10_000, quote.Original.Fen, Rounding.Down);
            least = least is { } l ? Math.Min(l, pay) : pay;
        }
        return least;
    }

    private static Sentence Says(Promotion a, Promotion b, bool excludes, int? pay) =>
        excludes
            ? new Phrase(
                "promotions_exclude",
                "“{a}”与“{b}”互斥,每单只取其一",
                "\"{a}\" and \"{b}\" exclude each other; a ticket has one of them"
            ).With(("a", a.Name), ("b", b.Name))
            : new Phrase(
                "promotions_stack",
                "“{a}”与“{b}”会叠加,最低到原价的 {percent}",
                "\"{a}\" and \"{b}\" add up, down to {percent} of the price"
            ).With(("a", a.Name), ("b", b.Name), ("percent", new Ratio(pay!.Value).ToString()));
}
