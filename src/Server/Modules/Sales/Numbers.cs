using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Shuke.Server.Modules.Sales;

/// <summary>Running numbers per store, business day and kind of document: "1122-0007", refunds "R1122-0001", top-ups "C1122-0003".</summary>
internal static class Numbers
{
    /// <summary>
    /// On PostgreSQL a process takes numbers in blocks, so that the tills of one store do not wait for each other at one
    /// row. What is left of a block when the process ends is never used: numbers are unique and rise, but may have gaps. A
    /// block that is used up within a second is followed by one of twice its size: fetching one stops a whole batch.
    /// </summary>
    private const int BlockMin = 50;
    private const int BlockMax = 1_600;
    private static readonly TimeSpan BlockLasts = TimeSpan.FromSeconds(1);

    private static readonly ConditionalWeakTable<Db, ConcurrentDictionary<Of, Range>> Blocks = [];

    private readonly record struct Of(MerchantId Merchant, StoreId Store, BusinessDay Day, string Kind);

    private sealed class Range
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);
        public long Next { get; set; }
        public long Last { get; set; } = -1;
        public int Size { get; set; }
        public long TakenAt { get; set; }
    }

    /// <summary>How many numbers to take after a block of <paramref name="size"/> (0 = none yet), so that they last about a second.</summary>
    internal static int NextBlock(int size, TimeSpan lasted) =>
        lasted < BlockLasts ? Math.Clamp(2 * size, BlockMin, BlockMax) : Math.Max(size / 2, BlockMin);

    public static Task<string> Order(Tx tx, StoreId store, BusinessDay day) => Next(tx, store, day, "order", "");

    public static Task<string> Refund(Tx tx, StoreId store, BusinessDay day) => Next(tx, store, day, "refund", "R");

    public static Task<string> TopUp(Tx tx, StoreId store, BusinessDay day) => Next(tx, store, day, "topup", "C");

    public static Task<string> Membership(Tx tx, StoreId store, BusinessDay day) =>
        Next(tx, store, day, "membership", "V");

    public static Task<string> TimesCard(Tx tx, StoreId store, BusinessDay day) => Next(tx, store, day, "times", "T");

    public static Task<string> GiftCard(Tx tx, StoreId store, BusinessDay day) => Next(tx, store, day, "gift", "G");

    private static async Task<string> Next(Tx tx, StoreId store, BusinessDay day, string kind, string prefix)
    {
        var of = new Of(tx.Merchant, store, day, kind);
        var number = tx.Engine == Engine.Sqlite ? await NextHere(tx, of) : await NextOfBlock(tx.Db, of);
        // The year makes the number unique for a store's whole life and still short enough to read out.
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{day.Date:yyMMdd}-{number:0000}");
    }

    private static async Task<long> NextOfBlock(Db db, Of of)
    {
        var range = Blocks.GetOrCreateValue(db).GetOrAdd(of, static _ => new());
        await range.Turn.WaitAsync();
        try
        {
            if (range.Next > range.Last)
            {
                // A transaction of its own: the row is locked for a moment, not until a ticket is written.
                await using var tx = await db.BeginAside(of.Merchant);
                var size = NextBlock(range.Size, Stopwatch.GetElapsedTime(range.TakenAt));
                var last = await Take(tx, of, size);
                await tx.Commit();
                // Only now: a block whose commit was not confirmed may belong to the next who asks.
                (range.Next, range.Last) = (last - size + 1, last);
                (range.Size, range.TakenAt) = (size, Stopwatch.GetTimestamp());
                ForgetOldDays(db, of);
            }
            return range.Next++;
        }
        finally
        {
            range.Turn.Release();
        }
    }

    private static void ForgetOldDays(Db db, Of now)
    {
        foreach (var (of, _) in Blocks.GetOrCreateValue(db))
            if (of.Merchant == now.Merchant && of.Day < now.Day.AddDays(-2))
                Blocks.GetOrCreateValue(db).TryRemove(of, out _);
    }

    /// <summary>
    /// SQLite has one writer, so the last number is known to this transaction or its batch, and written once with it: no
    /// statement for each ticket, and no gaps.
    /// </summary>
    private static async Task<long> NextHere(Tx tx, Of of)
    {
        var key = HashCode.Combine(of.Store, of.Day, of.Kind);
        var last =
            tx.State<Last>(key) is { } known && known.Of == of
                ? known.Number
                : await tx.One<long>(
                    "SELECT last FROM day_number WHERE merchant_id = @m AND store_id = @store AND day = @day AND kind = @kind",
                    new
                    {
                        store = of.Store,
                        day = of.Day,
                        kind = of.Kind,
                    }
                );
        tx.SetState(key, new Last(of, last + 1), ["day_number"]);
        tx.Later(NumberWriter.Kind, new DayNumberRow(of.Merchant, of.Store, of.Day, of.Kind, last + 1));
        return last + 1;
    }

    private static Task<long> Take(Tx tx, Of of, int count) =>
        tx.One<long>(
            """
            INSERT INTO day_number (merchant_id, store_id, day, kind, last) VALUES (@m, @store, @day, @kind, @count)
            ON CONFLICT (merchant_id, store_id, day, kind) DO UPDATE SET last = day_number.last + @count RETURNING last
            """,
            new
            {
                store = of.Store,
                day = of.Day,
                kind = of.Kind,
                count,
            }
        );

    private sealed record Last(Of Of, long Number);

    /// <summary>Of all numbers given out in a batch, the last of each kind is written.</summary>
    private sealed class NumberWriter : ILateWrite
    {
        public static readonly NumberWriter Kind = new();

        private static readonly RowStatement<DayNumberRow> Put = RowStatement<DayNumberRow>.Upsert(
            "day_number",
            Column<DayNumberRow>.All(),
            keys: ["merchant_id", "store_id", "day", "kind"],
            sets: ["last"]
        );

        public void Write(Pipeline pipeline, IReadOnlyList<object> items)
        {
            var last = new Dictionary<Of, DayNumberRow>();
            foreach (DayNumberRow row in items)
                last[new(row.MerchantId, row.StoreId, row.Day, row.Kind)] = row;
            pipeline.Put("day_number", Put, [.. last.Values]);
        }
    }
}
