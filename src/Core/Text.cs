using System.Globalization;
using System.Text;

namespace Shuke.Core;

/// <summary>The languages people read; Chinese comes first.</summary>
public enum Language
{
    Zh,
    En,
}

/// <summary>A sentence pattern in both languages with a stable code: what an explanation, a rule or a benefit says.</summary>
public sealed record Phrase(string Code, string Zh, string En)
{
    public Sentence With(params ReadOnlySpan<(string Name, object? Value)> args)
    {
        var named = new Dictionary<string, object?>(args.Length, StringComparer.Ordinal);
        foreach (var (name, value) in args)
            named.Add(name, value);
        return new(this, named);
    }
}

/// <summary>A phrase with the numbers of the case at hand.</summary>
public sealed record Sentence(Phrase Phrase, IReadOnlyDictionary<string, object?> Args)
{
    // Titles are read again for each line they stand on.
    private string? _zh;
    private string? _en;

    public string In(Language language) =>
        language == Language.Zh
            ? _zh ??= Template.Fill(Phrase.Zh, Template.Worded(Args, language))
            : _en ??= Template.Fill(Phrase.En, Template.Worded(Args, language));

    /// <summary>The same phrase and numbers; whether it was read before does not matter.</summary>
    public bool Equals(Sentence? other) =>
        other is not null && Phrase == other.Phrase && EqualityComparer<object>.Default.Equals(Args, other.Args);

    public override int GetHashCode() => HashCode.Combine(Phrase, Args);
}

/// <summary>Fills {name} and {name:format}. Formats: money (yuan with two decimals), points (with separators).</summary>
public static class Template
{
    public static string Fill(string template, IReadOnlyDictionary<string, object?> args)
    {
        // A sentence that was put into words before is one hole and nothing else.
        if (template is "{zh}" or "{en}")
            return args.GetValueOrDefault(template == "{zh}" ? "zh" : "en") as string ?? "";
        var text = new StringBuilder(template.Length + 32);
        var at = 0;
        while (at < template.Length)
        {
            var open = template.IndexOf('{', at);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
                break;
            text.Append(template, at, open - at).Append(Value(template.AsSpan(open + 1, close - open - 1), args));
            at = close + 1;
        }
        return text.Append(template, at, template.Length - at).ToString();
    }

    /// <summary>The sentence of a refusal in the reader's language.</summary>
    public static string Sentence(this Refusal refusal, Language language) =>
        Fill(language == Language.Zh ? refusal.Reason.Zh : refusal.Reason.En, Worded(refusal.Args, language));

    // A word that is itself translated (the name of a field) may stand in a sentence.
    internal static IReadOnlyDictionary<string, object?> Worded(
        IReadOnlyDictionary<string, object?> args,
        Language language
    )
    {
        foreach (var (_, value) in args)
            if (value is Phrase)
                return args.ToDictionary(
                    a => a.Key,
                    a => a.Value is Phrase p ? (language == Language.Zh ? p.Zh : p.En) : a.Value,
                    StringComparer.Ordinal
                );
        return args;
    }

    private static string Value(ReadOnlySpan<char> hole, IReadOnlyDictionary<string, object?> args)
    {
        var colon = hole.IndexOf(':');
        var name = colon < 0 ? hole : hole[..colon];
        var format = colon < 0 ? "" : hole[(colon + 1)..];
        var value =
            args is Dictionary<string, object?> own && own.TryGetAlternateLookup<ReadOnlySpan<char>>(out var lookup)
                ? lookup.TryGetValue(name, out var found)
                    ? found
                    : null
                : args.GetValueOrDefault(name.ToString());
        return value switch
        {
            null => "",
            long fen when format is "money" => new Money(fen).ToString(),
            long points when format is "points" => new Points(points).ToString(),
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
    }
}
