using System.Collections.Frozen;
using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>
/// Promotions made ready for pricing: immutable, shared by all threads, worth keeping until a version begins or ends.
/// From each product, category and brand a bit mask leads to the ranges of goods that name it.
/// </summary>
public sealed class PromotionSet
{
    public static readonly PromotionSet Empty = new([]);

    private readonly Dictionary<long, ulong[]> _products = [];
    private readonly Dictionary<long, ulong[]> _categories = [];
    private readonly Dictionary<string, ulong[]> _brands = new(StringComparer.Ordinal);
    private readonly Dictionary<long, ulong[]> _notProducts = [];
    private readonly Dictionary<long, ulong[]> _notCategories = [];
    private readonly Dictionary<string, ulong[]> _notBrands = new(StringComparer.Ordinal);
    private readonly ulong[] _everything;

    private PromotionSet(IReadOnlyList<Promotion> promotions)
    {
        // The order of calculation: phase, group by name, priority, id. Whoever hands them over in another order gets the
        // same quote, and a promotion that does not concern the cart cannot change the order of those that do.
        var sorted = promotions
            .OrderBy(p => p.Args.Phase())
            .ThenBy(p => p.Group, StringComparer.Ordinal)
            .ThenBy(p => p.Priority)
            .ThenBy(p => p.Id)
            .ToList();
        var names = sorted.Select(p => p.Group).Where(g => g.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var bit = 0;
        var all = new List<ReadyOffer>(sorted.Count);
        foreach (var promotion in sorted)
        {
            var group = promotion.Group.Length == 0 ? -1 : names.IndexOf(promotion.Group);
            var ready = new ReadyOffer(promotion, group, bit);
            all.Add(ready);
            bit += ready.Scopes.Length;
        }
        Words = Math.Max(1, (bit + 63) / 64);
        _everything = new ulong[Words];
        foreach (var offer in all)
            Index(offer);
        Offers = [.. all];
        Limited = [.. sorted.Where(p => !p.Limits.IsNone)];
        Asked = all.SelectMany(o => o.Where.Asked.Concat(o.Requires?.Asked ?? [])).ToFrozenSet();
    }

    /// <summary>Whether any condition asks about this field, over whatever time.</summary>
    public bool Asks(Field field) => Asked.Any(a => a.Field == field);

    /// <summary>The promotions whose versions count at this moment.</summary>
    public static PromotionSet At(IEnumerable<Promotion> versions, Instant at) =>
        Of([.. versions.Where(v => v.CountsAt(at))]);

    public static PromotionSet Of(IReadOnlyList<Promotion> promotions) =>
        promotions.Count == 0 && Empty is not null ? Empty : new(promotions);

    public IEnumerable<Promotion> Promotions => Offers.Select(o => o.Promotion!);

    /// <summary>Those with limits: before pricing somebody must say what is used up of them.</summary>
    public IReadOnlyList<Promotion> Limited { get; }

    /// <summary>What their conditions ask about, each with its window in days; facts nobody asks for need not be known.</summary>
    public IReadOnlySet<(Field Field, int? Days)> Asked { get; }

    internal ReadyOffer[] Offers { get; }

    /// <summary>64-bit words in a mask.</summary>
    internal int Words { get; }

    private void Index(ReadyOffer offer)
    {
        for (var s = 0; s < offer.Scopes.Length; s++)
        {
            var (goods, bit) = (offer.Scopes[s], offer.FirstBit + s);
            if (goods.IsEverything)
                Set(_everything, bit);
            foreach (var id in goods.Products)
                Set(_products, id.Value, bit);
            foreach (var id in goods.Categories)
                Set(_categories, id.Value, bit);
            foreach (var brand in goods.Brands)
                Set(_brands, brand, bit);
            foreach (var id in goods.NotProducts)
                Set(_notProducts, id.Value, bit);
            foreach (var id in goods.NotCategories)
                Set(_notCategories, id.Value, bit);
            foreach (var brand in goods.NotBrands)
                Set(_notBrands, brand, bit);
        }
    }

    private void Set<TKey>(Dictionary<TKey, ulong[]> masks, TKey key, int bit)
        where TKey : notnull
    {
        if (!masks.TryGetValue(key, out var mask))
            masks[key] = mask = new ulong[Words];
        Set(mask, bit);
    }

    private static void Set(ulong[] mask, int bit) => mask[bit >> 6] |= 1UL << (bit & 63);

    /// <summary>The ranges of goods that hold this line; says the same as <see cref="Goods.Holds"/>.</summary>
    internal void Ranges(CartLine line, Span<ulong> mask)
    {
        mask.Clear();
        if (line.Discountable)
        {
            _everything.CopyTo(mask);
            if (line.CategoryId is { } own)
                Or(_categories, own.Value, mask);
            for (var i = 0; i < line.CategoryPath.Count; i++)
                Or(_categories, line.CategoryPath[i].Value, mask);
            if (line.Brand is { Length: > 0 } brand)
            {
                Or(_brands, brand, mask);
                Without(_notBrands, brand, mask);
            }
            if (_notCategories.Count > 0)
            {
                if (line.CategoryId is { } category)
                    Without(_notCategories, category.Value, mask);
                for (var i = 0; i < line.CategoryPath.Count; i++)
                    Without(_notCategories, line.CategoryPath[i].Value, mask);
            }
            if (line.ProductId is { } not)
                Without(_notProducts, not.Value, mask);
        }
        if (line.ProductId is { } product)
            Or(_products, product.Value, mask);
    }

    private static void Or<TKey>(Dictionary<TKey, ulong[]> masks, TKey key, Span<ulong> mask)
        where TKey : notnull
    {
        if (masks.Count > 0 && masks.TryGetValue(key, out var more))
            for (var i = 0; i < more.Length; i++)
                mask[i] |= more[i];
    }

    private static void Without<TKey>(Dictionary<TKey, ulong[]> masks, TKey key, Span<ulong> mask)
        where TKey : notnull
    {
        if (masks.Count > 0 && masks.TryGetValue(key, out var less))
            for (var i = 0; i < less.Length; i++)
                mask[i] &= ~less[i];
    }
}

/// <summary>What it takes to say what an offer wants.</summary>
internal enum Asking : byte
{
    /// <summary>Its lines one by one.</summary>
    Lines,

    /// <summary>Sums over its lines: <see cref="OfferArgs.WantOf"/>.</summary>
    Sums,

    /// <summary>Its pieces, the dearest first: <see cref="OfferArgs.WantOfPieces"/>.</summary>
    Pieces,
}

/// <summary>A promotion or coupon made ready: conditions compiled, ranges of goods at hand.</summary>
internal sealed class ReadyOffer
{
    public ReadyOffer(Promotion promotion, int group, int firstBit)
    {
        Promotion = promotion;
        Args = promotion.Args.Prepared();
        Scopes = [.. Args.Scopes];
        Where = Condition.Of(promotion.Where);
        Requires = Args.Requires() is { } clause ? Condition.Of(clause) : null;
        Group = group;
        FirstBit = firstBit;
        WithTier = promotion.WithTierDiscount;
        WithOthers = promotion.WithCoupons;
        WithPoints = promotion.WithPoints;
        HasLimits = !promotion.Limits.IsNone;
        (Phase, Asking, TakesMoney) = (Args.Phase(), AskingOf(Args), Args.TakesMoney);
    }

    public ReadyOffer(CouponOffer coupon)
    {
        Coupon = coupon;
        Args = coupon.Args.Prepared();
        Scopes = [.. Args.Scopes];
        Where = Condition.Of(coupon.Where);
        Requires = Args.Requires() is { } clause ? Condition.Of(clause) : null;
        Group = -1;
        WithTier = coupon.WithTierDiscount;
        WithOthers = coupon.WithPromotions;
        WithPoints = coupon.WithPoints;
        (Phase, Asking, TakesMoney) = (Args.Phase(), AskingOf(Args), Args.TakesMoney);
        IsOnAll = Scopes is [{ IsPlainlyAll: true }];
    }

    private Asking AskingOf(OfferArgs args) =>
        Scopes.Length > 1 ? Asking.Lines
        : args.BySums ? Asking.Sums
        : args.ByPieces ? Asking.Pieces
        : Asking.Lines;

    public Promotion? Promotion { get; }
    public CouponOffer? Coupon { get; }
    public OfferArgs Args { get; }
    public Goods[] Scopes { get; }
    public Condition Where { get; }
    public Condition? Requires { get; }

    public OfferPhase Phase { get; }

    /// <summary>Coupons: on everything that takes discounts.</summary>
    public bool IsOnAll { get; }
    public Asking Asking { get; }
    public bool TakesMoney { get; }
    public bool HasLimits { get; }

    /// <summary>-1 = in no group.</summary>
    public int Group { get; }
    public int FirstBit { get; }
    public bool WithTier { get; }

    /// <summary>A promotion with coupons, a coupon with promotions.</summary>
    public bool WithOthers { get; }
    public bool WithPoints { get; }

    /// <summary>As quotes show it; made once, however many quotes speak of it.</summary>
    public PromotionOffer Shown => _shown ??= new(this);

    private PromotionOffer? _shown;

    public bool Applies(IConditionFacts facts) =>
        (Where.IsAlways || Where.Holds(facts)) && (Requires is null || Requires.Holds(facts));

    public Unmet? Unmet(IConditionFacts facts, NameOf? names) =>
        Where.Unmet(facts, names) ?? Requires?.Unmet(facts, names);
}
