using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;

namespace Shuke.Server.Platform;

/// <summary>The version an edit was made from, out of the If-Match header.</summary>
public sealed class IfMatch
{
    public required long Version { get; init; }

    public static ValueTask<IfMatch?> BindAsync(HttpContext http) =>
        http.Request.Headers.IfMatch is [{ } tag]
        && long.TryParse(tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? ValueTask.FromResult<IfMatch?>(new() { Version = version })
            : throw new BadHttpRequestException("If-Match is missing.", StatusCodes.Status428PreconditionRequired);
}

/// <summary>A file sent as the raw body; its name is the query parameter "name".</summary>
public sealed class Upload
{
    public required string Name { get; init; }
    public required byte[] Content { get; init; }

    public static async ValueTask<Upload?> BindAsync(HttpContext http) =>
        new()
        {
            Name = Path.GetFileName(http.Request.Query["name"].ToString()),
            Content = await http.Request.BodyBytes(),
        };
}

// The attributes sit on the properties: on parameters of a record bound from the query they break the OpenAPI writer.
/// <summary>Where a list goes on (the "next" of the page before) and how long a page is, at most 200.</summary>
public sealed record PageQuery(
    [property: StringLength(400)] string? After = null,
    [property: Range(1, 200)] int? Limit = null
)
{
    public int Size => Limit ?? 50;

    /// <summary>One more than a page: whether there is a next one is then known.</summary>
    public int Fetch => Size + 1;
}

/// <summary>One page of a list. <c>Next</c> is null at the end; <c>Total</c> is the true count of all pages.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next, long Total)
{
    public static Page<T> Of(PageQuery query, List<T> fetched, long total, Func<T, Cursor> cursor)
    {
        var more = fetched.Count > query.Size;
        if (more)
            fetched.RemoveAt(fetched.Count - 1);
        return new(fetched, more ? cursor(fetched[^1]).ToString() : null, total);
    }
}

/// <summary>The sort keys of the last row of a page. A damaged cursor reads as the beginning.</summary>
public sealed record Cursor(string Text, long Number)
{
    public static readonly Cursor Start = new("", long.MaxValue);

    public static Cursor Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return Start;
        try
        {
            var plain = Encoding.UTF8.GetString(Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/')));
            var bar = plain.LastIndexOf('|');
            return
                bar >= 0
                && long.TryParse(
                    plain.AsSpan(bar + 1),
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                ? new(plain[..bar], number)
                : Start;
        }
        catch (FormatException)
        {
            return Start;
        }
    }

    public override string ToString() =>
        Convert
            .ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Text}|{Number}")))
            .Replace('+', '-')
            .Replace('/', '_');
}
