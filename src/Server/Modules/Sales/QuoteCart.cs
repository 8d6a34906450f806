using Shuke.Core.Pricing;
using Shuke.Server.Modules.Ledger;

namespace Shuke.Server.Modules.Sales;

/// <summary>POST /quotes: the till asks what a cart costs, and why. Writes nothing.</summary>
public static class QuoteCart
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Ask("/quotes", Permission.TillSell, Handle, (Action<CartRequest, Ahead>)WantAhead)
            .WithSummary("Price a cart and explain every discount.");

    private static void WantAhead(CartRequest request, Ahead ahead) => PricedCart.Ahead(ahead, request, toSell: false);

    public static async Task<Outcome<QuoteView>> Handle(CartRequest request, DbRead db, Caller caller)
    {
        if (caller.StoreId is null)
            return HttpReasons.StoreNeeded;
        var assets = await LedgerPublic.AssetInfos(db);
        var book = request.MemberId is { } member ? await LedgerPublic.Read(db, Set(assets), member) : null;
        Task<Outcome<PricedCart>> Load(CashierLimit limit) =>
            PricedCart.Load(db, caller, request, limit, assets, book, request.PaymentMethod, toSell: false);

        // The till shows the price as it would be; whether a second person must agree is said beside it.
        if (!(await Load(PricedCart.LimitOf(caller))).No(out var cart, out var refusal))
            return await QuoteView.Of(db, cart, caller.Language, null);
        if (refusal.Code != PricingReasons.DiscountOverLimit.Code)
            return refusal;
        return (await Load(CashierLimit.Unlimited)).No(out cart, out var other)
            ? other
            : await QuoteView.Of(db, cart, caller.Language, refusal.Sentence(caller.Language));
    }

    private static Core.Ledger.AssetSet Set(IReadOnlyList<AssetInfo> assets) => new([.. assets.Select(a => a.Asset)]);
}
