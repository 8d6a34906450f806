using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;

namespace Shuke.Server.Modules.Sales;

/// <summary>Two members became one: times cards, the family they are shared with, and gifts go along.</summary>
internal static class MoveSold
{
    public static async Task On(Tx tx, MembersMerged fact, IServiceProvider services)
    {
        var sales = await tx.All<TimesSaleRow>(
            "UPDATE times_sale SET member_id = @ToId WHERE merchant_id = @m AND member_id = @FromId RETURNING *",
            fact
        );
        var moved = await LedgerPublic.Continued(tx, [.. sales.Select(s => s.LotId)]);
        foreach (var sale in sales.Where(s => moved.ContainsKey(s.LotId)))
            await tx.Execute(
                "UPDATE times_sale SET lot_id = @lot WHERE merchant_id = @m AND id = @Id",
                new { sale.Id, lot = moved[sale.LotId] }
            );
        await tx.Execute(
            """
            INSERT INTO times_share (merchant_id, member_id, with_member, at)
            SELECT merchant_id, @ToId, with_member, at FROM times_share
            WHERE merchant_id = @m AND member_id = @FromId AND with_member <> @ToId
            ON CONFLICT DO NOTHING
            """,
            fact
        );
        await tx.Execute(
            """
            INSERT INTO times_share (merchant_id, member_id, with_member, at)
            SELECT merchant_id, member_id, @ToId, at FROM times_share
            WHERE merchant_id = @m AND with_member = @FromId AND member_id <> @ToId
            ON CONFLICT DO NOTHING
            """,
            fact
        );
        await tx.Execute(
            "DELETE FROM times_share WHERE merchant_id = @m AND (member_id = @FromId OR with_member = @FromId)",
            fact
        );
        await tx.Execute(
            "UPDATE value_gift SET from_member = @ToId WHERE merchant_id = @m AND from_member = @FromId",
            fact
        );
        await tx.Execute(
            "UPDATE value_gift SET claimed_by = @ToId WHERE merchant_id = @m AND claimed_by = @FromId",
            fact
        );
    }
}
