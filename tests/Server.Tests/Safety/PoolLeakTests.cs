using Npgsql;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Safety;

/// <summary>
/// Many merchants' requests over few connections, some cancelled, some broken in the middle: a connection that goes back to
/// the pool takes nobody's name along. TEST_LEAK_REQUESTS sets another number for the night.
/// </summary>
public sealed class PoolLeakTests
{
    private const int Merchants = 20;
    private const int Connections = 10;

    private static readonly int Requests = int.Parse(
        Environment.GetEnvironmentVariable("TEST_LEAK_REQUESTS") ?? "10000",
        System.Globalization.CultureInfo.InvariantCulture
    );

    [Fact]
    public async Task No_request_sees_a_row_of_another_merchant()
    {
        await using var house = await House.Empty(Engine.Postgres);
        await Fill(house);
        await using var db = new Db(
            Settings.Read(
                new Dictionary<string, string>(),
                ["--database", house.Connection + $";Maximum Pool Size={Connections};Timeout=60"]
            ),
            TimeProvider.System
        );
        var (foreign, whole, broken) = await Storm(
            Requests,
            (dice, merchant, cancel) => Request(db, dice, merchant, cancel)
        );
        foreign.ShouldBe(0);
        whole.ShouldBeGreaterThan(Requests / 2);
        broken.ShouldBeGreaterThan(Requests / 20);
        await using var read = await house.Intruder.Read(default);
        // Each committed write is there once, in its own merchant's name.
        (await read.One<long>("SELECT COUNT(*) FROM seen WHERE handler <> 'by ' || merchant_id")).ShouldBe(0);
        (await read.One<long>("SELECT COUNT(*) FROM seen")).ShouldBeGreaterThan(0);
    }

    /// <summary>The same storm over a set that outlives its transaction, and a pool that does not clean up: it must be caught.</summary>
    [Fact]
    public async Task The_storm_catches_a_merchant_that_stays_on_the_connection()
    {
        await using var house = await House.Empty(Engine.Postgres);
        await Fill(house);
        await using var leaky = NpgsqlDataSource.Create(
            house.Connection + $";Maximum Pool Size={Connections};No Reset On Close=true;Timeout=60"
        );
        var (foreign, _, _) = await Storm(500, (dice, merchant, cancel) => LeakyRequest(leaky, dice, merchant, cancel));
        foreign.ShouldBeGreaterThan(0);
    }

    private static async Task<(long Foreign, long Whole, long Broken)> Storm(
        int requests,
        Func<Random, long, CancellationToken, Task<List<long>>> request
    )
    {
        long foreign = 0,
            whole = 0,
            broken = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, requests),
            new ParallelOptions { MaxDegreeOfParallelism = Connections * 3 },
            async (i, _) =>
            {
                var dice = new Random(i);
                var merchant = 1 + dice.Next(Merchants);
                using var cancel = new CancellationTokenSource();
                if (dice.Next(8) == 0)
                    cancel.CancelAfter(TimeSpan.FromMicroseconds(dice.Next(3_000)));
                try
                {
                    var seen = await request(dice, merchant, cancel.Token);
                    Interlocked.Add(ref foreign, seen.Count(m => m != merchant));
                    Interlocked.Increment(ref whole);
                }
                catch (Exception e) when (e is OperationCanceledException or PostgresException or Broken)
                {
                    Interlocked.Increment(ref broken);
                }
            }
        );
        return (foreign, whole, broken);
    }

    private static async Task<List<long>> Request(Db db, Random dice, long merchant, CancellationToken cancel)
    {
        if (dice.Next(3) > 0)
        {
            await using var read = await db.Read(new(merchant), cancel);
            var seen = await read.All<long>("SELECT merchant_id FROM nightly");
            Stumble(dice);
            seen.Count.ShouldBe(5);
            return seen;
        }
        await using var tx = await db.Begin(new(merchant), cancel);
        var rows = await tx.All<long>("UPDATE nightly SET kind = kind RETURNING merchant_id");
        Stumble(dice);
        if (dice.Next(20) == 0)
            await tx.Execute("SELECT 1 / 0");
        await tx.Execute(
            "INSERT INTO seen (merchant_id, fact_id, handler, at) VALUES (@m, @id, @by, 0)",
            new { id = tx.NewId(), by = $"by {merchant}" }
        );
        cancel.ThrowIfCancellationRequested();
        await tx.Commit();
        return rows;
    }

    private static async Task<List<long>> LeakyRequest(
        NpgsqlDataSource source,
        Random dice,
        long merchant,
        CancellationToken cancel
    )
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        var isForgetful = dice.Next(10) == 0;
        await using var command = new NpgsqlCommand(
            (isForgetful ? "" : $"SET shuke.merchants = '{{{merchant}}}';") + "SELECT merchant_id FROM nightly",
            connection
        );
        var seen = new List<long>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            seen.Add(reader.GetInt64(0));
        return seen;
    }

    private static void Stumble(Random dice)
    {
        if (dice.Next(15) == 0)
            throw new Broken();
    }

    private static async Task Fill(House house)
    {
        await using var tx = await house.Intruder.Begin(default);
        await tx.Execute(
            $"INSERT INTO nightly (merchant_id, kind, day) SELECT m, 'k' || k, '2026-01-01' FROM generate_series(1, {Merchants}) m, generate_series(1, 5) k"
        );
        await tx.Commit();
    }

    private sealed class Broken : Exception;
}
