using Shuke.Core.Sales;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Sales;

/// <summary>A shift as the till and the reports see it, with the figures up to now or as they were at the close.</summary>
public sealed record ShiftView(
    ShiftId Id,
    StoreId StoreId,
    string Till,
    long Number,
    ShiftState State,
    string OpenedBy,
    Instant OpenedAt,
    string? ClosedBy,
    Instant? ClosedAt,
    string Note,
    ShiftReport Report,
    long Version
) : IVersioned;

/// <summary>Finds shifts and adds them up.</summary>
internal static class Shifts
{
    public static Task<ShiftRow?> OpenAt(DbRead db, StoreId store, string till) =>
        db.One<ShiftRow>(
            "SELECT * FROM shift WHERE merchant_id = @m AND store_id = @store AND till = @till AND state = 'open'",
            new { store, till = till.Trim() }
        );

    // FOR SHARE, because closing only updates the row: that would pass beside FOR KEY SHARE.
    private static readonly KeyedQuery<ShiftId, ShiftRow> Held = new(
        "shift",
        "SELECT * FROM shift WHERE {id} ORDER BY merchant_id, id{lock  FOR SHARE}",
        r => (r.MerchantId, r.Id),
        order: 10
    );

    /// <summary>Says that a document will be written into this shift.</summary>
    public static void Ahead(Ahead ahead, ShiftId id) => ahead.Want(Held, id);

    /// <summary>
    /// The shift a document is about to be written into, held open until this transaction ends: closing updates the same
    /// row, so no ticket slips into a closed shift (invariant I25).
    /// </summary>
    public static async Task<Outcome<ShiftRow>> Hold(Tx tx, Caller caller, ShiftId id)
    {
        if (caller.StoreId is null)
            return HttpReasons.StoreNeeded;
        var row = await tx.Of(Held, id) is [var found, ..] ? found : null;
        if (row is null || row.StoreId != caller.Store)
            return CommonReasons.NotFound.With(("what", "班次"));
        return row.State == ShiftState.Open ? row : TillReasons.ShiftNotOpen;
    }

    public static async Task<ShiftReport> Report(DbRead db, ShiftRow row, Money? counted)
    {
        if (row.Report is not null)
            return Json.Parse<ShiftReport>(row.Report);
        var id = row.Id;
        var payments = await db.All<Sums>(
            """
            SELECT document_kind, tender, method, SUM(amount) AS amount, COUNT(*) AS count FROM (
                -- A shift's tickets are found among those of its store's days, as below.
                SELECT document_kind, tender, method, amount FROM payment
                WHERE merchant_id = @m AND document_kind = 'order' AND store_id = @StoreId AND day >= @OpenedDay AND shift_id = @Id
                UNION ALL
                SELECT document_kind, tender, method, amount FROM other_payment WHERE merchant_id = @m AND shift_id = @Id
                UNION ALL
                -- Memberships, times cards and gift cards count as sales.
                SELECT CASE WHEN given_back THEN 'refund' ELSE 'order' END, tender, method, amount FROM sold_payment
                WHERE merchant_id = @m AND shift_id = @Id) p
            GROUP BY document_kind, tender, method ORDER BY document_kind, tender, method NULLS FIRST
            """,
            row
        );
        var cash = await db.One<(Money In, Money Out)>(
            """
            SELECT COALESCE(SUM(CASE WHEN amount > 0 THEN amount END), 0) AS cash_in,
                   COALESCE(SUM(CASE WHEN amount < 0 THEN -amount END), 0) AS cash_out
            FROM shift_cash WHERE merchant_id = @m AND shift_id = @id
            """,
            new { id }
        );
        var orders = await db.One<Totals>(
            """
            SELECT COUNT(*) AS orders, COALESCE(SUM(discount), 0) AS discounts, COALESCE(SUM(earned), 0) AS earned
            FROM orders WHERE merchant_id = @m AND store_id = @StoreId AND day >= @OpenedDay AND shift_id = @Id
            """,
            row
        );
        var bonus = await db.One<Money>(
            "SELECT COALESCE(SUM(bonus), 0) AS bonus FROM topup WHERE merchant_id = @m AND shift_id = @id AND state = 'paid'",
            new { id }
        );
        var points = await db.One<Points>(
            """
            SELECT COALESCE(SUM(points), 0) AS points FROM payment
            WHERE merchant_id = @m AND document_kind = 'order' AND store_id = @StoreId AND day >= @OpenedDay AND shift_id = @Id
            """,
            row
        );
        IReadOnlyList<TenderSum> Of(PaymentDocument document) =>
            [
                .. payments
                    .Where(p => p.DocumentKind == document)
                    .Select(p => new TenderSum(p.Tender, p.Method, p.Amount, (int)p.Count)),
            ];
        return ShiftMath.Report(
            new ShiftFigures
            {
                Float = row.Float,
                CashIn = cash.In,
                CashOut = cash.Out,
                Sales = Of(PaymentDocument.Order),
                Refunds = Of(PaymentDocument.Refund),
                TopUps = Of(PaymentDocument.Topup),
                TopUpRefunds = Of(PaymentDocument.TopupRefund),
                Bonus = bonus,
                Discounts = orders!.Discounts,
                PointsEarned = orders.Earned,
                PointsUsed = points,
                Orders = (int)orders.Orders,
            },
            counted
        );
    }

    public static async Task<ShiftView> View(DbRead db, ShiftRow row) =>
        new(
            row.Id,
            row.StoreId,
            row.Till,
            row.Number,
            row.State,
            await OrgPublic.StaffName(db, row.OpenedBy) ?? "",
            row.OpenedAt,
            row.ClosedBy is { } closer ? await OrgPublic.StaffName(db, closer) : null,
            row.ClosedAt,
            row.Note,
            await Report(db, row, row.Counted),
            row.Version
        );

    private sealed record Sums(PaymentDocument DocumentKind, Tender Tender, string? Method, Money Amount, long Count);

    private sealed record Totals(long Orders, Money Discounts, Points Earned);
}
