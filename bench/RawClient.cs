using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Shuke.Bench;

/// <summary>
/// One connection that sends a request and waits for its answer, over and over. Bare sockets and bytes: the load shares the
/// two cores with what it measures, so it must cost next to nothing.
/// </summary>
internal sealed class RawClient : IAsyncDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true,
    };
    private readonly byte[] _out = new byte[8_192];
    private readonly byte[] _in = new byte[64 * 1024];

    public static async Task<RawClient> Connect(int port)
    {
        var client = new RawClient();
        await client._socket.ConnectAsync(IPAddress.Loopback, port);
        return client;
    }

    /// <summary>Answers the status and, in <see cref="Body"/>, the bytes of the answer.</summary>
    public ValueTask<int> Post(string path, string headers, string body) => Send("POST", path, headers, body);

    public ValueTask<int> Get(string path, string headers) => Send("GET", path, headers, "");

    private async ValueTask<int> Send(string method, string path, string headers, string body)
    {
        var length = Encoding.UTF8.GetByteCount(body);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{method} {path} HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n{headers}Content-Length: {length}\r\n\r\n{body}"
        );
        var size = Encoding.UTF8.GetBytes(text, _out);
        for (var sent = 0; sent < size; )
            sent += await _socket.SendAsync(_out.AsMemory(sent, size - sent));

        var (have, end, content) = (0, -1, 0);
        while (end < 0 || have < end + content)
        {
            var got = await _socket.ReceiveAsync(_in.AsMemory(have));
            if (got == 0)
                throw new IOException("The server hung up.");
            have += got;
            if (end >= 0)
                continue;
            var at = _in.AsSpan(0, have).IndexOf("\r\n\r\n"u8);
            if (at < 0)
                continue;
            end = at + 4;
            var mark = _in.AsSpan(0, at).IndexOf("Content-Length: "u8);
            if (mark < 0 || !Utf8Parser.TryParse(_in.AsSpan(mark + 16), out content, out _))
                throw new IOException("An answer without a length: " + Encoding.UTF8.GetString(_in, 0, at));
        }
        Body = new(_in, end, content);
        return Utf8Parser.TryParse(_in.AsSpan(9), out int status, out _) ? status : 0;
    }

    public ArraySegment<byte> Body { get; private set; }

    public string BodyText => Encoding.UTF8.GetString(Body);

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>A till under load: its shift, its members, its latencies in microseconds.</summary>
internal sealed class RawTill(RawClient client, BulkShop shop, string cookie, string shift, int index)
    : IAsyncDisposable
{
    private readonly string _run = string.Create(
        CultureInfo.InvariantCulture,
        $"{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}-{index:000}"
    );
    private readonly Random _random = new(index);
    private long _turn;

    public List<long> Micros { get; } = new(100_000);

    public static async Task<RawTill> Open(int port, BulkShop shop, string cookie, int index)
    {
        var client = await RawClient.Connect(port);
        var status = await client.Post(
            "/api/shifts",
            $"Cookie: {cookie}\r\nIdempotency-Key: {Guid.NewGuid()}\r\n",
            $$"""{"float":0,"till":"b{{Guid.NewGuid().ToString("N")[..8]}}"}"""
        );
        if (status != 200)
            throw new InvalidOperationException(client.BodyText);
        using var shift = System.Text.Json.JsonDocument.Parse(client.Body);
        return new(client, shop, cookie, shift.RootElement.GetProperty("id").GetString()!, index);
    }

    /// <param name="members">how many of the shop's members come; 1 = everybody fights for one</param>
    /// <param name="pace">ticks between two requests; 0 = as fast as answers come</param>
    public async Task Work(long until, int members, bool quote, long pace = 0)
    {
        var next = Stopwatch.GetTimestamp() + (pace == 0 ? 0 : _random.NextInt64(pace));
        while (Stopwatch.GetTimestamp() < until)
        {
            if (pace > 0)
            {
                var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), next);
                if (wait > TimeSpan.FromMilliseconds(1))
                    await Task.Delay(wait);
                next += pace;
            }
            var isHot = members == 1;
            var stored = isHot ? "" : """{"tender":"stored_value","amount":100},""";
            var cart = isHot ? SmallCart(shop.Members[0]) : Cart(shop.Members[_random.Next(members)]);
            if (quote)
                await Send("/api/quotes", "", cart);
            var began = Stopwatch.GetTimestamp();
            await Send(
                "/api/orders",
                // A key that rises with time, as the till makes it: its index grows at the end.
                string.Create(CultureInfo.InvariantCulture, $"Idempotency-Key: {_run}-{_turn++:0000000}\r\n"),
                $$"""{"shiftId":"{{shift}}","cart":{{cart}},"payments":[{{stored}}{"tender":"recorded","method":"wechat"}]}"""
            );
            Micros.Add((Stopwatch.GetTimestamp() - began) * 1_000_000 / Stopwatch.Frequency);
        }
    }

    public ValueTask DisposeAsync() => client.DisposeAsync();

    private string Cart(MemberId member)
    {
        var g = _random.Next(shop.Goods.Count);
        string Line(int n) =>
            $$"""{"lineNo":{{n}},"productId":"{{shop.Goods[(g + n * 7) % shop.Goods.Count].Id}}","quantity":1000}""";
        return $$"""{"lines":[{{Line(1)}},{{Line(2)}},{{Line(3)}}],"memberId":"{{member}}"}""";
    }

    /// <summary>Half a yuan: nothing is earned on it, so the member does not come to own a lot for each ticket.</summary>
    private static string SmallCart(MemberId member) =>
        $$"""{"lines":[{"lineNo":1,"name":"袋子","price":50,"quantity":1000}],"memberId":"{{member}}"}""";

    private async ValueTask Send(string path, string headers, string body)
    {
        var status = await client.Post(path, $"Cookie: {cookie}\r\n{headers}", body);
        if (status != 200)
            throw new InvalidOperationException($"{path}: {status} {client.BodyText}");
    }
}
