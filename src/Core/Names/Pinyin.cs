using System.Text;

namespace Shuke.Core.Names;

/// <summary>How a Chinese name is typed on a Latin keyboard: 张三 is zhangsan, or zs. ü is written v (吕 = lv).</summary>
public static class Pinyin
{
    /// <summary>At most this many terms are kept for one name.</summary>
    public const int TermsMax = 24;

    /// <summary>No term is longer than this many characters; the rest of a long name cannot be searched for.</summary>
    public const int TermLengthMax = 40;

    private const int SuffixesMax = 8;

    /// <summary>
    /// The syllables of a name in order, lower case without tones; Latin words and numbers stay whole. A person's name
    /// begins with a surname, which may read differently: 单雄信 is shan xiong xin, while 单车 is dan che.
    /// </summary>
    public static IReadOnlyList<string> Syllables(string name, bool isPersonName) =>
        [.. Tokens(Fold(name), isPersonName).Select(t => t.Reading)];

    /// <summary>
    /// What a search by prefix should find this name under: the folded name, its pinyin and its initials, each also from
    /// the second, third ... word on. 张三丰 gives 张三丰 三丰 丰, zhangsanfeng sanfeng feng, zsf sf f.
    /// </summary>
    public static IReadOnlyList<string> SearchTerms(string name, bool isPersonName)
    {
        var folded = Fold(name);
        var tokens = Tokens(folded, isPersonName);
        var terms = new List<string>(TermsMax);
        var starts = Math.Min(tokens.Count, SuffixesMax);
        if (folded.Length > 0)
            Add(terms, folded);
        for (var i = 1; i < starts; i++)
            Add(terms, folded[tokens[i].Start..]);
        for (var i = 0; i < starts; i++)
            Add(terms, string.Concat(tokens.Skip(i).Select(t => t.Reading)));
        for (var i = 0; i < starts; i++)
            Add(terms, string.Concat(tokens.Skip(i).Select(t => t.IsSyllable ? t.Reading[..1] : t.Reading)));
        return terms;
    }

    /// <summary>
    /// The form in which names and queries are compared: lower case, half width, no blanks and no name dots, so that
    /// "Zhang San" finds zhangsan and ５００ＭＬ finds 500ml. It keeps all other characters and never throws.
    /// </summary>
    public static string Fold(string query)
    {
        var text = new StringBuilder(query.Length);
        foreach (var c in query)
        {
            var half = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
            // Foreign and minority names are written with any of these dots between their parts.
            if (
                half is '·' or '•' or '・' or '‧' or '\uFEFF' or '\u200B'
                || char.IsWhiteSpace(half)
                || char.IsControl(half)
            )
                continue;
            text.Append(char.ToLowerInvariant(half));
        }
        return text.ToString();
    }

    private readonly record struct Token(int Start, string Reading, bool IsSyllable);

    private static List<Token> Tokens(string folded, bool isPersonName)
    {
        var table = PinyinTable.Instance;
        var tokens = new List<Token>();
        for (var at = 0; at < folded.Length; )
        {
            var readings = at == 0 && isPersonName ? table.Surname(folded, 0) : null;
            readings ??= isPersonName ? null : table.Word(folded, at);
            if (readings is null && table.Of(folded[at]) is { } reading)
                readings = [reading];
            if (readings is not null)
            {
                foreach (var syllable in readings)
                    tokens.Add(new(at++, syllable, IsSyllable: true));
                continue;
            }

            var end = at;
            while (end < folded.Length && IsWordCharacter(folded[end]) && table.Of(folded[end]) is null)
                end++;
            if (end > at)
                tokens.Add(new(at, folded[at..end], IsSyllable: false));
            at = Math.Max(end, at + 1);
        }
        return tokens;
    }

    // Surrogates are rare characters outside the table: they stand for themselves. The dot keeps 1.5l together.
    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c == '.';

    private static void Add(List<string> terms, string term)
    {
        if (term.Length > TermLengthMax)
            term = term[..(char.IsHighSurrogate(term[TermLengthMax - 1]) ? TermLengthMax - 1 : TermLengthMax)];
        if (terms.Count < TermsMax && !terms.Contains(term, StringComparer.Ordinal))
            terms.Add(term);
    }
}
