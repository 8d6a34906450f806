using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shuke.Faults.Harness;

/// <summary>What came back; status 0 = nothing did.</summary>
internal sealed record Answer(int Status, byte[] Body, bool SaysWhen)
{
    public static readonly Answer None = new(0, [], false);

    public bool Ok => Status is >= 200 and < 300;
    public string Text => Encoding.UTF8.GetString(Body);
    public JsonNode Json => JsonNode.Parse(Body)!;
    public string Code => Ok ? "ok" : (string?)JsonNode.Parse(Body)?["code"] ?? "?";

    /// <summary>The last word on this key: done, or refused by a rule. Nothing else ends the sending.</summary>
    public bool IsFinal => Ok || (Status is >= 400 and < 500 && Status != 429 && !IsStillRunning);

    /// <summary>Whether a client may get this while the world breaks: done, refused, or "come again" with a time.</summary>
    public bool IsAllowed => Status == 0 || Ok || Status is >= 400 and < 500 || (Status is 503 or 507 && SaysWhen);

    private bool IsStillRunning => Status == 409 && Text.Contains("\"still_running\"", StringComparison.Ordinal);
}

/// <summary>Speaks HTTP with the owner's cookie. No retries, no redirects, nothing clever.</summary>
internal sealed class Api : IDisposable
{
    private readonly HttpClient _http;

    public Api(string address, string cookie = "", TimeSpan? patience = null)
    {
        _http = new(
            new SocketsHttpHandler
            {
                UseCookies = false,
                UseProxy = false,
                AllowAutoRedirect = false,
                MaxConnectionsPerServer = 512,
            }
        )
        {
            BaseAddress = new(address),
            Timeout = patience ?? TimeSpan.FromSeconds(30),
        };
        if (cookie.Length > 0)
            _http.DefaultRequestHeaders.Add("Cookie", cookie);
    }

    public string Address => _http.BaseAddress!.ToString().TrimEnd('/');

    public Task<Answer> Post(string path, object? body, string? key = null) =>
        Send(HttpMethod.Post, path, body is null ? null : JsonSerializer.Serialize(body, Json.Options), key);

    public async Task<JsonNode> Must(string path, object? body = null)
    {
        var answer = await Post(path, body ?? new { });
        return answer.Ok ? answer.Json : throw new InvalidOperationException($"{path}: {answer.Status} {answer.Text}");
    }

    public async Task<JsonNode> Get(string path)
    {
        var answer = await Send(HttpMethod.Get, path, null, null);
        return answer.Ok ? answer.Json : throw new InvalidOperationException($"{path}: {answer.Status} {answer.Text}");
    }

    public async Task<Answer> Send(HttpMethod method, string path, string? body, string? key, long? version = null)
    {
        using var request = new HttpRequestMessage(method, "/api" + path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (method != HttpMethod.Get)
            request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        try
        {
            using var response = await _http.SendAsync(request);
            return new(
                (int)response.StatusCode,
                await response.Content.ReadAsByteArrayAsync(),
                response.Headers.RetryAfter is not null
            );
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            return Answer.None;
        }
    }

    /// <summary>The same key and body until there is a last word: what a till does that heard nothing.</summary>
    public async Task<Answer> SendUntilFinal(HttpMethod method, string path, string? body, string key)
    {
        var until = DateTime.UtcNow.AddSeconds(90);
        for (var pause = 20; ; pause = Math.Min(pause * 2, 500))
        {
            var answer = await Send(method, path, body, key);
            if (answer.IsFinal || DateTime.UtcNow > until)
                return answer;
            if (!answer.IsAllowed)
                return answer;
            // Not in step with the others, or all would find the key busy together again.
            await Task.Delay(Random.Shared.Next(pause / 2, pause));
        }
    }

    /// <summary>Signs the owner in and answers the cookie.</summary>
    public static async Task<string> SignIn(string address, string path, object body)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new(address) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api" + path)
        {
            Content = new StringContent(
                JsonSerializer.Serialize(body, Json.Options),
                Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await http.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        return answer.Headers.GetValues("Set-Cookie").First().Split(';')[0];
    }

    public void Dispose() => _http.Dispose();
}
