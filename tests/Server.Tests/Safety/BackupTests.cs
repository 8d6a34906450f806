using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Shuke.Server.Demo;
using Shuke.Server.Modules.Org;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Safety;

/// <summary>A backup is made while the shop sells, is unreadable without its key, is whole or refused, and comes back on either database.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shuke-backup-").FullName;

    [Theory]
    [InlineData(Engine.Sqlite, Engine.Sqlite)]
    [InlineData(Engine.Sqlite, Engine.Postgres)]
    [InlineData(Engine.Postgres, Engine.Postgres)]
    [InlineData(Engine.Postgres, Engine.Sqlite)]
    public async Task What_was_backed_up_comes_back_row_for_row(Engine from, Engine to)
    {
        await using var shop = await DemoData.Make(from, At("shop"));
        string backup;
        Dictionary<string, (long, string)> before;
        await using (var db = new Db(shop.Settings, TimeProvider.System))
        {
            before = await DemoData.Digests(db);
            (backup, var manifest) = await Backups.Make(
                db,
                At("backups"),
                BackupKeys.Open(shop.Settings, mayMake: true),
                Vault.Open(shop.Settings.DataFolder)
            );
            manifest.Rows.ShouldBe(before.Values.Sum(d => d.Item1));
            manifest.Rows.ShouldBeGreaterThan(1_000);
        }

        await using var target = await DemoData.Nowhere(to, At("target"), backup, shop.Settings.BackupKeyFile);
        File.Copy(Path.Combine(shop.Settings.DataFolder, "secret.key"), Path.Combine(At("target"), "secret.key"));
        (await BackupVerbs.Restore(target.Settings)).ShouldBe(0);

        await using (var db = new Db(target.Settings, TimeProvider.System))
            (await DemoData.Digests(db)).ShouldBe(before);
        await Serves(target.Settings);
        // A second restore finds something there and leaves it alone.
        (await Refusal(target.Settings)).ShouldContain(to == Engine.Sqlite ? "exists" : "not empty");
    }

    [Fact]
    public async Task Every_kind_of_damage_is_found()
    {
        await using var shop = await DemoData.Make(Engine.Sqlite, At("shop"));
        var keys = BackupKeys.Open(shop.Settings, mayMake: true);
        string whole;
        await using (var db = new Db(shop.Settings, TimeProvider.System))
            (whole, _) = await Backups.Make(db, At("backups"), keys, Vault.Open(shop.Settings.DataFolder));
        await Backups.Check(whole, keys);
        var files = Directory.GetFiles(whole).Order(StringComparer.Ordinal).Select(f => Path.GetFileName(f)!).ToList();
        var dice = new Random(20_261_125);
        var missed = new List<string>();
        var tried = 0;

        for (var i = 0; i < 50; i++)
        {
            var file = files[dice.Next(files.Count)];
            await Damaged($"a flipped byte in {file}", Flip(file, dice));
        }
        for (var i = 0; i < 10; i++)
        {
            var file = files[dice.Next(files.Count)];
            await Damaged(
                $"{file} cut short",
                folder =>
                {
                    using var stream = File.OpenWrite(Path.Combine(folder, file));
                    stream.SetLength(dice.NextInt64(stream.Length));
                }
            );
        }
        var parts = files.Where(f => f.EndsWith(".part", StringComparison.Ordinal)).ToList();
        for (var i = 0; i < 10; i++)
        {
            var (a, b) = (parts[i], parts[i + 7]);
            await Damaged(
                $"{a} and {b} swapped",
                folder =>
                {
                    File.Move(Path.Combine(folder, a), Path.Combine(folder, "x"));
                    File.Move(Path.Combine(folder, b), Path.Combine(folder, a));
                    File.Move(Path.Combine(folder, "x"), Path.Combine(folder, b));
                }
            );
        }
        await Damaged("a part gone", folder => File.Delete(Path.Combine(folder, parts[3])));
        await Damaged("no code", folder => File.Delete(Path.Combine(folder, "manifest.mac")));
        await Damaged("no manifest", folder => File.Delete(Path.Combine(folder, "manifest.json")));
        // Somebody without the key who keeps the hashes true.
        await Damaged(
            "a row count changed",
            folder =>
            {
                var file = Path.Combine(folder, "manifest.json");
                File.WriteAllText(file, File.ReadAllText(file).Replace("\"rows\":20,", "\"rows\":19,"));
            }
        );
        missed.ShouldBeEmpty();
        tried.ShouldBe(74);

        async Task Damaged(string what, Action<string> damage)
        {
            tried++;
            var copy = At("damaged");
            Directory.CreateDirectory(copy);
            foreach (var file in files)
                File.Copy(Path.Combine(whole, file), Path.Combine(copy, file));
            damage(copy);
            try
            {
                await Backups.Check(copy, keys);
                missed.Add(what);
            }
            catch (StartRefused)
            {
                // Found, and said.
            }
            Directory.Delete(copy, recursive: true);
        }
    }

    /// <summary>The seal alone, without the manifest's hashes: any byte, any cut, any piece moved.</summary>
    [Fact]
    public void A_sealed_stream_is_read_whole_or_not_at_all()
    {
        var key = new byte[32];
        key[3] = 7;
        var text = new byte[200_000];
        new Random(4).NextBytes(text);
        var memory = new MemoryStream();
        using (var writer = SealedStream.Writing(memory, key))
            writer.Write(text);
        var whole = memory.ToArray();
        Opened(whole).ShouldBe(text);

        var dice = new Random(5);
        for (var i = 0; i < 200; i++)
        {
            var changed = whole.ToArray();
            changed[dice.Next(changed.Length)] ^= (byte)(1 << dice.Next(8));
            Should.Throw<Exception>(() => Opened(changed));
            Should.Throw<Exception>(() => Opened(whole[..dice.Next(whole.Length)]));
        }
        const int piece = (64 << 10) + 20;
        Should.Throw<Exception>(() =>
            Opened([.. whole[piece..(2 * piece)], .. whole[..piece], .. whole[(2 * piece)..]])
        );
        Should.Throw<Exception>(() => Opened([.. whole, .. whole]));
        Should.Throw<Exception>(() => Opened([]));

        byte[] Opened(byte[] bytes)
        {
            using var reader = SealedStream.Reading(new MemoryStream(bytes), key);
            var plain = new MemoryStream();
            reader.CopyTo(plain);
            return plain.ToArray();
        }
    }

    [Fact]
    public async Task Without_its_key_a_backup_tells_nothing_and_a_changed_key_still_opens_the_old_ones()
    {
        await using var shop = await DemoData.Make(Engine.Sqlite, At("shop"));
        var file = shop.Settings.BackupKeyFile;
        await using var db = new Db(shop.Settings, TimeProvider.System);
        var vault = Vault.Open(shop.Settings.DataFolder);
        var (old, _) = await Backups.Make(db, At("b"), BackupKeys.Open(shop.Settings, mayMake: true), vault);

        // Nothing of the people in it: neither sealed phones nor their tails nor names.
        await using (var read = await db.Read(await TheMerchant(db)))
        {
            var words = await read.All<string>("SELECT name FROM member WHERE merchant_id = @m AND LENGTH(name) > 1");
            words.AddRange(await read.All<string>("SELECT phone_sealed FROM staff WHERE merchant_id = @m"));
            words.Count.ShouldBeGreaterThan(10);
            foreach (var part in Directory.GetFiles(old))
            {
                var bytes = await File.ReadAllBytesAsync(part);
                foreach (var word in words)
                    bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)).ShouldBe(-1, part + word);
            }
        }

        await BackupVerbs.RotateKey(shop.Settings);
        File.ReadAllLines(file).Length.ShouldBe(2);
        var (fresh, _) = await Backups.Make(db, At("b"), BackupKeys.Open(shop.Settings, mayMake: true), vault);
        var both = BackupKeys.Open(shop.Settings, mayMake: false);
        await Backups.Check(old, both);
        await Backups.Check(fresh, both);

        // The new key alone opens the new one only; no key opens none, and says which one is missing.
        await File.WriteAllTextAsync(file, (await File.ReadAllLinesAsync(file))[0]);
        var one = BackupKeys.Open(shop.Settings, mayMake: false);
        await Backups.Check(fresh, one);
        (await Should.ThrowAsync<StartRefused>(() => Backups.Check(old, one))).Message.ShouldContain("sealed with key");
        File.Delete(file);
        (
            await Should.ThrowAsync<StartRefused>(() =>
                Backups.Check(fresh, BackupKeys.Open(shop.Settings, mayMake: false))
            )
        ).Message.ShouldContain("cannot be opened by anybody");

        // A passphrase instead.
        var phrase = shop.With("--backup-passphrase", "wide brown river 9");
        var (spoken, _) = await Backups.Make(db, At("b"), BackupKeys.Open(phrase, mayMake: true), vault);
        File.Exists(file).ShouldBeFalse();
        await Backups.Check(spoken, BackupKeys.Open(phrase, mayMake: false));
        (
            await Should.ThrowAsync<StartRefused>(() =>
                Backups.Check(spoken, BackupKeys.Open(shop.With("--backup-passphrase", "wide brown river"), false))
            )
        ).Message.ShouldContain("passphrase is not the one");
        (
            await Should.ThrowAsync<StartRefused>(() => Backups.Check(spoken, BackupKeys.Open(shop.Settings, false)))
        ).Message.ShouldContain("SHUKE_BACKUP_PASSPHRASE");
    }

    [Fact]
    public async Task The_key_of_phone_numbers_is_asked_for_before_anything_is_restored()
    {
        await using var shop = await DemoData.Make(Engine.Sqlite, At("shop"));
        string backup;
        await using (var db = new Db(shop.Settings, TimeProvider.System))
            (backup, _) = await Backups.Make(
                db,
                At("b"),
                BackupKeys.Open(shop.Settings, mayMake: true),
                Vault.Open(shop.Settings.DataFolder)
            );
        await using var target = await DemoData.Nowhere(
            Engine.Sqlite,
            At("target"),
            backup,
            shop.Settings.BackupKeyFile
        );
        (await Refusal(target.Settings)).ShouldContain("secret.key is missing");
        Vault.Open(At("target"));
        (await Refusal(target.Settings)).ShouldContain("is not the key");
        File.Exists(target.Settings.SqliteFile).ShouldBeFalse();
        (await BackupVerbs.Restore(target.With("--lost-vault-key"))).ShouldBe(0);
        (await BackupVerbs.Restore(target.With("--check"))).ShouldBe(0);
        await Serves(target.Settings);
    }

    [Fact]
    public async Task A_backup_whose_ledger_does_not_hold_is_not_served()
    {
        await using var shop = await DemoData.Make(Engine.Sqlite, At("shop"));
        string backup;
        await using (var db = new Db(shop.Settings, TimeProvider.System))
        {
            await using (var tx = await db.Begin(default))
            {
                await tx.Execute("DROP TRIGGER posting_no_update");
                await tx.Execute(
                    "UPDATE posting SET entries = REPLACE(entries, ',', ',1') WHERE id = (SELECT MAX(id) FROM posting)"
                );
                await tx.Commit();
            }
            (backup, _) = await Backups.Make(
                db,
                At("b"),
                BackupKeys.Open(shop.Settings, mayMake: true),
                Vault.Open(shop.Settings.DataFolder)
            );
        }
        foreach (var engine in (Engine[])[Engine.Sqlite, Engine.Postgres])
        {
            await using var target = await DemoData.Nowhere(
                engine,
                At("target" + engine),
                backup,
                shop.Settings.BackupKeyFile
            );
            var forgotten = target.With("--lost-vault-key");
            (await Refusal(forgotten)).ShouldContain("ledger does not hold");
            if (engine == Engine.Sqlite)
                File.Exists(target.Settings.SqliteFile).ShouldBeFalse();
            else
                (await Should.ThrowAsync<StartRefused>(() => Serves(target.Settings))).Message.ShouldContain(
                    "begun and has not ended"
                );
        }
    }

    [Fact]
    public async Task The_serving_program_makes_the_backup_the_verb_asks_for()
    {
        await using var house = await House.WithShop(Engine.Sqlite);
        using var owner = await house.Owner();
        var settings = DemoData.Read("--data", house.DataFolder);
        var selling = Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
                await owner.Post("/members", new { phone = $"1391234{i:0000}", name = "忙" });
        });
        (await BackupVerbs.Backup(settings)).ShouldBe(0);
        await selling;
        var folder = Directory.GetDirectories(settings.BackupFolder).Single();
        var (manifest, _) = await Backups.Check(folder, BackupKeys.Open(settings, mayMake: false));
        manifest.Parts.Single(p => p.Table == "merchant").Rows.ShouldBe(1);
        var health = await owner.Get("/health");
        health.Text("backup.state").ShouldBe("done");
        health.Long("backup.bytes").ShouldBe(manifest.Bytes);
    }

    [Theory, EachDatabase]
    public async Task Each_night_makes_one_backup_keeps_the_newest_and_tells_how_it_went(Engine engine)
    {
        var place = At("night" + engine);
        await using var house = await House.WithShop(engine, "coffee", "--backup", place, "--backup-keep", "2");
        var desk = house.Services.GetRequiredService<BackupDesk>();
        using var guest = house.Guest();
        for (var night = 1; night <= 3; night++)
        {
            house.Clock.MoveTo(new DateTimeOffset(2026, 12, night, 18, 0, 0, TimeSpan.Zero));
            (await desk.LookOnce()).ShouldBeFalse("it is two in the morning");
            house.Clock.MoveTo(new DateTimeOffset(2026, 12, night, 19, 30, 0, TimeSpan.Zero));
            (await desk.LookOnce()).ShouldBeTrue();
            (await desk.LookOnce()).ShouldBeFalse();
            Directory.GetDirectories(place).Length.ShouldBe(Math.Min(night, 2));
        }
        (await guest.Get("/health")).Text("backup.state").ShouldBe("done");

        Directory.Delete(place, recursive: true);
        await File.WriteAllTextAsync(place, "in the way");
        house.Clock.Advance(TimeSpan.FromDays(1));
        await Should.ThrowAsync<IOException>(() => desk.LookOnce());
        var health = await guest.Get("/health");
        health.Text("backup.state").ShouldBe("failed");
        health.Text("backup.error").ShouldNotBeEmpty();
    }

    private static async Task Serves(Settings settings)
    {
        await using var app = App.Build(settings, switches: House.Switches);
        await App.Prepare(app.Services);
    }

    private static async Task<MerchantId> TheMerchant(Db db)
    {
        await using var read = await db.Platform();
        return (await OrgPublic.Merchants(read)).Single();
    }

    private static async Task<string> Refusal(Settings settings) =>
        (await Should.ThrowAsync<StartRefused>(() => BackupVerbs.Restore(settings))).Message;

    private static Action<string> Flip(string file, Random dice) =>
        folder =>
        {
            var path = Path.Combine(folder, file);
            var bytes = File.ReadAllBytes(path);
            bytes[dice.Next(bytes.Length)] ^= (byte)(1 + dice.Next(255));
            File.WriteAllBytes(path, bytes);
        };

    private string At(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
