using System.Globalization;

namespace Shuke.Server.Platform;

/// <summary>
/// What the operator may set, by environment (SHUKE_DATABASE ...) or on the command line (--database ...). An unknown or
/// impossible setting refuses to start; none is ignored. docs/operating/settings.md lists them.
/// </summary>
public sealed record Settings
{
    /// <summary>Folder of the database file, keys and backups.</summary>
    public string DataFolder { get; private init; } = "data";

    /// <summary>Empty for SQLite in the data folder, or an Npgsql connection string ("Host=...;Database=...").</summary>
    public string Database { get; private init; } = "";

    public string Url { get; private init; } = "http://127.0.0.1:5080";

    /// <summary>Folder of the built console; empty serves the API alone.</summary>
    public string WebFolder { get; private init; } = "";

    /// <summary>Open the demo shop when the database is empty.</summary>
    public bool Demo { get; private init; }

    /// <summary>For <c>rebuild</c>: write what differs instead of only telling it.</summary>
    public bool Write { get; private init; }

    public Engine Engine => Database.Length == 0 ? Engine.Sqlite : Engine.Postgres;
    public string SqliteFile => Path.Combine(DataFolder, "shuke.db");
    public string PostgresConnection => Database;

    /// <summary>The same settings with another data folder.</summary>
    public Settings In(string dataFolder) => this with { DataFolder = dataFolder };

    private static readonly string[] Known = ["data", "database", "url", "web", "demo", "write"];

    public static Settings Read(IReadOnlyDictionary<string, string> environment, IReadOnlyList<string> arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in environment)
            if (name.StartsWith("SHUKE_", StringComparison.Ordinal))
                values[name[6..].ToLowerInvariant()] = value;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
                throw new StartRefused(
                    $"Unknown argument '{arguments[i]}'. Options: {string.Join(", ", Known.Select(k => "--" + k))}."
                );
            var name = arguments[i][2..];
            values[name] =
                name is "demo" or "write" ? "true"
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
            Demo = values.GetValueOrDefault("demo") is "true" or "1",
            Write = values.GetValueOrDefault("write") is "true" or "1",
        };
        if (!Uri.TryCreate(settings.Url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new StartRefused(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{settings.Url}' is no address to serve on; try http://127.0.0.1:5080."
                )
            );
        if (settings.Engine == Engine.Postgres && !settings.Database.Contains('=', StringComparison.Ordinal))
            throw new StartRefused(
                "The database setting is a connection string such as 'Host=127.0.0.1;Database=shuke;Username=shuke'."
            );
        return settings;
    }
}
