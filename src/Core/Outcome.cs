namespace Shuke.Core;

/// <summary>What kind of "no" a refusal is; the server maps it to one HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>The request is well formed but a business rule says no (422).</summary>
    Rule,

    /// <summary>The thing is in another state than the request needs (409).</summary>
    Conflict,

    /// <summary>There is no such thing here, or it is not yours to know (404).</summary>
    Missing,

    /// <summary>You may not do this (403).</summary>
    Forbidden,

    /// <summary>We do not know who you are, or no longer (401).</summary>
    Unauthenticated,

    /// <summary>You edit an old version (412).</summary>
    Stale,

    /// <summary>Too many, too fast (429).</summary>
    TooMany,

    /// <summary>Too large (413).</summary>
    TooLarge,
}

/// <summary>
/// A reason to say no: a stable code for programs, a sentence in Chinese and in English for people. Placeholders like
/// {short:money} are filled from the refusal's arguments (money, points, text). Each module lists its reasons in one
/// static class; docs/reference/refusals.md is written from them.
/// </summary>
public sealed record Reason(string Code, RefusalKind Kind, string Zh, string En)
{
    /// <summary>This reason with the numbers and names of the case at hand.</summary>
    public Refusal With(params ReadOnlySpan<(string Name, object? Value)> args)
    {
        var values = new Dictionary<string, object?>(args.Length, StringComparer.Ordinal);
        foreach (var (name, value) in args)
            values[name] = value;
        return new(this, values);
    }

    public static implicit operator Refusal(Reason reason) => new(reason, NoArgs);

    private static readonly Dictionary<string, object?> NoArgs = [];
}

/// <summary>A "no" that is part of the business: expected, explained, nothing written.</summary>
public sealed record Refusal(Reason Reason, IReadOnlyDictionary<string, object?> Args)
{
    public string Code => Reason.Code;
}

/// <summary>What the server sees of any outcome.</summary>
public interface IOutcome
{
    Refusal? Refusal { get; }
    object? Value { get; }
}

/// <summary>The answer of a decision: a value, or a refusal. Never both, never an exception.</summary>
public readonly struct Outcome<T> : IOutcome
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    public Refusal? Refusal { get; }

    public bool IsOk => Refusal is null;

    /// <summary>The value; asking for it after a refusal is a bug and throws.</summary>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"Refused: {Refusal.Code}");

    object? IOutcome.Value => _value;

    /// <summary>Splits the two cases in one line: <c>if (outcome.No(out var plan, out var refusal)) return refusal;</c></summary>
    public bool No(out T value, out Refusal refusal)
    {
        value = _value!;
        refusal = Refusal!;
        return Refusal is not null;
    }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    public static implicit operator Outcome<T>(Reason reason) => new(default, reason);
}

/// <summary>The reply of something that has nothing to tell but that it is done.</summary>
public sealed record Done
{
    public static readonly Done Ok = new();
}
