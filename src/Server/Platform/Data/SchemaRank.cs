using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Shuke.Server.Platform;

/// <summary>
/// Which table must be written before which: worked out once from the foreign keys of the schema text, so that rows
/// collected in any order go in parents first. What a table once referred to counts on, because a backup brings old tables back.
/// </summary>
internal static partial class SchemaRank
{
    private static readonly Dictionary<string, HashSet<string>> Parents = Read();
    private static readonly Dictionary<string, int> Ranks = Rank();

    /// <summary>A table's rank is higher than that of every table it refers to.</summary>
    public static int Of(string table) => Ranks.GetValueOrDefault(table);

    /// <summary>The tables it refers to, the same on both databases though PostgreSQL checks fewer of them; itself included.</summary>
    public static IReadOnlySet<string> ParentsOf(string table) =>
        Parents.TryGetValue(table, out var parents) ? parents : new HashSet<string>();

    private static Dictionary<string, HashSet<string>> Read()
    {
        var parents = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var assembly = Assembly.GetExecutingAssembly();
        foreach (
            var name in assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith("Schema/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            foreach (Match table in Table().Matches(Comment().Replace(reader.ReadToEnd(), "")))
            {
                var to = Known(table.Groups["table"].Value);
                to.UnionWith(References().Matches(table.Groups["body"].Value).Select(r => r.Groups["parent"].Value));
                if (Renamed().Match(table.Groups["body"].Value) is { Success: true } renamed)
                    Known(renamed.Groups["to"].Value).UnionWith(to);
            }
        }
        return parents;

        HashSet<string> Known(string table) =>
            parents.TryGetValue(table, out var to) ? to : parents[table] = new(StringComparer.Ordinal);
    }

    private static Dictionary<string, int> Rank()
    {
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        int Rank(string table, int depth)
        {
            if (ranks.TryGetValue(table, out var rank))
                return rank;
            rank =
                depth > Parents.Count || !Parents.TryGetValue(table, out var to)
                    ? 0
                    : to.Where(p => p != table).Select(p => Rank(p, depth + 1) + 1).DefaultIfEmpty(0).Max();
            return ranks[table] = rank;
        }
        foreach (var table in Parents.Keys)
            Rank(table, 0);
        return ranks;
    }

    [GeneratedRegex(
        @"(CREATE|ALTER) TABLE (?<table>\w+)(?<body>.*?);",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Table();

    [GeneratedRegex("--[^\n]*", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"RENAME TO (?<to>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Renamed();

    [GeneratedRegex(@"REFERENCES (?<parent>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex References();
}
