using System.Globalization;

namespace Shuke.Faults.Harness;

/// <summary>
/// I45: each invariant is broken once on purpose, in a copy of a shop where everything holds, and its check must say so.
/// Constraints and triggers are taken away first: the checks are for the day when those have failed.
/// </summary>
internal static class SelfCheck
{
    public static async Task Run(Options options, Tally tally, string folder)
    {
        if (options.On("sqlite"))
            await Sqlite(options, tally, folder);
        if (options.On("postgres"))
            await Postgres(options, tally, folder);
    }

    private static IEnumerable<(string Name, string BreakOn)> Breaks =>
        [
            .. Invariants.All.Select(i => (i.Name, i.BreakOn)),
            (Invariants.Facts, Invariants.FactsBreakOn),
            (
                "I25",
                "UPDATE orders SET shift_id = (SELECT MIN(id) FROM shift WHERE state = 'closed') WHERE id = (SELECT MAX(id) FROM orders)"
            ),
        ];

    /// <summary>A shop in which every kind of document exists.</summary>
    private static async Task<Rig> Lived(Options options, string folder, string? database, PostgresProcess? postgres)
    {
        var rig = await Rig.Open(folder, database, postgres, options.Seed);
        await rig.Under(() => Task.Delay(3_000));
        await rig.Resolve();
        using var api = new Api(rig.Server.Address, rig.Shop.Cookie);
        var shift = await rig.Shop.OpenShift(api, "self");
        var member = rig.Shop.Members[0];
        await api.Must(
            "/topups",
            new
            {
                shiftId = shift,
                memberId = member,
                tender = "cash",
                pay = 5_000,
            }
        );
        var order = await api.Must(
            "/orders",
            new
            {
                shiftId = shift,
                cart = new
                {
                    lines = new[]
                    {
                        new
                        {
                            lineNo = 1,
                            productId = rig.Shop.Goods[0].Id,
                            quantity = 2_000,
                        },
                    },
                    memberId = member,
                },
                payments = new object[] { new { tender = "stored_value", amount = 1_000 }, new { tender = "cash" } },
            }
        );
        await api.Must(
            $"/orders/{(string)order["orderId"]!}/refunds",
            new { shiftId = shift, lines = new[] { new { lineNo = 1, quantity = 1_000 } } }
        );
        await api.Must($"/shifts/{shift}/close", new { counted = 20_000, note = "" });
        return rig;
    }

    private static async Task Sqlite(Options options, Tally tally, string folder)
    {
        Console.WriteLine("\neach invariant broken on purpose, SQLite");
        var data = Path.Combine(folder, "sqlite");
        Directory.CreateDirectory(data);
        await using var rig = await Lived(options, data, null, null);
        await using (var db = await Reader.Sqlite(rig.Server.Data))
            tally.Check("a shop where all invariants hold", await Invariants.Broken(db));
        await rig.Server.Kill();
        foreach (var (name, breakOn) in Breaks)
        {
            var copy = Path.Combine(data, "copy");
            Directory.CreateDirectory(copy);
            foreach (var file in Directory.GetFiles(rig.Server.Data, "shuke.db*"))
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            await using (var db = await Reader.Sqlite(copy, write: true))
            {
                await db.Execute("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
                foreach (var trigger in await db.Texts("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
                    await db.Execute($"DROP TRIGGER {trigger}");
                await Break(db, name, breakOn, tally);
            }
            Directory.Delete(copy, recursive: true);
        }
    }

    private static async Task Postgres(Options options, Tally tally, string folder)
    {
        Console.WriteLine("\neach invariant broken on purpose, PostgreSQL");
        var data = Path.Combine(folder, "postgres");
        Directory.CreateDirectory(data);
        await using var postgres = await PostgresProcess.Create(folder);
        await using var rig = await Lived(options, data, await postgres.Prepare(Rig.DatabaseName), postgres);
        await using (var db = await Reader.Postgres(rig.DirectDatabase!))
            tally.Check("a shop where all invariants hold", await Invariants.Broken(db));
        await rig.Server.Kill();
        foreach (var (name, breakOn) in Breaks)
        {
            // Everything in one transaction that is never committed: the next break finds the shop whole.
            await using var db = await Reader.Postgres(rig.DirectDatabase!);
            foreach (
                var drop in await db.Texts(
                    """
                    SELECT 'ALTER TABLE ' || conrelid::regclass || ' DROP CONSTRAINT ' || quote_ident(conname) || ' CASCADE'
                    FROM pg_constraint WHERE contype IN ('c', 'f') AND connamespace = 'public'::regnamespace
                        AND conparentid = 0 ORDER BY contype DESC
                    """
                )
            )
                await db.Execute(drop);
            await Break(db, name, breakOn, tally);
        }
    }

    private static async Task Break(Reader db, string name, string breakOn, Tally tally)
    {
        await db.Execute(breakOn);
        var broken = await Invariants.Broken(db);
        var said = broken.Exists(b => b.StartsWith(name + ":", StringComparison.Ordinal));
        tally.Check(
            string.Create(CultureInfo.InvariantCulture, $"{name} reports its break"),
            said ? [] : [$"it did not; reported: {string.Join(" | ", broken)}"]
        );
    }
}
