using Npgsql;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Safety;

/// <summary>The second wall between merchants, from PostgreSQL's own catalogue and from attacks on it.</summary>
public sealed class RowSecurityTests
{
    [Fact]
    public async Task Every_table_with_a_merchant_has_row_security_that_binds_its_owner_too()
    {
        await using var house = await House.WithShop(Engine.Postgres);
        await using var read = await house.Intruder.Read(default);
        var tables = await read.All<(string Name, bool Secured, bool Forced, string Using, string Check)>(
            """
            SELECT c.relname::text, c.relrowsecurity, c.relforcerowsecurity,
                COALESCE(pg_get_expr(p.polqual, p.polrelid), ''), COALESCE(pg_get_expr(p.polwithcheck, p.polrelid), '')
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'merchant_id'
            LEFT JOIN pg_policy p ON p.polrelid = c.oid AND p.polname = 'own_once' AND p.polcmd = '*'
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace ORDER BY 1
            """
        );
        tables.Count.ShouldBeGreaterThan(40);
        foreach (var table in tables)
        {
            (table.Secured, table.Forced).ShouldBe((true, true), table.Name);
            table.Using.ShouldContain("current_setting('shuke.merchants'", customMessage: table.Name);
            table.Check.ShouldBe(table.Using, table.Name);
        }
        var doors = await read.All<string>(
            "SELECT tablename::text || ' ' || cmd FROM pg_policies WHERE policyname <> 'own_once' ORDER BY 1"
        );
        doors.ShouldBe(Walls.PlatformTables.Select(t => t + " SELECT"));
    }

    [Fact]
    public async Task The_programs_role_owns_nothing_bypasses_nothing_and_no_function_lends_it_more()
    {
        await using var house = await House.WithShop(Engine.Postgres);
        await using var read = await house.Db.Read(default);
        (
            await read.One<(bool, bool, bool, bool)>(
                "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user"
            )
        ).ShouldBe((false, false, false, false));
        (
            await read.One<long>(
                "SELECT COUNT(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND pg_has_role(current_user, relowner, 'MEMBER')"
            )
        ).ShouldBe(0);
        (
            await read.One<long>(
                "SELECT COUNT(*) FROM pg_proc WHERE prosecdef AND pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)"
            )
        ).ShouldBe(0);
        (
            await read.One<long>(
                """
                SELECT COUNT(*) FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace
                    AND NOT COALESCE('security_invoker=true' = ANY (reloptions), false)
                """
            )
        ).ShouldBe(0);
    }

    [Fact]
    public async Task Views_show_a_merchant_its_own_rows_and_take_none()
    {
        await using var till = await Sales.Till.Open(Engine.Postgres);
        var latte = await till.Product("测试拿铁", 3200);
        await till.Sell(null, [Sales.Till.Line(1, latte, 1)], Sales.Till.Cash());
        var own = await till.House.Merchant();
        await using var connection = new NpgsqlConnection(till.House.Connection);
        await connection.OpenAsync();
        foreach (var view in (string[])["order_line", "payment"])
        {
            (await Count(connection, $"{Set(own)} SELECT COUNT(*) FROM {view}")).ShouldBe(1, view);
            (await Count(connection, $"{Set(new(1))} SELECT COUNT(*) FROM {view}")).ShouldBe(0, view);
            (await Count(connection, $"SELECT COUNT(*) FROM {view}")).ShouldBe(0, view);
            var refused = await Should.ThrowAsync<PostgresException>(() =>
                Changed(connection, $"{Set(own)} DELETE FROM {view}")
            );
            refused.SqlState.ShouldBeOneOf("42501", "55000");
        }
    }

    [Fact]
    public async Task Without_a_merchant_there_are_no_rows_and_with_another_one_none_of_this_ones()
    {
        await using var house = await House.WithShop(Engine.Postgres);
        var own = await house.Merchant();
        using var neighbour = await house.AnotherMerchant("隔壁", "13800000099");
        List<(string Name, bool IsView)> tables;
        await using (var look = await house.Intruder.Read(default))
            tables = await look.All<(string, bool)>(
                """
                SELECT c.relname::text, c.relkind = 'v' FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'merchant_id'
                WHERE c.relkind IN ('r', 'v') AND c.relnamespace = 'public'::regnamespace
                """
            );
        await using var connection = new NpgsqlConnection(house.Connection);
        await connection.OpenAsync();
        var held = 0;
        foreach (var (table, isView) in tables)
        {
            long all;
            await using (var look = await house.Intruder.Read(default))
                all = await look.One<long>($"SELECT COUNT(*) FROM {table} WHERE merchant_id = @own", new { own });
            held += all > 0 ? 1 : 0;
            (await Count(connection, $"SELECT COUNT(*) FROM {table}")).ShouldBe(0, table);
            (await Count(connection, $"{Set(own)} SELECT COUNT(*) FROM {table}")).ShouldBe(all, table);
            (await Count(connection, $"{Set(new(1))} SELECT COUNT(*) FROM {table} WHERE merchant_id = {own}")).ShouldBe(
                0,
                table
            );
            // What was set ended with its transaction.
            (await Count(connection, $"SELECT COUNT(*) FROM {table}")).ShouldBe(0, table);
            if (!Walls.AppendOnly.Contains(table) && !isView)
                (await Changed(connection, $"{Set(new(1))} UPDATE {table} SET merchant_id = merchant_id")).ShouldBe(
                    0,
                    table
                );
        }
        held.ShouldBeGreaterThan(10);

        var refused = await Should.ThrowAsync<PostgresException>(() =>
            Changed(
                connection,
                $"{Set(new(1))} INSERT INTO nightly (merchant_id, kind, day) VALUES ({own}, 'x', '2026-01-01')"
            )
        );
        refused.MessageText.ShouldContain("row-level security");
        (
            await Changed(
                connection,
                $"{Set(own)} INSERT INTO nightly (merchant_id, kind, day) VALUES ({own}, 'x', '2026-01-01')"
            )
        ).ShouldBe(1);
    }

    [Fact]
    public async Task The_platforms_door_shows_its_few_tables_and_lets_nothing_be_written()
    {
        await using var house = await House.WithShop(Engine.Postgres);
        var own = await house.Merchant();
        await using var tx = await house.Db.Begin(default);
        tx.OpenPlatformDoor();
        (await tx.One<long>("SELECT COUNT(*) FROM merchant")).ShouldBe(1);
        (await tx.One<long>("SELECT COUNT(*) FROM staff")).ShouldBe(1);
        (await tx.One<long>("SELECT COUNT(*) FROM setting")).ShouldBe(0);
        (await tx.One<long>("SELECT COUNT(*) FROM product")).ShouldBe(0);
        (await tx.Execute("UPDATE staff SET name = 'x'")).ShouldBe(0);
        tx.ActFor(new(1));
        (await tx.One<long>("SELECT COUNT(*) FROM merchant")).ShouldBe(0);
        tx.ActFor(own);
        (await tx.One<long>("SELECT COUNT(*) FROM product")).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task What_is_written_once_cannot_be_changed_by_the_programs_role()
    {
        await using var house = await House.WithShop(Engine.Postgres);
        Walls.AppendOnly.ShouldContain("posting");
        Walls.AppendOnly.ShouldContain("other_payment");
        Walls.AppendOnly.ShouldContain("audit");
        await using var connection = new NpgsqlConnection(house.Connection);
        await connection.OpenAsync();
        foreach (var table in Walls.AppendOnly)
        foreach (
            var sql in (string[])
                [
                    $"UPDATE {table} SET merchant_id = merchant_id",
                    $"DELETE FROM {table}",
                    $"TRUNCATE {table}",
                    $"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
                    $"DROP POLICY own_once ON {table}",
                ]
        )
            (await Should.ThrowAsync<PostgresException>(() => Changed(connection, sql))).SqlState.ShouldBe(
                "42501",
                sql
            );
    }

    /// <summary>The plans of the till's statements are those of the merchant's key: the wall is a filter on what was found.</summary>
    [Fact]
    public async Task The_wall_does_not_keep_an_index_from_being_used()
    {
        await using var house = await House.WithShop(Engine.Postgres);
        var own = await house.Merchant();
        await using (var fill = await house.Intruder.Begin(own))
        {
            await fill.Execute("INSERT INTO book SELECT @m, g, false, false, 0 FROM generate_series(1, 20000) g");
            await fill.Execute("ANALYZE book");
            await fill.Commit();
        }
        await using var read = await house.Db.Read(own);
        var plan = string.Join(
            '\n',
            await read.All<string>($"EXPLAIN SELECT * FROM book WHERE merchant_id = {own} AND member_id IN (17, 18)")
        );
        plan.ShouldContain("Index Scan using book_pkey");
        plan.ShouldContain($"Index Cond: ((merchant_id = '{own}'::bigint) AND (member_id = ANY");
        var page = string.Join(
            '\n',
            await read.All<string>(
                $"EXPLAIN SELECT * FROM book WHERE merchant_id = {own} AND member_id > 9 ORDER BY member_id LIMIT 20"
            )
        );
        page.ShouldContain("Index Scan using book_pkey");
        page.ShouldNotContain("Sort");
    }

    private static string Set(MerchantId merchant) => Wall.Around(merchant).Sql;

    private static async Task<long> Count(NpgsqlConnection connection, string sql)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<int> Changed(NpgsqlConnection connection, string sql)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        return await command.ExecuteNonQueryAsync();
    }
}
