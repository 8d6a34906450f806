using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Shuke.Core.Ledger;

/// <summary>
/// The hash chain of an account: h(n) = SHA-256(h(n-1) + entry n + its posting header + the fixed attributes of the lots
/// it makes). Numbers are eight bytes big-endian, texts carry their length, optional fields say whether they are there,
/// so two different rows never have the same bytes.
/// </summary>
public static class Chain
{
    /// <summary>
    /// Version of the hashed form and of what is stored of it; recorded in every posting. 1: the hash of each entry is stored.
    /// 2: one seal a posting, over the hashes of its entries (<see cref="EntryText.Seal"/>).
    /// </summary>
    public const int Format = 2;

    public const int Size = 32;

    /// <summary>What stands before the first entry of an account.</summary>
    public static readonly byte[] Genesis = new byte[Size];

    /// <param name="account">as it was before the entry; its head is h(n-1), and whose it is gets hashed too</param>
    public static byte[] Hash(AccountState account, PostingHeader header, Entry entry, ReadOnlySpan<LotState> newLots)
    {
        var hash = new byte[Size];
        Hash(account.Head, account, header, entry, newLots, hash);
        return hash;
    }

    /// <summary>Same, into a buffer of the caller's: nothing is allocated.</summary>
    public static void Hash(
        ReadOnlySpan<byte> previous,
        AccountState account,
        PostingHeader header,
        Entry entry,
        ReadOnlySpan<LotState> newLots,
        Span<byte> hash
    )
    {
        var buffer = new Writer(ArrayPool<byte>.Shared.Rent(1024));
        try
        {
            buffer.Bytes(previous);
            buffer.Number(account.Member.Value);
            buffer.Number(account.Asset.Value);
            Write(ref buffer, header);
            Write(ref buffer, entry);
            buffer.Number(newLots.Length);
            foreach (var lot in newLots)
                Write(ref buffer, lot);
            SHA256.HashData(buffer.Written, hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer.Array);
        }
    }

    private static void Write(ref Writer to, PostingHeader header)
    {
        to.Number(header.Format);
        to.Number(header.Merchant.Value);
        to.Number(header.Id.Value);
        to.Text(header.Kind);
        to.Text(header.DocumentKind);
        to.Text(header.DocumentId);
        to.Optional(header.Store?.Value);
        to.Optional(header.Staff?.Value);
        to.Text(header.Channel);
        to.Number(header.At.UnixMs);
        to.Number(header.Day.Date.DayNumber);
        to.Text(header.Reason);
        to.Optional(header.ReversalOf?.Value);
        to.Text(header.Key);
    }

    private static void Write(ref Writer to, Entry entry)
    {
        to.Number(entry.Id.Value);
        to.Number(entry.Posting.Value);
        to.Number(entry.Account.Value);
        to.Number(entry.Seq);
        to.Number(entry.Amount);
        to.Number(entry.BalanceAfter);
        to.Text(entry.Counter);
        to.Text(entry.Lots);
        to.Number(entry.Day.Date.DayNumber);
    }

    private static void Write(ref Writer to, LotState lot)
    {
        to.Number(lot.Id.Value);
        to.Number(lot.Account.Value);
        to.Number(lot.Member.Value);
        to.Number(lot.Asset.Value);
        to.Number(lot.Granted);
        to.Number(lot.ActiveAt.UnixMs);
        to.Optional(lot.Pair?.Value);
        to.Optional(lot.Origin?.Value);
        to.Number((int)lot.Order);
        to.Optional(lot.Paid?.Fen);
        to.Optional(lot.ListPrice?.Fen);
        to.Text(lot.Rule);
        to.Number(lot.CreatedAt.UnixMs);
    }

    private struct Writer(byte[] array)
    {
        private int _at;

        public byte[] Array { get; private set; } = array;

        public readonly ReadOnlySpan<byte> Written => Array.AsSpan(0, _at);

        public void Number(long value)
        {
            Room(8);
            BinaryPrimitives.WriteInt64BigEndian(Array.AsSpan(_at), value);
            _at += 8;
        }

        public void Optional(long? value)
        {
            Room(1);
            Array[_at++] = value is null ? (byte)0 : (byte)1;
            if (value is { } number)
                Number(number);
        }

        public void Text(string text)
        {
            var length = Encoding.UTF8.GetByteCount(text);
            Number(length);
            Room(length);
            _at += Encoding.UTF8.GetBytes(text, Array.AsSpan(_at));
        }

        public void Bytes(ReadOnlySpan<byte> bytes)
        {
            Number(bytes.Length);
            Room(bytes.Length);
            bytes.CopyTo(Array.AsSpan(_at));
            _at += bytes.Length;
        }

        private void Room(int bytes)
        {
            if (Array.Length - _at >= bytes)
                return;
            var larger = ArrayPool<byte>.Shared.Rent((Array.Length + bytes) * 2);
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(Array);
            Array = larger;
        }
    }
}
