using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shuke.Bench;

/// <summary>
/// What a cashier waits for in a shop full of offers, on PostgreSQL: quotes for members with 20 coupons where 50 promotions
/// count; then checkouts while coupons are issued by the hundred thousand. ./run bench till-quote [--clients N] [--members N]
/// [--seconds N] [--json]
/// </summary>
internal static class TillQuoteBench
{
    private const int Promotions = 50;
    private const int CouponsEach = 20;
    private const int Shoppers = 64;
    private const int IssuedMin = 1_000_000;
    private const int WarmUpSeconds = 20;
    private const double QuoteMaxMs = 20;
    private const double CheckoutMaxMs = 100;

    private sealed record Result(
        int Clients,
        double QuotesPerSecond,
        double QuoteP50Ms,
        double QuoteP99Ms,
        double QuoteServerUs,
        double QuotePostgresUs,
        long Issued,
        double IssuedPerSecond,
        double CheckoutsPerSecond,
        double CheckoutP50Ms,
        double CheckoutP99Ms,
        string LoadAverage
    );

    public static async Task<int> Run(string[] args, Action<string> say)
    {
        var options = Options.Read(args, members: 100_000, seconds: 10);
        var clients = args.Contains("--clients") ? options.Clients : 16;
        var folder = Directory.CreateTempSubdirectory("shuke-bench-").FullName;
        await using var cluster = await Cluster.Start();
        try
        {
            await using var target = await Target.Postgres(cluster, "offers", options.Members, folder, say);
            var server = target.Server!;
            await using var desk = await Desk.Open(server);
            var templates = await desk.SetUp(target.Shop, Promotions, CouponsEach, Shoppers);
            say("50 promotions count, 64 members hold 20 coupons each");

            // Until the program has been compiled for good: it is instrumented for its first thousands of calls.
            await Quotes(server, desk, target.Shop, clients, WarmUpSeconds);
            var (postgres, own) = (cluster.CpuMs(), Proc.CpuMs(server.Id));
            var quotes = await Quotes(server, desk, target.Shop, clients, options.Seconds);
            (postgres, own) = (cluster.CpuMs() - postgres, Proc.CpuMs(server.Id) - own);

            var watch = Stopwatch.StartNew();
            var issuing = desk.Issue(templates[0], options.Members, IssuedMin);
            var tills = target.Tills.Take(clients).ToList();
            tills.ForEach(t => t.Micros.Clear());
            // At an easy pace, as cashiers work: what is asked is whether they notice.
            var pace = Stopwatch.Frequency / 10;
            while (!issuing.IsCompleted)
                await Task.WhenAll(
                    tills.Select(t =>
                        Task.Run(() =>
                            t.Work(
                                Stopwatch.GetTimestamp() + Stopwatch.Frequency,
                                target.Shop.Members.Count,
                                quote: false,
                                pace
                            )
                        )
                    )
                );
            var issued = await issuing;
            var seconds = watch.Elapsed.TotalSeconds;
            var sold = Latency.Of(tills.SelectMany(t => t.Micros));
            var result = new Result(
                clients,
                quotes.Count / (double)options.Seconds,
                quotes.P50Us / 1_000.0,
                quotes.P99Us / 1_000.0,
                own * 1_000.0 / Math.Max(1, quotes.Count),
                postgres * 1_000.0 / Math.Max(1, quotes.Count),
                issued,
                issued / seconds,
                sold.Count / seconds,
                sold.P50Us / 1_000.0,
                sold.P99Us / 1_000.0,
                File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : ""
            );
            Console.WriteLine(
                options.AsJson ? JsonSerializer.Serialize(result, JsonSerializerOptions.Web) : Text(result)
            );
            return result.QuoteP99Ms < QuoteMaxMs && result.CheckoutP99Ms < CheckoutMaxMs ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Text(Result r) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            quote, {CouponsEach} coupons, {Promotions} promotions, {r.Clients} clients: {r.QuotesPerSecond:#,0}/s, p50 {r.QuoteP50Ms:0.0} ms, p99 {r.QuoteP99Ms:0.0} ms (limit {QuoteMaxMs})
              CPU of the server {r.QuoteServerUs:#,0} us, of PostgreSQL {r.QuotePostgresUs:#,0} us a quote
            checkout while {r.Issued:#,0} coupons are issued ({r.IssuedPerSecond:#,0}/s): {r.CheckoutsPerSecond:#,0}/s, p50 {r.CheckoutP50Ms:0.0} ms, p99 {r.CheckoutP99Ms:0.0} ms (limit {CheckoutMaxMs})
            load average {r.LoadAverage}
            """
        );

    private static async Task<Latency> Quotes(ServerProcess server, Desk desk, BulkShop shop, int clients, int seconds)
    {
        var until = Stopwatch.GetTimestamp() + seconds * Stopwatch.Frequency;
        var micros = await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        await using var client = await RawClient.Connect(server.Port);
                        var (random, times) = (new Random(i), new List<long>());
                        while (Stopwatch.GetTimestamp() < until)
                        {
                            var cart = Cart(shop, random);
                            var began = Stopwatch.GetTimestamp();
                            var status = await client.Post("/api/quotes", $"Cookie: {desk.Cookie}\r\n", cart);
                            times.Add((Stopwatch.GetTimestamp() - began) * 1_000_000 / Stopwatch.Frequency);
                            if (status != 200)
                                throw new InvalidOperationException($"{status} {client.BodyText}");
                        }
                        return times;
                    })
                )
        );
        return Latency.Of(micros.SelectMany(m => m));
    }

    private static string Cart(BulkShop shop, Random random)
    {
        var lines = Enumerable
            .Range(1, 10)
            .Select(n =>
                $$"""{"lineNo":{{n}},"productId":"{{shop.Goods[random.Next(shop.Goods.Count)].Id}}","quantity":{{1_000 * random.Next(1, 4)}}}"""
            );
        return $$"""{"lines":[{{string.Join(',', lines)}}],"memberId":"{{shop.Members[random.Next(Shoppers)]}}","autoCoupons":true}""";
    }

    /// <summary>The back office: writes promotions and coupons over HTTP as people do.</summary>
    private sealed class Desk(RawClient client, string cookie) : IAsyncDisposable
    {
        public string Cookie => cookie;

        public static async Task<Desk> Open(ServerProcess server) =>
            new(await RawClient.Connect(server.Port), await Load.SignIn(server.Address));

        public async Task<List<string>> SetUp(BulkShop shop, int promotions, int coupons, int members)
        {
            var random = new Random(12);
            for (var i = 0; i < promotions; i++)
            {
                var made = await Post("/promotions", Promotion(i, shop, random));
                await Post($"/promotions/{(string)made["id"]!}/approve", "{}");
            }
            var templates = new List<string>();
            for (var i = 0; i < coupons; i++)
            {
                var amount = 200 + 100 * i;
                var terms =
                    i % 2 == 0
                        ? $$$"""{"kind":"cash_off","amount":{{{amount}}},"stackable":{{{(i % 4 == 0 ? "true" : "false")}}},"validity":{"kind":"days","days":30}}"""
                        : $$$"""{"kind":"threshold_off","amount":{{{amount}}},"minSpend":{{{amount * 8}}},"validity":{"kind":"days","days":30}}""";
                var made = await Post("/coupons/templates", $$"""{"name":"券 {{i}}","terms":{{terms}}}""");
                var id = (string)made["id"]!;
                await Post($"/coupons/templates/{id}/state", """{"state":"active"}""");
                foreach (var some in shop.Members.Take(members).Chunk(20))
                    await Post(
                        $"/coupons/templates/{id}/give",
                        $$"""{"members":[{{string.Join(',', some.Select(m => $"\"{m}\""))}}],"reason":"bench"}"""
                    );
                templates.Add(id);
            }
            return templates;
        }

        /// <summary>Issues to all members, again and again until so many are out; answers how many.</summary>
        public async Task<long> Issue(string template, int members, int atLeast)
        {
            long issued = 0;
            while (issued < atLeast)
            {
                var batch = await Post(
                    "/coupons/batches",
                    $$$"""{"templateId":"{{{template}}}","title":"bench","audience":{}}"""
                );
                while (true)
                {
                    await Task.Delay(200);
                    var now = await Get($"/coupons/batches/{(string)batch["id"]!}");
                    if ((string)now["state"]! is "running")
                        continue;
                    issued += (long)now["issued"]!;
                    break;
                }
            }
            return issued;
        }

        private static string Promotion(int i, BulkShop shop, Random random)
        {
            var goods =
                random.Next(3) == 0
                    ? "{}"
                    : $$"""{"products":[{{string.Join(',', Enumerable.Range(0, 6).Select(_ => $"\"{shop.Goods[random.Next(shop.Goods.Count)].Id}\"").Distinct())}}]}""";
            var (threshold, rate) = (random.Next(3, 20) * 1_000, random.Next(75, 97) * 100);
            var (layer, args) = (i % 4) switch
            {
                0 => ("单品", $$"""{"kind":"limited_discount","goods":{{goods}},"price":{{rate}}}"""),
                1 => ("件数", $$"""{"kind":"nth_piece","goods":{{goods}},"n":2,"price":5000}"""),
                2 => (
                    "满减",
                    $$"""{"kind":"full_reduction","goods":{{goods}},"steps":[{"atLeast":{{threshold}},"off":{{threshold / 10}}}]}"""
                ),
                _ => (
                    "整单",
                    $$"""{"kind":"order_discount","goods":{{goods}},"price":{{rate}},"threshold":{{threshold}}}"""
                ),
            };
            return $$"""{"name":"活动 {{i}}","group":"{{layer}}","withTierDiscount":true,"validFrom":"2020-01-01T00:00:00Z","args":{{args}}}""";
        }

        private async Task<JsonNode> Get(string path) =>
            await Answer(await client.Get("/api" + path, $"Cookie: {cookie}\r\n"), path);

        private async Task<JsonNode> Post(string path, string body) =>
            await Answer(
                await client.Post("/api" + path, $"Cookie: {cookie}\r\nIdempotency-Key: {Guid.NewGuid()}\r\n", body),
                path
            );

        private Task<JsonNode> Answer(int status, string path) =>
            status == 200
                ? Task.FromResult(JsonNode.Parse(client.Body)!)
                : throw new InvalidOperationException($"{path}: {status} {client.BodyText}");

        public ValueTask DisposeAsync() => client.DisposeAsync();
    }
}
