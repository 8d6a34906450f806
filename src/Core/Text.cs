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
    public Sentence With(params (string Name, object? Value)[] args) =>
        new(this, args.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal));
}

/// <summary>A phrase with the numbers of the case at hand.</summary>
public sealed record Sentence(Phrase Phrase, IReadOnlyDictionary<string, object?> Args)
{
    public string In(Language language) =>
        Template.Fill(language == Language.Zh ? Phrase.Zh : Phrase.En, Template.Worded(Args, language));
}

/// <summary>Fills {name} and {name:format}. Formats: money (yuan with two decimals), points (with separators).</summary>
public static class Template
{
    public static string Fill(string template, IReadOnlyDictionary<string, object?> args)
    {
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
    ) =>
        args.Values.Any(v => v is Phrase)
            ? args.ToDictionary(
                a => a.Key,
                a => a.Value is Phrase p ? (language == Language.Zh ? p.Zh : p.En) : a.Value,
                StringComparer.Ordinal
            )
            : args;

    private static string Value(ReadOnlySpan<char> hole, IReadOnlyDictionary<string, object?> args)
    {
        var colon = hole.IndexOf(':');
        var name = (colon < 0 ? hole : hole[..colon]).ToString();
        var format = colon < 0 ? "" : hole[(colon + 1)..].ToString();
        var value = args.GetValueOrDefault(name);
        return (format, value) switch
        {
            ("money", long fen) => new Money(fen).ToString(),
            ("points", long points) => new Points(points).ToString(),
            (_, null) => "",
            (_, IFormattable f) => f.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
    }
}
