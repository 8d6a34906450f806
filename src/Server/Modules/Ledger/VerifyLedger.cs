using System.Globalization;
using Shuke.Core.Ledger;

namespace Shuke.Server.Modules.Ledger;

/// <summary>What a verification saw. Wrong is null when everything holds.</summary>
public sealed record LedgerReport(long Entries, long Accounts, long Days, long AuditRecords, WrongRow? Wrong);

/// <summary>
/// Recomputes the whole ledger of a merchant from its entries: chains, balances, lots, headers, day roots, and the audit
/// log. Reads only, and stops at the first row that does not hold.
/// </summary>
public static class VerifyLedger
{
    /// <param name="progress">told now and then how many members' books are done, of how many</param>
    public static async Task<LedgerReport> Run(
        DbRead db,
        IEnumerable<VerifyAgainstLedger> others,
        Func<long, long, Task>? progress = null
    )
    {
        var count = new Counted();
        WrongRow? wrong;
        try
        {
            wrong =
                await Accounts(db, count, progress)
                ?? await Strays(db, count)
                ?? await Days(db, count)
                ?? await Audit(db, count);
            foreach (var other in others)
                wrong ??= await other(db);
        }
        catch (Exception e)
            when (e
                    is FormatException
                        or OverflowException
                        or ArgumentException
                        or InvalidCastException
                        or InvalidOperationException
            )
        {
            // What was written can be read; what cannot be read was not written by this program.
            wrong = new($"after {count.Entries} entries a row cannot be read: {e.Message}");
        }
        return new(count.Entries, count.Accounts, count.Days, count.Audit, wrong);
    }

    private sealed class Counted
    {
        public long Entries;
        public long Written;
        public long Postings;
        public long Books;
        public long Accounts;
        public long Lots;
        public long Days;
        public long Audit;
    }

    private static async Task<WrongRow?> Accounts(DbRead db, Counted count, Func<long, long, Task>? progress)
    {
        var assets = await LedgerPublic.Assets(db);
        var total = await LedgerPublic.BookCount(db);
        var verifier = new Verifier();
        await foreach (var part in LedgerWalk.Parts(db))
        {
            if (await Part(db, part, verifier, assets, count) is { } wrong)
                return wrong;
            if (progress is not null)
                await progress(count.Books += part.Books.Count, total);
        }
        return null;
    }

    private static async Task<WrongRow?> Part(
        DbRead db,
        LedgerWalk.Part part,
        Verifier verifier,
        AssetSet assets,
        Counted count
    )
    {
        var walked = await LedgerWalk.Entries(db, part);
        var entries = walked.Entries;
        count.Postings += walked.Postings;
        count.Written += walked.Written;
        count.Entries += entries.Count;
        count.Accounts += part.Accounts.Count;
        count.Lots += part.LotRows.Count;
        (int At, WrongRow Row)? wrong = null;
        var at = 0;
        foreach (var account in part.Accounts)
        {
            Break? broken = null;
            verifier.Begin(account, assets[account.Asset], part.Lots[account.Id]);
            for (; at < entries.Count && entries[at].Entry.Account == account.Id; at++)
            {
                if (broken is not null)
                    continue;
                broken = verifier.Next(entries[at].Header, entries[at].Entry);
                if (broken is not null)
                    wrong ??= (at, Named(account, broken));
                else
                    entries[at].Seal?.Set(entries[at].Place, verifier.Head);
            }
            if (broken is null && verifier.End() is { } atEnd)
                wrong ??= (at, Named(account, atEnd));
        }
        // A row that is read without complaint may still be another than was sealed; the earlier of the two is the first wrong one.
        for (var i = 0; i < (wrong?.At ?? entries.Count); i++)
            if (entries[i] is { Seal.MayHold: false, Entry: var entry, Header: var header })
                return Named(
                    part.Accounts.Find(a => a.Id == entry.Account)!,
                    new(
                        entry.Account,
                        entry.Id,
                        entry.Seq,
                        BreakKind.Hash,
                        $"posting {header.Id} is not what was sealed"
                    )
                );
        if (wrong is { Row: var row })
            return row;
        return Copies(part, assets);
    }

    /// <summary>What is not hashed because it only repeats something else: it must still repeat it.</summary>
    private static WrongRow? Copies(LedgerWalk.Part part, AssetSet assets)
    {
        foreach (var (book, accounts) in part.Books)
        {
            if (
                book.Entries != accounts.Sum(a => a.Seq)
                || book.Stored != BookUpdate.StoredOf(accounts, assets)
                || book.Balances != AccountText.Balances(accounts, assets)
            )
                return new(
                    $"the book of member {book.MemberId} does not say what its accounts hold",
                    Member: book.MemberId
                );
            if (accounts.DistinctBy(a => a.Asset).Count() < accounts.Length || accounts.Any(a => a.Seq == 0))
                return new($"the book of member {book.MemberId} has an account too many", Member: book.MemberId);
        }
        var full = part.LotRows.Where(l => l.Remaining > 0).Select(l => l.Id).ToHashSet();
        full.UnionWith(part.LotRows.Where(l => l.Remaining > 0 && l.Pair is not null).Select(l => l.Pair!.Value));
        foreach (var lot in part.LotRows)
        {
            if (lot.Points != (assets[lot.AssetId].Kind == AssetKind.Points))
                return new($"lot {lot.Id} is not marked as its asset is", lot.AccountId, lot.MemberId);
            if (lot.Live != (full.Contains(lot.Id) || (lot.Pair is { } pair && full.Contains(pair))))
                return new(
                    $"lot {lot.Id} is marked {(lot.Live ? "live" : "done")} and is not",
                    lot.AccountId,
                    lot.MemberId
                );
        }
        return null;
    }

    private static WrongRow Named(AccountState account, Break broken) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"account {account.Id} of member {account.Member}, entry {broken.Entry} (no. {broken.Seq}): {broken.Detail}"
            ),
            account.Id,
            account.Member,
            broken.Entry
        );

    /// <summary>Rows that the walk by members does not meet: without an account or a book.</summary>
    private static async Task<WrongRow?> Strays(DbRead db, Counted count)
    {
        var found = await db.One<Totals>(
            """
            SELECT (SELECT COUNT(*) FROM posting WHERE merchant_id = @m) AS postings,
                (SELECT COUNT(*) FROM lot WHERE merchant_id = @m) AS lots
            """
        );
        if (found!.Postings != count.Postings)
            return new($"{found.Postings - count.Postings} postings belong to no book");
        if (count.Written != count.Entries)
            return new($"{count.Written - count.Entries} entries belong to no account");
        return found.Lots != count.Lots ? new($"{found.Lots - count.Lots} lots belong to no book") : null;
    }

    private sealed record Totals(long Postings, long Lots);

    /// <summary>A rewritten chain that fits together again still differs from the roots sealed each night.</summary>
    private static async Task<WrongRow?> Days(DbRead db, Counted count)
    {
        var previous = Chain.Genesis;
        foreach (var sealed_ in await db.All<DayRootRow>("SELECT * FROM day_root WHERE merchant_id = @m ORDER BY day"))
        {
            var tree = await SealDays.Tree(db, sealed_.Day);
            if (tree.Count != sealed_.Entries)
                return new($"day {sealed_.Day} was sealed with {sealed_.Entries} records and has {tree.Count} now");
            if (!tree.Root(previous, sealed_.Day).AsSpan().SequenceEqual(sealed_.Root))
                return new($"day {sealed_.Day} does not match the root it was sealed with");
            previous = sealed_.Root;
            count.Days++;
        }
        return null;
    }

    private static async Task<WrongRow?> Audit(DbRead db, Counted count)
    {
        (count.Audit, var wrong) = await AuditLog.Verify(db);
        return wrong is null ? null : new($"audit record {wrong} is not what was written");
    }
}
