using System.ComponentModel.DataAnnotations;
using Shuke.Core.Ledger;
using Shuke.Core.Rewards;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Pricing;

namespace Shuke.Server.Modules.Rewards;

/// <summary>
/// POST /rewards/redemptions/{id}/redeem: staff exchange a member's points for something of the list; POST
/// /rewards/redeemed/{id}/undo puts them back while nothing was used; GET /members/{id}/redeemed.
/// </summary>
public static class RedeemPoints
{
    public sealed record Request(MemberId MemberId, [Range(1, 100)] int Count = 1);

    /// <param name="Spent">points that left</param>
    /// <param name="Left">points of that kind the member still holds</param>
    public sealed record Reply(RedeemedId Id, string Name, RedemptionKind Kind, int Count, long Spent, long Left);

    public sealed record UndoRequest([StringLength(100, MinimumLength = 1)] string Reason);

    public sealed record Item(
        RedeemedId Id,
        string Name,
        RedemptionKind Kind,
        int Count,
        long Points,
        BusinessDay Day,
        bool Undone
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .Post("/rewards/redemptions/{id}/redeem", Permission.RewardsPlay, Handle)
            .WithSummary("Exchange a member's points for something of the list.");
        routes
            .Post("/rewards/redeemed/{id}/undo", Permission.RewardsReview, Undo)
            .WithSummary("Undo a redemption nothing of which was used.");
        routes
            .Get("/members/{id}/redeemed", Permission.MembersView, List)
            .WithSummary("What a member redeemed, the newest first.");
    }

    public static async Task<Outcome<Reply>> Handle(RedemptionId id, Request request, Tx tx, Caller caller, Vault vault)
    {
        if (await MembersPublic.Get(tx, request.MemberId, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (member.WhyNot() is { } whyNot)
            return whyNot;
        if ((await Take(tx, id, request.Count)).No(out var row, out var refusal))
            return refusal;
        var day = (await Happenings.StoreOf(tx, caller.StoreId)).DayOf(tx.Now);
        var assets = await LedgerPublic.Assets(tx);
        var book = await LedgerPublic.Lock(tx, assets, member.Id);
        // Under the book's lock: two tills that redeem for one member see each other here.
        var before = await tx.One<long>(
            """
            SELECT COALESCE(CAST(SUM(count) AS BIGINT), 0) FROM redeemed
            WHERE merchant_id = @m AND redemption_id = @id AND member_id = @member AND undone_at IS NULL
            """,
            new { id, member = member.Id }
        );
        var command = new RedeemCommand(
            request.Count,
            before,
            $"redeem:{id}:{row.Version}",
            CardLimits.Shipped,
            tx.Now,
            day
        );
        if (Redeem.Decide(book, row.Terms(assets), command).No(out var moves, out refusal))
            return refusal;
        var redeemed = tx.NewId<Core.Kinds.Redeemed>();
        var posting = await LedgerPublic.Post(
            tx,
            book,
            new("redeem", "redeemed", $"{redeemed}", day, "till", caller.StoreId, caller.StaffId, row.Name),
            moves
        );
        if (row.Kind == RedemptionKind.Coupon)
        {
            var count = checked((int)(row.Amount * request.Count));
            if (
                (await PricingPublic.GiveCoupons(tx, vault, new(row.Target!.Value), member.Id, count, "积分兑换")).No(
                    out _,
                    out refusal
                )
            )
                return refusal;
        }
        var spent = row.Price * request.Count;
        await tx.Insert(
            new RedeemedRow(
                tx.Merchant,
                redeemed,
                id,
                member.Id,
                row.Name,
                row.Kind,
                request.Count,
                row.AssetId,
                spent,
                posting.Header.Id,
                caller.StoreId,
                caller.StaffId,
                day,
                tx.Now,
                null
            )
        );
        tx.Tell(new PointsRedeemed(tx.Merchant, redeemed, id, member.Id, row.Name, request.Count, spent, day, tx.Now));
        return new Reply(redeemed, row.Name, row.Kind, request.Count, spent, posting.After.Balance(row.AssetId));
    }

    /// <summary>Stock is counted down before the member's book is locked, and only as far as it reaches.</summary>
    private static async Task<Outcome<RedemptionRow>> Take(Tx tx, RedemptionId id, int count)
    {
        var taken = await tx.One<RedemptionRow>(
            """
            UPDATE redemption SET stock = stock - @count
            WHERE merchant_id = @m AND id = @id AND (stock IS NULL OR stock >= @count) RETURNING *
            """,
            new { id, count = (long)count }
        );
        if (taken is not null)
            return taken;
        return
            await tx.One<RedemptionRow>("SELECT * FROM redemption WHERE merchant_id = @m AND id = @id", new { id })
                is { } row
            ? RedeemReasons.SoldOut.With(("name", row.Name), ("left", row.Stock ?? 0))
            : CommonReasons.NotFound.With(("what", "兑换"));
    }

    public static async Task<Outcome<Done>> Undo(RedeemedId id, UndoRequest request, Tx tx, Caller caller)
    {
        if (
            await tx.One<RedeemedRow>(
                """
                UPDATE redeemed SET undone_at = @now
                WHERE merchant_id = @m AND id = @id AND undone_at IS NULL AND kind <> 'coupon' RETURNING *
                """,
                new { id, now = tx.Now }
            )
            is not { } row
        )
            return RedeemReasons.Undone;
        await tx.Execute(
            "UPDATE redemption SET stock = stock + @count WHERE merchant_id = @m AND id = @redemption",
            new { redemption = row.RedemptionId, count = (long)row.Count }
        );
        var store = await Happenings.StoreOf(tx, row.StoreId);
        var member = (await MembersPublic.Get(tx, row.MemberId, caller.Language))!;
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), member.Id);
        var (original, reversals) = await LedgerPublic.EntriesOf(tx, row.PostingId);
        book = await LedgerPublic.WithLots(
            tx,
            book,
            original.SelectMany(e => LotText.Read(e.Entry.Lots)).Select(l => l.Lot)
        );
        var spent = Taken.Of(
            book,
            original.Where(e => e.Entry.Amount < 0).Select(e => e.Entry),
            reversals.Where(e => e.Asset == row.AssetId).Select(e => e.Entry)
        );
        var given = original.Where(e => e.Entry.Amount > 0).SelectMany(e => LotText.Read(e.Entry.Lots)).ToList();
        var day = store.DayOf(tx.Now);
        if (Redeem.Undo(book, spent, given, tx.Now, day).No(out var moves, out var refusal))
            return refusal;
        await LedgerPublic.Post(
            tx,
            book,
            new(
                "redeem_undone",
                "redeemed",
                $"{id}",
                day,
                "till",
                caller.StoreId,
                caller.StaffId,
                request.Reason,
                row.PostingId
            ),
            moves
        );
        tx.Audit(
            new(
                caller,
                "redeemed.undone",
                "member",
                $"{member.Id}",
                After: new
                {
                    row.Name,
                    row.Count,
                    row.Points,
                },
                Reason: request.Reason
            )
        );
        return Done.Ok;
    }

    public static async Task<Outcome<IReadOnlyList<Item>>> List(MemberId id, DbRead db, Caller caller)
    {
        if (await MembersPublic.Get(db, id, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        return (
            await db.All<RedeemedRow>(
                "SELECT * FROM redeemed WHERE merchant_id = @m AND member_id = @id ORDER BY id DESC LIMIT 50",
                new { id = member.Id }
            )
        ).ConvertAll(r => new Item(r.Id, r.Name, r.Kind, r.Count, r.Points, r.Day, r.UndoneAt is not null));
    }
}

[Table("redeemed")]
internal sealed record RedeemedRow(
    MerchantId MerchantId,
    RedeemedId Id,
    RedemptionId RedemptionId,
    MemberId MemberId,
    string Name,
    RedemptionKind Kind,
    int Count,
    AssetId AssetId,
    long Points,
    PostingId PostingId,
    StoreId? StoreId,
    StaffId? StaffId,
    BusinessDay Day,
    Instant At,
    Instant? UndoneAt
);
