using Shouldly;
using Shuke.Core;
using Shuke.Core.Ledger;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Platform;
using Xunit;

namespace Shuke.Server.Tests.Ledger;

/// <summary>Accounts that had rows of their own move into the books, and are seen as they were.</summary>
public sealed class AccountsMigrationTests
{
    private sealed record Row(
        AccountId Id,
        MemberId MemberId,
        AssetId AssetId,
        long Balance,
        long Seq,
        string Hex,
        long TotalIn,
        long TotalOut
    );

    [Theory, EachDatabase]
    public async Task Accounts_of_an_older_program_are_read_as_they_were(Engine engine)
    {
        await using var old = await OldDatabase.Before(engine, "0340");
        await old.Write(
            $"""
            INSERT INTO asset VALUES (1, 5, 'principal', 'principal', 'fen', '本金', 'Principal', TRUE, FALSE, 'never', '', TRUE, 1, 1),
                (1, 6, 'points', 'points', 'point', '积分', 'Points', TRUE, TRUE, 'never', '', TRUE, 2, 1);
            INSERT INTO book VALUES (1, 41, FALSE, TRUE, 0), (1, 42, TRUE, FALSE, 9), (1, 43, FALSE, TRUE, 0);
            INSERT INTO account VALUES (1, 72, 42, 6, -70, 2, {OldDatabase.Hash(engine, 2)}, 30, 100, TRUE),
                (1, 71, 42, 5, 12345, 7, {OldDatabase.Hash(engine, 3)}, 20000, 7655, FALSE),
                (1, 70, 41, 6, 30, 1, {OldDatabase.Hash(engine, 4)}, 30, 0, TRUE);
            INSERT INTO lot (merchant_id, id, account_id, member_id, asset_id, granted, remaining, active_at, created_by, order_of_use, rule, created_at)
            VALUES (1, 9, 71, 42, 5, 20000, 12345, 0, 1, 'proportional', '', 0)
            """
        );
        var sql =
            $"SELECT id, member_id, asset_id, balance, seq, {(
            engine == Engine.Sqlite ? "hex(head)" : "upper(encode(head, 'hex'))"
        )} AS hex, total_in, total_out FROM account ORDER BY id";
        var before = await old.All<Row>(sql);
        before.Count.ShouldBe(3);

        await old.Migrate();

        (await old.All<Row>(sql)).ShouldBe(before);
        var books = await old.All<BookRow>("SELECT * FROM book ORDER BY member_id");
        books
            .ConvertAll(b => (b.MemberId.Value, b.Entries, b.Stored))
            .ShouldBe([(41, 1, 0), (42, 9, 12345), (43, 0, 0)]);
        (books[1].Frozen, books[1].Registered, books[1].OpenedAt.UnixMs).ShouldBe((true, false, 9));
        // The texts are those this program writes, or the proof would take them for a forgery.
        books[1].Accounts.ShouldBe("[[71,5],[72,6]]");
        books[1].Balances.ShouldBe("[[12345,7,20000],[0,2,30,70]]");
        books[1].ToAccounts().Select(a => a.Head[0]).ShouldBe([3, 2]);
        books[2].ToAccounts().ShouldBeEmpty();
        (await old.All<long>("SELECT remaining FROM lot")).ShouldBe([12345]);
    }

    /// <summary>The last guard where a program is wrong: the database refuses a balance below zero that may not be.</summary>
    [Theory, EachDatabase]
    public async Task The_database_refuses_a_balance_below_zero(Engine engine)
    {
        await using var old = await OldDatabase.Before(engine, "9999");
        await old.Write("INSERT INTO book VALUES (1, 41, FALSE, TRUE, 0, '[[1,5]]', 1, 0, '[[0,1,0,5]]', '')");
        var refused = await Should.ThrowAsync<Exception>(() =>
            old.Write("UPDATE book SET balances = '[[-5,1,0]]' WHERE member_id = 41")
        );
        refused.Message.ShouldContain("constraint");
    }
}
