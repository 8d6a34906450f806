using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Shuke.Server.Platform;

/// <summary>
/// Keeps personal data unreadable at rest and still findable: AES-256-GCM for the text, HMAC-SHA-256 for a blind index.
/// Keys are derived per merchant and purpose (HKDF) from one master key, which lives in a file beside the data
/// (secret.key, mode 600) or in SHUKE_KEY - never in the database or its backups.
/// </summary>
public sealed class Vault
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const byte Version = 1;
    private readonly byte[] _master;

    public Vault(byte[] master)
    {
        if (master.Length != 32)
            throw new StartRefused("The master key must be 32 bytes. (主密钥必须为 32 字节。)");
        _master = master;
    }

    public static Vault Open(string dataFolder)
    {
        var file = Path.Combine(dataFolder, "secret.key");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(dataFolder);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var stream = new FileStream(file, options);
            stream.Write(Encoding.ASCII.GetBytes(Convert.ToHexString(RandomNumberGenerator.GetBytes(32))));
            stream.Flush(flushToDisk: true);
        }
        return new(Convert.FromHexString(File.ReadAllText(file).Trim()));
    }

    /// <summary>Tells two master keys apart without telling anything of them; a backup notes which one it needs.</summary>
    public string Fingerprint => Convert.ToHexStringLower(Key(default, "fingerprint").AsSpan(0, 8));

    /// <summary>Encrypts; the answer is base64 text with version, nonce and tag.</summary>
    public string Seal(MerchantId merchant, string plain)
    {
        var text = Encoding.UTF8.GetBytes(plain);
        var sealedBytes = new byte[1 + NonceBytes + text.Length + TagBytes];
        sealedBytes[0] = Version;
        var nonce = sealedBytes.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Key(merchant, "seal"), TagBytes);
        aes.Encrypt(
            nonce,
            text,
            sealedBytes.AsSpan(1 + NonceBytes, text.Length),
            sealedBytes.AsSpan(1 + NonceBytes + text.Length)
        );
        return Convert.ToBase64String(sealedBytes);
    }

    public string Unseal(MerchantId merchant, string sealedText)
    {
        var bytes = Convert.FromBase64String(sealedText).AsSpan();
        if (bytes.Length < 1 + NonceBytes + TagBytes || bytes[0] != Version)
            throw new CryptographicException("Not sealed by this vault.");
        var plain = new byte[bytes.Length - 1 - NonceBytes - TagBytes];
        using var aes = new AesGcm(Key(merchant, "seal"), TagBytes);
        aes.Decrypt(bytes.Slice(1, NonceBytes), bytes.Slice(1 + NonceBytes, plain.Length), bytes[^TagBytes..], plain);
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>A 16-byte fingerprint that finds equal texts of one merchant without telling the text.</summary>
    public byte[] BlindIndex(MerchantId merchant, string purpose, string plain) =>
        HMACSHA256.HashData(Key(merchant, "index/" + purpose), Encoding.UTF8.GetBytes(plain))[..16];

    /// <summary>A secret that can be derived again at any time, such as a member's code seed.</summary>
    public byte[] Derive(MerchantId merchant, string purpose) => Key(merchant, purpose);

    private readonly System.Collections.Concurrent.ConcurrentDictionary<(long, string), byte[]> _derived = new();

    private byte[] Key(MerchantId merchant, string purpose)
    {
        if (_derived.TryGetValue((merchant.Value, purpose), out var known))
            return known;
        Span<byte> salt = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(salt, merchant.Value);
        var key = HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            _master,
            32,
            salt.ToArray(),
            Encoding.UTF8.GetBytes("shuke/" + purpose)
        );
        // Purposes that carry an id would grow without end; those few that matter for speed fit.
        if (_derived.Count < 10_000)
            _derived[(merchant.Value, purpose)] = key;
        return key;
    }
}
