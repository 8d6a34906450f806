using System.Text.RegularExpressions;
using Npgsql;

namespace Shuke.Server.Platform;

/// <summary>
/// The second wall between merchants, and the guard of what is written once - both held by PostgreSQL itself. Every table
/// with merchant_id has row level security, forced; the program's role owns nothing and may only INSERT and SELECT where
/// SQLite has an append-only trigger. Raised by the owner after the schema's steps, read from the catalogue, so that a
/// table cannot be forgotten.
/// </summary>
internal static partial class Walls
{
    /// <summary>What platform work reads over all merchants (<see cref="Db.Platform"/>): never a member, never money.</summary>
    public static readonly IReadOnlyList<string> PlatformTables = ["job", "merchant", "outbox", "staff", "store"];

    // One text for reading and writing. An empty or missing setting is no merchant at all. COALESCE keeps the planner from
    // taking the condition for a second, independent choice of rows or for an index condition over ten keys: plans stay those
    // of merchant_id = @m, with this as a filter (decision 0030).
    private const string Setting = "NULLIF(current_setting('shuke.merchants', true), '')::bigint[]";

    // The setting is read once for a statement; read for each row it costs 0.3 us a row (decision 0030).
    private const string OwnOnce = $"COALESCE(merchant_id = ANY ((SELECT {Setting})::bigint[]), false)";

    // Citus takes no sub-select in a policy.
    private const string OwnEach = $"COALESCE(merchant_id = ANY ({Setting}), false)";
    private const string PlatformDoor = "current_setting('shuke.platform', true) = 'on'";

    /// <summary>A table or view as the catalogue has it, with what a role may do.</summary>
    /// <param name="Invoked">a view that reads with the rights and the merchant of whoever asks; nothing else is behind the wall</param>
    internal sealed record Table(
        string Name,
        bool IsView,
        bool Invoked,
        bool HasMerchant,
        bool Secured,
        bool Forced,
        string Policies,
        string Owner,
        bool MaySelect,
        bool MayInsert,
        bool MayUpdate,
        bool MayDelete
    );

    /// <summary>Tables whose rows stay as they were written: those the schema gives a trigger on SQLite.</summary>
    public static IReadOnlySet<string> AppendOnly { get; } = ReadAppendOnly();

    private static HashSet<string> ReadAppendOnly()
    {
        var tables = new HashSet<string>(StringComparer.Ordinal);
        foreach (var match in SchemaRunner.Steps(Engine.Sqlite).SelectMany(s => NoUpdate().Matches(s.Sql)))
            if (match.Groups["table"] is { Success: true } made)
                tables.Add(made.Value);
            else
                tables.Remove(match.Groups["gone"].Value);
        return tables;
    }

    public static async Task<IReadOnlyList<Table>> Look(DbRead db, string role) =>
        await db.All<Table>(
            """
            SELECT c.relname::text AS name, c.relkind = 'v' AS is_view,
                COALESCE('security_invoker=true' = ANY (c.reloptions), false) AS invoked,
                EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'merchant_id' AND NOT a.attisdropped) AS has_merchant,
                c.relrowsecurity AS secured, c.relforcerowsecurity AS forced,
                COALESCE((SELECT string_agg(p.polname::text, ',' ORDER BY p.polname) FROM pg_policy p WHERE p.polrelid = c.oid), '') AS policies,
                pg_get_userbyid(c.relowner)::text AS owner,
                has_table_privilege(@role, c.oid, 'SELECT') AS may_select, has_table_privilege(@role, c.oid, 'INSERT') AS may_insert,
                has_table_privilege(@role, c.oid, 'UPDATE') AS may_update,
                has_table_privilege(@role, c.oid, 'DELETE') OR has_table_privilege(@role, c.oid, 'TRUNCATE') AS may_delete
            FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v') ORDER BY c.relname
            """,
            new { role }
        );

    /// <summary>What is not as it must be for this role, as sentences; empty when all walls stand.</summary>
    public static IReadOnlyList<string> Gaps(IReadOnlyList<Table> tables, bool sharded) =>
        [
            .. tables
                .Where(t =>
                    t.IsView
                        ? !t.Invoked
                        : t.HasMerchant && (!t.Secured || !t.Forced || t.Policies != PoliciesOf(t, sharded))
                )
                .Select(t => $"row level security of {t.Name}"),
            .. tables
                .Where(t => (t.MaySelect, t.MayInsert, t.MayUpdate, t.MayDelete) != RightsOn(t))
                .Select(t => $"rights on {t.Name}"),
        ];

    /// <summary>Lets the owner's own schema step see all rows; the program's role stays behind its wall meanwhile.</summary>
    public static async Task Lower(Tx tx)
    {
        var forced = await tx.All<string>(
            "SELECT relname::text FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relforcerowsecurity"
        );
        if (forced.Count > 0)
            await tx.Execute(
                string.Concat(forced.Select(t => $"ALTER TABLE {Quoted(t)} NO FORCE ROW LEVEL SECURITY;"))
            );
    }

    /// <summary>Raises what is missing, as the owner; answers how many tables were touched.</summary>
    /// <param name="sharded">for a database whose tables are, or will be, distributed by Citus</param>
    public static async Task<int> Raise(Db owner, string role, bool sharded)
    {
        await using var tx = await owner.Begin(default);
        await tx.Execute("SELECT pg_advisory_xact_lock(@key)", new { key = SchemaRunner.LockKey });
        var sql = new List<string>();
        foreach (var table in await Look(tx, role))
            if (Gaps([table], sharded).Count > 0)
                sql.Add(Statements(table, Quoted(role), sharded));
        if (sql.Count > 0)
        {
            await tx.Execute($"GRANT USAGE ON SCHEMA {await Schema(tx)} TO {Quoted(role)}");
            await tx.Execute(string.Concat(sql));
        }
        await tx.Commit();
        return sql.Count;
    }

    private static async Task<string> Schema(DbRead db) =>
        Quoted((await db.One<string>("SELECT current_schema()::text"))!);

    private static string Statements(Table table, string role, bool sharded)
    {
        var (own, condition) = (OwnPolicy(sharded), sharded ? OwnEach : OwnOnce);
        var name = Quoted(table.Name);
        var (_, insert, update, delete) = RightsOn(table);
        var rights =
            $"REVOKE ALL ON {name} FROM {role};GRANT SELECT{(insert ? ", INSERT" : "")}{(update ? ", UPDATE" : "")}{(delete ? ", DELETE" : "")} ON {name} TO {role};";
        if (table.IsView)
            return rights + $"ALTER VIEW {name} SET (security_invoker = true);";
        if (!table.HasMerchant)
            return rights;
        var platform = PlatformTables.Contains(table.Name)
            ? $"CREATE POLICY platform ON {name} FOR SELECT USING ({PlatformDoor});"
            : "";
        return rights
            + $"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY;ALTER TABLE {name} FORCE ROW LEVEL SECURITY;"
            + string.Concat(Policies.Select(p => $"DROP POLICY IF EXISTS {p} ON {name};"))
            + $"CREATE POLICY {own} ON {name} USING ({condition}) WITH CHECK ({condition});"
            + platform;
    }

    private static (bool Select, bool Insert, bool Update, bool Delete) RightsOn(Table table) =>
        table.IsView || table.Name == SchemaRunner.Table ? (true, false, false, false)
        : AppendOnly.Contains(table.Name) ? (true, true, false, false)
        : (true, true, true, true);

    /// <summary>All there are and have been: "own" was read for each row, everywhere.</summary>
    private static readonly string[] Policies = ["own", "own_each", "own_once", "platform"];

    private static string OwnPolicy(bool sharded) => sharded ? "own_each" : "own_once";

    private static string PoliciesOf(Table table, bool sharded) =>
        OwnPolicy(sharded) + (PlatformTables.Contains(table.Name) ? ",platform" : "");

    internal static string Quoted(string name) => new NpgsqlCommandBuilder().QuoteIdentifier(name);

    [GeneratedRegex(
        @"CREATE TRIGGER \w+_no_update BEFORE UPDATE ON (?<table>\w+)|DROP TRIGGER (?<gone>\w+)_no_update|DROP TABLE (?<gone>\w+)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NoUpdate();
}
