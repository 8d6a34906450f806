using Shuke.Core.Ledger;

namespace Shuke.Server.Modules.Ledger;

/// <summary>
/// The one piece of code that writes value. It takes sealed plans - one, or a batch in the order they were decided -
/// and writes their postings, entries, lots and accounts set-based. The caller holds the books' locks.
/// </summary>
internal static class PlanWriter
{
    public static async Task Write(Tx tx, params IReadOnlyList<PostingPlan> plans)
    {
        var m = tx.Merchant;
        var assets = plans[0].After.Assets;
        await InsertNewAccounts(tx, plans, assets);
        await tx.InsertMany(plans.Select(p => PostingRow.Of(p.Header)).ToList());
        await tx.InsertMany(plans.SelectMany(p => p.Entries).Select(e => EntryRow.Of(m, e)).ToList());
        await tx.InsertMany(plans.SelectMany(p => p.NewLots).Select(l => LotRow.Of(m, l)).ToList());
        foreach (var lot in plans.SelectMany(p => p.ChangedLots))
            await tx.Execute(
                "UPDATE lot SET remaining = @Remaining, expires_on = @ExpiresOn WHERE merchant_id = @m AND id = @Id",
                new
                {
                    lot.Remaining,
                    lot.ExpiresOn,
                    lot.Id,
                }
            );
        foreach (var change in plans.SelectMany(p => p.Accounts).Where(a => !a.IsNew))
            await Update(tx, change);
    }

    private static Task InsertNewAccounts(Tx tx, IReadOnlyList<PostingPlan> plans, AssetSet assets) =>
        // Entries refer to accounts, so new ones go in first.
        tx.InsertMany(
            plans
                .SelectMany(p => p.Accounts)
                .Where(a => a.IsNew)
                .Select(a => AccountRow.Of(tx.Merchant, a.After, assets[a.After.Asset]))
                .ToList()
        );

    private static async Task Update(Tx tx, AccountChange change)
    {
        var a = change.After;
        var rows = await tx.Execute(
            """
            UPDATE account SET balance = @Balance, seq = @Seq, head = @Head, total_in = @TotalIn, total_out = @TotalOut
            WHERE merchant_id = @m AND id = @Id AND seq = @SeqBefore
            """,
            new
            {
                a.Balance,
                a.Seq,
                a.Head,
                a.TotalIn,
                a.TotalOut,
                a.Id,
                change.SeqBefore,
            }
        );
        if (rows != 1)
            throw new InvalidOperationException($"Account {a.Id} moved although its book was locked.");
    }
}
