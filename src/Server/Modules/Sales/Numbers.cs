using System.Globalization;

namespace Shuke.Server.Modules.Sales;

/// <summary>Running numbers per store, business day and kind of document: "1122-0007", refunds "R1122-0001", top-ups "C1122-0003".</summary>
internal static class Numbers
{
    public static Task<string> Order(Tx tx, StoreId store, BusinessDay day) => Next(tx, store, day, "order", "");

    public static Task<string> Refund(Tx tx, StoreId store, BusinessDay day) => Next(tx, store, day, "refund", "R");

    public static Task<string> TopUp(Tx tx, StoreId store, BusinessDay day) => Next(tx, store, day, "topup", "C");

    private static async Task<string> Next(Tx tx, StoreId store, BusinessDay day, string kind, string prefix)
    {
        var last = await tx.One<long>(
            """
            INSERT INTO day_number (merchant_id, store_id, day, kind, last) VALUES (@m, @store, @day, @kind, 1)
            ON CONFLICT (merchant_id, store_id, day, kind) DO UPDATE SET last = day_number.last + 1 RETURNING last
            """,
            new
            {
                store,
                day,
                kind,
            }
        );
        // The year makes the number unique for a store's whole life and still short enough to read out.
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{day.Date:yyMMdd}-{last:0000}");
    }
}
