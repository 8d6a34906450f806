using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Safety;

/// <summary>A wrong setting stops the program before it takes money, with a sentence that says what to change.</summary>
public sealed class RefuseToStartTests
{
    private static readonly StartChecks.PostgresLook Sound = new(150_004, "UTF8", "on", "on", "on");
    private static readonly StartChecks.SqliteLook SoundFile = new("wal", 2, 0, 1, "normal");

    [Fact]
    public void PostgreSQL_must_keep_what_it_confirmed()
    {
        Says(Sound).ShouldBeEmpty();
        Says(Sound with { SynchronousCommit = "remote_apply" }).ShouldBeEmpty();
        Says(Sound with { Version = 140_011 }).ShouldContain("PostgreSQL 14 is too old");
        Says(Sound with { Encoding = "SQL_ASCII" }).ShouldContain("encoded in SQL_ASCII");
        Says(Sound with { Fsync = "off" }).ShouldContain("fsync is off");
        Says(Sound with { FullPageWrites = "off" }).ShouldContain("full_page_writes is off");
        Says(Sound with { SynchronousCommit = "off" }).ShouldContain("synchronous_commit is off");
        // A switch of the tests lets the disk be, not the rest.
        StartChecks
            .Faults(Sound with { Fsync = "off", Version = 140_000 }, House.Switches)
            .Single()
            .ShouldContain("too old");

        static string Says(StartChecks.PostgresLook look) =>
            string.Join(' ', StartChecks.Faults(look, TestSwitches.None));
    }

    [Fact]
    public void SQLite_must_wait_for_the_disk_and_leave_checkpoints_to_the_writer()
    {
        Says(SoundFile).ShouldBeEmpty();
        Says(SoundFile with { JournalMode = "delete" }).ShouldContain("network drive");
        Says(SoundFile with { Synchronous = 1 }).ShouldContain("below FULL");
        Says(SoundFile with { WalAutocheckpoint = 1000 }).ShouldContain("wal_autocheckpoint");
        Says(SoundFile with { ForeignKeys = 0 }).ShouldContain("foreign keys");
        Says(SoundFile with { LockingMode = "exclusive" }).ShouldContain("exclusively");

        static string Says(StartChecks.SqliteLook look) => string.Join(' ', StartChecks.Faults(look));
    }

    [Fact]
    public async Task The_tests_own_server_without_fsync_is_refused_without_the_tests_switch()
    {
        var database = await Postgres.NewDatabase();
        try
        {
            var says = await Refusal(database, TestSwitches.None);
            says.ShouldContain("fsync is off");
            says.ShouldContain("full_page_writes is off");
            says.ShouldNotContain("synchronous_commit");
            (await Refusal(database + ";Options=-c synchronous_commit=off", TestSwitches.None)).ShouldContain(
                "synchronous_commit is off"
            );
            await Start(database, House.Switches);
        }
        finally
        {
            await Postgres.Drop(database);
        }
    }

    [Fact]
    public async Task Test_switches_do_not_count_on_another_computer()
    {
        var settings = Read("--database", "Host=db.example.com;Database=shuke;Username=shuke_app");
        await using var db = new Db(settings, TimeProvider.System);
        (
            await Should.ThrowAsync<StartRefused>(() => StartChecks.Check(db, settings, House.Switches))
        ).Message.ShouldContain("this computer only");
    }

    [Fact]
    public async Task A_role_that_the_wall_would_not_bind_is_refused_with_the_commands_to_run()
    {
        var database = await Postgres.NewDatabase();
        try
        {
            (await Refusal(Postgres.Owner(database), House.Switches)).ShouldContain("is a superuser");

            await Execute(database, $"CREATE ROLE {Name(database)}_b LOGIN BYPASSRLS");
            (await Refusal(As(database, "_b"), House.Switches)).ShouldContain("has BYPASSRLS");

            await Execute(
                database,
                $"CREATE ROLE {Name(database)}_o LOGIN; ALTER TABLE printer OWNER TO {Name(database)}_o"
            );
            var says = await Refusal(As(database, "_o"), House.Switches);
            says.ShouldContain("owns the tables");
            says.ShouldContain("./run prepare-database");
            says.ShouldContain("SHUKE_DATABASE_OWNER");
        }
        finally
        {
            await Postgres.Drop(database);
            await Execute(null, $"DROP ROLE IF EXISTS {Name(database)}_b; DROP ROLE IF EXISTS {Name(database)}_o");
        }
    }

    [Fact]
    public async Task Missing_rights_and_missing_walls_are_named_and_mended_by_the_owner()
    {
        var database = await Postgres.NewDatabase();
        try
        {
            await Execute(
                database,
                $"REVOKE INSERT ON lot FROM {Postgres.Role}; GRANT UPDATE ON posting TO {Postgres.Role}; ALTER TABLE member NO FORCE ROW LEVEL SECURITY; ALTER VIEW entry SET (security_invoker = false)"
            );
            var says = await Refusal(database, House.Switches);
            says.ShouldContain("row level security of member");
            says.ShouldContain("row level security of entry");
            says.ShouldContain("rights on lot");
            says.ShouldContain("rights on posting");
            await Preparation.Migrate(Read("--database", database, "--database-owner", Postgres.Owner(database)));
            await Start(database, House.Switches);

            await Execute(database, "DELETE FROM schema_step WHERE name LIKE '01%'");
            (await Refusal(database, House.Switches)).ShouldContain("schema steps are missing");
        }
        finally
        {
            await Postgres.Drop(database);
        }
    }

    [Fact]
    public async Task A_database_in_another_encoding_is_refused()
    {
        var name = "t" + Guid.NewGuid().ToString("N");
        await Execute(
            null,
            $"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'"
        );
        var database = new NpgsqlConnectionStringBuilder(Postgres.Server)
        {
            Database = name,
            Username = Postgres.Role,
        }.ToString();
        try
        {
            (await Refusal(database, House.Switches)).ShouldContain("encoded in SQL_ASCII");
        }
        finally
        {
            await Postgres.Drop(database);
        }
    }

    [Fact]
    public async Task A_second_process_on_the_file_is_refused()
    {
        await using var house = await House.Empty(Engine.Sqlite);
        var refused = Should.Throw<StartRefused>(() => new Db(Read("--data", house.DataFolder), TimeProvider.System));
        refused.Message.ShouldContain("Another Shuke already uses");
    }

    [Theory]
    [InlineData("--colour blue", "Unknown setting 'colour'")]
    [InlineData("--url here", "no address to serve on")]
    [InlineData("--database shuke", "is a connection string")]
    [InlineData("--database Host=localhost", "is a connection string")]
    [InlineData("--database-owner Host=localhost;Database=a", "SQLite has no roles")]
    [InlineData("--sharded", "SQLite is one file")]
    [InlineData("extra", "Unknown argument")]
    [InlineData("--data", "needs a value")]
    public void An_unknown_or_impossible_setting_is_refused(string arguments, string says) =>
        Should.Throw<StartRefused>(() => Read(arguments.Split(' '))).Message.ShouldContain(says);

    [Fact]
    public void An_unknown_environment_variable_of_ours_is_refused()
    {
        var environment = new Dictionary<string, string> { ["SHUKE_DATBASE"] = "x", ["PATH"] = "/bin" };
        Should.Throw<StartRefused>(() => Settings.Read(environment, [])).Message.ShouldContain("'datbase'");
        environment = new() { ["SHUKE_SHARDED"] = "perhaps", ["SHUKE_DATABASE"] = "Host=a;Database=b;Username=c" };
        Should.Throw<StartRefused>(() => Settings.Read(environment, [])).Message.ShouldContain("true or false");
        environment = new()
        {
            ["SHUKE_DATABASE_OWNER"] = "Host=a;Database=b;Username=o",
            ["SHUKE_DATABASE"] = "Host=a;Database=b;Username=c",
            ["SHUKE_SHARDED"] = "true",
        };
        Settings.Read(environment, []).Sharded.ShouldBeTrue();
    }

    [Fact]
    public void A_secret_may_stand_in_a_file()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "Host=a;Database=b;Username=c\n");
        var environment = new Dictionary<string, string> { ["SHUKE_DATABASE_FILE"] = file };
        Settings.Read(environment, []).Database.ShouldBe("Host=a;Database=b;Username=c");
        File.Delete(file);
        Should.Throw<StartRefused>(() => Settings.Read(environment, [])).Message.ShouldContain("SHUKE_DATABASE_FILE");
    }

    [Fact]
    public async Task Prepare_database_says_what_it_needs()
    {
        (
            await Should.ThrowAsync<StartRefused>(() => Preparation.PrepareDatabase(Read("--data", "x")))
        ).Message.ShouldContain("needs two settings");
        (
            await Should.ThrowAsync<StartRefused>(() =>
                Preparation.PrepareDatabase(
                    Read(
                        "--database",
                        "Host=a;Database=b;Username=c",
                        "--database-owner",
                        "Host=a;Database=b;Username=c"
                    )
                )
            )
        ).Message.ShouldContain("the same role");
        (
            await Should.ThrowAsync<StartRefused>(() =>
                Preparation.Migrate(Read("--database", "Host=a;Database=b;Username=c"))
            )
        ).Message.ShouldContain("SHUKE_DATABASE_OWNER");
    }

    private static async Task<string> Refusal(string database, TestSwitches switches) =>
        (await Should.ThrowAsync<StartRefused>(() => Start(database, switches))).Message;

    private static async Task Start(string database, TestSwitches switches)
    {
        var folder = Directory.CreateTempSubdirectory("shuke-start-").FullName;
        try
        {
            await using var app = App.Build(Read("--data", folder, "--database", database), switches: switches);
            await App.Prepare(app.Services);
            app.Services.GetRequiredService<Node>().Number.ShouldBeGreaterThan(0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Settings Read(params string[] arguments) =>
        Settings.Read(new Dictionary<string, string>(), arguments);

    private static string Name(string database) => new NpgsqlConnectionStringBuilder(database).Database!;

    private static string As(string database, string role) =>
        new NpgsqlConnectionStringBuilder(database) { Username = Name(database) + role, Pooling = false }.ToString();

    private static async Task Execute(string? database, string sql)
    {
        await using var connection = new NpgsqlConnection(
            database is null ? Postgres.Server : Postgres.Owner(database)
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
