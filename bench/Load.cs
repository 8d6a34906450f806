using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Shuke.Bench;

/// <summary>Tills that quote and check out as fast as they are answered, then one person at the find box.</summary>
internal static class Load
{
    private const int WarmUpSeconds = 5;
    private const int Finds = 300;

    public static async Task<Figures> Run(string address, Shop shop, Options options)
    {
        var cookie = await SignIn(address);
        var clients = new List<Client>();
        for (var i = 0; i < options.Clients; i++)
            clients.Add(await Client.Open(address, cookie, shop, i, options.Clients));
        await Together(clients, WarmUpSeconds);
        clients.ForEach(c => c.Forget());
        await Together(clients, options.Seconds);

        var one = clients[0];
        var people = Enumerable.Range(0, Finds).Select(i => shop.People[i * 97 % shop.People.Count]).ToList();
        return new(
            Latency.Of(clients.SelectMany(c => c.Quotes)),
            Latency.Of(clients.SelectMany(c => c.Checkouts)),
            await Times(one, people.Select(p => "/api/members/find?q=" + p.Phone)),
            await Times(one, people.Select(p => "/api/members/find?q=" + p.Phone[^4..])),
            await Times(
                one,
                people.Select(
                    (_, i) =>
                        "/api/members/find?q="
                        + (i % 3) switch
                        {
                            0 => "wangw",
                            1 => "lx",
                            _ => "zhangmin",
                        }
                )
            ),
            await Times(one, Enumerable.Repeat("/api/home", 50)),
            clients.Sum(c => (long)c.Checkouts.Count) / options.Seconds
        );
    }

    private static Task Together(List<Client> clients, int seconds)
    {
        var until = Stopwatch.GetTimestamp() + seconds * Stopwatch.Frequency;
        return Task.WhenAll(clients.Select(c => Task.Run(() => c.Work(until))));
    }

    private static async Task<Latency> Times(Client client, IEnumerable<string> addresses)
    {
        var all = addresses.ToList();
        foreach (var address in all.Take(20))
            await client.Get(address);
        var times = new List<long>();
        foreach (var address in all)
            times.Add(await client.Get(address));
        return Latency.Of(times);
    }

    public static async Task<string> SignIn(string address)
    {
        using var http = new HttpClient { BaseAddress = new(address) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/session")
        {
            Content = JsonContent.Create(new { phone = Loader.Phone, password = Loader.Password }),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return answer.Headers.GetValues("Set-Cookie").First().Split(';')[0];
    }
}

/// <summary>One till. It serves members of its own, so that two clients never spend the same card.</summary>
internal sealed class Client
{
    private const long CardFen = 50_000;
    private readonly HttpClient _http;
    private readonly Shop _shop;
    private readonly int _index;
    private readonly int _of;
    private readonly Dictionary<int, long> _left = [];
    private string _shift = "";
    private int _turn;

    private Client(HttpClient http, Shop shop, int index, int of) =>
        (_http, _shop, _index, _of) = (http, shop, index, of);

    public List<long> Quotes { get; } = [];
    public List<long> Checkouts { get; } = [];

    public static async Task<Client> Open(string address, string cookie, Shop shop, int index, int of)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new(address) };
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        var client = new Client(http, shop, index, of);
        var shift = await client.Post("/api/shifts", new { @float = 0, till = $"b{index}" });
        client._shift = JsonNode.Parse(shift.Body)!["id"]!.GetValue<string>();
        return client;
    }

    public void Forget()
    {
        Quotes.Clear();
        Checkouts.Clear();
    }

    public async Task Work(long until)
    {
        while (Stopwatch.GetTimestamp() < until)
        {
            var turn = _turn++;
            // A walk over the client's members that does not come back to one soon.
            var who = (int)(turn * 7_919L % (_shop.People.Count / _of)) * _of + _index;
            var (cart, most) = Cart(who, turn);
            Quotes.Add((await Post("/api/quotes", cart)).Micros);
            Checkouts.Add(
                (
                    await Post(
                        "/api/orders",
                        new
                        {
                            shiftId = _shift,
                            cart,
                            payments = new[] { Payment(who, most) },
                        }
                    )
                ).Micros
            );
        }
    }

    public async Task<long> Get(string address)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await _http.GetAsync(address);
        await answer.Content.ReadAsByteArrayAsync();
        answer.EnsureSuccessStatusCode();
        return Micros(began);
    }

    private (object Cart, long Most) Cart(int who, int turn)
    {
        var picked = Enumerable
            .Range(0, 1 + turn % 3)
            .Select(i => _shop.Goods[(turn * 5 + i) % _shop.Goods.Count])
            .ToList();
        var lines = picked
            .Select(
                (g, i) =>
                    new
                    {
                        lineNo = i + 1,
                        productId = g.Id.ToString(),
                        quantity = 1_000,
                    }
            )
            .ToList();
        return (new { lines, memberId = _shop.People[who].Id.ToString() }, picked.Sum(g => g.Price.Fen));
    }

    private object Payment(int who, long most)
    {
        var left = _shop.People[who].HasStoredValue ? _left.GetValueOrDefault(who, CardFen) : 0;
        if (left < most)
            return new { tender = "recorded", method = "wechat" };
        _left[who] = left - most;
        return new { tender = "stored_value" };
    }

    private async Task<(long Micros, string Body)> Post(string address, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var began = Stopwatch.GetTimestamp();
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var micros = Micros(began);
        return answer.IsSuccessStatusCode ? (micros, text) : throw new InvalidOperationException($"{address}: {text}");
    }

    private static long Micros(long began) => (Stopwatch.GetTimestamp() - began) * 1_000_000 / Stopwatch.Frequency;
}
