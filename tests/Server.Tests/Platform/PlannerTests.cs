using Shuke.Server.Platform;

namespace Shuke.Server.Tests.PlatformTests;

public sealed class PlannerTests
{
    private sealed record Step(long Id, long Parent, long Notused, string Detail);

    [Theory]
    [InlineData("SELECT * FROM account WHERE merchant_id = @m AND member_id IN (1) ORDER BY id", "member_id=?")]
    [InlineData("SELECT * FROM lot WHERE merchant_id = @m AND member_id IN (1) ORDER BY id", "member_id=?")]
    [InlineData(
        "SELECT * FROM orders WHERE merchant_id = @m AND store_id = 1 AND day = '2026-11-22' ORDER BY id",
        "day=?"
    )]
    [InlineData(
        "SELECT SUM(e.amount) FROM entry e WHERE e.merchant_id = @m AND e.account_id IN (1, 2) "
            + "AND (e.member_id = 1 OR e.other_member_id = 1) AND e.day >= '2026-11-22'",
        "other_member_id=?"
    )]
    [InlineData(
        "SELECT SUM(e.amount) FROM entry e JOIN account a ON a.merchant_id = e.merchant_id AND a.member_id = e.member_id "
            + "AND a.id = e.account_id WHERE e.merchant_id = @m AND e.counter = 'sale'",
        "SEARCH b USING PRIMARY KEY (merchant_id=? AND member_id=?)"
    )]
    [InlineData(
        "SELECT SUM(amount) FROM payment WHERE merchant_id = @m AND document_kind = 'order' AND store_id = 1 AND day >= '2026-11-22' AND shift_id = 3",
        "day>?"
    )]
    [InlineData("SELECT * FROM order_line WHERE merchant_id = @m AND order_id IN (1, 2) ORDER BY line_no", "id=?")]
    [InlineData(
        "SELECT l.name FROM orders o JOIN order_line l ON l.merchant_id = o.merchant_id AND l.order_id = o.id WHERE o.merchant_id = @m AND o.store_id = 1 AND o.day = '2026-11-22'",
        "PRIMARY KEY (merchant_id=? AND id=?)"
    )]
    [InlineData(
        "SELECT COUNT(*) FROM account a LEFT JOIN (SELECT account_id, SUM(amount) AS moved FROM entry GROUP BY account_id) e "
            + "ON e.account_id = a.id WHERE a.balance <> COALESCE(e.moved, 0)",
        "SEARCH e USING AUTOMATIC"
    )]
    public async Task Sqlite_reads_one_member_and_one_day_not_the_whole_shop(string sql, string uses)
    {
        await using var house = await House.WithShop(Engine.Sqlite);
        await using var read = await house.Db.Read(await house.Merchant());
        var steps = await read.All<Step>("EXPLAIN QUERY PLAN " + sql);
        steps.ShouldContain(s => s.Detail.Contains(uses, StringComparison.Ordinal));
    }
}
