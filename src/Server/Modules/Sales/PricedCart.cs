using Shuke.Core.Ledger;
using Shuke.Core.Pricing;
using Shuke.Server.Modules.Catalog;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Pricing;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server.Modules.Sales;

/// <summary>A cart with everything the server knows about it, priced. Quotes and checkouts come by here alike.</summary>
internal sealed record PricedCart(
    Quote Quote,
    StoreInfo Store,
    BusinessDay Day,
    PricingSettings Settings,
    IReadOnlyDictionary<ProductId, ProductFacts> Products,
    MemberInfo? Member,
    TierStanding? Standing,
    Book? Book,
    IReadOnlyList<AssetInfo> Assets
)
{
    /// <summary>Says what pricing this cart will read of the member.</summary>
    public static void Ahead(Ahead ahead, MemberId member)
    {
        MembersPublic.Ahead(ahead, member);
        TiersPublic.Ahead(ahead, member);
    }

    /// <param name="book">the member's book, locked by a checkout, just read by a quote; null without a member</param>
    public static async Task<Outcome<PricedCart>> Load(
        DbRead db,
        Caller caller,
        CartRequest request,
        CashierLimit limit,
        IReadOnlyList<AssetInfo> assets,
        Book? book
    )
    {
        var store = (await OrgPublic.Store(db, caller.Store))!;
        var day = store.DayOf(db.Now);
        var settings = await OrgPublic.Setting<PricingSettings>(db, store.Id);
        var member = request.MemberId is { } id ? await MembersPublic.Get(db, id, caller.Language) : null;
        if (request.MemberId is not null && member is null)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (member?.WhyNot() is { } whyNot)
            return whyNot;
        var products = await CatalogPublic.ForPricing(
            db,
            [.. request.Lines.Where(l => l.ProductId is not null).Select(l => l.ProductId!.Value).Distinct()]
        );
        if (Lines(request, products).No(out var lines, out var refusal))
            return refusal;
        var usesBenefits = request.FreeItems?.Any(f => f.Kind == FreeItemKind.Benefit) == true;
        var standing = member is null ? null : await TiersPublic.Standing(db, member.Id, day, usesBenefits);

        var cart = new Cart
        {
            Lines = lines,
            OrderDiscount = request.OrderDiscount?.ToDiscount(),
            Points = request.Points is { } points
                ? new PointsWish(points.Number is { } n ? new Points(n) : null)
                : null,
            FreeItems = member is null ? [] : FreeUses(request, assets, standing!, products),
        };
        var facts = new PricingFacts
        {
            StoreId = store.Id,
            Now = db.Now,
            Day = day,
            Policies = await PricingSettings.PoliciesAt(db, store.Id),
            Limit = limit,
            Buyer = member is null ? null : Buyer(member, standing!, book!, day, db.Now),
        };
        return Quote.Price(cart, facts).No(out var quote, out refusal)
            ? refusal
            : new PricedCart(quote, store, day, settings, products, member, standing, book, assets);
    }

    /// <summary>What this cashier may take off alone.</summary>
    public static CashierLimit LimitOf(Caller caller)
    {
        if (!caller.May(Permission.TillDiscount))
            return CashierLimit.None with { MayOverridePrice = caller.May(Permission.TillPriceOverride) };
        var off = new Ratio((int)Math.Min(caller.LimitOf(Limit.ManualDiscountBp), Ratio.One.Bp));
        return new(off, off, caller.May(Permission.TillPriceOverride) || caller.ApprovedBy is not null);
    }

    private static Buyer Buyer(MemberInfo member, TierStanding standing, Book book, BusinessDay day, Instant now) =>
        new()
        {
            MemberId = member.Id,
            TierId = standing.TierId ?? default,
            TierName = standing.Name,
            TierPrice = standing.Price,
            PointsMultiplier = standing.Multiplier,
            SpendablePoints = new(book.Holder.Frozen ? 0 : Usable(book, book.Assets.Points.Id, now, day)),
        };

    /// <summary>What is in usable lots: pending and expired ones do not count, a debt does.</summary>
    public static long Usable(Book book, AssetId asset, Instant now, BusinessDay day)
    {
        var inLots = book
            .Lots.Where(l => l.Asset == asset && l.Member == book.Member && l.IsUsable(now, day))
            .Sum(l => l.Remaining);
        return Math.Max(Math.Min(inLots, book.Balance(asset)), 0);
    }

    private static Outcome<List<CartLine>> Lines(
        CartRequest request,
        IReadOnlyDictionary<ProductId, ProductFacts> products
    )
    {
        var lines = new List<CartLine>(request.Lines.Count);
        foreach (var line in request.Lines)
        {
            if (line.ProductId is { } id)
            {
                if (!products.TryGetValue(id, out var product) || !product.Active)
                    return CommonReasons.NotFound.With(("what", "商品"));
                lines.Add(OfProduct(line, product));
            }
            else if (line.Price is { } price && !price.IsNegative)
                lines.Add(QuickSale(line, price));
            else
                return TillReasons.LineWithoutPrice.With(("line", line.LineNo));
        }
        return lines;
    }

    private static CartLine OfProduct(CartRequest.Line line, ProductFacts product) =>
        new()
        {
            LineNo = line.LineNo,
            ProductId = product.Id,
            CategoryId = product.CategoryId,
            Name = product.Name,
            Quantity = line.Quantity,
            UnitPrice = product.Price,
            MemberPrice = product.MemberPrice,
            LowestPrice = product.LowestPrice,
            Cost = product.Cost,
            Discountable = product.Discountable,
            EarnsPoints = product.EarnsPoints,
            BonusPayable = product.BonusPayable,
            ManualDiscount = line.Discount?.ToDiscount(),
            PriceOverride = line.PriceOverride,
        };

    private static CartLine QuickSale(CartRequest.Line line, Money price) =>
        new()
        {
            LineNo = line.LineNo,
            Name = string.IsNullOrWhiteSpace(line.Name) ? "商品" : line.Name.Trim(),
            Quantity = line.Quantity,
            UnitPrice = price,
            ManualDiscount = line.Discount?.ToDiscount(),
        };

    private static List<FreeItemUse> FreeUses(
        CartRequest request,
        IReadOnlyList<AssetInfo> assets,
        TierStanding standing,
        IReadOnlyDictionary<ProductId, ProductFacts> products
    )
    {
        var uses = new List<FreeItemUse>();
        foreach (var wish in request.FreeItems ?? [])
        {
            var (name, covers) = wish.Kind switch
            {
                FreeItemKind.Times
                    when assets.FirstOrDefault(a => a.Asset.Id.ToString() == wish.SourceId) is { } asset => (
                    asset.NameZh,
                    asset.Covers
                ),
                FreeItemKind.Benefit
                    when standing.Benefits.FirstOrDefault(b => b.Id.ToString() == wish.SourceId) is { } benefit => (
                    benefit.TitleZh,
                    benefit.Covers
                ),
                _ => ("", null),
            };
            // A category covers all below it: the goods of this cart that lie under it are named one by one.
            var under = products
                .Values.Where(p => covers is not null && p.CategoryPath.Any(covers.Categories.Contains))
                .Select(p => p.Id);
            uses.Add(new(wish.Kind, wish.SourceId, name, [.. covers?.Products ?? [], .. under], [], wish.LineNo));
        }
        return uses;
    }
}
