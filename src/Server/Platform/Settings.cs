using System.Globalization;
using Npgsql;

namespace Shuke.Server.Platform;

/// <summary>
/// What the operator may set, by environment (SHUKE_DATABASE ...) or on the command line (--database ...). An unknown or
/// impossible setting refuses to start; none is ignored. docs/operating/running.md lists them.
/// </summary>
public sealed record Settings
{
    /// <summary>Folder of the database file, keys and backups.</summary>
    public string DataFolder { get; private init; } = "data";

    /// <summary>Empty for SQLite in the data folder, or an Npgsql connection string ("Host=...;Database=...").</summary>
    public string Database { get; private init; } = "";

    /// <summary>
    /// Only where the schema is changed (migrate, prepare-database, a start after an update): a connection string of the
    /// role that owns the tables. The role of <see cref="Database"/> owns nothing.
    /// </summary>
    public string DatabaseOwner { get; private init; } = "";

    /// <summary>The tables are distributed by merchant over several servers (Citus): a batch holds one merchant.</summary>
    public bool Sharded { get; private init; }

    public string Url { get; private init; } = "http://127.0.0.1:5080";

    /// <summary>Folder of the built console; empty serves the API alone.</summary>
    public string WebFolder { get; private init; } = "";

    /// <summary>Open the demo shop when the database is empty.</summary>
    public bool Demo { get; private init; }

    /// <summary>Where backups go; on another disk than the data, if possible.</summary>
    public string BackupFolder => _backup is "" or Off ? Path.Combine(DataFolder, "backups") : _backup;

    /// <summary>"off" leaves backups to somebody else; <c>./run backup</c> still makes one.</summary>
    public bool BacksUpNightly => _backup != Off;

    /// <summary>How many backups are kept.</summary>
    public int BackupKeep { get; private init; } = 14;

    public string BackupKeyFile => _backupKey.Length > 0 ? _backupKey : Path.Combine(DataFolder, "backup.key");

    /// <summary>Instead of a key file.</summary>
    public string BackupPassphrase { get; private init; } = "";

    /// <summary>For <c>restore</c>: the folder of one backup.</summary>
    public string From { get; private init; } = "";

    /// <summary>For <c>move</c>: "postgres".</summary>
    public string To { get; private init; } = "";

    /// <summary>For <c>restore</c>: only prove that the backup is whole.</summary>
    public bool Check { get; private init; }

    /// <summary>For <c>restore</c>: go on although nothing can open the phone numbers.</summary>
    public bool LostVaultKey { get; private init; }

    private const string Off = "off";
    private string _backup = "";
    private string _backupKey = "";

    /// <summary>For <c>rebuild</c>: write what differs instead of only telling it.</summary>
    public bool Write { get; private init; }

    public Engine Engine => Database.Length == 0 ? Engine.Sqlite : Engine.Postgres;
    public string SqliteFile => Path.Combine(DataFolder, "shuke.db");
    public string PostgresConnection => Database;

    /// <summary>The same settings with another data folder.</summary>
    public Settings In(string dataFolder) => this with { DataFolder = dataFolder };

    /// <summary>The same settings, connected as the owner of the tables.</summary>
    internal Settings AsOwner() => this with { Database = DatabaseOwner };

    /// <summary>The SQLite shop of the same data folder.</summary>
    internal Settings AsSqlite() => this with { Database = "", DatabaseOwner = "" };

    private static readonly string[] Known =
    [
        "backup",
        "backup-keep",
        "backup-key",
        "backup-passphrase",
        "check",
        "data",
        "database",
        "database-owner",
        "sharded",
        "to",
        "url",
        "web",
        "demo",
        "from",
        "lost-vault-key",
        "write",
    ];
    private static readonly string[] Switches = ["check", "demo", "lost-vault-key", "sharded", "write"];

    public static Settings Read(IReadOnlyDictionary<string, string> environment, IReadOnlyList<string> arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in environment)
            if (name.StartsWith("SHUKE_", StringComparison.Ordinal))
                Take(values, name[6..].ToLowerInvariant().Replace('_', '-'), value);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
                throw new StartRefused(
                    $"Unknown argument '{arguments[i]}'. Options: {string.Join(", ", Known.Select(k => "--" + k))}."
                );
            var name = arguments[i][2..];
            values[name] =
                Switches.Contains(name, StringComparer.Ordinal) ? "true"
                : i + 1 < arguments.Count ? arguments[++i]
                : throw new StartRefused($"--{name} needs a value.");
        }
        foreach (var name in values.Keys)
            if (!Known.Contains(name, StringComparer.Ordinal))
                throw new StartRefused($"Unknown setting '{name}'. Known settings: {string.Join(", ", Known)}.");

        var settings = new Settings();
        settings = settings with
        {
            DataFolder = values.GetValueOrDefault("data", settings.DataFolder),
            Database = values.GetValueOrDefault("database", ""),
            Url = values.GetValueOrDefault("url", settings.Url),
            WebFolder = values.GetValueOrDefault("web", ""),
            DatabaseOwner = values.GetValueOrDefault("database-owner", ""),
            Sharded = IsOn(values, "sharded"),
            Demo = IsOn(values, "demo"),
            Write = IsOn(values, "write"),
            Check = IsOn(values, "check"),
            LostVaultKey = IsOn(values, "lost-vault-key"),
            BackupKeep = Count(values, "backup-keep", settings.BackupKeep),
            BackupPassphrase = values.GetValueOrDefault("backup-passphrase", ""),
            From = values.GetValueOrDefault("from", ""),
            To = values.GetValueOrDefault("to", ""),
            _backup = values.GetValueOrDefault("backup", ""),
            _backupKey = values.GetValueOrDefault("backup-key", ""),
        };
        if (!Uri.TryCreate(settings.Url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new StartRefused(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{settings.Url}' is no address to serve on; try http://127.0.0.1:5080."
                )
            );
        CheckConnection("database", settings.Database);
        CheckConnection("database-owner", settings.DatabaseOwner);
        if (settings.Engine == Engine.Sqlite && settings.DatabaseOwner.Length > 0)
            throw new StartRefused("database-owner is set but database is not: SQLite has no roles.");
        if (settings.Engine == Engine.Sqlite && settings.Sharded)
            throw new StartRefused("sharded is set but database is not: SQLite is one file.");
        return settings;
    }

    /// <summary>SHUKE_DATABASE_FILE=/run/secrets/db is SHUKE_DATABASE with that file's text: secrets need not stand in an environment.</summary>
    private static void Take(Dictionary<string, string> values, string name, string value)
    {
        const string file = "-file";
        if (!name.EndsWith(file, StringComparison.Ordinal))
        {
            values[name] = value;
            return;
        }
        if (!File.Exists(value))
            throw new StartRefused(
                $"There is no file {value}, which SHUKE_{name.ToUpperInvariant().Replace('-', '_')} names."
            );
        values[name[..^file.Length]] = File.ReadAllText(value).Trim();
    }

    private static int Count(Dictionary<string, string> values, string name, int unset) =>
        !values.TryGetValue(name, out var text) ? unset
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count is > 0 and <= 10_000
            ? count
        : throw new StartRefused($"{name} is a number from 1 to 10000, not '{text}'.");

    private static bool IsOn(Dictionary<string, string> values, string name) =>
        values.GetValueOrDefault(name, "false") switch
        {
            "true" or "1" => true,
            "false" or "0" or "" => false,
            var other => throw new StartRefused($"{name} is true or false, not '{other}'."),
        };

    private static void CheckConnection(string name, string value)
    {
        if (value.Length == 0)
            return;
        try
        {
            if (new NpgsqlConnectionStringBuilder(value) is { Host: { Length: > 0 }, Database: { Length: > 0 } })
                return;
        }
        catch (ArgumentException)
        {
            // Said below, without the text: it may hold a password.
        }
        throw new StartRefused(
            $"{name} is a connection string such as 'Host=127.0.0.1;Database=shuke;Username=shuke_app;Password=...'."
        );
    }
}
