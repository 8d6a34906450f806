using System.Security.Cryptography;
using System.Text;

namespace Shuke.Server.Platform;

/// <summary>How the key of a backup is found again: by its id in a key file, or from a passphrase with this salt.</summary>
internal sealed record KeyHint(string Id, string? Salt, int Iterations);

/// <summary>
/// The keys backups are sealed with; never inside a backup. A key file holds one key a line: the first seals, all of them
/// open, so a key is changed by putting a new line on top. Or a passphrase, from which PBKDF2 makes the key.
/// </summary>
internal sealed class BackupKeys
{
    private const int KeyBytes = 32;
    private const int Iterations = 600_000;
    private readonly List<byte[]> _keys;
    private readonly string _passphrase;
    private readonly string _file;

    private BackupKeys(List<byte[]> keys, string passphrase, string file) =>
        (_keys, _passphrase, _file) = (keys, passphrase, file);

    /// <param name="mayMake">make a key file when there is none: for backups, never for a restore</param>
    public static BackupKeys Open(Settings settings, bool mayMake)
    {
        if (settings.BackupPassphrase.Length > 0)
            return new([], settings.BackupPassphrase, settings.BackupKeyFile);
        var file = settings.BackupKeyFile;
        if (!File.Exists(file) && mayMake)
            PutOnTop(file);
        return new(File.Exists(file) ? Read(file) : [], "", file);
    }

    /// <summary>A new key on top of the file; the old ones stay, to open the backups made with them.</summary>
    public static void PutOnTop(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var old = File.Exists(file) ? File.ReadAllText(file) : "";
        var next = file + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(next, options))
        {
            stream.Write(
                Encoding.ASCII.GetBytes(Convert.ToHexString(RandomNumberGenerator.GetBytes(KeyBytes)) + "\n" + old)
            );
            stream.Flush(flushToDisk: true);
        }
        File.Move(next, file, overwrite: true);
    }

    /// <summary>The key to seal a new backup with, and the hint that goes into its manifest.</summary>
    public (byte[] Key, KeyHint Hint) Current()
    {
        if (_passphrase.Length == 0)
            return (_keys[0], new(IdOf(_keys[0]), null, 0));
        var salt = RandomNumberGenerator.GetBytes(16);
        var key = Derive(salt, Iterations);
        return (key, new(IdOf(key), Convert.ToHexStringLower(salt), Iterations));
    }

    /// <summary>The key of an old backup; refuses with what is needed when it is not here.</summary>
    public byte[] For(KeyHint hint)
    {
        if (hint.Salt is null)
            return _keys.Find(k => IdOf(k) == hint.Id)
                ?? throw new StartRefused(
                    $"This backup was sealed with key {hint.Id}, which is not in {_file}. Put the key file you kept apart there, or name it "
                        + "with SHUKE_BACKUP_KEY. Without it the backup cannot be opened by anybody. (缺少备份密钥,无法打开此备份。)"
                );
        if (_passphrase.Length == 0)
            throw new StartRefused(
                "This backup was sealed with a passphrase. Set SHUKE_BACKUP_PASSPHRASE to it. (此备份用口令加密,请设置 SHUKE_BACKUP_PASSPHRASE。)"
            );
        if (hint.Iterations is < 100_000 or > 10_000_000)
            throw new StartRefused("The manifest of this backup has been changed. (备份清单已被改动。)");
        var key = Derive(Convert.FromHexString(hint.Salt), hint.Iterations);
        return IdOf(key) == hint.Id
            ? key
            : throw new StartRefused("The passphrase is not the one this backup was sealed with. (备份口令不正确。)");
    }

    /// <summary>A key of its own for each part of each backup.</summary>
    public static byte[] PartKey(byte[] key, string backup, string part) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            key,
            KeyBytes,
            Encoding.UTF8.GetBytes(backup),
            Encoding.UTF8.GetBytes("shuke backup part/" + part)
        );

    private byte[] Derive(byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(_passphrase, salt, iterations, HashAlgorithmName.SHA256, KeyBytes);

    private static string IdOf(byte[] key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, "shuke backup key id"u8.ToArray()))[..16];

    private static List<byte[]> Read(string file)
    {
        var keys = new List<byte[]>();
        foreach (var line in File.ReadAllLines(file).Select(l => l.Trim()).Where(l => l.Length > 0))
            keys.Add(
                line.Length == KeyBytes * 2 && line.All(char.IsAsciiHexDigit)
                    ? Convert.FromHexString(line)
                    : throw new StartRefused(
                        $"{file} holds a line that is no key: 64 hexadecimal digits each. (密钥文件格式不正确。)"
                    )
            );
        return keys.Count > 0 ? keys : throw new StartRefused($"{file} holds no key. (密钥文件为空。)");
    }
}
