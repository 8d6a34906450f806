using System.Diagnostics;
using System.Globalization;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Demo;

/// <summary>
/// ./run --demo: a coffee shop with a year behind it. Built once, beside the place where it will be served from, and
/// moved there when it is complete; a build that was interrupted is thrown away and begun again.
/// </summary>
internal static class DemoShop
{
    /// <summary>Makes the demo shop unless the database holds a shop already.</summary>
    public static async Task Ensure(Settings settings, TestSwitches switches, Action<string> say)
    {
        if (settings.Engine == Engine.Sqlite && File.Exists(settings.SqliteFile) || await HoldsShop(settings, switches))
            return;
        var watch = Stopwatch.StartNew();
        var plan = DemoPlan.AYear(TimeProvider.System.GetUtcNow());
        say($"Making a year of business (seed {plan.Seed}), this once ... 造一年的生意(只在第一次)");
        await Make(settings, switches, plan, Progress(say));
        say(string.Create(CultureInfo.InvariantCulture, $"The shop is ready after {watch.Elapsed.TotalSeconds:0} s."));
    }

    public static string Welcome =>
        $"演示店 啡常时光: 手机号 {DemoPlan.OwnerPhone}  密码 {DemoPlan.Password}  (收银 PIN {DemoPlan.OwnerPin})\n"
        + "Demo shop: sign in with this phone number and password.";

    public static async Task Make(Settings settings, TestSwitches switches, DemoPlan plan, Action<int, int> progress)
    {
        if (settings.Engine == Engine.Postgres)
        {
            await Build(settings, switches, plan, progress);
            return;
        }
        var workshop = settings.DataFolder.TrimEnd('/', '\\') + ".making";
        if (Directory.Exists(workshop))
            Directory.Delete(workshop, recursive: true);
        Directory.CreateDirectory(workshop);
        // A key that is already there stays the key: something may be sealed with it.
        var key = Path.Combine(settings.DataFolder, "secret.key");
        if (File.Exists(key))
            File.Copy(key, Path.Combine(workshop, "secret.key"));
        await Build(settings.In(workshop), switches, plan, progress);
        Directory.CreateDirectory(settings.DataFolder);
        // The database comes last: while it is missing, the demo is not there.
        foreach (var file in Directory.GetFiles(workshop).OrderBy(f => f == settings.In(workshop).SqliteFile))
            File.Move(file, Path.Combine(settings.DataFolder, Path.GetFileName(file)), overwrite: true);
        Directory.Delete(workshop, recursive: true);
    }

    private static async Task Build(Settings settings, TestSwitches switches, DemoPlan plan, Action<int, int> progress)
    {
        var clock = new DemoClock();
        await using var app = App.Build(settings, services => services.AddSingleton<TimeProvider>(clock), switches);
        await App.Prepare(app.Services);
        var till = new Till(app.Services, clock);
        // The evening before the first day; ids carry their time, so nothing may be made before the clock is turned.
        till.TurnTo(plan.Now.AddDays(-plan.Days));
        var crew = await DemoCrew.Open(till);
        till.TurnTo(plan.Now.AddDays(-plan.Days).AddHours(1));
        await DemoGoods.Complete(till, crew.Owner);
        await new DemoYear(till, plan, crew, await DemoMenu.Load(till), progress).Live();
        till.TurnTo(plan.Now);
        await till.DeliverFacts();
        // The days are sealed as every night does, and the visitor's program verifies the ledger when it starts.
        await till.Do(async tx =>
        {
            await SealDays.Run(tx);
            return (Outcome<Done>)Done.Ok;
        });
        await till.Do(tx => CheckLedger.Handle(tx, crew.Owner));
        await till.Do(async tx =>
        {
            await OrgPublic.SaveSetting(tx, new DemoMark { Complete = true });
            return (Outcome<Done>)Done.Ok;
        });
    }

    private static async Task<bool> HoldsShop(Settings settings, TestSwitches switches)
    {
        if (settings.Engine == Engine.Sqlite)
            return false;
        await using var db = new Db(settings, TimeProvider.System);
        await Preparation.Run(db, settings, switches);
        IReadOnlyList<MerchantId> merchants;
        await using (var all = await db.Platform())
            merchants = await OrgPublic.Merchants(all);
        foreach (var merchant in merchants)
        {
            await using var read = await db.Read(merchant);
            var mark = await read.One<string>("SELECT value FROM setting WHERE merchant_id = @m AND name = 'demo'");
            if (mark is not null && !Json.Parse<DemoMark>(mark).Complete)
                throw new StartRefused(
                    "The demo in this database was interrupted half-way. Give an empty database. (演示数据没有造完,请换一个空数据库。)"
                );
        }
        return merchants.Count > 0;
    }

    private static Action<int, int> Progress(Action<string> say)
    {
        var next = 0;
        return (done, total) =>
        {
            if (done < next)
                return;
            next = done + Math.Max(total / 10, 1);
            say(string.Create(CultureInfo.InvariantCulture, $"造一年的生意 ... {done:#,0} / {total:#,0} 单"));
        };
    }
}
