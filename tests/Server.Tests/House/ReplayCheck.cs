using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests;

/// <summary>The same write with the same key gets the same bytes: checked behind every successful write of every test.</summary>
public static class ReplayCheck
{
    private const int TriesMax = 50;

    public static async Task Same(HttpMethod method, string path, Answer first, Func<Task<Answer>> again)
    {
        var second = await again();
        // A test may race one key from many clients; then another of them may just be running.
        for (var tries = 1; second.Code == "still_running" && tries < TriesMax; tries++)
        {
            await Task.Delay(20);
            second = await again();
        }
        var words = $"{method} {path} answered a repeat with the same key differently";
        second.Status.ShouldBe(first.Status, words + ": " + second.Text);
        second.Text.ShouldBe(first.Text, words);
        second.ETag.ShouldBe(first.ETag, words);
    }

    /// <summary>Whether the program remembers what it answered to a method and path (without /api): all writes but those marked.</summary>
    public static Func<HttpMethod, string, bool> RememberedBy(IEnumerable<EndpointDataSource> routes)
    {
        var forgetful = routes
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e =>
                e.Metadata.GetMetadata<SessionWrite>() is not null || e.Metadata.GetMetadata<AsksOnly>() is not null
            )
            .Select(e =>
                (
                    Method: e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0],
                    Pattern: Pattern(e.RoutePattern.RawText!)
                )
            )
            .ToList();
        return (method, path) =>
            !forgetful.Any(f => f.Method == method.Method && f.Pattern.IsMatch("/api" + path.Split('?')[0]));
    }

    private static Regex Pattern(string route) =>
        new(
            "^" + Regex.Replace(route, @"\{[^}]+\}", "[^/]+", RegexOptions.None, TimeSpan.FromSeconds(1)) + "$",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );
}
