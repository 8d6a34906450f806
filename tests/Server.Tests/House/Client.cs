using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Shuke.Server.Tests;

/// <summary>
/// A person's client: cookies, a fresh idempotency key per write unless one is given, JSON in and out. Every write that
/// succeeds is sent once more with the same key and must get the same bytes (<see cref="ReplayCheck"/>); a test that
/// counts requests or ends its own session switches that off with <see cref="Replays"/>.
/// </summary>
/// <param name="remembered">whether the server remembers the answer of this method and path</param>
public sealed class Client(string address, Func<HttpMethod, string, bool>? remembered = null) : IDisposable
{
    public bool Replays { get; set; } = true;

    private readonly HttpClient _http = new(
        new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseProxy = false }
    )
    {
        BaseAddress = new Uri(address),
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <summary>Reads; throws with the problem's text when refused.</summary>
    public async Task<JsonNode> Get(string path) => await Send(HttpMethod.Get, path).ShouldSucceed();

    public async Task<JsonNode> Post(string path, object? body = null, string? key = null) =>
        await Send(HttpMethod.Post, path, body, key).ShouldSucceed();

    public async Task<JsonNode> Put(string path, object? body, long version) =>
        await Send(HttpMethod.Put, path, body, version: version).ShouldSucceed();

    public async Task<JsonNode> Delete(string path) => await Send(HttpMethod.Delete, path).ShouldSucceed();

    /// <summary>The refusal's code, for what must be refused.</summary>
    public async Task<string> RefusedPost(string path, object? body) => (await Send(HttpMethod.Post, path, body)).Code;

    public Task<Answer> Send(
        HttpMethod method,
        string path,
        object? body = null,
        string? key = null,
        long? version = null,
        string? approval = null
    ) =>
        SendText(
            method,
            path,
            body is null ? null : body as string ?? Platform.Json.Text(body),
            key,
            version,
            approval
        );

    public Task<Answer> SendText(
        HttpMethod method,
        string path,
        string? json,
        string? key = null,
        long? version = null,
        string? approval = null
    ) =>
        SendContent(
            method,
            path,
            () => json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"),
            key,
            version,
            approval
        );

    public Task<Answer> SendFile(string path, byte[] file, string? key = null) =>
        SendContent(
            HttpMethod.Post,
            path,
            () => new ByteArrayContent(file) { Headers = { ContentType = new("application/octet-stream") } },
            key,
            null,
            null
        );

    private async Task<Answer> SendContent(
        HttpMethod method,
        string path,
        Func<HttpContent?> content,
        string? key,
        long? version,
        string? approval
    )
    {
        key ??= Guid.NewGuid().ToString();
        var answer = await Once();
        if (Replays && answer.Ok && method != HttpMethod.Get && remembered?.Invoke(method, path) == true)
            await ReplayCheck.Same(method, path, answer, Once);
        return answer;

        async Task<Answer> Once()
        {
            using var request = new HttpRequestMessage(method, "/api" + path) { Content = content() };
            if (method != HttpMethod.Get)
                request.Headers.Add("Idempotency-Key", key);
            if (version is not null)
                request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
            if (approval is not null)
                request.Headers.Add("Approval-Id", approval);
            using var response = await _http.SendAsync(request);
            return new(
                (int)response.StatusCode,
                await response.Content.ReadAsByteArrayAsync(),
                response.Content.Headers.ContentType?.MediaType,
                response.Headers.ETag?.Tag
            );
        }
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>What came back, as bytes and as JSON.</summary>
public sealed record Answer(int Status, byte[] Bytes, string? ContentType, string? ETag = null)
{
    public string Text => Encoding.UTF8.GetString(Bytes);
    public JsonNode Json => JsonNode.Parse(Bytes)!;
    public bool Ok => Status is >= 200 and < 300;

    /// <summary>The stable code of a refusal; "ok" for a success.</summary>
    public string Code => Ok ? "ok" : (string?)Json["code"] ?? "?";
}

public static class Answers
{
    public static async Task<JsonNode> ShouldSucceed(this Task<Answer> sending)
    {
        var answer = await sending;
        if (!answer.Ok)
            throw new InvalidOperationException($"{answer.Status}: {answer.Text}");
        return answer.Json;
    }

    /// <summary>The value at a dotted path, as long: fen, points, counts.</summary>
    public static long Long(this JsonNode node, string path) => (long)At(node, path)!;

    public static string? Text(this JsonNode node, string path) => (string?)At(node, path);

    public static JsonNode? At(this JsonNode node, string path)
    {
        JsonNode? at = node;
        foreach (var step in path.Split('.'))
            at = int.TryParse(step, out var index) ? at?[index] : at?[step];
        return at;
    }
}
