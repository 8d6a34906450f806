using Npgsql;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Safety;

/// <summary>
/// What Citus would ask of the schema, from PostgreSQL's catalogue, and deploy/citus.sql run against stand-ins of Citus's two
/// functions that refuse what Citus refuses.
/// </summary>
public sealed class ShardingTests
{
    [Fact]
    public async Task Every_key_of_a_merchants_table_carries_the_merchant_and_there_are_no_triggers()
    {
        await using var house = await House.Empty(Engine.Postgres);
        await using var read = await house.Intruder.Read(default);
        (
            await read.All<string>(
                """
                SELECT c.conrelid::regclass::text || ': ' || pg_get_constraintdef(c.oid) FROM pg_constraint c
                JOIN pg_attribute m ON m.attrelid = c.conrelid AND m.attname = 'merchant_id'
                WHERE c.connamespace = 'public'::regnamespace AND c.contype IN ('p', 'u', 'f', 'x') AND NOT m.attnum = ANY (c.conkey)
                """
            )
        ).ShouldBeEmpty();
        (
            await read.All<string>(
                """
                SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
                JOIN pg_attribute m ON m.attrelid = c.oid AND m.attname = 'merchant_id'
                WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique AND NOT m.attnum = ANY (i.indkey)
                """
            )
        ).ShouldBeEmpty();
        // The merchant points at the merchant, not at any other column of the same type.
        (
            await read.All<string>(
                """
                SELECT c.conrelid::regclass::text || ': ' || pg_get_constraintdef(c.oid) FROM pg_constraint c
                JOIN pg_attribute m ON m.attrelid = c.conrelid AND m.attname = 'merchant_id'
                JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attname = 'merchant_id'
                WHERE c.connamespace = 'public'::regnamespace AND c.contype = 'f'
                    AND array_position(c.conkey, m.attnum) IS DISTINCT FROM array_position(c.confkey, f.attnum)
                """
            )
        ).ShouldBeEmpty();
        (
            await read.All<string>(
                "SELECT tgname::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'public'::regnamespace AND NOT tgisinternal"
            )
        ).ShouldBeEmpty();
        (
            await read.One<long>("SELECT COUNT(*) FROM pg_constraint WHERE contype IN ('p', 'u', 'f')")
        ).ShouldBeGreaterThan(100);
        // Citus takes no sub-select in a policy.
        var role = new NpgsqlConnectionStringBuilder(house.Connection).Username!;
        (await Walls.Raise(house.Intruder, role, sharded: true)).ShouldBeGreaterThan(40);
        await using var raised = await house.Intruder.Read(default);
        (
            await raised.All<string>(
                "SELECT tablename::text FROM pg_policies WHERE upper(qual || with_check) LIKE '%SELECT%'"
            )
        ).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_table_is_distributed_once_by_merchant_after_those_it_points_at()
    {
        await using var house = await House.Empty(Engine.Postgres);
        await using var owner = new NpgsqlConnection(Postgres.Owner(house.Connection));
        await owner.OpenAsync();
        await Run(
            owner,
            """
            CREATE SCHEMA citus;
            CREATE TABLE citus.placed (name regclass PRIMARY KEY, kind text NOT NULL);
            CREATE FUNCTION create_distributed_table(name regclass, col text, colocate_with text DEFAULT 'default') RETURNS void LANGUAGE plpgsql AS $$
            BEGIN
                IF EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = name AND k.contype = 'f' AND k.confrelid <> name
                    AND NOT EXISTS (SELECT 1 FROM citus.placed p WHERE p.name = k.confrelid)) THEN
                    RAISE 'foreign key of % to a table that is still local', name;
                END IF;
                IF col <> 'merchant_id' OR (name = 'merchant'::regclass) <> (colocate_with = 'default') THEN
                    RAISE '% is not beside its merchant', name;
                END IF;
                INSERT INTO citus.placed VALUES (name, 'distributed');
            END $$;
            CREATE FUNCTION create_reference_table(name regclass) RETURNS void LANGUAGE sql AS $$ INSERT INTO citus.placed VALUES (name, 'reference') $$;
            """
        );
        await Run(owner, await File.ReadAllTextAsync(Path.Combine(Root, "deploy", "citus.sql")));

        await using var read = await house.Intruder.Read(default);
        var placed = await read.All<(string Name, string Kind)>("SELECT name::text, kind FROM citus.placed ORDER BY 1");
        var tables = await read.All<string>(
            "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1"
        );
        placed.Select(p => p.Name).Order(StringComparer.Ordinal).ShouldBe(tables.Order(StringComparer.Ordinal));
        placed.Where(p => p.Kind == "reference").Select(p => p.Name).ShouldBe(["node", "schema_step"]);
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "Shuke.slnx")))
                folder = folder.Parent;
            return folder.FullName;
        }
    }
}
