using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Shuke.Server.Platform;

/// <summary>
/// A stream encrypted in pieces of 64 KiB with AES-256-GCM: each piece is bound to its number and to being the last or not,
/// so pieces cannot be changed, moved, left out or cut off at the end. The key is for this one stream alone.
/// </summary>
internal static class SealedStream
{
    private const int PieceBytes = 64 << 10;
    private const int TagBytes = 16;
    private const uint LastMark = 0x8000_0000;

    /// <summary>Closing it seals the last piece and leaves the stream below open.</summary>
    public static Stream Writing(Stream to, byte[] key) => new Writer(to, key);

    public static Stream Reading(Stream from, byte[] key) => new Reader(from, key);

    private static byte[] Nonce(long piece)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(4), piece);
        return nonce;
    }

    private sealed class Writer(Stream to, byte[] key) : OneWay
    {
        private readonly AesGcm _aes = new(key, TagBytes);
        private readonly byte[] _plain = new byte[PieceBytes];
        private int _filled;
        private long _piece;
        private bool _ended;

        public override bool CanWrite => true;

        public override void Write(ReadOnlySpan<byte> bytes)
        {
            while (bytes.Length > 0)
            {
                if (_filled == PieceBytes)
                    Seal(isLast: false);
                var part = bytes[..Math.Min(bytes.Length, PieceBytes - _filled)];
                part.CopyTo(_plain.AsSpan(_filled));
                _filled += part.Length;
                bytes = bytes[part.Length..];
            }
        }

        private void Seal(bool isLast)
        {
            Span<byte> head = stackalloc byte[4 + TagBytes];
            BinaryPrimitives.WriteUInt32BigEndian(head, (uint)_filled | (isLast ? LastMark : 0));
            var cipher = new byte[_filled];
            _aes.Encrypt(Nonce(_piece++), _plain.AsSpan(0, _filled), cipher, head[4..], head[..4]);
            to.Write(head);
            to.Write(cipher);
            _filled = 0;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && !_ended)
            {
                _ended = true;
                Seal(isLast: true);
                _aes.Dispose();
            }
            base.Dispose(disposing);
        }
    }

    private sealed class Reader(Stream from, byte[] key) : OneWay
    {
        private readonly AesGcm _aes = new(key, TagBytes);
        private byte[] _plain = [];
        private int _taken;
        private long _piece;
        private bool _ended;

        public override bool CanRead => true;

        public override int Read(Span<byte> into)
        {
            while (_taken == _plain.Length && !_ended)
                Open();
            var part = Math.Min(into.Length, _plain.Length - _taken);
            _plain.AsSpan(_taken, part).CopyTo(into);
            _taken += part;
            return part;
        }

        private void Open()
        {
            Span<byte> head = stackalloc byte[4 + TagBytes];
            from.ReadExactly(head);
            var mark = BinaryPrimitives.ReadUInt32BigEndian(head);
            var length = (int)(mark & ~LastMark);
            if (length > PieceBytes)
                throw new InvalidDataException("A piece is longer than any that was written.");
            var cipher = new byte[length];
            from.ReadExactly(cipher);
            _plain = new byte[length];
            _aes.Decrypt(Nonce(_piece++), cipher, head[4..], _plain, head[..4]);
            _taken = 0;
            _ended = (mark & LastMark) != 0;
            if (_ended && from.ReadByte() >= 0)
                throw new InvalidDataException("Something stands behind the last piece.");
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _aes.Dispose();
                from.Dispose();
            }
            base.Dispose(disposing);
        }
    }

    /// <summary>What a stream that only reads or only writes, from front to back, need not do.</summary>
    private abstract class OneWay : Stream
    {
        public override bool CanRead => false;
        public override bool CanWrite => false;
        public override bool CanSeek => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
