using Shuke.Core.Names;

namespace Shuke.Server.Platform.Sheets;

/// <summary>A field an importer wants: its name, the titles people give it, and how its values look.</summary>
/// <param name="Name">the field in the import request</param>
/// <param name="Synonyms">titles in Chinese and English, any case and width</param>
/// <param name="LooksLike">whether one value could belong here; null when anything could</param>
/// <param name="IsTelling">whether values alone tell the field, as with barcodes and phone numbers</param>
public sealed record WantedField(
    string Name,
    IReadOnlyList<string> Synonyms,
    Func<string, bool>? LooksLike = null,
    bool IsTelling = false
);

/// <summary>A column proposed for a field; confidence is 0 to 100, and above 70 needs no second look.</summary>
public sealed record ColumnGuess(int Column, int Confidence);

/// <summary>Proposes which column of a table holds which field, by title first and by the values where titles fail.</summary>
public static class ColumnMatch
{
    private const int ConfidenceMin = 40;

    public static IReadOnlyDictionary<string, ColumnGuess> Guess(
        IReadOnlyList<string> headers,
        IReadOnlyList<SheetRow> sampleRows,
        IReadOnlyList<WantedField> wanted
    )
    {
        var columns = Math.Max(headers.Count, sampleRows.Select(r => r.Cells.Length).DefaultIfEmpty(0).Max());
        var candidates =
            from f in Enumerable.Range(0, wanted.Count)
            from c in Enumerable.Range(0, columns)
            let score = Score(wanted[f], c < headers.Count ? headers[c] : "", sampleRows, c)
            where score >= ConfidenceMin
            orderby score descending, f, c
            select (Field: wanted[f].Name, Column: c, Score: score);

        var guesses = new Dictionary<string, ColumnGuess>(StringComparer.Ordinal);
        var taken = new HashSet<int>();
        foreach (var (field, column, score) in candidates)
            if (!guesses.ContainsKey(field) && taken.Add(column))
                guesses[field] = new(column, score);
        return guesses;
    }

    private static int Score(WantedField field, string header, IReadOnlyList<SheetRow> rows, int column)
    {
        var byTitle = field.Synonyms.Select(s => TitleScore(Plain(header), Plain(s))).DefaultIfEmpty(0).Max();
        var fit = FitPercent(field, rows, column);
        if (byTitle > 0 && fit is < 20)
            return byTitle / 2;
        if (byTitle > 0)
            return byTitle;
        return field.IsTelling && fit is >= 80 ? 60 : 0;
    }

    private static int TitleScore(string header, string synonym)
    {
        if (header.Length == 0 || synonym.Length == 0)
            return 0;
        if (header == synonym)
            return 100;
        // 零售价(元) holds 零售价; the more of the title a synonym explains, the surer it is.
        if (header.Contains(synonym, StringComparison.Ordinal))
            return 50 + 40 * synonym.Length / header.Length;
        return synonym.Contains(header, StringComparison.Ordinal) && header.Length >= 2 ? 45 : 0;
    }

    private static string Plain(string title) =>
        string.Concat(Pinyin.Fold(title).Where(c => c is not ('_' or '-' or '*' or ':' or '/')));

    /// <summary>How many of the sample's values look like the field, in percent; null when there is nothing to look at.</summary>
    private static int? FitPercent(WantedField field, IReadOnlyList<SheetRow> rows, int column)
    {
        if (field.LooksLike is null)
            return null;
        var values = rows.Select(r => r[column]).Where(v => v.Length > 0).ToList();
        return values.Count == 0 ? null : 100 * values.Count(field.LooksLike) / values.Count;
    }
}

/// <summary>What single values look like; for <see cref="WantedField.LooksLike"/>.</summary>
public static class Looks
{
    /// <summary>EAN-13, EAN-8 or UPC-A with a right check digit.</summary>
    public static bool LikeBarcode(string value)
    {
        if (value.Length is not (8 or 12 or 13) || !value.All(char.IsAsciiDigit))
            return false;
        var sum = 0;
        for (var i = 1; i <= value.Length; i++)
            sum += (value[^i] - '0') * (i % 2 == 0 ? 3 : 1);
        return sum % 10 == 0;
    }

    /// <summary>A mobile number of mainland China, with or without +86, blanks and dashes.</summary>
    public static bool LikePhone(string value)
    {
        var digits = string.Concat(value.Where(c => c is not (' ' or '-')));
        digits = digits.StartsWith("+86", StringComparison.Ordinal) ? digits[3..] : digits;
        return digits.Length == 11 && digits[0] == '1' && digits[1] >= '3' && digits.All(char.IsAsciiDigit);
    }

    public static bool LikeMoney(string value) => MoneyText.TryParse(value, out _);

    public static bool LikeWhole(string value) => value.Length is > 0 and < 16 && value.All(char.IsAsciiDigit);
}
