using System.Globalization;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server;

/// <summary>Copies of the shop from the command line: <c>backup</c>, <c>restore</c>, <c>move</c>, <c>rotate-backup-key</c>.</summary>
public static class BackupVerbs
{
    private static readonly TimeSpan NoAnswerAfter = TimeSpan.FromSeconds(15);

    public static async Task<int> Backup(Settings settings)
    {
        if (settings.Engine == Engine.Sqlite && !File.Exists(settings.SqliteFile))
            throw new StartRefused($"There is no shop in {settings.SqliteFile}. (没有找到店铺数据。)");
        Db db;
        try
        {
            db = new(settings, TimeProvider.System);
        }
        catch (StartRefused) when (settings.Engine == Engine.Sqlite)
        {
            // The file is held by a program that serves from it; that program makes the backup.
            return await Ask(settings);
        }
        await using (db)
        {
            await using (var read = await db.Read(default))
                if (await SchemaRunner.Missing(read) > 0)
                    throw new StartRefused(
                        "The database is older than this program. Back it up with the program it was made with, or run './run migrate' first. (数据库版本较旧,请先备份再升级。)"
                    );
            Console.WriteLine(await BackupDesk.Make(db, settings, Vault.Open(settings.DataFolder)));
        }
        return 0;
    }

    /// <summary>Leaves a note for the process that holds the file, and waits for its answer.</summary>
    private static async Task<int> Ask(Settings settings)
    {
        var (ask, answer) = (BackupDesk.AskFile(settings), BackupDesk.AnswerFile(settings));
        File.Delete(answer);
        await File.WriteAllTextAsync(ask, "");
        var began = TimeProvider.System.GetTimestamp();
        while (!File.Exists(answer))
        {
            if (File.Exists(ask) && TimeProvider.System.GetElapsedTime(began) > NoAnswerAfter)
            {
                File.Delete(ask);
                throw new StartRefused(
                    $"Another program holds {settings.SqliteFile} and does not answer; it is no serving Shuke. (占用数据文件的程序没有响应。)"
                );
            }
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
        var (ok, says) = Json.Parse<BackupDesk.Answer>(await File.ReadAllTextAsync(answer));
        File.Delete(answer);
        await (ok ? Console.Out : Console.Error).WriteLineAsync(says);
        return ok ? 0 : 1;
    }

    public static async Task<int> Restore(Settings settings)
    {
        if (settings.From.Length == 0)
            throw new StartRefused("restore needs --from and the folder of a backup. (请用 --from 指定备份文件夹。)");
        var keys = BackupKeys.Open(settings, mayMake: false);
        if (settings.Check)
        {
            Console.WriteLine("whole: " + Described((await Backups.Check(settings.From, keys)).Manifest));
            return 0;
        }
        var (manifest, _) = await Manifest.Read(settings.From, keys);
        CheckVaultKey(settings, manifest);
        manifest =
            settings.Engine == Engine.Sqlite
                ? await RestoreSqlite(settings, keys)
                : await RestorePostgres(settings, keys);
        Console.WriteLine($"restored and verified: {Described(manifest)}");
        return 0;
    }

    /// <summary>Phone numbers are sealed with a key that is in no backup: say so before, not when a cashier cannot read one.</summary>
    private static void CheckVaultKey(Settings settings, Manifest manifest)
    {
        if (settings.LostVaultKey)
            return;
        var file = Path.Combine(settings.DataFolder, "secret.key");
        if (!File.Exists(file))
            throw new StartRefused(
                $"{file} is missing: the key that opens phone numbers, which is in no backup. Put your copy of it there and restore again. "
                    + "If it is lost for good, add --lost-vault-key: everything but phone numbers and secrets derived from it comes back. "
                    + "(缺少 secret.key,手机号将无法读取;若已丢失,请加 --lost-vault-key。)"
            );
        if (Vault.Open(settings.DataFolder).Fingerprint != manifest.Vault)
            throw new StartRefused(
                $"{file} is not the key this backup's phone numbers were sealed with. Put the right one there, or add --lost-vault-key. (secret.key 与备份不匹配。)"
            );
    }

    private static async Task<Manifest> RestoreSqlite(Settings settings, BackupKeys keys)
    {
        if (File.Exists(settings.SqliteFile))
            throw new StartRefused(
                $"{settings.SqliteFile} exists. A backup is restored beside nothing: move the file away first; nothing was changed. (数据文件已存在,请先移走。)"
            );
        var workshop = settings.In(Path.Combine(settings.DataFolder, "restoring"));
        if (Directory.Exists(workshop.DataFolder))
            Directory.Delete(workshop.DataFolder, recursive: true);
        Manifest manifest;
        await using (var app = App.Build(workshop))
            manifest = await Platform.Restore.Run(
                app.Services.GetRequiredService<Db>(),
                workshop,
                settings.From,
                keys,
                db => Prove(app.Services, db)
            );
        // The database comes last: while it is missing, nothing is served.
        File.Move(workshop.SqliteFile, settings.SqliteFile);
        Directory.Delete(workshop.DataFolder, recursive: true);
        return manifest;
    }

    private static async Task<Manifest> RestorePostgres(Settings settings, BackupKeys keys)
    {
        NeedOwner(settings);
        await using var app = App.Build(settings);
        await using var owner = new Db(settings.AsOwner(), TimeProvider.System);
        var manifest = await Platform.Restore.Run(owner, settings, settings.From, keys, db => Prove(app.Services, db));
        await Preparation.Migrate(settings);
        return manifest;
    }

    public static async Task<int> Move(Settings settings)
    {
        if (settings.To != "postgres" || settings.Engine != Engine.Postgres)
            throw new StartRefused(
                "move copies the SQLite shop of the data folder: './run move --to postgres', with SHUKE_DATABASE and SHUKE_DATABASE_OWNER naming "
                    + "a database that './run prepare-database' made. (用法:./run move --to postgres)"
            );
        NeedOwner(settings);
        var here = settings.AsSqlite();
        if (!File.Exists(here.SqliteFile))
            throw new StartRefused($"There is no shop in {here.SqliteFile}. (没有找到 SQLite 店铺数据。)");
        await Preparation.Migrate(settings);
        ShopMove.Proof proof;
        await using (var source = new Db(here, TimeProvider.System))
        await using (var owner = new Db(settings.AsOwner(), TimeProvider.System))
        await using (var app = App.Build(settings))
        {
            await SchemaRunner.Run(source);
            proof = await ShopMove.Run(
                source,
                owner,
                app.Services.GetRequiredService<Db>(),
                settings,
                db => Prove(app.Services, db),
                Console.WriteLine
            );
        }
        // Two shops that both sell would be worse than none: the old file no longer opens by itself.
        File.Move(here.SqliteFile, here.SqliteFile + Preparation.Moved);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"moved: {proof.Tables} tables, {proof.Rows:#,0} rows, 0 differences; {proof.Entries:#,0} entries summing to {proof.Amounts}, {proof.Accounts:#,0} accounts holding {proof.Balances}; ledger verified. The old file is now {here.SqliteFile}{Preparation.Moved}"
            )
        );
        return 0;
    }

    public static Task<int> RotateKey(Settings settings)
    {
        BackupKeys.PutOnTop(settings.BackupKeyFile);
        Console.WriteLine(
            $"The next backup is sealed with a new key, on top of {settings.BackupKeyFile}; the old keys below it open the old backups. Renew the copy you keep apart."
        );
        return Task.FromResult(0);
    }

    /// <summary>Recomputes the ledger of every merchant; answers what is wrong, or null.</summary>
    private static async Task<string?> Prove(IServiceProvider services, Db db)
    {
        var others = services.GetServices<VerifyAgainstLedger>().ToList();
        IReadOnlyList<MerchantId> merchants;
        await using (var all = await db.Platform())
            merchants = await OrgPublic.Merchants(all);
        foreach (var merchant in merchants)
        {
            await using var read = await db.Read(merchant);
            if ((await VerifyLedger.Run(read, others)).Wrong is { } wrong)
                return wrong.Says;
        }
        return null;
    }

    private static void NeedOwner(Settings settings)
    {
        if (settings.DatabaseOwner.Length == 0)
            throw new StartRefused(
                "This fills PostgreSQL as the tables' owner: set SHUKE_DATABASE_OWNER to its connection string. (请设置 SHUKE_DATABASE_OWNER。)"
            );
    }

    private static string Described(Manifest manifest) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{manifest.Parts.Count} tables, {manifest.Rows:#,0} rows, made {manifest.At} by Shuke {manifest.App} from {Names.Of(manifest.Engine)}"
        );
}
