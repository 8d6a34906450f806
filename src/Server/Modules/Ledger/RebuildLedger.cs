using Shuke.Core.Ledger;

namespace Shuke.Server.Modules.Ledger;

/// <summary>Makes accounts and lots anew from the entries, which are the truth, and writes those that differ.</summary>
internal static class RebuildLedger
{
    public sealed record Reply(long Accounts, long AccountsDiffering, long LotsDiffering);

    /// <summary>What differs, to be written by <see cref="Write"/>; throws when the entries themselves do not hold.</summary>
    public static async Task<(Reply Reply, List<AccountState> Accounts, List<LotState> Lots)> Compare(DbRead db)
    {
        var (accounts, lots, count) = (new List<AccountState>(), new List<LotState>(), 0L);
        await foreach (var part in LedgerWalk.Parts(db))
        {
            var entries = (await LedgerWalk.Entries(db, part)).Entries.ToLookup(
                e => e.Entry.Account,
                e => (e.Header, e.Entry)
            );
            foreach (var stored in part.Accounts)
            {
                var (account, rebuilt) = Rebuild.Of(stored, part.Lots[stored.Id], entries[stored.Id]);
                if (stored with { Head = account.Head } != account || !stored.Head.AsSpan().SequenceEqual(account.Head))
                    accounts.Add(account);
                var before = part.Lots[stored.Id].ToDictionary(l => l.Id);
                lots.AddRange(rebuilt.Where(l => l != before[l.Id]));
                count++;
            }
        }
        return (new(count, accounts.Count, lots.Count), accounts, lots);
    }

    public static async Task Write(Tx tx, IReadOnlyList<AccountState> accounts, IReadOnlyList<LotState> lots)
    {
        var assets = await LedgerPublic.Assets(tx);
        foreach (var member in accounts.ToLookup(a => a.Member))
        {
            var stored = await LedgerPublic.AccountsOf(tx, [member.Key]);
            var rebuilt = member.ToDictionary(a => a.Id);
            await tx.Execute(
                """
                UPDATE book SET entries = @Entries, stored = @Stored, balances = @Balances, heads = @Heads
                WHERE merchant_id = @m AND member_id = @MemberId
                """,
                BookUpdate.Of(
                    tx.Merchant,
                    member.Key,
                    stored.Select(a => rebuilt.GetValueOrDefault(a.Id, a)),
                    assets,
                    fresh: 0
                )
            );
        }
        foreach (var l in lots)
            await tx.Execute(
                "UPDATE lot SET remaining = @Remaining, expires_on = @ExpiresOn WHERE merchant_id = @m AND id = @Id",
                l
            );
        await tx.Execute(
            """
            UPDATE lot SET live = NOT live WHERE merchant_id = @m AND live <> (remaining > 0 OR EXISTS (
                SELECT 1 FROM lot h WHERE h.merchant_id = lot.merchant_id AND h.member_id = lot.member_id AND h.remaining > 0
                AND (h.id = lot.pair OR h.pair = lot.id)))
            """
        );
    }
}
