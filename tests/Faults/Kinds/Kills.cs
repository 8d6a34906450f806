using System.Globalization;
using Shuke.Faults.Harness;

namespace Shuke.Faults.Kinds;

/// <summary>kill -9 under load: of the program on either database (R1), of PostgreSQL with all its backends (R2).</summary>
internal static class Kills
{
    private const int VerifyEvery = 10;

    public static async Task Server(Engine engine, int kills, Options options, Tally tally, string folder)
    {
        Console.WriteLine($"\nkill -9 of the server, {engine}, {kills} times");
        await using var postgres = engine == Engine.Postgres ? await PostgresProcess.Create(folder) : null;
        var database = postgres is null ? null : await postgres.Prepare(Rig.DatabaseName);
        await using var rig = await Rig.Open(folder, database, postgres, options.Seed);
        var (random, ready) = (new Random(options.Seed), new ReadyTimes(options.ReadyWithin));
        for (var i = 1; i <= kills; i++)
        {
            await rig.Under(async () =>
            {
                await Task.Delay(random.Next(50, 800));
                await rig.Server.Kill();
            });
            var wrong = i % VerifyEvery == 0 || i == kills ? await rig.Verify() : [];
            wrong.AddRange(ready.Note(await rig.Server.Start()));
            wrong.AddRange(await rig.Recover());
            Say(tally, $"kill {i}", wrong, rig);
        }
        Console.WriteLine(
            $"  {rig.Acknowledged} requests answered, {rig.ComeAgain} told to come again, {rig.Resent} unanswered and sent again, {ready}"
        );
        await Forgetful(rig, tally);
    }

    public static async Task Postgres(int kills, Options options, Tally tally, string folder)
    {
        Console.WriteLine($"\nkill -9 of PostgreSQL and all its backends, {kills} times");
        await using var postgres = await PostgresProcess.Create(folder);
        await using var rig = await Rig.Open(folder, await postgres.Prepare(Rig.DatabaseName), postgres, options.Seed);
        var (random, ready) = (new Random(options.Seed), new ReadyTimes(options.ReadyWithin));
        for (var i = 1; i <= kills; i++)
        {
            var wrong = new List<string>();
            await rig.Under(async () =>
            {
                await Task.Delay(random.Next(50, 800));
                await postgres.Kill();
                await Task.Delay(random.Next(0, 300));
                await postgres.Start();
                wrong.AddRange(ready.Note(await AnswersAgain(rig)));
                await Task.Delay(200);
            });
            wrong.AddRange(await rig.Recover());
            if (i % VerifyEvery == 0 || i == kills)
                wrong.AddRange(await rig.Verify());
            Say(tally, $"kill {i}", wrong, rig);
        }
        Console.WriteLine(
            $"  {rig.Acknowledged} requests answered, {rig.ComeAgain} told to come again, {rig.Resent} unanswered and sent again, {ready} after the database"
        );
    }

    private static async Task<TimeSpan> AnswersAgain(Rig rig)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        using var api = new Api(rig.Server.Address, rig.Shop.Cookie);
        while (watch.Elapsed < TimeSpan.FromSeconds(30))
        {
            if ((await api.Send(HttpMethod.Get, "/session", null, null)).Ok)
                return watch.Elapsed;
            await Task.Delay(20);
        }
        return watch.Elapsed;
    }

    /// <summary>
    /// The seeded bug: the program forgets what it answered. Then a till that repeats a request sells twice, and the
    /// oracle must say so - or it would not have noticed a real one either.
    /// </summary>
    private static async Task Forgetful(Rig rig, Tally tally)
    {
        await rig.Under(() => Task.Delay(500));
        await rig.Resolve();
        await rig.Server.Kill();
        if (rig.DirectDatabase is { } database)
        {
            await using var connection = new Npgsql.NpgsqlConnection(database);
            await connection.OpenAsync();
            await using var forget = new Npgsql.NpgsqlCommand("DELETE FROM once", connection);
            await forget.ExecuteNonQueryAsync();
        }
        else
        {
            await using var writer = await Reader.Sqlite(rig.Server.Data, write: true);
            await writer.Execute("DELETE FROM once");
        }
        await rig.Server.Start();
        var wrong = await rig.Replay();
        wrong.AddRange(await rig.Audit());
        tally.Check(
            "seeded bug: a server that forgets its answers is caught",
            wrong.Exists(w => w.StartsWith("DOUBLED", StringComparison.Ordinal))
                ? []
                : ["a server that forgot what it answered was not noticed"]
        );
    }

    /// <summary>The seeded loss: something acknowledged is gone after a restart. The oracle must miss it.</summary>
    public static async Task Lossy(Rig rig, Tally tally)
    {
        await rig.Server.Kill();
        await using (var writer = await Reader.Sqlite(rig.Server.Data, write: true))
            await writer.Execute("DELETE FROM topup WHERE id = (SELECT MAX(id) FROM topup)");
        await rig.Server.Start();
        var wrong = await rig.Audit();
        tally.Check(
            "seeded bug: a confirmed top-up that is gone is missed",
            wrong.Exists(w => w.StartsWith("LOST", StringComparison.Ordinal)) ? [] : ["nobody missed it"]
        );
    }

    public static void Say(Tally tally, string what, List<string> wrong, Rig rig)
    {
        if (wrong.Count > 0)
            wrong.AddRange(rig.Server.Said.Select(l => "server: " + l));
        tally.Check(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {rig.Acknowledged} answered, {rig.ComeAgain} told to come again, {rig.Resent} unanswered and resent"
            ),
            wrong
        );
    }
}
