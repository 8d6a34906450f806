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
        "SELECT SUM(e.amount) FROM entry e CROSS JOIN account a WHERE e.merchant_id = @m AND a.merchant_id = e.merchant_id "
            + "AND a.id = e.account_id AND (e.member_id = 1 OR e.other_member_id = 1) AND e.day >= '2026-11-22'",
        "other_member_id=?"
    )]
    public async Task Sqlite_reads_one_member_and_one_day_not_the_whole_shop(string sql, string uses)
    {
        await using var house = await House.WithShop(Engine.Sqlite);
        await using var read = await house.Db.Read(await house.Merchant());
        var steps = await read.All<Step>("EXPLAIN QUERY PLAN " + sql);
        steps.ShouldContain(s => s.Detail.Contains(uses, StringComparison.Ordinal));
    }
}
