using System.Collections.Concurrent;
using System.Text;

namespace Shuke.Server.Platform;

/// <summary>One spelling for enums and columns outside C#: snake_case, in SQL and in JSON.</summary>
public static class Names
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    public static string Of(Enum value) => Known.GetOrAdd(value, static v => Snake(v.ToString()));

    /// <summary>The same without a box, for the columns of many rows.</summary>
    public static string OfEnum<T>(T value)
        where T : struct, Enum => Parsed<T>.Texts[value];

    public static T Parse<T>(string text)
        where T : struct, Enum =>
        Parsed<T>.Values.TryGetValue(text, out var value)
            ? value
            : throw new FormatException($"{text} is no {typeof(T).Name}.");

    public static bool TryParse<T>(string? text, out T value)
        where T : struct, Enum
    {
        value = default;
        return text is not null && Parsed<T>.Values.TryGetValue(text, out value);
    }

    public static string Snake(string pascal)
    {
        var text = new StringBuilder(pascal.Length + 8);
        for (var i = 0; i < pascal.Length; i++)
        {
            if (i > 0 && char.IsUpper(pascal[i]))
                text.Append('_');
            text.Append(char.ToLowerInvariant(pascal[i]));
        }
        return text.ToString();
    }

    private static class Parsed<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Texts = Enum.GetValues<T>()
            .ToDictionary(v => v, v => Snake(v.ToString()));

        public static readonly Dictionary<string, T> Values = Enum.GetValues<T>()
            .ToDictionary(v => Snake(v.ToString()), v => v, StringComparer.Ordinal);
    }
}
