using Shouldly;
using Shuke.Core;
using Shuke.Core.Ledger;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Platform;
using Xunit;

namespace Shuke.Server.Tests.Ledger;

/// <summary>Entries that had rows of their own move into their postings, and are seen as they were.</summary>
public sealed class EntriesMigrationTests
{
    private sealed record Row(
        PostingId PostingId,
        EntryId Id,
        AccountId AccountId,
        long Seq,
        long Amount,
        long BalanceAfter,
        string Counter,
        string Lots,
        BusinessDay Day,
        string Hash
    );

    [Theory, EachDatabase]
    public async Task Entries_of_an_older_program_are_read_as_they_were(Engine engine)
    {
        await using var old = await OldDatabase.Before(engine, "0310");
        await old.Write(
            $"""
            INSERT INTO asset VALUES (1, 5, 'points', 'points', 'point', '积分', 'Points', TRUE, TRUE, 'never', '', TRUE, 1, 1);
            INSERT INTO book VALUES (1, 41, FALSE, TRUE, 0), (1, 42, FALSE, TRUE, 0);
            INSERT INTO account VALUES (1, 71, 42, 5, 70, 2, {OldDatabase.Hash(engine, 2)}, 100, 30, TRUE),
                (1, 72, 41, 5, 30, 1, {OldDatabase.Hash(engine, 3)}, 30, 0, TRUE);
            INSERT INTO posting (merchant_id, id, kind, document_kind, document_id, channel, at, day, reason, format, key)
            VALUES (1, 800, 'earn', 'order', '1', 'till', 0, '2026-01-02', '', 1, 'a'),
                (1, 900, 'merge', 'merge', '2', 'till', 0, '2026-01-03', '', 1, 'b');
            INSERT INTO entry VALUES (1, 800, 801, 71, 1, 100, 100, 'earn', '61:+100@2027-01-02', '2026-01-02', {OldDatabase.Hash(
                engine,
                1
            )}),
                (1, 900, 902, 72, 1, 30, 30, 'merge', '', '2026-01-03', {OldDatabase.Hash(engine, 3)}),
                (1, 900, 901, 71, 2, -30, 70, 'merge', '61:-30', '2026-01-03', {OldDatabase.Hash(engine, 2)})
            """
        );
        const string seen =
            "SELECT posting_id, id, account_id, seq, amount, balance_after, counter, lots, day, hex FROM ({0}) e ORDER BY id";
        var sql = seen.Replace(
                "{0}",
                engine == Engine.Sqlite
                    ? "SELECT e.*, hex(hash) AS hex FROM entry e"
                    : "SELECT e.*, upper(encode(hash, 'hex')) AS hex FROM entry e",
                StringComparison.Ordinal
            )
            .Replace(", hex FROM", ", hex AS hash FROM", StringComparison.Ordinal);
        var before = await old.All<Row>(sql);
        before.Count.ShouldBe(3);

        await old.Migrate();

        (await old.All<Row>(sql)).ShouldBe(before);
        var postings = await old.All<PostingRow>("SELECT * FROM posting ORDER BY id");
        postings.ConvertAll(p => (p.MemberId.Value, p.OtherMemberId?.Value)).ShouldBe([(42, null), (41, 42)]);
        postings[1].ToEntries().Select(e => e.Id.Value).ShouldBe([901, 902]);
    }
}
