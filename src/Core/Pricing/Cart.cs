using Shuke.Core.Pricing.Promotions;

namespace Shuke.Core.Pricing;

/// <summary>Where the sale happens.</summary>
public enum Channel
{
    Till,
    Mall,
    MemberApp,
}

/// <summary>What the cashier takes off by hand: a share of the price (2,000 bp = 20 % off = 8折) or an amount. One of the two.</summary>
public sealed record ManualDiscount(Ratio? Off, Money? Amount)
{
    public static ManualDiscount OffBy(Ratio off) => new(off, null);

    public static ManualDiscount AmountOf(Money amount) => new(null, amount);
}

/// <summary>One line of a cart. Prices are per unit and come from the catalog on the server, never from a client.</summary>
public sealed record CartLine
{
    /// <summary>1, 2, 3 ... unique in the cart; refunds and explanations name it.</summary>
    public required int LineNo { get; init; }
    public ProductId? ProductId { get; init; }
    public CategoryId? CategoryId { get; init; }

    /// <summary>The category and everything above it; promotions may name any of them.</summary>
    public IReadOnlyList<CategoryId> CategoryPath { get; init; } = [];
    public string? Brand { get; init; }
    public required string Name { get; init; }
    public required Quantity Quantity { get; init; }
    public required Money UnitPrice { get; init; }
    public Money? MemberPrice { get; init; }

    /// <summary>No discount brings a unit below this.</summary>
    public Money? LowestPrice { get; init; }
    public Money? Cost { get; init; }

    /// <summary>False: the tier discount and discounts by hand leave this line alone. A member price still counts.</summary>
    public bool Discountable { get; init; } = true;
    public bool EarnsPoints { get; init; } = true;

    /// <summary>May be paid with bonus (赠金).</summary>
    public bool BonusPayable { get; init; } = true;
    public ManualDiscount? ManualDiscount { get; init; }

    /// <summary>The unit price the cashier set by hand (改价); it is final, no other line discount follows.</summary>
    public Money? PriceOverride { get; init; }
}

/// <summary>What a free unit is paid with.</summary>
public enum FreeItemKind
{
    /// <summary>A times card or voucher: an asset counted in times.</summary>
    Times,

    /// <summary>A benefit of a tier or paid membership.</summary>
    Benefit,
}

/// <summary>The wish to use one time or benefit: one eligible unit becomes free, the chosen line or the dearest.</summary>
/// <param name="SourceId">the id of the asset or of the benefit</param>
/// <param name="Name">what the member calls it: 咖啡月卡</param>
/// <param name="LineNo">the chosen line, or null for the dearest eligible unit</param>
public sealed record FreeItemUse(
    FreeItemKind Kind,
    string SourceId,
    string Name,
    IReadOnlyCollection<ProductId> Products,
    IReadOnlyCollection<CategoryId> Categories,
    int? LineNo = null
)
{
    public bool Covers(CartLine line) =>
        (line.ProductId is { } product && Products.Contains(product))
        || (line.CategoryId is { } category && Categories.Contains(category));
}

/// <summary>How many points to spend as money.</summary>
/// <param name="Number">null: as many as the rules allow</param>
public sealed record PointsWish(Points? Number)
{
    public static readonly PointsWish Max = new((Points?)null);
}

/// <summary>All that somebody asks the price of.</summary>
public sealed record Cart
{
    public required IReadOnlyList<CartLine> Lines { get; init; }
    public ManualDiscount? OrderDiscount { get; init; }
    public PointsWish? Points { get; init; }
    public IReadOnlyList<FreeItemUse> FreeItems { get; init; } = [];

    /// <summary>The coupons that may be used here; which of them are is the engine's answer.</summary>
    public IReadOnlyList<CouponOffer> Coupons { get; init; } = [];

    /// <summary>How the buyer means to pay: cash, wechat, alipay, stored_value ...; null = not said yet.</summary>
    public string? PaymentMethod { get; init; }
}
