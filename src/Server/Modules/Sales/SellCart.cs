using System.ComponentModel.DataAnnotations;
using Shuke.Core.Ledger;
using Shuke.Core.Pricing;
using Shuke.Core.Sales;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Pricing;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server.Modules.Sales;

/// <summary>POST /orders: a cashier takes a cart's payments; order, value, points and tier change in one transaction.</summary>
public static class SellCart
{
    public sealed record Request(
        ShiftId ShiftId,
        CartRequest Cart,
        [MaxLength(10)] IReadOnlyList<Request.Payment> Payments,
        Money? ExpectedDue = null,
        [StringLength(200)] string Note = ""
    )
    {
        /// <param name="Amount">null: the rest, whatever it is</param>
        public sealed record Payment(
            Tender Tender,
            Money? Amount = null,
            [StringLength(20)] string? Method = null,
            [StringLength(60)] string? Reference = null
        );
    }

    public sealed record Reply(
        OrderId OrderId,
        string Number,
        Money Payable,
        Money Due,
        Money Change,
        Points PointsUsed,
        Points Earned,
        Points? Points,
        Money? StoredValue,
        MovedView? TierMoved,
        IReadOnlyList<string> Gifts
    );

    /// <summary>The tier the member has now risen to, and the sentence for the cashier to say.</summary>
    public sealed record MovedView(string Name, string Colour, string Sentence)
    {
        internal static MovedView? Of(TierMoved? moved, Language language) =>
            moved is null ? null : new(moved.ToName, moved.Colour, moved.Says(language));
    }

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Money("/orders", Permission.TillSell, Handle, (Action<Request, Ahead>)WantAhead)
            .WithSummary("Take a cart's payments and write the ticket.");

    private static void WantAhead(Request request, Ahead ahead)
    {
        Shifts.Ahead(ahead, request.ShiftId);
        PricedCart.Ahead(ahead, request.Cart, toSell: true);
    }

    public static async Task<Outcome<Reply>> Handle(Request request, Tx tx, Caller caller)
    {
        if ((await Shifts.Hold(tx, caller, request.ShiftId)).No(out var shift, out var refusal))
            return refusal;
        var assets = await LedgerPublic.AssetInfos(tx);
        // The book is locked before anything is read from it: two tills that serve one member wait for each other here.
        var book = await LockBook(tx, request.Cart);
        if (
            (
                await PricedCart.Load(
                    tx,
                    caller,
                    request.Cart,
                    PricedCart.LimitOf(caller),
                    assets,
                    book,
                    MethodOf(request.Payments),
                    toSell: true
                )
            ).No(out var cart, out refusal)
        )
            return Approvable(refusal);
        if (CartCoupon.RefuseIdle(cart, caller.Language) is { } idle)
            return idle;
        if (Decide(cart, request, shift).No(out var plan, out refusal))
            return refusal;
        if ((await SaleValue.Decide(tx, cart, plan)).No(out var value, out refusal))
            return refusal;

        var orderId = tx.NewId<Core.Kinds.Order>();
        if (await UseBenefits(tx, cart, plan, orderId) is { } usedUp)
            return usedUp;
        plan = plan.Numbered(await Numbers.Order(tx, caller.Store, cart.Day));
        var posting = await Post(tx, caller, cart, plan, orderId, value);
        await WriteOrder(tx, caller, cart, plan, orderId, value, posting, request.Note);
        await UseOffers(tx, cart, plan, orderId);
        var moved = posting is null
            ? null
            : await TiersPublic.Examine(
                tx,
                posting.After,
                cart.Member!.Id,
                cart.Store,
                "order",
                orderId.ToString(),
                caller.Staff
            );
        tx.Tell(
            new OrderPaid(
                tx.Merchant,
                caller.Store,
                orderId,
                plan.Order.Number,
                cart.Member?.Id,
                plan.Order.Payable,
                value.Earned,
                cart.Day,
                tx.Now
            )
        );
        return Answer(cart, plan, orderId, value, moved, posting, caller.Language);
    }

    private static async Task<Book?> LockBook(Tx tx, CartRequest cart)
    {
        if (cart.MemberId is not { } id || await MembersPublic.Get(tx, id) is not { } found)
            return null;
        return await LedgerPublic.LockToSell(
            tx,
            await LedgerPublic.Assets(tx),
            found.Id,
            PricedCart.NeedsPoints(cart, await PricingPublic.Promotions(tx))
        );
    }

    /// <summary>What only a person with a higher limit may do is not final: a second person can approve it.</summary>
    private static Refusal Approvable(Refusal refusal) =>
        refusal.Code == PricingReasons.DiscountOverLimit.Code
        || refusal.Code == PricingReasons.PriceOverrideNotAllowed.Code
            ? HttpReasons.ApprovalRequired.With(("limit", refusal.Sentence(Language.Zh)))
            : refusal;

    private static Outcome<CheckoutPlan> Decide(PricedCart cart, Request request, ShiftRow shift) =>
        Checkout.Decide(
            cart.Quote,
            [.. request.Payments.Select(p => new PaymentWish(p.Tender, p.Amount, p.Method, p.Reference))],
            new CheckoutFacts { OpenShift = shift.Id, ExpectedDue = request.ExpectedDue }
        );

    private static async Task<PostingPlan?> Post(
        Tx tx,
        Caller caller,
        PricedCart cart,
        CheckoutPlan plan,
        OrderId order,
        SaleValue value
    ) =>
        cart.Book is not { } book || value.Moves.IsEmpty
            ? null
            : await LedgerPublic.Post(
                tx,
                book,
                new PostingNote(
                    "sale",
                    "order",
                    order.ToString(),
                    cart.Day,
                    "till",
                    caller.Store,
                    caller.Staff,
                    plan.Order.Number
                ),
                value.Moves
            );

    private static async Task WriteOrder(
        Tx tx,
        Caller caller,
        PricedCart cart,
        CheckoutPlan plan,
        OrderId id,
        SaleValue value,
        PostingPlan? posting,
        string note
    )
    {
        var (m, order) = (tx.Merchant, plan.Order);
        await tx.Insert(
            new OrderRow(
                m,
                id,
                order.Number,
                order.StoreId,
                order.Day,
                order.At,
                order.State,
                order.Channel,
                order.ShiftId,
                caller.Staff,
                caller.ApprovedBy,
                order.MemberId,
                cart.Standing?.Name ?? "",
                order.Original,
                order.Discount,
                order.Payable,
                order.PointsMoney,
                order.Change,
                value.Earned,
                value.EarnedBase,
                Points.Zero,
                Money.Zero,
                posting?.Header.Id,
                note.Trim(),
                order.Fingerprint,
                1,
                TicketText.Of(plan.Lines.OrderBy(l => l.LineNo).Select(l => LineOf(cart, l)).ToList()),
                TicketText.Of(plan.Payments.Select(p => PaymentOf(p, value.BonusSpent)).ToList())
            )
        );
        await tx.InsertMany(plan.Discounts.Select(d => DiscountRow(m, id, d)).ToList());
        await tx.InsertMany(
            plan.Spends.OfType<UseFreeItem>()
                .Select((u, i) => new OrderFreeItemRow(m, id, u.LineNo, i + 1, u.Kind, u.SourceId, Returned: false))
                .ToList()
        );
    }

    private static PackedLine LineOf(PricedCart cart, OrderLineRecord l) =>
        new(
            l.LineNo,
            l.ProductId,
            l.CategoryId,
            l.Name,
            l.ProductId is { } id ? cart.Products[id].Unit : "",
            l.Quantity,
            l.UnitPrice,
            l.Original,
            l.Discount,
            l.Net,
            l.Cost,
            Quantity.Zero,
            Money.Zero
        );

    private static OrderDiscountRow DiscountRow(MerchantId m, OrderId order, DiscountRecord d) =>
        new(
            m,
            order,
            d.LineNo,
            d.Seq,
            d.OfferCode,
            d.SourceId,
            d.Amount,
            d.Title.In(Language.Zh),
            d.Title.In(Language.En),
            d.Explanation.In(Language.Zh),
            d.Explanation.In(Language.En)
        );

    private static PackedPayment PaymentOf(PaymentRecord p, Money bonus) =>
        new(
            p.Seq,
            p.Tender,
            p.Method,
            p.Amount,
            p.Tendered,
            p.Change,
            p.Points,
            p.Tender == Tender.StoredValue ? bonus : Money.Zero,
            p.Reference
        );

    /// <summary>The one method that everything is paid with: a price may depend on it. Mixed is none.</summary>
    private static string? MethodOf(IReadOnlyList<Request.Payment> payments)
    {
        var methods = payments
            .Select(p =>
                p.Tender switch
                {
                    Tender.Cash => "cash",
                    Tender.StoredValue => "stored_value",
                    _ => p.Method,
                }
            )
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return methods.Count == 1 ? methods[0] : null;
    }

    /// <summary>Counts promotions and coupons as used and keeps what the price was made of; a ticket without any writes nothing.</summary>
    private static async Task UseOffers(Tx tx, PricedCart cart, CheckoutPlan plan, OrderId order)
    {
        if (await OrderPricing.Row(tx, cart, order) is not { } row)
            return;
        await tx.Insert(row);
        var (quote, store, member) = (cart.Quote, plan.Order.StoreId, plan.Order.MemberId);
        var gave = quote.Applied.Select(a => (a.Offer, a.Amount)).Concat(quote.Flags.Select(f => (f, Money.Zero)));
        var promotions = new List<PromotionUse>();
        var coupons = new List<(HeldCoupon, CouponUse)>();
        foreach (var (offer, amount) in gave)
            if (offer.Promotion is { } p)
                promotions.Add(new(p.Id, p.Version, order, store, member, amount, plan.Order.Payable, plan.Order.Day));
            else
                coupons.Add(
                    (
                        cart.Coupons.First(c => c.Coupon.Id == offer.Coupon!.Id).Coupon,
                        new(offer.Coupon!.Id, order, store, member, amount, plan.Order.Payable, plan.Order.Day)
                    )
                );
        PricingPublic.Use(tx, cart.Counters, promotions, coupons);
    }

    private static async Task<Refusal?> UseBenefits(Tx tx, PricedCart cart, CheckoutPlan plan, OrderId order)
    {
        foreach (var use in plan.Spends.OfType<UseFreeItem>().Where(u => u.Kind == FreeItemKind.Benefit))
        {
            var benefit = BenefitId.Parse(use.SourceId, null);
            if (
                (await TiersPublic.UseBenefit(tx, cart.Member!.Id, benefit, order, cart.Day)).No(out _, out var refusal)
            )
                return refusal;
        }
        return null;
    }

    private static Reply Answer(
        PricedCart cart,
        CheckoutPlan plan,
        OrderId order,
        SaleValue value,
        TierMoved? moved,
        PostingPlan? posting,
        Language language
    )
    {
        var after = moved?.Book ?? posting?.After ?? cart.Book;
        return new(
            order,
            plan.Order.Number,
            plan.Order.Payable,
            cart.Quote.Due,
            plan.Order.Change,
            cart.Quote.PointsUsed,
            value.Earned,
            after is null ? null : new Points(after.Balance(after.Assets.Points.Id)),
            after is null
                ? null
                : new Money(after.Balance(after.Assets.Principal.Id) + after.Balance(after.Assets.Bonus.Id)),
            MovedView.Of(moved, language),
            [.. value.Gifts.Select(g => g.In(language))]
        );
    }
}
