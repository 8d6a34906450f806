using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Shuke.Core;
using Shuke.Server.Platform;

namespace Shuke.Architecture.Tests;

/// <summary>
/// The reference pages are written from the code and checked against it. After a change run the tests once with
/// UPDATE_DOCS=1 and look at what git shows.
/// </summary>
public sealed partial class ReferenceTests
{
    private static readonly string Folder = Path.Combine(WallTests.Root, "docs/reference");

    [Fact]
    public void Every_reason_has_its_own_code_and_helps_in_both_languages()
    {
        var reasons = Reasons();
        reasons.Count.ShouldBeGreaterThan(100);
        reasons
            .GroupBy(r => r.Reason.Code)
            .Where(g => g.Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(r => r.Where))}")
            .ShouldBeEmpty();
        reasons.Where(r => !Code().IsMatch(r.Reason.Code)).Select(r => r.Reason.Code).ShouldBeEmpty();
        reasons.Where(r => !r.Reason.Zh.Any(c => c >= '\u4e00')).Select(r => r.Reason.Code).ShouldBeEmpty();
        reasons
            .Where(r => r.Reason.En.Length < 5 || Holes(r.Reason.Zh) != Holes(r.Reason.En))
            .Select(r => r.Reason.Code)
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_list_of_refusals_is_the_one_of_this_code()
    {
        var text = new StringBuilder(
            "# Refusals\n\nEvery \"no\" the API can say: a stable code, the HTTP status, and the sentence for people. Written from the code.\n\n| code | status | 中文 | English |\n|---|---|---|---|\n"
        );
        foreach (var (_, r) in Reasons().OrderBy(r => r.Reason.Code, StringComparer.Ordinal))
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{r.Code}` | {Status(r.Kind)} | {Cell(r.Zh)} | {Cell(r.En)} |\n"
            );
        ShouldBe("refusals.md", text.ToString());
    }

    [Fact]
    public void The_list_of_permissions_is_the_one_of_this_code()
    {
        var text = new StringBuilder(
            "# Permissions\n\nWhat a role may allow. Every route names one; `openapi.json` carries it as `x-permission`. Written from the code.\n\n| permission | 中文 | English |\n|---|---|---|\n"
        );
        foreach (var permission in Enum.GetValues<Permission>())
        {
            var words = PermissionWords.Of(permission);
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{Names.Of(permission)}` | {words.In(Language.Zh)} | {words.In(Language.En)} |\n"
            );
        }
        ShouldBe("permissions.md", text.ToString());
    }

    private static void ShouldBe(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(path, text);
        File.ReadAllText(path).ShouldBe(text, $"docs/reference/{file} is stale: run the tests once with UPDATE_DOCS=1");
    }

    private static List<(string Where, Reason Reason)> Reasons() =>
        [
            .. new[] { typeof(Money).Assembly, typeof(Server.App).Assembly }
                .SelectMany(a => a.GetTypes())
                .Where(t => !t.ContainsGenericParameters)
                .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
                .Where(f => f.FieldType == typeof(Reason))
                .Select(f => (f.DeclaringType!.Name + "." + f.Name, (Reason)f.GetValue(null)!)),
        ];

    private static string Holes(string template) =>
        string.Join(
            ',',
            Hole()
                .Matches(template)
                .Select(m => m.Groups["name"].Value)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static int Status(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.Rule => 422,
            RefusalKind.Conflict => 409,
            RefusalKind.Missing => 404,
            RefusalKind.Forbidden => 403,
            RefusalKind.Unauthenticated => 401,
            RefusalKind.Stale => 412,
            RefusalKind.TooMany => 429,
            RefusalKind.TooLarge => 413,
        };

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\{(?<name>\w+)(:\w+)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hole();
}
