namespace Shuke.Server.Platform.Sheets;

/// <summary>Reads a table from a file people upload. What it is, is told by its content; the name is only shown.</summary>
public static class SheetReader
{
    private static readonly byte[] ZipMagic = [(byte)'P', (byte)'K', 3, 4];
    private static readonly byte[] OleMagic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    // The directory of a password-protected .xlsx names this stream, in UTF-16.
    private static readonly byte[] EncryptedMark = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage");

    public static Outcome<Sheet> Read(Stream file, string fileName, SheetLimits limits)
    {
        if (TooLong(file, limits))
            return TooLarge(limits);
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        while (file.Read(buffer) is var n and > 0)
        {
            if (bytes.Length + n > limits.BytesMax)
                return TooLarge(limits);
            bytes.Write(buffer, 0, n);
        }
        return Parse(bytes, fileName, limits);
    }

    /// <summary>The same for streams that must not be read synchronously, such as a request body.</summary>
    public static async Task<Outcome<Sheet>> ReadAsync(
        Stream file,
        string fileName,
        SheetLimits limits,
        CancellationToken stop
    )
    {
        if (TooLong(file, limits))
            return TooLarge(limits);
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        while (await file.ReadAsync(buffer, stop) is var n and > 0)
        {
            if (bytes.Length + n > limits.BytesMax)
                return TooLarge(limits);
            bytes.Write(buffer, 0, n);
        }
        return Parse(bytes, fileName, limits);
    }

    private static Outcome<Sheet> Parse(MemoryStream bytes, string fileName, SheetLimits limits)
    {
        var content = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        if (content.StartsWith(OleMagic))
        {
            var reason =
                content.IndexOf(EncryptedMark) >= 0 ? SheetReasons.FileEncrypted : SheetReasons.XlsNotSupported;
            return reason.With(("file", fileName));
        }
        if (!content.StartsWith(ZipMagic))
            return CsvSheet.Parse(content, fileName, limits);
        bytes.Position = 0;
        return XlsxSheet.Parse(bytes, fileName, limits);
    }

    private static bool TooLong(Stream file, SheetLimits limits) =>
        file.CanSeek && file.Length - file.Position > limits.BytesMax;

    private static Refusal TooLarge(SheetLimits limits) =>
        SheetReasons.FileTooLarge.With(("max", limits.BytesMax >> 20));
}
