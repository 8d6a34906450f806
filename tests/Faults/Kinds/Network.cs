using Shuke.Faults.Harness;

namespace Shuke.Faults.Kinds;

/// <summary>The wire between the program and PostgreSQL breaks (R7), above all after a COMMIT was sent and before its answer.</summary>
internal static class Network
{
    private static readonly WireFault[] Faults =
    [
        WireFault.LoseTheAnswer,
        WireFault.ResetAtCommit,
        WireFault.LoseTheCommit,
        WireFault.CutEverything,
        WireFault.StallTheAnswer,
        WireFault.Drip,
    ];

    public static async Task Run(int cuts, Options options, Tally tally, string folder)
    {
        Console.WriteLine($"\nthe wire to PostgreSQL breaks, {cuts} times");
        await using var postgres = await PostgresProcess.Create(folder);
        using var proxy = new TcpProxy(postgres.Port, options.Seed, TimeSpan.FromSeconds(options.Stall));
        var through = await postgres.Prepare(Rig.DatabaseName, proxy.Port);
        await using var rig = await Rig.Open(folder, through, postgres, options.Seed);
        var random = new Random(options.Seed);
        for (var i = 1; i <= cuts; i++)
        {
            var fault = Faults[(i - 1) % Faults.Length];
            var slow = fault is WireFault.StallTheAnswer or WireFault.Drip;
            var before = proxy.Seen;
            await rig.Under(
                async () =>
                {
                    await Task.Delay(random.Next(50, 200));
                    proxy.Break(fault, slow ? 0.1 : 0.3);
                    await Task.Delay(random.Next(200, 600));
                    // On a machine that is busy with other things a COMMIT may be long in coming.
                    for (var waited = 0; waited < 500 && fault != WireFault.CutEverything; waited++)
                    {
                        if (proxy.Seen.Broken > before.Broken)
                            break;
                        await Task.Delay(10);
                    }
                    proxy.Heal();
                    await Task.Delay(100);
                },
                TimeSpan.FromSeconds(options.Stall + 30)
            );
            var hit = proxy.Seen.Broken - before.Broken;
            var wrong = await rig.Recover();
            if (i == cuts)
                wrong.AddRange(await rig.Verify());
            if (hit == 0 && fault != WireFault.CutEverything)
                wrong.Add($"{fault} met no COMMIT: the proxy does not recognise them any more");
            Kills.Say(tally, $"{fault} {i}, {hit} commits hit", wrong, rig);
        }
        await Lie(rig, proxy, tally);
    }

    /// <summary>The seeded bug: answered "committed" before it is. The oracle must find what is lost.</summary>
    private static async Task Lie(Rig rig, TcpProxy proxy, Tally tally)
    {
        await rig.Under(async () =>
        {
            proxy.Break(WireFault.Lie, 0.2);
            await Task.Delay(700);
            proxy.Heal();
        });
        await rig.Resolve();
        var wrong = await rig.Audit();
        tally.Check(
            "seeded bug: an answer before the commit is caught",
            wrong.Exists(w => w.StartsWith("LOST", StringComparison.Ordinal))
                ? []
                : ["acknowledged requests whose transaction was rolled back were not missed"]
        );
    }
}
