using System.ComponentModel.DataAnnotations;
using Shuke.Core.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Ledger;

/// <summary>
/// Points clearing (清零): GET, POST /ledger/clearings, /preview, /{id}/cancel, and the night's job. A clearing is announced
/// at least a week ahead, shows beforehand what it will do, and takes only what was earned up to its day.
/// </summary>
public static class PointsClearing
{
    public const string Kind = "ledger.clear";
    public const int NoticeDaysMin = 7;
    private const int MembersAtOnce = 100;

    /// <param name="EarnedUntil">points earned up to this day are cleared</param>
    /// <param name="OnDay">in the night this day begins</param>
    /// <param name="Notice">what members are told</param>
    public sealed record Request(
        BusinessDay EarnedUntil,
        BusinessDay OnDay,
        [StringLength(300, MinimumLength = 4)] string Notice
    );

    public sealed record PreviewRequest(BusinessDay EarnedUntil);

    /// <param name="Members">who would lose points</param>
    /// <param name="Largest">the most that one member would lose</param>
    public sealed record PreviewReply(long Members, Points Points, Points Largest, Points Outstanding);

    public sealed record Reply(
        ClearingId Id,
        BusinessDay EarnedUntil,
        BusinessDay OnDay,
        string Notice,
        ClearingState State,
        long Members,
        Points Points,
        string Staff,
        Instant At
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .Get("/ledger/clearings", Permission.MembersView, List)
            .WithSummary("Announced and past points clearings.");
        routes
            .Ask("/ledger/clearings/preview", Permission.PlansEdit, Preview)
            .WithSummary("What a clearing would do today.");
        routes.Post("/ledger/clearings", Permission.PlansEdit, Handle).WithSummary("Announce a points clearing.");
        routes
            .Post("/ledger/clearings/{id}/cancel", Permission.PlansEdit, Cancel)
            .WithSummary("Call an announced clearing off.");
    }

    public static async Task<Outcome<PreviewReply>> Preview(PreviewRequest request, DbRead db)
    {
        var (points, store) = ((await LedgerPublic.Assets(db)).Points.Id, (await OrgPublic.Stores(db))[0]);
        return (
            await db.One<PreviewReply>(
                """
                SELECT COUNT(*) AS members, COALESCE(SUM(x.points), 0) AS points, COALESCE(MAX(x.points), 0) AS largest,
                    (SELECT COALESCE(SUM(balance), 0) FROM account WHERE merchant_id = @m AND asset_id = @asset) AS outstanding
                FROM (SELECT member_id, SUM(remaining) AS points FROM lot
                    WHERE merchant_id = @m AND asset_id = @asset AND remaining > 0 AND created_at < @before GROUP BY member_id) x
                """,
                new { asset = points, before = EndOf(store, request.EarnedUntil) }
            )
        )!;
    }

    public static async Task<Outcome<IReadOnlyList<Reply>>> List(DbRead db) => await All(db);

    public static async Task<Outcome<Reply>> Handle(Request request, Tx tx, Caller caller)
    {
        var today = (await OrgPublic.Stores(tx))[0].DayOf(tx.Now);
        if (request.OnDay < today.AddDays(NoticeDaysMin) || request.EarnedUntil >= request.OnDay)
            return ValueReasons.ClearingTooSoon.With(("days", NoticeDaysMin));
        var row = new ClearingRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.Clearing>(),
            (await LedgerPublic.Assets(tx)).Points.Id,
            request.EarnedUntil,
            request.OnDay,
            request.Notice.Trim(),
            ClearingState.Announced,
            0,
            Points.Zero,
            caller.Staff,
            tx.Now
        );
        await tx.Insert(row);
        tx.Audit(new(caller, "points_clearing.announced", "points_clearing", $"{row.Id}", After: request));
        tx.Tell(new ClearingAnnounced(tx.Merchant, row.Id, row.EarnedUntil, row.OnDay, row.Notice, tx.Now));
        return (await All(tx)).First(c => c.Id == row.Id);
    }

    public static async Task<Outcome<Reply>> Cancel(ClearingId id, Tx tx, Caller caller)
    {
        var touched = await tx.Execute(
            """
            UPDATE points_clearing SET state = 'cancelled'
            WHERE merchant_id = @m AND id = @id AND state = 'announced' AND members = 0
            """,
            new { id }
        );
        if (touched == 0)
            return ValueReasons.ClearingBegun;
        tx.Audit(new(caller, "points_clearing.cancelled", "points_clearing", $"{id}"));
        return (await All(tx)).First(c => c.Id == id);
    }

    /// <summary>
    /// The night's job. A lot that was cleared is empty and is not met again, and the posting's key names clearing and
    /// member: killed anywhere it goes on, and takes nothing twice.
    /// </summary>
    internal static async Task<object?> Run(JobRun run)
    {
        var cleared = 0L;
        while (true)
        {
            await using var tx = await run.Db.Begin(run.Merchant, run.Stopping);
            var store = (await OrgPublic.Stores(tx))[0];
            var due = await tx.All<ClearingRow>(
                "SELECT * FROM points_clearing WHERE merchant_id = @m AND state = 'announced' AND on_day <= @day ORDER BY id LIMIT 1",
                new { day = store.DayOf(tx.Now) }
            );
            if (due.Count == 0)
                return new { cleared };
            cleared += await Chunk(tx, due[0], store);
            await run.Save(tx, cleared, 0, "");
            await tx.Commit();
        }
    }

    private static async Task<long> Chunk(Tx tx, ClearingRow clearing, StoreInfo store)
    {
        var before = EndOf(store, clearing.EarnedUntil);
        var members = await tx.All<MemberId>(
            """
            SELECT DISTINCT member_id FROM lot
            WHERE merchant_id = @m AND asset_id = @asset AND remaining > 0 AND created_at < @before ORDER BY member_id LIMIT
            """ + $" {MembersAtOnce}",
            new { asset = clearing.AssetId, before }
        );
        var points = 0L;
        foreach (var member in members)
        {
            var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), member);
            var moves = ClearPoints.Decide(book, new(clearing.AssetId, before, tx.Now, clearing.OnDay));
            if (moves.IsEmpty)
                continue;
            points -= moves.Total(clearing.AssetId);
            var note = new PostingNote(
                "clear",
                "points_clearing",
                $"{clearing.Id}:{member}",
                clearing.OnDay,
                "job",
                store.Id,
                Reason: clearing.Notice
            );
            await LedgerPublic.Post(tx, book, note, moves);
        }
        await tx.Execute(
            """
            UPDATE points_clearing SET members = members + @members, points = points + @points,
                state = CASE WHEN @more THEN state ELSE 'done' END
            WHERE merchant_id = @m AND id = @id
            """,
            new
            {
                id = clearing.Id,
                members = (long)members.Count,
                points,
                more = members.Count == MembersAtOnce,
            }
        );
        return members.Count;
    }

    private static async Task<List<Reply>> All(DbRead db)
    {
        var rows = await db.All<ClearingRow>(
            "SELECT * FROM points_clearing WHERE merchant_id = @m ORDER BY id DESC LIMIT 100"
        );
        var replies = new List<Reply>();
        foreach (var r in rows)
            replies.Add(
                new(
                    r.Id,
                    r.EarnedUntil,
                    r.OnDay,
                    r.Notice,
                    r.State,
                    r.Members,
                    r.Points,
                    await OrgPublic.StaffName(db, r.StaffId) ?? "",
                    r.At
                )
            );
        return replies;
    }

    /// <summary>The first moment after a business day, by the store's own clock and closing time.</summary>
    private static Instant EndOf(StoreInfo store, BusinessDay day)
    {
        var noon = new DateTimeOffset(day.Date, new TimeOnly(12, 0), TimeSpan.Zero);
        var (low, high) = (Instant.From(noon.AddDays(-2)).UnixMs, Instant.From(noon.AddDays(3)).UnixMs);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (store.DayOf(new(middle)) > day)
                high = middle;
            else
                low = middle + 1;
        }
        return new(low);
    }
}

public enum ClearingState
{
    Announced,
    Done,
    Cancelled,
}

[Table("points_clearing")]
internal sealed record ClearingRow(
    MerchantId MerchantId,
    ClearingId Id,
    AssetId AssetId,
    BusinessDay EarnedUntil,
    BusinessDay OnDay,
    string Notice,
    ClearingState State,
    long Members,
    Points Points,
    StaffId StaffId,
    Instant At
);
