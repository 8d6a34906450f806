using System.Diagnostics;
using System.Globalization;
using Shuke.Faults.Harness;

namespace Shuke.Faults.Races;

/// <summary>Every contest on SQLite, on PostgreSQL with one process and with three; then the naive shop, which must lose.</summary>
internal static class Tournament
{
    private const int Processes = 3;

    /// <param name="Share">rounds of it for 20 of C1</param>
    private sealed record Contest(string Name, string Says, int Share, Func<Field, Task<List<string>>> Round);

    private static readonly Contest[] All =
    [
        new("C1", "200 spend one balance, one wins", 20, Contests.OneBalance),
        new("C1", "50 top-ups around the card's limit, three fit", 10, Contests.OneLimit),
        new("C2", "20 tills use one benefit, one does", 10, Contests.OneBenefit),
        new("C3", "100 redeem ten times the points, ten do", 20, Contests.OneHeapOfPoints),
        new("C4", "50 refunds of 20 pieces, never more than paid", 20, Contests.OneOrder),
        new("C5", "one key a hundred times, one posting, the same bytes", 5, Contests.OneKey),
        new("C9", "shift closed while selling", 60, Contests.CloseOrSell),
        new("C9", "void against refund", 40, Contests.VoidOrRefund),
        new("C9", "freeze against spend", 40, Contests.FreezeOrSpend),
        new("C9", "merge against spend", 40, Contests.MergeOrSpend),
        new("C9", "price change against checkout", 40, Contests.PriceOrSell),
    ];

    public static async Task Run(int rounds, string setup, Options options, Tally tally, string folder)
    {
        Console.WriteLine($"\nraces on {setup}");
        await using var postgres = setup == "sqlite" ? null : await PostgresProcess.Create(folder);
        var database = postgres is null ? null : await postgres.Prepare(Rig.DatabaseName);
        var servers = new List<ServerProcess>();
        var data = Path.Combine(folder, "data");
        Directory.CreateDirectory(data);
        try
        {
            // The processes of one shop share its key file, so they share the folder.
            for (var i = 0; i < (setup == "postgres3" ? Processes : 1); i++)
            {
                servers.Add(ServerProcess.For(data, database));
                await servers[i].Start();
            }
            var shop = await Shop.Open(servers[0].Address, 0);
            var nodes = servers.ConvertAll(s => new Api(s.Address, shop.Cookie, TimeSpan.FromSeconds(60)));
            var field = new Field(nodes, shop, await shop.OpenShift(nodes[0], "main"), options.Seed);
            foreach (var contest in All.Where(c => options.Wants(c.Name)))
                await Play(contest, Math.Max(rounds * contest.Share / 20, 1), field, tally);
            if (options.Wants("C7"))
                await Play(
                    new("C7", "histories are linearizable", 1, Linearizability.Round),
                    Math.Max(rounds / 10, 1),
                    field,
                    tally
                );
            await using var db = database is null
                ? await Reader.Sqlite(data)
                : await Reader.Postgres(postgres!.Admin(Rig.DatabaseName));
            tally.Check($"{setup}: all invariants hold after the races", await Invariants.Broken(db));
            nodes.ForEach(n => n.Dispose());
        }
        finally
        {
            foreach (var server in servers)
                await server.DisposeAsync();
        }
    }

    private static async Task Play(Contest contest, int rounds, Field field, Tally tally)
    {
        var (watch, wrong) = (Stopwatch.StartNew(), new List<string>());
        for (var round = 1; round <= rounds && wrong.Count == 0; round++)
        {
            List<string> found;
            try
            {
                found = await contest.Round(field);
            }
            catch (InvalidOperationException e)
            {
                found = [e.Message];
            }
            found.AddRange(field.Wrong);
            field.Wrong.Clear();
            wrong.AddRange(found.Select(w => string.Create(CultureInfo.InvariantCulture, $"round {round}: {w}")));
        }
        tally.Check(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{contest.Name} {contest.Says}: {rounds} rounds, {watch.Elapsed.TotalSeconds:0.0} s"
            ),
            wrong
        );
    }

    /// <summary>A race test that lets a read-then-write shop pass tests nothing.</summary>
    public static async Task Naive(Options options, Tally tally)
    {
        Console.WriteLine("\nthe naive shop, which reads and then writes");
        await using var naive = await NaiveShop.Open();
        using var api = new Api(naive.Address);
        var shop = new Shop("", [], [], "points");
        foreach (
            var contest in All.Where(c => c.Name is "C1" or "C3" or "C4" or "C5")
                .Where(c => c.Round != Contests.OneLimit)
        )
        {
            var field = new Field([api], shop, "1", options.Seed);
            var found = new List<string>();
            for (var round = 0; round < 3; round++)
                found.AddRange(await contest.Round(field));
            tally.Check(
                $"seeded bug: {contest.Name} catches the naive shop",
                found.Count > 0 ? [] : ["it was let pass"]
            );
        }
    }
}
