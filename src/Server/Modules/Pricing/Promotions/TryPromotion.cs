using System.ComponentModel.DataAnnotations;
using Shuke.Core.Conditions;
using Shuke.Core.Pricing;
using Shuke.Core.Pricing.Promotions;
using Shuke.Server.Modules.Catalog;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// POST /promotions/try: what a basket would cost with a promotion that is still being written, alone or beside those that
/// count, and why; .../explain: its sentence, and what is wrong with it. Nothing is written.
/// </summary>
public static class TryPromotion
{
    public sealed record Line([Range(1, 200)] int LineNo, ProductId ProductId, Quantity Quantity);

    /// <param name="Draft">the promotion being written; null: only those that count</param>
    /// <param name="Alone">leave the other promotions out</param>
    /// <param name="At">at which moment; null: now</param>
    public sealed record Request(
        [MaxLength(50), MinLength(1)] IReadOnlyList<Line> Lines,
        PromotionForm? Draft = null,
        bool Alone = false,
        Instant? At = null,
        MemberId? MemberId = null,
        [StringLength(20)] string? PaymentMethod = null
    );

    public sealed record Discount(string Source, string Title, string Explanation, Money Amount, bool IsDraft);

    public sealed record LineView(
        int LineNo,
        string Name,
        Quantity Quantity,
        Money UnitPrice,
        Money Original,
        Money Net,
        IReadOnlyList<Discount> Discounts
    );

    public sealed record Missed(string Source, int? LineNo, string Title, string Why, bool IsDraft);

    public sealed record Reply(
        Money Original,
        Money Payable,
        Money Saved,
        IReadOnlyList<LineView> Lines,
        IReadOnlyList<Missed> NotApplied
    );

    /// <param name="Wrong">what saving would answer; null: nothing</param>
    /// <param name="WrongCode">its stable code, by which a form finds the field</param>
    /// <param name="WrongWhat">which of several alike, as the refusal names it: "件数 (pieces)"</param>
    /// <param name="NeedsOwner">only the owner can approve it</param>
    public sealed record Explained(
        string Title,
        string Says,
        string Condition,
        string? Wrong,
        string? WrongCode,
        string? WrongWhat,
        bool NeedsOwner
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .Ask("/promotions/try", Permission.PromotionsView, Handle)
            .WithSummary("Price a basket with a promotion that is being written.");
        routes
            .Ask("/promotions/explain", Permission.PromotionsView, Explain)
            .WithSummary("The sentence of a promotion being written, and what is wrong with it.");
    }

    public static async Task<Outcome<Explained>> Explain(PromotionForm form, DbRead db, Caller caller)
    {
        var names = await PromotionNames.Load(db, form);
        var wrong = await Promotions.WhyNot(db, form);
        return new Explained(
            PromotionNames.In(form.Args.Title(), caller.Language),
            // A rule without its goods or steps has no sentence yet.
            wrong is null
                ? PromotionNames.Rule(form, names, caller.Language)
                : "",
            wrong is null ? PromotionNames.Condition(form, names, caller.Language) : "",
            wrong?.Sentence(caller.Language),
            wrong?.Code,
            wrong?.Args.GetValueOrDefault("what") as string,
            PromotionCheck.NeedsOwner(form.ToPromotion(new(1), 1))
        );
    }

    public static async Task<Outcome<Reply>> Handle(Request request, DbRead db, Caller caller)
    {
        if (request.Draft is { } draft && await Promotions.WhyNot(db, draft) is { } wrong)
            return wrong;
        var products = await CatalogPublic.ForPricing(db, [.. request.Lines.Select(l => l.ProductId).Distinct()]);
        if (request.Lines.FirstOrDefault(l => !products.ContainsKey(l.ProductId)) is not null)
            return CommonReasons.NotFound.With(("what", "商品"));
        var at = request.At ?? db.Now;
        var store = caller.StoreId is { } here ? (await OrgPublic.Store(db, here))! : (await OrgPublic.Stores(db))[0];
        var promotions = request.Alone ? [] : (await PromotionBook.At(db, at)).ToList();
        if (request.Draft is { } tried)
            // Whenever it is to begin: the basket is priced as if it counted at this moment.
            promotions.Add(tried.ToPromotion(DraftId, 1) with { ValidFrom = new(0), ValidTo = null });
        var day = store.DayOf(at);
        var cart = new Cart
        {
            Lines = [.. request.Lines.Select(l => LineOf(l, products[l.ProductId]))],
            PaymentMethod = request.PaymentMethod,
        };
        var facts = new PricingFacts
        {
            StoreId = store.Id,
            Now = at,
            Day = day,
            At = Moment.Of(at, store.Zone, store.CutoffMinutes),
            Policies = await PricingSettings.PoliciesAt(db, store.Id),
            Promotions = PromotionSet.Of(promotions),
            Buyer = request.MemberId is { } member ? await BuyerOf(db, member, day, caller.Language) : null,
        };
        return Quote.Price(cart, facts).No(out var quote, out var refusal) ? refusal : Of(quote, caller.Language);
    }

    // No promotion has this id: ids carry their time, and this one's is before all of them.
    private static readonly PromotionId DraftId = new(1);

    internal static CartLine LineOf(Line line, ProductFacts p) =>
        new()
        {
            LineNo = line.LineNo,
            ProductId = p.Id,
            CategoryId = p.CategoryId,
            CategoryPath = p.CategoryPath,
            Brand = p.Brand,
            Name = p.Name,
            Quantity = line.Quantity,
            UnitPrice = p.Price,
            MemberPrice = p.MemberPrice,
            LowestPrice = p.LowestPrice,
            Cost = p.Cost,
            Discountable = p.Discountable,
            EarnsPoints = p.EarnsPoints,
            BonusPayable = p.BonusPayable,
        };

    private static async Task<Buyer?> BuyerOf(DbRead db, MemberId id, BusinessDay day, Language language)
    {
        if (await MembersPublic.Get(db, id, language) is not { } member)
            return null;
        var standing = await TiersPublic.Standing(db, member.Id, day);
        return new()
        {
            MemberId = member.Id,
            TierId = standing.TierId ?? default,
            TierName = standing.Name,
            TierPrice = standing.Price,
            PointsMultiplier = standing.Multiplier,
            Birthday = member.Birthday,
        };
    }

    private static Reply Of(Quote quote, Language language) =>
        new(
            quote.Original,
            quote.Payable,
            quote.Saved,
            [
                .. quote.Lines.Select(l => new LineView(
                    l.LineNo,
                    l.Line.Name,
                    l.Line.Quantity,
                    l.UnitPrice,
                    l.Original,
                    l.Net,
                    [
                        .. l.Discounts.Select(d => new Discount(
                            d.OfferCode,
                            d.Title.In(language),
                            d.Explanation.In(language),
                            d.Amount,
                            d.SourceId == DraftId.ToString()
                        )),
                    ]
                )),
            ],
            [
                .. quote.NotApplied.Select(n => new Missed(
                    n.OfferCode,
                    n.LineNo,
                    n.Title.In(language),
                    n.Why.In(language),
                    n.SourceId == DraftId.ToString()
                )),
            ]
        );
}
