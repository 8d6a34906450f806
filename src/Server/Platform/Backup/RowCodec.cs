using System.Security.Cryptography;
using System.Text;

namespace Shuke.Server.Platform;

/// <summary>A row as bytes, the same from either database: so a backup of one is restored into the other, and equal digests are equal tables.</summary>
internal static class RowCodec
{
    public static void Write(BinaryWriter to, IReadOnlyList<Column> columns, object?[] row)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            to.Write(row[i] is not null);
            switch (row[i])
            {
                case long number:
                    to.Write7BitEncodedInt64(number << 1 ^ number >> 63);
                    break;
                case string text:
                    to.Write(text);
                    break;
                case bool flag:
                    to.Write(flag);
                    break;
                case DateOnly day:
                    to.Write(day.DayNumber);
                    break;
                case byte[] bytes:
                    to.Write7BitEncodedInt(bytes.Length);
                    to.Write(bytes);
                    break;
            }
        }
    }

    public static object?[] Read(BinaryReader from, IReadOnlyList<Column> columns)
    {
        var row = new object?[columns.Count];
        for (var i = 0; i < row.Length; i++)
            if (from.ReadBoolean())
                row[i] = columns[i].Kind switch
                {
                    ColumnKind.Number => Number(from.Read7BitEncodedInt64()),
                    ColumnKind.Text => from.ReadString(),
                    ColumnKind.Bool => from.ReadBoolean(),
                    ColumnKind.Day => DateOnly.FromDayNumber(from.ReadInt32()),
                    _ => from.ReadBytes(from.Read7BitEncodedInt()),
                };
        return row;
    }

    /// <summary>How many rows there are, and SHA-256 over all of them in the order of the key.</summary>
    public static async Task<(long Rows, string Digest)> DigestOf(DbRead db, TableShape table)
    {
        using var hash = SHA256.Create();
        await using var into = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write);
        await using var buffer = new BufferedStream(into, 1 << 16);
        await using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        var rows = 0L;
        await foreach (var row in table.Rows(db))
        {
            Write(writer, table.Columns, row);
            rows++;
        }
        writer.Flush();
        await buffer.FlushAsync();
        await into.FlushFinalBlockAsync();
        return (rows, Convert.ToHexStringLower(hash.Hash!));
    }

    private static long Number(long coded) => (coded >>> 1) ^ -(coded & 1);
}
