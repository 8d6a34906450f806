using Npgsql;

namespace Shuke.Server.Platform;

/// <summary>Makes a database ready for this program - or says why it is not, and what to do.</summary>
public static class Preparation
{
    /// <summary>What is put behind the name of a SQLite file whose shop lives in PostgreSQL now.</summary>
    internal const string Moved = ".moved";

    /// <summary>Before serving: the schema, what SQLite's planner needs, PostgreSQL's walls.</summary>
    public static async Task Run(Db db, Settings settings, TestSwitches switches)
    {
        await StartChecks.Check(db, settings, switches);
        if (settings.Engine == Engine.Sqlite)
        {
            await SchemaRunner.Run(db);
            await SqlitePlanner.Inform(db);
            if (File.Exists(settings.SqliteFile + Moved))
                throw new StartRefused(
                    $"The shop of {settings.DataFolder} was moved to PostgreSQL: set SHUKE_DATABASE to it. (店铺已迁移到 PostgreSQL,请设置 SHUKE_DATABASE。)"
                );
            return;
        }
        await CheckRole(db);
        if (await Lacks(db, settings) is { } lacks)
            await Mend(settings, lacks);
        await using var read = await db.Read(default);
        if (await Transfers.Source(read) is { } source)
            throw new StartRefused(
                $"A copy into this database ({source}) was begun and has not ended. Run './run restore' or './run move' again. (恢复或迁移尚未完成,请重新运行。)"
            );
    }

    private static async Task Mend(Settings settings, string lacks)
    {
        if (settings.DatabaseOwner.Length == 0)
            throw new StartRefused(
                $"The database is not prepared for this version ({lacks}), and the program's role may not do it. "
                    + "Set SHUKE_DATABASE_OWNER to a connection string of the tables' owner and run './run migrate'. "
                    + "(数据库尚未准备好:请设置 SHUKE_DATABASE_OWNER 并运行 ./run migrate。)"
            );
        await Migrate(settings);
    }

    /// <summary>Runs the schema's steps and raises the walls, on PostgreSQL as the owner; answers how many steps ran.</summary>
    public static async Task<int> Migrate(Settings settings, Db? sqlite = null)
    {
        if (sqlite is not null)
            return await SchemaRunner.Run(sqlite);
        if (settings.DatabaseOwner.Length == 0)
            throw new StartRefused(
                "Changing the schema of PostgreSQL needs the tables' owner: set SHUKE_DATABASE_OWNER to its connection string. "
                    + "(修改数据库结构需要所有者账号:请设置 SHUKE_DATABASE_OWNER。)"
            );
        await using var owner = new Db(settings.AsOwner(), TimeProvider.System);
        var ran = await SchemaRunner.Run(owner);
        await Walls.Raise(owner, RoleOf(settings), settings.Sharded);
        return ran;
    }

    /// <summary>
    /// <c>./run prepare-database</c>: makes the database and the program's role when they are missing, then migrates. The
    /// owner's setting names somebody who may do that.
    /// </summary>
    public static async Task<int> PrepareDatabase(Settings settings)
    {
        if (settings.Database.Length == 0 || settings.DatabaseOwner.Length == 0)
            throw new StartRefused(
                "prepare-database needs two settings: SHUKE_DATABASE, the connection string of the program's own role, which may "
                    + "not exist yet, and SHUKE_DATABASE_OWNER, that of a role which may create roles and databases. "
                    + "(需要 SHUKE_DATABASE 与 SHUKE_DATABASE_OWNER 两个连接串。)"
            );
        var owner = new NpgsqlConnectionStringBuilder(settings.DatabaseOwner) { Pooling = false };
        var database = owner.Database!;
        if (new NpgsqlConnectionStringBuilder(settings.Database).Database != database)
            throw new StartRefused("SHUKE_DATABASE and SHUKE_DATABASE_OWNER name two different databases.");
        if (RoleOf(settings) == owner.Username)
            throw new StartRefused(
                "SHUKE_DATABASE and SHUKE_DATABASE_OWNER name the same role. The program's own role must own nothing; name another, such as 'shuke_app'."
            );
        owner.Database = "postgres";
        await using (var server = new NpgsqlConnection(owner.ToString()))
        {
            await server.OpenAsync();
            await CreateRole(server, settings);
            if (!await Exists(server, "SELECT 1 FROM pg_database WHERE datname = $1", database))
                await Execute(
                    server,
                    $"CREATE DATABASE {Walls.Quoted(database)} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'"
                );
        }
        return await Migrate(settings);
    }

    private static async Task CreateRole(NpgsqlConnection server, Settings settings)
    {
        var app = new NpgsqlConnectionStringBuilder(settings.Database);
        if (await Exists(server, "SELECT 1 FROM pg_roles WHERE rolname = $1", app.Username!))
            return;
        var password = app.Password is { Length: > 0 } given
            ? $" PASSWORD '{given.Replace("'", "''", StringComparison.Ordinal)}'"
            : "";
        try
        {
            await Execute(
                server,
                $"CREATE ROLE {Walls.Quoted(app.Username!)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS{password}"
            );
        }
        catch (PostgresException e) when (e.SqlState is "42710" or "23505")
        {
            // Somebody else was quicker; the role is there.
        }
    }

    /// <summary>What the database still needs, or null when it is ready.</summary>
    private static async Task<string?> Lacks(Db db, Settings settings)
    {
        try
        {
            await using var read = await db.Read(default);
            if (await SchemaRunner.Missing(read) is > 0 and var steps)
                return $"{steps} schema steps are missing";
            return Walls.Gaps(await Walls.Look(read, RoleOf(settings)), settings.Sharded) is { Count: > 0 } gaps
                ? "missing or wrong: " + string.Join(", ", gaps.Take(5)) + (gaps.Count > 5 ? " ..." : "")
                : null;
        }
        catch (PostgresException e) when (e.SqlState is "42P01" or "42501")
        {
            return "it is empty, or the role may not read it";
        }
    }

    /// <summary>A role that row level security does not bind would make it a decoration.</summary>
    private static async Task CheckRole(Db db)
    {
        await using var read = await db.Read(default);
        var role = (
            await read.One<RoleLook>(
                """
                SELECT r.rolname::text AS name, r.rolsuper AS super, r.rolbypassrls AS bypasses,
                    EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
                        AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS owns
                FROM pg_roles r WHERE r.rolname = current_user
                """
            )
        )!;
        var what =
            role.Super ? "is a superuser (是超级用户)"
            : role.Bypasses ? "has BYPASSRLS (可绕过行级安全)"
            : role.Owns ? "owns the tables (是数据表的所有者)"
            : null;
        if (what is not null)
            throw new StartRefused(
                $"The database role '{role.Name}' {what}, so the database could not keep one merchant's rows from another's. "
                    + "Name a role of its own in SHUKE_DATABASE, such as Username=shuke_app with a password; put the present connection "
                    + "string into SHUKE_DATABASE_OWNER; run './run prepare-database' once, then start again."
            );
    }

    private sealed record RoleLook(string Name, bool Super, bool Bypasses, bool Owns);

    internal static string RoleOf(Settings settings) =>
        new NpgsqlConnectionStringBuilder(settings.Database).Username
        ?? throw new StartRefused("The database setting names no Username. (连接串缺少 Username。)");

    private static async Task<bool> Exists(NpgsqlConnection server, string sql, string name)
    {
        await using var command = new NpgsqlCommand(sql, server) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync() is not null;
    }

    private static async Task Execute(NpgsqlConnection server, string sql)
    {
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync();
    }
}
