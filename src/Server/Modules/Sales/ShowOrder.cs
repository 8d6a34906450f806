using Shuke.Core.Sales;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Sales;

/// <summary>GET /orders/{id}: one ticket with everything that explains it.</summary>
public static class ShowOrder
{
    public sealed record Reply(
        OrderId Id,
        string Number,
        StoreId StoreId,
        string Store,
        BusinessDay Day,
        Instant At,
        OrderState State,
        ShiftId ShiftId,
        string Staff,
        string? ApprovedBy,
        MemberId? MemberId,
        string? Member,
        string TierName,
        Money Original,
        Money Discount,
        Money Payable,
        Money PointsMoney,
        Money Change,
        Points Earned,
        Money Refunded,
        string Note,
        IReadOnlyList<Line> Lines,
        IReadOnlyList<Payment> Payments,
        IReadOnlyList<Refund> Refunds,
        IReadOnlyList<AppliedView> Applied,
        IReadOnlyList<FlagView> Flags
    );

    public sealed record Line(
        int LineNo,
        ProductId? ProductId,
        string Name,
        string Unit,
        Quantity Quantity,
        Money UnitPrice,
        Money Original,
        Money Discount,
        Money Net,
        Quantity Returned,
        Money Refunded,
        IReadOnlyList<Off> Discounts
    );

    public sealed record Off(string Offer, Money Amount, string Title, string Explanation);

    public sealed record Payment(
        int Seq,
        Tender Tender,
        string? Method,
        Money Amount,
        Money Tendered,
        Money Change,
        Points Points,
        Money Bonus,
        string? Reference
    );

    public sealed record Refund(
        RefundId Id,
        string Number,
        bool IsVoid,
        Money Amount,
        Money Kept,
        Points PointsTaken,
        string Staff,
        string Reason,
        Instant At,
        IReadOnlyList<Payment> Payments
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Get("/orders/{id}", Permission.TillSell, Handle)
            .WithSummary("One ticket with lines, discounts, payments and refunds.");

    public static async Task<Outcome<Reply>> Handle(OrderId id, DbRead db, Caller caller) => await Load(db, id, caller);

    internal static async Task<Outcome<Reply>> Load(DbRead db, OrderId id, Caller caller)
    {
        var order = await db.One<OrderRow>("SELECT * FROM orders WHERE merchant_id = @m AND id = @id", new { id });
        if (order is null || !caller.MayAt(order.StoreId))
            return CommonReasons.NotFound.With(("what", "订单"));
        var offs = await db.All<OrderDiscountRow>(
            "SELECT * FROM order_discount WHERE merchant_id = @m AND order_id = @id ORDER BY line_no, seq",
            new { id }
        );
        var refunds = await db.All<RefundRow>(
            "SELECT * FROM refund WHERE merchant_id = @m AND order_id = @id ORDER BY id",
            new { id }
        );
        var givenBack = await db.All<OtherPaymentRow>(
            """
            SELECT * FROM other_payment
            WHERE merchant_id = @m AND document_kind = 'refund' AND document_id IN @documents ORDER BY document_id, seq
            """,
            new { documents = refunds.ConvertAll(r => r.Id.Value) }
        );
        var member = order.MemberId is { } m ? await MembersPublic.Get(db, m, caller.Language) : null;
        var explained = (await OrderPricing.Find(db, id))?.Explanation ?? Explanation.None;
        return new Reply(
            order.Id,
            order.Number,
            order.StoreId,
            (await OrgPublic.Store(db, order.StoreId))!.Name,
            order.Day,
            order.At,
            order.State,
            order.ShiftId,
            await OrgPublic.StaffName(db, order.StaffId) ?? "",
            order.ApprovedBy is { } approver ? await OrgPublic.StaffName(db, approver) : null,
            member?.Id,
            member?.Name,
            order.TierName,
            order.Original,
            order.Discount,
            order.Payable,
            order.PointsMoney,
            order.Change,
            order.Earned,
            order.Refunded,
            order.Note,
            LinesOf(order, offs, caller.Language),
            PaymentsOf(order),
            await RefundViews(db, refunds, givenBack),
            explained.AppliedIn(caller.Language),
            explained.FlagsIn(caller.Language)
        );
    }

    private static List<Line> LinesOf(OrderRow order, List<OrderDiscountRow> offs, Language language)
    {
        var zh = language == Language.Zh;
        return TicketText
            .Lines(order.Lines)
            .ConvertAll(l => new Line(
                l.LineNo,
                l.ProductId,
                l.Name,
                l.Unit,
                l.Quantity,
                l.UnitPrice,
                l.Original,
                l.Discount,
                l.Net,
                l.Returned,
                l.Refunded,
                [
                    .. offs.Where(d => d.LineNo == l.LineNo)
                        .Select(d => new Off(
                            d.Offer,
                            d.Amount,
                            zh ? d.TitleZh : d.TitleEn,
                            zh ? d.ExplanationZh : d.ExplanationEn
                        )),
                ]
            ));
    }

    private static List<Payment> PaymentsOf(OrderRow order) =>
        TicketText
            .Payments(order.Payments)
            .ConvertAll(p => new Payment(
                p.Seq,
                p.Tender,
                p.Method,
                p.Amount,
                p.Tendered,
                p.Change,
                p.Points,
                p.Bonus,
                p.Reference
            ));

    private static List<Payment> PaymentsOf(RefundRow refund, List<OtherPaymentRow> givenBack) =>
        [
            .. givenBack
                .Where(p => p.DocumentId == refund.Id.Value)
                .Select(p => new Payment(
                    p.Seq,
                    p.Tender,
                    p.Method,
                    p.Amount,
                    p.Tendered,
                    p.Change,
                    p.Points,
                    p.Bonus,
                    p.Reference
                )),
        ];

    private static async Task<List<Refund>> RefundViews(
        DbRead db,
        List<RefundRow> refunds,
        List<OtherPaymentRow> givenBack
    )
    {
        var views = new List<Refund>(refunds.Count);
        foreach (var r in refunds)
            views.Add(
                new(
                    r.Id,
                    r.Number,
                    r.IsVoid,
                    r.Amount,
                    r.Kept,
                    r.PointsTaken,
                    await OrgPublic.StaffName(db, r.StaffId) ?? "",
                    r.Reason,
                    r.At,
                    PaymentsOf(r, givenBack)
                )
            );
        return views;
    }
}
