using Shuke.Core.Conditions;
using Shuke.Core.Coupons;
using Shuke.Core.Ledger;
using Shuke.Core.Pricing;
using Shuke.Core.Pricing.Promotions;
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
    IReadOnlyList<AssetInfo> Assets,
    PromotionCounters Counters,
    IReadOnlyList<CartCoupon> Coupons
)
{
    /// <summary>Says what pricing this cart will read.</summary>
    /// <param name="toSell">the ticket is to be written: its coupons are locked</param>
    public static void Ahead(Ahead ahead, CartRequest cart, bool toSell)
    {
        if (cart.MemberId is { } member)
        {
            MembersPublic.Ahead(ahead, member);
            TiersPublic.Ahead(ahead, member);
            if (toSell)
                LedgerPublic.Ahead(ahead, member, points: NeedsPoints(cart, PricingPublic.Guess(ahead)));
            else
                LedgerPublic.AheadToRead(ahead, member);
            if (PricingPublic.Guess(ahead).Asks(Fields.Tags))
                MembersPublic.AheadTags(ahead, member);
        }
        PricingPublic.Ahead(
            ahead,
            cart.CouponIds,
            HolderOf(cart, toSell),
            cart.MemberId,
            OrgPublic.GuessDays(ahead),
            toSell
        );
    }

    /// <summary>Whether a ticket is decided by what points there are: it spends some, or a promotion asks how many.</summary>
    public static bool NeedsPoints(CartRequest cart, PromotionSet promotions) =>
        cart.Points is not null || promotions.Asks(Fields.Points);

    /// <summary>A quote shows all a member holds; a ticket looks at what is named, unless all may be used.</summary>
    private static MemberId? HolderOf(CartRequest cart, bool toSell) =>
        !toSell || cart.AutoCoupons ? cart.MemberId : null;

    /// <param name="book">the member's book, locked by a checkout, just read by a quote; null without a member</param>
    /// <param name="method">what the ticket is paid with, as far as that is known</param>
    public static async Task<Outcome<PricedCart>> Load(
        DbRead db,
        Caller caller,
        CartRequest request,
        CashierLimit limit,
        IReadOnlyList<AssetInfo> assets,
        Book? book,
        string? method,
        bool toSell
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
        var ids = request.Lines.Where(l => l.ProductId is not null).Select(l => l.ProductId!.Value).Distinct().ToList();
        var products = await CatalogPublic.ForPricing(db, ids);
        var prices = await CatalogPublic.PricesAt(db, ids, store.Id);
        var usesBenefits = request.FreeItems?.Any(f => f.Kind == FreeItemKind.Benefit) == true;
        var standing = member is null ? null : await TiersPublic.Standing(db, member.Id, day, usesBenefits);
        if (Lines(request, products, prices, standing?.TierId).No(out var lines, out var refusal))
            return refusal;
        var promotions = await PricingPublic.Promotions(db);
        var counters = await PricingPublic.Counters(db, promotions, member?.Id, day);
        var visit = new CouponVisit(db.Now, store.Zone, store.Id, member?.Id, standing?.TierId);
        var coupons = await CartCoupon.Load(db, request, visit, HolderOf(request, toSell), toSell);
        if (toSell && CartCoupon.Refuse(request, coupons) is { } unusable)
            return unusable;

        var cart = new Cart
        {
            Lines = lines,
            OrderDiscount = request.OrderDiscount?.ToDiscount(),
            Points = request.Points is { } points
                ? new PointsWish(points.Number is { } n ? new Points(n) : null)
                : null,
            FreeItems = member is null ? [] : FreeUses(request, assets, standing!, products),
            Coupons = [.. coupons.Where(c => c.TakesPart).Select(c => c.Offer!)],
            PaymentMethod = method,
        };
        var facts = new PricingFacts
        {
            StoreId = store.Id,
            Now = db.Now,
            Day = day,
            At = Moment.Of(db.Now, store.Zone, store.CutoffMinutes),
            Policies = await PricingSettings.PoliciesAt(db, store.Id),
            Limit = limit,
            Promotions = promotions,
            Usage = counters.Usage,
            // A ticket that is sold says what it took; what it did not take the quote has said.
            TellsMissed = !toSell,
            Names = toSell ? null : await PricingPublic.ConditionNames(db),
            Buyer = member is null ? null : await BuyerFacts.Of(db, member, standing!, book!, store, day, promotions),
        };
        return Quote.Price(cart, facts).No(out var quote, out refusal)
            ? refusal
            : new PricedCart(quote, store, day, settings, products, member, standing, book, assets, counters, coupons);
    }

    /// <summary>Why a coupon gives nothing on this cart, priced once more for the reasons; null where it is used.</summary>
    public Sentence? WhyIdle(CartCoupon coupon)
    {
        var asked = new Cart
        {
            Lines = Quote.Cart.Lines,
            OrderDiscount = Quote.Cart.OrderDiscount,
            Points = Quote.Cart.Points,
            FreeItems = Quote.Cart.FreeItems,
            Coupons = [CouponOffers.Of(coupon.Coupon)!],
            PaymentMethod = Quote.Cart.PaymentMethod,
        };
        var told = Quote.Price(asked, Quote.Facts with { TellsMissed = true });
        return told.No(out var quote, out _)
            ? null
            : quote.NotApplied.FirstOrDefault(n => n.SourceId == coupon.Coupon.Id.ToString())?.Why;
    }

    /// <summary>What this cashier may take off alone.</summary>
    public static CashierLimit LimitOf(Caller caller)
    {
        if (!caller.May(Permission.TillDiscount))
            return CashierLimit.None with { MayOverridePrice = caller.May(Permission.TillPriceOverride) };
        var off = new Ratio((int)Math.Min(caller.LimitOf(Limit.ManualDiscountBp), Ratio.One.Bp));
        return new(off, off, caller.May(Permission.TillPriceOverride) || caller.ApprovedBy is not null);
    }

    /// <summary>What is in usable lots: pending and expired ones do not count, a debt does.</summary>
    public static long Usable(Book book, AssetId asset, Instant now, BusinessDay day)
    {
        var inLots = book.LotsOf(asset)
            .Where(l => l.Member == book.Member && l.IsUsable(now, day))
            .Sum(l => l.Remaining);
        return Math.Max(Math.Min(inLots, book.Balance(asset)), 0);
    }

    private static Outcome<List<CartLine>> Lines(
        CartRequest request,
        IReadOnlyDictionary<ProductId, ProductFacts> products,
        IReadOnlyDictionary<ProductId, PricesAt> prices,
        TierId? tier
    )
    {
        var lines = new List<CartLine>(request.Lines.Count);
        foreach (var line in request.Lines)
        {
            if (line.ProductId is { } id)
            {
                if (!products.TryGetValue(id, out var product) || !product.Active)
                    return CommonReasons.NotFound.With(("what", "商品"));
                lines.Add(OfProduct(line, product, prices.GetValueOrDefault(id), tier));
            }
            else if (line.Price is { } price && !price.IsNegative)
                lines.Add(QuickSale(line, price));
            else
                return TillReasons.LineWithoutPrice.With(("line", line.LineNo));
        }
        return lines;
    }

    /// <param name="prices">what this store asks, where it differs; a tier's own price stands for the member price</param>
    private static CartLine OfProduct(CartRequest.Line line, ProductFacts product, PricesAt? prices, TierId? tier) =>
        new()
        {
            LineNo = line.LineNo,
            ProductId = product.Id,
            CategoryId = product.CategoryId,
            CategoryPath = product.CategoryPath,
            Brand = product.Brand,
            Name = product.Name,
            Quantity = line.Quantity,
            UnitPrice = prices?.Price ?? product.Price,
            MemberPrice =
                tier is { } own && prices?.ByTier.TryGetValue(own, out var price) == true ? price : product.MemberPrice,
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
