using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace Shuke.Server.Platform;

/// <summary>
/// Checks the shape of a request before the slice sees it: the validation attributes on its record, and bounds that hold
/// everywhere: a text without an attribute has at most 500 characters and no control characters, a list at most 500
/// elements, an amount of money at most <see cref="Money.FenMax"/> either way.
/// </summary>
internal static class Shape
{
    private const int TextMax = 500;
    private const int ListMax = 500;
    private static readonly ConcurrentDictionary<Type, Member[]> Known = new();
    private static readonly ConcurrentDictionary<Type, bool> Requests = new();

    public static Dictionary<string, string[]>? Check(IList<object?> arguments)
    {
        Dictionary<string, List<string>>? errors = null;
        foreach (var argument in arguments)
            if (argument is not null && IsRequest(argument.GetType()))
                Walk(argument, null, ref errors, 0);
        return errors?.ToDictionary(e => e.Key, e => e.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Where in a request we are; spelled out only when there is something to say about it.</summary>
    private sealed record Place(Place? Parent, string Name, int Index = -1)
    {
        public override string ToString() =>
            (
                Parent is null ? ""
                : Index < 0 ? Parent + "."
                : Parent.ToString()
            ) + (Index < 0 ? Name : string.Create(CultureInfo.InvariantCulture, $"[{Index}]"));
    }

    private static void Walk(object value, Place? place, ref Dictionary<string, List<string>>? errors, int depth)
    {
        if (depth > 8)
            return;
        foreach (var member in Known.GetOrAdd(value.GetType(), Members))
        {
            var item = member.Get(value);
            foreach (var attribute in member.Attributes)
                if (!attribute.IsValid(item))
                    Add(ref errors, new(place, member.Name), attribute.FormatErrorMessage(member.Name));
            if (item is not null)
                One(item, place, member.Name, -1, member.HasLength, ref errors, depth);
        }
    }

    private static void One(
        object item,
        Place? parent,
        string name,
        int index,
        bool hasLength,
        ref Dictionary<string, List<string>>? errors,
        int depth
    )
    {
        switch (item)
        {
            case string text:
                if (!hasLength && text.Length > TextMax)
                    Add(ref errors, new(parent, name, index), $"At most {TextMax} characters.");
                if (HasControl(text) || HasLoneSurrogate(text))
                    Add(ref errors, new(parent, name, index), "Contains characters that cannot be stored.");
                break;
            case Money money:
                if (money.Fen is > Money.FenMax or < -Money.FenMax)
                    Add(ref errors, new(parent, name, index), "The amount is out of range.");
                break;
            case Points points:
                if (points.Value is > Money.FenMax or < -Money.FenMax)
                    Add(ref errors, new(parent, name, index), "The number is out of range.");
                break;
            case Quantity quantity:
                if (quantity.Milli is > Quantity.MilliMax or < -Quantity.MilliMax)
                    Add(ref errors, new(parent, name, index), "The quantity is out of range.");
                break;
            case IList list and not byte[]:
                Place here = new(parent, name, index);
                if (!hasLength && list.Count > ListMax)
                    Add(ref errors, here, $"At most {ListMax} elements.");
                else
                    for (var i = 0; i < list.Count; i++)
                        if (list[i] is { } element)
                            One(element, here, "", i, false, ref errors, depth);
                        else
                            Add(ref errors, new(here, "", i), "Must not be null.");
                break;
            default:
                if (IsRequest(item.GetType()))
                    Walk(item, new(parent, name, index), ref errors, depth + 1);
                break;
        }
    }

    private static bool HasControl(string text)
    {
        foreach (var c in text)
            if (char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
                return true;
        return false;
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return true;
        return false;
    }

    /// <summary>Records of the modules' slices; services and framework types are not looked into.</summary>
    private static bool IsRequest(Type type) =>
        Requests.GetOrAdd(
            type,
            static t =>
                t is { IsClass: true, Namespace: not null }
                && t.Namespace.StartsWith("Shuke.", StringComparison.Ordinal)
                && t.GetMethod("<Clone>$") is not null
                && t != typeof(Caller)
        );

    private static Member[] Members(Type type)
    {
        var parameters = type.GetConstructors()
            .SelectMany(c => c.GetParameters())
            .Where(p => p.Name is not null)
            .ToLookup(p => p.Name!, StringComparer.Ordinal);
        return
        [
            .. type.GetProperties()
                .Where(p => p.GetIndexParameters().Length == 0)
                .Select(p =>
                {
                    var attributes = p.GetCustomAttributes<ValidationAttribute>()
                        .Concat(parameters[p.Name].SelectMany(c => c.GetCustomAttributes<ValidationAttribute>()))
                        .ToArray();
                    return new Member(
                        char.ToLowerInvariant(p.Name[0]) + p.Name[1..],
                        p.GetValue,
                        attributes,
                        attributes.Any(a => a is StringLengthAttribute or MaxLengthAttribute or LengthAttribute)
                    );
                }),
        ];
    }

    private static void Add(ref Dictionary<string, List<string>>? errors, Place place, string message)
    {
        var field = place.ToString();
        errors ??= new(StringComparer.Ordinal);
        if (!errors.TryGetValue(field, out var list))
            errors[field] = list = [];
        list.Add(message);
    }

    private sealed record Member(
        string Name,
        Func<object, object?> Get,
        ValidationAttribute[] Attributes,
        bool HasLength
    );
}
