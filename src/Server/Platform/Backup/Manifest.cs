using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Shuke.Server.Platform;

/// <summary>One table of a backup, in a file of its own.</summary>
/// <param name="Sha256">of the file's bytes as they lie on the disk</param>
/// <param name="Columns">name and kind of each column, in the order of the rows' values</param>
internal sealed record Part(
    string Table,
    string File,
    long Rows,
    long Bytes,
    string Sha256,
    IReadOnlyList<Column> Columns
);

internal sealed record StepMark(string Name, string Checksum);

/// <summary>
/// What a backup consists of. Written last, with a code over its bytes that only the holder of the key can make: a
/// folder without it, or with another, is no backup.
/// </summary>
/// <param name="Vault">fingerprint of secret.key, which opens phone numbers and is not in the backup</param>
internal sealed record Manifest(
    string Id,
    Instant At,
    string App,
    Engine Engine,
    KeyHint Key,
    string Vault,
    IReadOnlyList<StepMark> Steps,
    IReadOnlyList<Part> Parts
)
{
    private const string Name = "manifest.json";
    private const string CodeName = "manifest.mac";

    [JsonIgnore]
    public long Rows => Parts.Sum(p => p.Rows);

    [JsonIgnore]
    public long Bytes => Parts.Sum(p => p.Bytes);

    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, Name));

    public async Task Write(string folder, byte[] key)
    {
        var bytes = Encoding.UTF8.GetBytes(Json.Text(this));
        await WriteThrough(Path.Combine(folder, CodeName), Encoding.ASCII.GetBytes(Code(key, bytes)));
        await WriteThrough(Path.Combine(folder, Name), bytes);
    }

    /// <summary>Reads a manifest and proves that it is the one that was written.</summary>
    public static async Task<(Manifest Manifest, byte[] Key)> Read(string folder, BackupKeys keys)
    {
        if (!IsIn(folder))
            throw new StartRefused($"{folder} holds no backup: there is no {Name} in it. (该文件夹中没有备份。)");
        try
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, Name));
            var manifest = Json.Parse<Manifest>(Encoding.UTF8.GetString(bytes));
            var key = keys.For(manifest.Key);
            var code = await File.ReadAllTextAsync(Path.Combine(folder, CodeName));
            return CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(code),
                Encoding.ASCII.GetBytes(Code(key, bytes))
            )
                ? (manifest, key)
                : throw Damaged(folder, "its manifest was changed");
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or IOException or FormatException)
        {
            throw Damaged(folder, "its manifest cannot be read", e);
        }
    }

    public static StartRefused Damaged(string folder, string what, Exception? inner = null) =>
        new(
            $"The backup in {folder} is damaged: {what}. Nothing was restored; take another one. (备份已损坏,未恢复任何数据,请换一份备份。)",
            inner
        );

    private static string Code(byte[] key, byte[] bytes) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(BackupKeys.PartKey(key, "", Name), bytes));

    internal static async Task WriteThrough(string file, byte[] bytes)
    {
        await using var stream = new FileStream(file, FileMode.CreateNew);
        await stream.WriteAsync(bytes);
        stream.Flush(flushToDisk: true);
    }
}
