using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Shuke.Core.Pricing;

public sealed partial class Quote
{
    /// <summary>
    /// SHA-256 (hex) over everything that costs money in this quote. The till sends back the one it showed; if the
    /// server's differs, a price has changed meanwhile. Strings are length-prefixed, numbers are 64-bit big-endian.
    /// </summary>
    public string Fingerprint => _fingerprint ??= Compute();

    private string? _fingerprint;

    private string Compute()
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        Write(bytes, "shuke.quote.1");
        Write(bytes, Lines.Count);
        foreach (var line in Lines)
        {
            Write(bytes, line.LineNo);
            Write(bytes, line.Line.ProductId?.Value ?? 0);
            Write(bytes, line.Line.Name);
            Write(bytes, line.Line.Quantity.Milli);
            Write(bytes, line.UnitPrice.Fen);
            Write(bytes, line.Original.Fen);
            Write(bytes, line.Discounts.Count);
            foreach (var discount in line.Discounts)
            {
                Write(bytes, discount.OfferCode);
                Write(bytes, discount.SourceId);
                Write(bytes, discount.Amount.Fen);
            }
            Write(bytes, line.Net.Fen);
        }
        Write(bytes, Facts.Buyer?.MemberId.Value ?? 0);
        Write(bytes, PointsUsed.Value);
        Write(bytes, PointsMoney.Fen);
        Write(bytes, Payable.Fen);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan));
    }

    private static void Write(ArrayBufferWriter<byte> to, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(to.GetSpan(8), value);
        to.Advance(8);
    }

    private static void Write(ArrayBufferWriter<byte> to, string value)
    {
        Write(to, Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, to);
    }
}
