using System.Reflection;
using System.Text;
using Microsoft.Data.Sqlite;
using Shouldly;
using Shuke.Core;
using Shuke.Core.Ledger;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Platform;
using Shuke.Server.Tests.Tiers;
using Xunit;
using Xunit.Abstractions;

namespace Shuke.Server.Tests.Ledger;

/// <summary>
/// A thousand random edits of one byte, a thousand deleted rows, swapped values and inserted rows, each on a ledger that
/// holds: the verification finds every one. Whoever edits a file is bound by no constraint and no trigger, so here neither
/// are we. (Forgeries on PostgreSQL: <see cref="VerifyTests"/>.)
/// </summary>
public sealed class TamperTests(ITestOutputHelper output)
{
    private const int Trials = 1_000;

    [Theory]
    [InlineData("edit")]
    [InlineData("delete")]
    [InlineData("swap")]
    [InlineData("insert")]
    public async Task Every_random_change_is_found(string kind)
    {
        await using var house = await House.WithShop(Engine.Sqlite);
        await using var shop = await Shop.Of(house);
        foreach (var spent in (int[])[100, 250, 999])
        {
            var member = await shop.Register();
            await shop.Grant(member, AssetCodes.Points, 50);
            await shop.Spend(member, spent);
            await shop.Grant(member, AssetCodes.Points, 70);
            await shop.Spend(member, spent * 2);
        }
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var missed = new List<string>();
        for (var i = 0; i < Trials; i++)
        {
            await using var tx = await house.Intruder.Begin(shop.Merchant);
            await Unlock(tx);
            var (what, done) = ("", false);
            while (!done)
                (what, done) = await Tamper(tx, kind, random);
            if ((await VerifyLedger.Run(tx, [])).Wrong is null)
                missed.Add(what);
        }
        missed.ShouldBeEmpty($"seed {seed}");
        (await shop.Look(db => VerifyLedger.Run(db, []))).Wrong.ShouldBeNull();
    }

    private static Task<(string, bool)> Tamper(Tx tx, string kind, Random random) =>
        random.Next(4) switch
        {
            0 => Tamper<PostingRow>(tx, kind, random),
            1 => Tamper<LotRow>(tx, kind, random),
            2 => TamperAccount(tx, kind, random),
            _ => TamperEntry(tx, kind, random),
        };

    /// <summary>The same inside a posting, by somebody who writes entries as the program does.</summary>
    private static async Task<(string What, bool Done)> TamperEntry(Tx tx, string kind, Random random)
    {
        var postings = await Forgery.Postings(tx);
        var all = postings.SelectMany(p => p.ToEntries().Select((e, i) => (Posting: p, Entry: e, At: i))).ToList();
        var (posting, entry, at) = all[random.Next(all.Count)];
        var entries = posting.ToEntries();
        switch (kind)
        {
            case "delete":
                entries.RemoveAt(at);
                return ($"entry {entry.Id} deleted", await Forgery.Write(tx, posting, entries) == 1);
            case "insert":
                entries.Add(entry with { Id = new(all.Max(e => e.Entry.Id.Value) + 1), Seq = entry.Seq + 1_000 });
                return ($"entry {entry.Id} copied", await Forgery.Write(tx, posting, entries) == 1);
        }
        var property = EntryParts[random.Next(EntryParts.Length)];
        var value = Driver(property.GetValue(entry)!);
        var twin = all[random.Next(all.Count)];
        var other = kind == "edit" ? Edited(value, random) : Driver2(property, twin.Entry);
        if (other is null || Same(value, other) || (other is string word && !MayStand(word)))
            return ("", false);
        var what = $"entry {entry.Id}: {property.Name} {Show(value)} -> {Show(other)}";
        entries[at] = With(entry, property, other);
        if (kind == "edit")
            return (what, await Forgery.Write(tx, posting, entries) == 1);
        var others = twin.Posting.Id == posting.Id ? entries : twin.Posting.ToEntries();
        others[twin.At] = With(twin.Entry, property, value);
        return (what, await Forgery.Write(tx, posting, entries) + await Forgery.Write(tx, twin.Posting, others) == 2);
    }

    /// <summary>The same inside a book; a byte of what stands in its row is changed half the time as it stands.</summary>
    private static async Task<(string What, bool Done)> TamperAccount(Tx tx, string kind, Random random)
    {
        var all = (await Forgery.Books(tx))
            .SelectMany(b => b.ToAccounts().Select((a, i) => (Book: b, Account: a, At: i)))
            .ToList();
        var (book, account, at) = all[random.Next(all.Count)];
        var accounts = book.ToAccounts();
        switch (kind)
        {
            case "delete":
                return (
                    $"account {account.Id} deleted",
                    await Forgery.Write(tx, book.MemberId, accounts.RemoveAt(at)) == 1
                );
            case "insert":
                var next = account with
                {
                    Id = new(all.Max(a => a.Account.Id.Value) + 1),
                    Asset = Other(await LedgerPublic.Assets(tx)),
                };
                return (
                    $"account {account.Id} copied",
                    await Forgery.Write(tx, book.MemberId, accounts.Add(next)) == 1
                );
            case "edit" when random.Next(2) == 0:
                return await TamperBook(tx, book, random);
        }
        var property = AccountParts[random.Next(AccountParts.Length)];
        var value = Driver(property.GetValue(account)!);
        var twin = all[random.Next(all.Count)];
        var other = kind == "edit" ? Edited(value, random) : Driver2(property, twin.Account);
        if (other is null || Same(value, other) || !MayStand(await LedgerPublic.Assets(tx), property, other))
            return ("", false);
        var what = $"account {account.Id}: {property.Name} {Show(value)} -> {Show(other)}";
        accounts = accounts.SetItem(at, With(account, property, other));
        if (kind == "edit")
            return (what, await Forgery.Write(tx, book.MemberId, accounts) == 1);
        var others = twin.Book.MemberId == book.MemberId ? accounts : twin.Book.ToAccounts();
        others = others.SetItem(twin.At, With(twin.Account, property, value));
        // In one book both are in the second list, whose writing is the last.
        return (
            what,
            await Forgery.Write(tx, book.MemberId, accounts) + await Forgery.Write(tx, twin.Book.MemberId, others) == 2
        );

        AssetId Other(AssetSet assets) => assets.All.First(a => accounts.All(b => b.Asset != a.Id)).Id;
    }

    private static async Task<(string What, bool Done)> TamperBook(Tx tx, BookRow book, Random random)
    {
        string[] columns = ["Accounts", "Entries", "Stored", "Balances", "Heads"];
        var property = typeof(BookRow).GetProperty(columns[random.Next(columns.Length)])!;
        var value = Driver(property.GetValue(book)!);
        if (Edited(value, random) is not { } other)
            return ("", false);
        var done = await Set(tx, "book", property, book.MemberId.Value, other, key: "member_id");
        return ($"book of {book.MemberId}: {property.Name} {Show(value)} -> {Show(other)}", done == 1);
    }

    /// <summary>An asset that is none cannot even be written as the program would.</summary>
    private static bool MayStand(AssetSet assets, PropertyInfo property, object value) =>
        property.Name != nameof(AccountState.Asset) || assets.Find(new AssetId((long)value)) is not null;

    /// <summary>All there is to an account: whose it is its book says, and what went out follows from the rest.</summary>
    private static readonly PropertyInfo[] AccountParts =
    [
        .. typeof(AccountState)
            .GetProperties()
            .Where(p => p.Name is not (nameof(AccountState.Member) or nameof(AccountState.TotalOut))),
    ];

    private static AccountState With(AccountState account, PropertyInfo property, object value) =>
        property.Name switch
        {
            nameof(AccountState.Id) => account with { Id = new((long)value) },
            nameof(AccountState.Asset) => account with { Asset = new((long)value) },
            nameof(AccountState.Balance) => account with { Balance = (long)value },
            nameof(AccountState.Seq) => account with { Seq = (long)value },
            nameof(AccountState.Head) => account with { Head = (byte[])value },
            nameof(AccountState.TotalIn) => account with { TotalIn = (long)value },
            var name => throw new InvalidOperationException("An account has no " + name),
        };

    /// <summary>All there is to an entry: its posting and day are the posting's, its hash follows from the rest.</summary>
    private static readonly PropertyInfo[] EntryParts =
    [
        .. typeof(Entry)
            .GetProperties()
            .Where(p => p.Name is not (nameof(Entry.Posting) or nameof(Entry.Day) or nameof(Entry.Hash))),
    ];

    /// <summary>What an entry cannot even hold needs no finding.</summary>
    private static bool MayStand(string word) =>
        !word.AsSpan().ContainsAnyExceptInRange(' ', '~') && !word.AsSpan().ContainsAny('"', '\\');

    private static Entry With(Entry entry, PropertyInfo property, object value) =>
        property.Name switch
        {
            nameof(Entry.Id) => entry with { Id = new((long)value) },
            nameof(Entry.Account) => entry with { Account = new((long)value) },
            nameof(Entry.Seq) => entry with { Seq = (long)value },
            nameof(Entry.Amount) => entry with { Amount = (long)value },
            nameof(Entry.BalanceAfter) => entry with { BalanceAfter = (long)value },
            nameof(Entry.Counter) => entry with { Counter = (string)value },
            nameof(Entry.Lots) => entry with { Lots = (string)value },
            var name => throw new InvalidOperationException("An entry has no " + name),
        };

    /// <summary>One change; false if the database could not even hold it, or if it would change nothing.</summary>
    private static async Task<(string What, bool Done)> Tamper<T>(Tx tx, string kind, Random random)
        where T : notnull
    {
        var table = typeof(T).GetCustomAttribute<TableAttribute>()!.Name;
        var rows = await tx.All<T>($"SELECT * FROM {table} WHERE merchant_id = @m ORDER BY id");
        var row = rows[random.Next(rows.Count)];
        var id = Id(row);
        try
        {
            switch (kind)
            {
                case "delete":
                    await tx.Execute($"DELETE FROM {table} WHERE id = @id", new { id });
                    return ($"{table} {id} deleted", true);
                case "insert":
                    return ($"{table} {id} copied", await Copy(tx, table, id));
            }
            var properties = typeof(T).GetProperties().Where(p => p.GetValue(row) is not null).ToList();
            var property = properties[random.Next(properties.Count)];
            var value = Driver(property.GetValue(row)!);
            var other = kind == "edit" ? Edited(value, random) : Driver2(property, rows[random.Next(rows.Count)]);
            if (other is null || Same(value, other))
                return ("", false);
            var what = $"{table} {id}: {Names.Snake(property.Name)} {Show(value)} -> {Show(other)}";
            if (kind == "edit")
                return (what, await Set(tx, table, property, id, other) == 1);
            var twin = rows.First(r => Id(r) != id && Driver2(property, r) is { } v && Same(v, other));
            // By way of a value that nobody has, for columns that are unique.
            if (other is long)
                await Set(tx, table, property, Id(twin), -1L);
            return (
                what,
                await Set(tx, table, property, id, other) + await Set(tx, table, property, Id(twin), value) == 2
            );
        }
        catch (SqliteException e) when (e.SqliteErrorCode == 19)
        {
            return ("", false);
        }
    }

    private static async Task<bool> Copy(Tx tx, string table, long id)
    {
        var columns = await tx.All<string>($"SELECT name FROM pragma_table_info('{table}')");
        var next = await tx.One<long>($"SELECT MAX(id) + 1 FROM {table}");
        var values = columns.Select(c =>
            c switch
            {
                "id" => next.ToString(System.Globalization.CultureInfo.InvariantCulture),
                "key" => "key || '.'",
                _ => c,
            }
        );
        return await tx.Execute(
                $"INSERT INTO {table} ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM {table} WHERE id = @id",
                new { id }
            ) == 1;
    }

    private static Task<int> Set(Tx tx, string table, PropertyInfo property, long id, object value, string key = "id")
    {
        var sql = $"UPDATE {table} SET {Names.Snake(property.Name)} = @value WHERE {key} = @id";
        return value switch
        {
            long number => tx.Execute(sql, new { id, value = number }),
            bool flag => tx.Execute(sql, new { id, value = flag }),
            byte[] bytes => tx.Execute(sql, new { id, value = bytes }),
            DateOnly day => tx.Execute(sql, new { id, value = day }),
            _ => tx.Execute(sql, new { id, value = (string)value }),
        };
    }

    private static object? Edited(object value, Random random)
    {
        switch (value)
        {
            case long number:
                return number ^ ((long)random.Next(1, 256) << (8 * random.Next(8)));
            case bool flag:
                return !flag;
            case byte[] { Length: > 0 } bytes:
                var copy = (byte[])bytes.Clone();
                copy[random.Next(copy.Length)] ^= (byte)random.Next(1, 256);
                return copy;
            case DateOnly day:
                return day.AddDays(random.Next(1, 28));
            case string { Length: > 0 } text:
                var characters = Encoding.ASCII.GetBytes(text);
                characters[random.Next(characters.Length)] ^= (byte)random.Next(1, 16);
                return Encoding.ASCII.GetString(characters);
            default:
                return null;
        }
    }

    private static async Task Unlock(Tx tx)
    {
        foreach (var name in await tx.All<string>("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
            await tx.Execute($"DROP TRIGGER {name}");
        await tx.Execute("PRAGMA defer_foreign_keys = ON");
        await tx.Execute("PRAGMA ignore_check_constraints = ON");
    }

    private static object Driver(object value) => SqlValue.ToDriver(value)!;

    private static object? Driver2(PropertyInfo property, object row) =>
        property.GetValue(row) is { } value ? Driver(value) : null;

    private static long Id(object row) => (long)Driver(row.GetType().GetProperty("Id")!.GetValue(row)!);

    private static bool Same(object a, object b) =>
        a is byte[] x && b is byte[] y ? x.AsSpan().SequenceEqual(y) : a.Equals(b);

    private static string Show(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : value.ToString()!;
}
