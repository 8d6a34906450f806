using System.Collections.Frozen;

namespace Shuke.Core.Names;

/// <summary>The readings in pinyin.txt: per character, for surnames, and for words that read differently together.</summary>
internal sealed class PinyinTable
{
    private static readonly Lazy<PinyinTable> Loaded = new(Load);

    private readonly Dictionary<char, string> _characters = new(24_000);
    private readonly Dictionary<string, string[]> _surnames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _words = new(StringComparer.Ordinal);
    private FrozenSet<char> _wordStarts = FrozenSet<char>.Empty;

    public static PinyinTable Instance => Loaded.Value;

    public int Characters => _characters.Count;

    /// <summary>The usual reading of one character, or null when the table has none.</summary>
    public string? Of(char character) => _characters.GetValueOrDefault(character);

    /// <summary>The readings of the surname a person's name begins with; two-character surnames come first.</summary>
    public string[]? Surname(string name, int at) => Longest(_surnames, name, at, 2);

    /// <summary>The readings of the longest known word at a place, or null.</summary>
    public string[]? Word(string text, int at) => _wordStarts.Contains(text[at]) ? Longest(_words, text, at, 4) : null;

    private static string[]? Longest(Dictionary<string, string[]> from, string text, int at, int lengthMax)
    {
        for (var length = Math.Min(lengthMax, text.Length - at); length > 0; length--)
            if (from.TryGetValue(text.Substring(at, length), out var readings))
                return readings;
        return null;
    }

    private static PinyinTable Load()
    {
        using var stream =
            typeof(PinyinTable).Assembly.GetManifestResourceStream("Names/pinyin.txt")
            ?? throw new InvalidOperationException("The pinyin table is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var table = new PinyinTable();
        var section = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            if (line.StartsWith('['))
                section = line;
            else
                table.Add(section, line.Split(' '));
        }
        table._wordStarts = table._words.Keys.Select(w => w[0]).ToFrozenSet();
        return table;
    }

    private void Add(string section, string[] parts)
    {
        if (section == "[characters]")
            foreach (var character in parts[1])
                _characters[character] = parts[0];
        else if (section == "[surnames]")
            _surnames[parts[0]] = parts[1..];
        else
            _words[parts[0]] = parts[1..];
    }
}
