using Shuke.Core.Ledger;
using Shuke.Core.Pricing;
using Shuke.Core.Sales;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Pricing;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server.Modules.Sales;

/// <summary>
/// A refund worked out but not written: what goes back to which tender and lot, which points are taken back. Preview and
/// refund come by here alike, so what the cashier was shown is what happens.
/// </summary>
internal sealed record RefundDraft(
    OrderRow Order,
    IReadOnlyList<PackedLine> Lines,
    RefundPlan Plan,
    BusinessDay Day,
    Book? Book,
    Moves Moves,
    Points PointsTaken,
    IReadOnlyList<CouponBack> CouponsBack
)
{
    public static async Task<Outcome<RefundDraft>> Load(
        DbRead db,
        Caller caller,
        OrderId id,
        ShiftRow shift,
        RefundOrder.Request request,
        bool forUpdate
    )
    {
        var order = forUpdate ? await LockOrder((Tx)db, id) : await Find(db, id);
        if (order is null || !caller.MayAt(order.StoreId))
            return CommonReasons.NotFound.With(("what", "订单"));
        var store = (await OrgPublic.Store(db, shift.StoreId))!;
        var day = store.DayOf(db.Now);
        var settings = await OrgPublic.Setting<PricingSettings>(db, store.Id);
        var lines = TicketText.Lines(order.Lines);
        var sold = await Sold(db, order, lines) with { KeptCost = await KeptCost(db, order, settings) };
        var wish = new RefundWish
        {
            OpenShift = shift.State == ShiftState.Open ? shift.Id : null,
            Void = request.IsVoid,
            Lines = request.Lines?.Select(l => new ReturnWish(l.LineNo, l.Quantity)).ToList(),
        };
        if (RefundDecision.Decide(sold, wish).No(out var plan, out var refusal))
            return refusal;
        var couponsBack = await PricingPublic.CouponsBack(
            db,
            order.Id,
            IsWhole(plan),
            order.Payable - order.Refunded - plan.Amount,
            store
        );
        // A merged member's tickets go back to the member they were merged into.
        if (order.MemberId is null || await MembersPublic.Get(db, order.MemberId.Value) is not { } member)
            return new RefundDraft(order, lines, plan, day, null, Moves.None, Points.Zero, couponsBack);

        var assets = await LedgerPublic.Assets(db);
        var book = forUpdate
            ? await LedgerPublic.Lock((Tx)db, assets, member.Id)
            : (await LedgerPublic.Read(db, assets, member.Id))!;
        var value = await RefundValue.Load(db, order, book, settings, day);
        if (value.Shortage(plan) is { } missing)
        {
            if (RefundDecision.Decide(sold, wish with { Short = missing }).No(out plan, out refusal))
                return refusal;
        }
        if (value.Decide(plan).No(out var decided, out refusal))
            return refusal;
        return new RefundDraft(order, lines, plan, day, value.Book, decided.Moves, decided.Taken, couponsBack);
    }

    public async Task<PostingPlan?> Post(Tx tx, Caller caller, RefundId refund, string number) =>
        Book is not { } book || Moves.IsEmpty
            ? null
            : await LedgerPublic.Post(
                tx,
                book,
                new PostingNote(
                    "refund",
                    "refund",
                    refund.ToString(),
                    Day,
                    "till",
                    caller.Store,
                    caller.Staff,
                    $"{number} ← {Order.Number}",
                    Order.PostingId
                ),
                Moves
            );

    public async Task Write(
        Tx tx,
        Caller caller,
        RefundId id,
        string number,
        RefundOrder.Request request,
        PostingId? posting
    )
    {
        var m = tx.Merchant;
        await tx.Insert(
            new RefundRow(
                m,
                id,
                number,
                Order.Id,
                caller.Store,
                Plan.ShiftId,
                caller.Staff,
                caller.ApprovedBy,
                request.IsVoid,
                Plan.Amount,
                Plan.Kept,
                Sum(Plan.Tenders.Select(t => t.Points)),
                PointsTaken,
                request.Reason.Trim(),
                posting,
                Day,
                tx.Now
            )
        );
        await tx.InsertMany(Plan.Lines.Select(l => new RefundLineRow(m, id, l.LineNo, l.Quantity, l.Amount)).ToList());
        await tx.InsertMany(Plan.Tenders.Select(t => PaymentOf(tx, caller, id, t)).ToList());
        await tx.Execute(
            """
            UPDATE orders SET state = @state, refunded = refunded + @amount, earned_back = earned_back + @points, lines = @lines
            WHERE merchant_id = @m AND id = @order
            """,
            new
            {
                order = Order.Id,
                state = Plan.State,
                amount = Plan.Amount,
                points = Plan.TakeBack,
                lines = TicketText.Of([.. Lines.Select(After)]),
            }
        );
        await ReturnUses(tx);
        await PricingPublic.ReturnCoupons(tx, Order.Id, CouponsBack);
        if (IsWhole(Plan))
            await PricingPublic.ReturnPromotions(tx, Order.Id);
    }

    private PackedLine After(PackedLine line) =>
        Plan.Lines.FirstOrDefault(r => r.LineNo == line.LineNo) is { } back
            ? line with
            {
                Returned = line.Returned + back.Quantity,
                Refunded = line.Refunded + back.Amount,
            }
            : line;

    private static bool IsWhole(RefundPlan plan) => plan.State is OrderState.Refunded or OrderState.Void;

    /// <summary>Only a ticket with promotions or coupons is priced again; all others go back line by line anyway.</summary>
    private static async Task<Func<IReadOnlyDictionary<int, Quantity>, Money>?> KeptCost(
        DbRead db,
        OrderRow order,
        PricingSettings settings
    ) =>
        settings.PartialRefund == PartialRefund.Recompute && await OrderPricing.Find(db, order.Id) is { } pricing
            ? await pricing.KeptCost(db, order)
            : null;

    private async Task ReturnUses(Tx tx)
    {
        foreach (var use in Plan.UsesBack)
        {
            await tx.Execute(
                """
                UPDATE order_free_item SET returned = TRUE WHERE merchant_id = @m AND order_id = @order AND line_no = @line
                AND seq = (SELECT MIN(seq) FROM order_free_item WHERE merchant_id = @m AND order_id = @order AND line_no = @line
                           AND kind = @kind AND source_id = @source AND NOT returned)
                """,
                new
                {
                    order = Order.Id,
                    line = use.LineNo,
                    kind = use.Kind,
                    source = use.SourceId,
                }
            );
            if (use.Kind == FreeItemKind.Benefit)
                await TiersPublic.ReturnBenefit(tx, Book!.Member, BenefitId.Parse(use.SourceId, null), Order.Id);
        }
    }

    private OtherPaymentRow PaymentOf(Tx tx, Caller caller, RefundId refund, TenderReturn t) =>
        new(
            tx.Merchant,
            tx.NewId<Core.Kinds.Payment>(),
            PaymentDocument.Refund,
            refund.Value,
            t.Seq,
            t.Tender,
            t.Method,
            t.PaidOut,
            t.PaidOut,
            Money.Zero,
            t.Points,
            Money.Zero,
            t.Kept,
            null,
            Plan.ShiftId,
            caller.Store,
            Day,
            tx.Now
        );

    /// <summary>The order's row is the lock: two refunds of one ticket wait for each other (invariant I17).</summary>
    private static Task<OrderRow?> LockOrder(Tx tx, OrderId id) =>
        tx.One<OrderRow>(
            "UPDATE orders SET version = version + 1 WHERE merchant_id = @m AND id = @id RETURNING *",
            new { id }
        );

    private static Task<OrderRow?> Find(DbRead db, OrderId id) =>
        db.One<OrderRow>("SELECT * FROM orders WHERE merchant_id = @m AND id = @id", new { id });

    private static async Task<SoldOrder> Sold(DbRead db, OrderRow order, IReadOnlyList<PackedLine> lines)
    {
        var id = order.Id;
        var uses = await db.All<OrderFreeItemRow>(
            "SELECT * FROM order_free_item WHERE merchant_id = @m AND order_id = @id ORDER BY seq",
            new { id }
        );
        var back = await db.All<Back>(
            """
            SELECT p.seq, SUM(p.amount + p.kept) AS amount, SUM(p.points) AS points FROM other_payment p
            JOIN refund r ON r.merchant_id = p.merchant_id AND r.id = p.document_id
            WHERE p.merchant_id = @m AND p.document_kind = 'refund' AND r.order_id = @id GROUP BY p.seq
            """,
            new { id }
        );
        return new SoldOrder
        {
            State = order.State,
            ShiftId = order.ShiftId,
            Earned = order.Earned,
            EarnedTakenBack = order.EarnedBack,
            Lines =
            [
                .. lines.Select(l => new SoldLine(
                    l.LineNo,
                    l.Name,
                    l.Quantity,
                    l.Net,
                    l.Returned,
                    l.Refunded,
                    [
                        .. uses.Where(u => u.LineNo == l.LineNo)
                            .Select(u => new UseFreeItem(u.Kind, u.SourceId, u.LineNo)),
                    ]
                )),
            ],
            Payments =
            [
                .. TicketText
                    .Payments(order.Payments)
                    .Select(p => new SoldPayment(
                        p.Seq,
                        p.Tender,
                        p.Method,
                        p.Amount,
                        Sum(back.Where(b => b.Seq == p.Seq).Select(b => b.Amount)),
                        p.Points,
                        Sum(back.Where(b => b.Seq == p.Seq).Select(b => b.Points))
                    )),
            ],
        };
    }

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (a, b) => a + b);

    private static Points Sum(IEnumerable<Points> points) => points.Aggregate(Points.Zero, (a, b) => a + b);

    private sealed record Back(int Seq, Money Amount, Points Points);
}
