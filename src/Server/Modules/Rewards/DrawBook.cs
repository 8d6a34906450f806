using System.Security.Cryptography;
using Shuke.Core.Rewards;

namespace Shuke.Server.Modules.Rewards;

/// <summary>Draws: their rounds with sealed seeds, prizes, and the chances members have.</summary>
internal static class DrawBook
{
    public static Task<DrawRow?> Find(DbRead db, DrawId id) =>
        db.One<DrawRow>("SELECT * FROM draw WHERE merchant_id = @m AND id = @id", new { id });

    public static Task<List<PrizeRow>> Prizes(DbRead db, DrawId draw) =>
        db.All<PrizeRow>(
            "SELECT * FROM draw_prize WHERE merchant_id = @m AND draw_id = @draw AND active ORDER BY position, id",
            new { draw }
        );

    public static Task<RoundRow?> OpenRound(DbRead db, DrawId draw) =>
        db.One<RoundRow>(
            "SELECT * FROM draw_round WHERE merchant_id = @m AND draw_id = @draw AND closed_at IS NULL",
            new { draw }
        );

    /// <summary>Opens a round with a fresh seed; only its hash is to be seen until the round is closed.</summary>
    public static async Task Open(Tx tx, Vault vault, DrawRow draw)
    {
        var prizes = await Prizes(tx, draw.Id);
        var seed = RandomNumberGenerator.GetBytes(FairDraw.SeedBytes);
        var round = await tx.One<long>(
            "SELECT COALESCE(MAX(round), 0) + 1 FROM draw_round WHERE merchant_id = @m AND draw_id = @id",
            new { id = draw.Id }
        );
        await tx.Insert(
            new RoundRow(
                tx.Merchant,
                draw.Id,
                round,
                FairDraw.Commitment(seed),
                vault.Seal(tx.Merchant, Convert.ToHexStringLower(seed)),
                null,
                Json.Text(prizes.Select(p => p.ToPrize()).ToList()),
                draw.GuaranteeAfter,
                1,
                tx.Now,
                null
            )
        );
    }

    /// <summary>Closes the open round and shows its seed.</summary>
    public static async Task Close(Tx tx, Vault vault, DrawId draw)
    {
        // Waits for whoever draws just now: the round is locked by the first statement of a turn.
        var round = await tx.One<RoundRow>(
            "UPDATE draw_round SET closed_at = @now WHERE merchant_id = @m AND draw_id = @draw AND closed_at IS NULL RETURNING *",
            new { draw, now = tx.Now }
        );
        if (round is not null)
            await tx.Execute(
                "UPDATE draw_round SET seed = @seed WHERE merchant_id = @m AND draw_id = @draw AND round = @Round",
                new
                {
                    draw,
                    round.Round,
                    seed = vault.Unseal(tx.Merchant, round.SeedSealed),
                }
            );
    }

    public static Task AddChances(Tx tx, DrawId draw, MemberId member, long n) =>
        tx.Execute(
            """
            INSERT INTO draw_player (merchant_id, draw_id, member_id, chances, misses)
            SELECT merchant_id, id, @member, @n, 0 FROM draw WHERE merchant_id = @m AND id = @draw
            ON CONFLICT (merchant_id, draw_id, member_id) DO UPDATE SET chances = draw_player.chances + @n
            """,
            new
            {
                draw,
                member,
                n,
            }
        );

    /// <summary>Takes chances back as far as they are there; answers how many.</summary>
    public static async Task<long> TakeChances(Tx tx, DrawId draw, MemberId member, long n)
    {
        var chances = await tx.One<long>(
            """
            UPDATE draw_player SET chances = chances WHERE merchant_id = @m AND draw_id = @draw AND member_id = @member
            RETURNING chances
            """,
            new { draw, member }
        );
        var taken = Math.Min(chances, n);
        if (taken > 0)
            await tx.Execute(
                """
                UPDATE draw_player SET chances = chances - @taken
                WHERE merchant_id = @m AND draw_id = @draw AND member_id = @member AND chances >= @taken
                """,
                new
                {
                    draw,
                    member,
                    taken,
                }
            );
        return taken;
    }
}
