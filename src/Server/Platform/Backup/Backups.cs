using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Shuke.Server.Platform;

/// <summary>
/// Makes and checks backups: every table in the order of its key, out of one transaction that sees one moment, compressed
/// and sealed. It is the server's own reading: no other program touches SQLite's file, and selling goes on meanwhile.
/// </summary>
internal static class Backups
{
    private const string Prefix = "shuke-";

    /// <summary>Makes one backup in a folder of its own below <paramref name="place"/> and reads it again; answers its folder.</summary>
    public static async Task<(string Folder, Manifest Manifest)> Make(
        Db db,
        string place,
        BackupKeys keys,
        Vault vault,
        CancellationToken cancel = default
    )
    {
        var now = db.Now;
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        var name = Prefix + now.ToDateTimeOffset().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) + "-" + id;
        var folder = Path.Combine(place, name);
        var workshop = folder + ".making";
        Directory.CreateDirectory(workshop);
        try
        {
            var (key, hint) = keys.Current();
            await using var read = await db.Read(default, cancel);
            await SeeAll(read);
            var parts = new List<Part>();
            foreach (var table in await TableShape.All(read))
                parts.Add(await WritePart(read, table, workshop, name, key, cancel));
            var manifest = new Manifest(
                name,
                now,
                typeof(Backups).Assembly.GetName().Version!.ToString(3),
                db.Engine,
                hint,
                vault.Fingerprint,
                await read.All<StepMark>("SELECT name, checksum FROM schema_step ORDER BY name"),
                parts
            );
            await manifest.Write(workshop, key);
            await Check(workshop, keys);
            Directory.Move(workshop, folder);
            return (folder, manifest);
        }
        catch
        {
            Directory.Delete(workshop, recursive: true);
            throw;
        }
    }

    /// <summary>Keeps the newest so many backups of this place, and nothing that broke off.</summary>
    public static int Prune(string place, int keep)
    {
        var all = Directory
            .GetDirectories(place, Prefix + "*")
            .Where(Manifest.IsIn)
            .Where(f => !f.EndsWith(".making", StringComparison.Ordinal))
            .OrderDescending(StringComparer.Ordinal)
            .ToList();
        foreach (var old in all.Skip(keep))
            Directory.Delete(old, recursive: true);
        return Math.Max(0, all.Count - keep);
    }

    /// <summary>Proves that a backup is whole: the manifest's code, each file's hash, each piece of each file.</summary>
    public static async Task<(Manifest Manifest, byte[] Key)> Check(string folder, BackupKeys keys)
    {
        var (manifest, key) = await Manifest.Read(folder, keys);
        foreach (var part in manifest.Parts)
        {
            await CheckHash(folder, part);
            var rows = 0L;
            foreach (var _ in ReadPart(folder, manifest, part, key))
                rows++;
            if (rows != part.Rows)
                throw Manifest.Damaged(folder, $"{part.File} holds {rows} rows instead of {part.Rows}");
        }
        return (manifest, key);
    }

    /// <summary>The rows of one table; anything that is not as it was written is refused.</summary>
    public static IEnumerable<object?[]> ReadPart(string folder, Manifest manifest, Part part, byte[] key)
    {
        using var reader = Opening(folder, manifest, part, key);
        for (var i = 0L; i < part.Rows; i++)
            yield return Guarded(folder, part, () => RowCodec.Read(reader, part.Columns));
        if (Guarded(folder, part, () => reader.BaseStream.ReadByte()) >= 0)
            throw Manifest.Damaged(folder, $"{part.File} holds more than {part.Rows} rows");
    }

    private static BinaryReader Opening(string folder, Manifest manifest, Part part, byte[] key) =>
        new(
            new BufferedStream(
                new BrotliStream(
                    SealedStream.Reading(
                        File.OpenRead(Path.Combine(folder, part.File)),
                        BackupKeys.PartKey(key, manifest.Id, part.Table)
                    ),
                    CompressionMode.Decompress
                ),
                1 << 16
            ),
            Encoding.UTF8
        );

    private static T Guarded<T>(string folder, Part part, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e)
            when (e
                    is IOException
                        or InvalidDataException
                        or CryptographicException
                        or FormatException
                        or ArgumentException
                        or InvalidOperationException
            )
        {
            throw Manifest.Damaged(folder, $"{part.File} cannot be read", e);
        }
    }

    private static async Task CheckHash(string folder, Part part)
    {
        var file = Path.Combine(folder, part.File);
        if (!File.Exists(file))
            throw Manifest.Damaged(folder, $"{part.File} is missing");
        await using var stream = File.OpenRead(file);
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream)) != part.Sha256)
            throw Manifest.Damaged(folder, $"{part.File} is not the file that was written");
    }

    private static async Task<Part> WritePart(
        DbRead read,
        TableShape table,
        string folder,
        string backup,
        byte[] key,
        CancellationToken cancel
    )
    {
        var name = table.Name + ".part";
        var rows = 0L;
        await using (var file = new FileStream(Path.Combine(folder, name), FileMode.CreateNew))
        {
            await using (
                var writer = new BinaryWriter(
                    new BufferedStream(
                        new BrotliStream(
                            SealedStream.Writing(file, BackupKeys.PartKey(key, backup, table.Name)),
                            CompressionLevel.Fastest
                        ),
                        1 << 16
                    ),
                    Encoding.UTF8
                )
            )
                await foreach (var row in table.Rows(read))
                {
                    RowCodec.Write(writer, table.Columns, row);
                    if (++rows % 1_000 == 0)
                        cancel.ThrowIfCancellationRequested();
                }
            file.Flush(flushToDisk: true);
            file.Position = 0;
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
            return new(table.Name, name, rows, file.Length, hash, table.Columns);
        }
    }

    /// <summary>From here on the transaction sees the rows of every merchant there is at this moment, and the installation's own.</summary>
    internal static async Task SeeAll(DbRead read)
    {
        read.OpenPlatformDoor();
        var merchants = await read.All<MerchantId>("SELECT merchant_id FROM merchant ORDER BY merchant_id");
        read.Session.Restrict(Wall.Around(merchants.Append(default)));
    }
}
