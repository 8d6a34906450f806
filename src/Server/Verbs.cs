using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Shuke.Server;

/// <summary>What the program does from the command line.</summary>
public static class Verbs
{
    /// <param name="switches">what the bench switches off; this program itself never does</param>
    public static Task<int> Run(string verb, Settings settings, TestSwitches? switches = null) =>
        verb switch
        {
            "serve" => Serve(settings, switches ?? TestSwitches.None),
            "migrate" => Migrate(settings),
            "prepare-database" => PrepareDatabase(settings),
            "backup" => BackupVerbs.Backup(settings),
            "restore" => BackupVerbs.Restore(settings),
            "move" => BackupVerbs.Move(settings),
            "rotate-backup-key" => BackupVerbs.RotateKey(settings),
            "verify" => ValueVerbs.Verify(settings),
            "rebuild" => ValueVerbs.Rebuild(settings),
            _ => throw new StartRefused(
                $"Unknown command '{verb}'. Commands: serve, migrate, prepare-database, verify, rebuild, backup, restore, move, rotate-backup-key."
            ),
        };

    private static async Task<int> Serve(Settings settings, TestSwitches switches)
    {
        if (settings.Demo)
        {
            Console.WriteLine(Demo.DemoShop.Welcome);
            await Demo.DemoShop.Ensure(settings, switches, Console.WriteLine);
        }
        await using var app = App.Build(settings, switches: switches);
        if (!App.IsWritingOpenApi)
        {
            await App.Prepare(app.Services);
            var setupCode = await Modules.Org.SetupCode.Announcement(app.Services);
            app.Lifetime.ApplicationStarted.Register(() => Announce(app, setupCode));
        }
        await app.RunAsync();
        return 0;
    }

    private static async Task<int> Migrate(Settings settings)
    {
        await using var db = settings.Engine == Engine.Sqlite ? new Db(settings, TimeProvider.System) : null;
        var ran = await Preparation.Migrate(settings, db);
        Console.WriteLine(ran == 0 ? "The schema is up to date." : $"{ran} schema steps ran.");
        return 0;
    }

    private static async Task<int> PrepareDatabase(Settings settings)
    {
        var ran = await Preparation.PrepareDatabase(settings);
        Console.WriteLine($"The database is ready; {ran} schema steps ran.");
        return 0;
    }

    private static void Announce(WebApplication app, string? setupCode)
    {
        var address = app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()
            ?.Addresses.FirstOrDefault();
        Console.WriteLine($"熟客 Shuke is open at {address}");
        if (setupCode is not null)
            Console.WriteLine(setupCode);
    }
}
