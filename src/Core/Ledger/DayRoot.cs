using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Shuke.Core.Ledger;

/// <summary>One step of a proof: the hash beside ours, and whether it stands to the left.</summary>
public readonly record struct ProofStep(byte[] Sibling, bool IsLeft);

/// <summary>
/// The root over all postings of a business day: a Merkle tree over their seals in order of ids - and, for postings of format
/// 1, before them over the hashes of their entries, ordered by account and number - chained with the root of the day before.
/// Printed or sent away, 32 bytes hold the whole day: whoever rewrites an account including every hash in it can no longer
/// match the paper. Leaves, nodes and roots start with different bytes, so that none can pass for another.
/// </summary>
public static class DayRoot
{
    private const byte LeafMark = 0;
    private const byte NodeMark = 1;
    private const byte RootMark = 2;

    /// <param name="previous">the root of the day before; 32 zero bytes before the first</param>
    public static byte[] Of(ReadOnlySpan<byte> previous, BusinessDay day, IReadOnlyList<byte[]> leaves)
    {
        var tree = new Tree();
        foreach (var hash in leaves)
            tree.Add(hash);
        return tree.Root(previous, day);
    }

    /// <summary>The same root grown hash by hash: it keeps one node a level, however many leaves a day has.</summary>
    public sealed class Tree
    {
        // Full subtrees from the largest down, each with its height; no two are of one height.
        private readonly List<(int Height, byte[] Hash)> _full = [];

        public long Count { get; private set; }

        /// <param name="leaf">the next seal or hash, 32 bytes</param>
        public void Add(ReadOnlySpan<byte> leaf)
        {
            Count++;
            var (height, hash) = (0, Pair(LeafMark, leaf, []));
            for (; _full is [.., var last] && last.Height == height; height++)
            {
                hash = Pair(NodeMark, last.Hash, hash);
                _full.RemoveAt(_full.Count - 1);
            }
            _full.Add((height, hash));
        }

        /// <param name="previous">the root of the day before; 32 zero bytes before the first</param>
        public byte[] Root(ReadOnlySpan<byte> previous, BusinessDay day)
        {
            var top = _full.Count == 0 ? Chain.Genesis : _full[^1].Hash;
            // The last of an odd level goes up alone until it meets a neighbour.
            for (var i = _full.Count - 2; i >= 0; i--)
                top = Pair(NodeMark, _full[i].Hash, top);
            return Seal(previous, day, Count, top);
        }
    }

    /// <summary>What must be shown to prove that the leaf at this place belongs to the day.</summary>
    public static List<ProofStep> Prove(IReadOnlyList<byte[]> leaves, int index)
    {
        var proof = new List<ProofStep>();
        for (var level = Leaves(leaves); level.Count > 1; level = Up(level), index /= 2)
        {
            var sibling = index ^ 1;
            // The last of an odd level goes up alone.
            if (sibling < level.Count)
                proof.Add(new(level[sibling], sibling < index));
        }
        return proof;
    }

    public static bool Check(
        ReadOnlySpan<byte> root,
        ReadOnlySpan<byte> previous,
        BusinessDay day,
        long leaves,
        byte[] leaf,
        IEnumerable<ProofStep> proof
    )
    {
        var hash = Pair(LeafMark, leaf, []);
        foreach (var step in proof)
            hash = step.IsLeft ? Pair(NodeMark, step.Sibling, hash) : Pair(NodeMark, hash, step.Sibling);
        return Seal(previous, day, leaves, hash).AsSpan().SequenceEqual(root);
    }

    private static List<byte[]> Leaves(IReadOnlyList<byte[]> hashes) => [.. hashes.Select(h => Pair(LeafMark, h, []))];

    private static List<byte[]> Up(List<byte[]> level)
    {
        var above = new List<byte[]>((level.Count + 1) / 2);
        for (var i = 0; i < level.Count; i += 2)
            above.Add(i + 1 < level.Count ? Pair(NodeMark, level[i], level[i + 1]) : level[i]);
        return above;
    }

    private static byte[] Seal(ReadOnlySpan<byte> previous, BusinessDay day, long leaves, byte[] top)
    {
        Span<byte> text = stackalloc byte[1 + Chain.Size + 8 + 8 + Chain.Size];
        text[0] = RootMark;
        previous.CopyTo(text[1..]);
        BinaryPrimitives.WriteInt64BigEndian(text[33..], day.Date.DayNumber);
        BinaryPrimitives.WriteInt64BigEndian(text[41..], leaves);
        top.CopyTo(text[49..]);
        return SHA256.HashData(text);
    }

    private static byte[] Pair(byte mark, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> text = stackalloc byte[1 + left.Length + right.Length];
        text[0] = mark;
        left.CopyTo(text[1..]);
        right.CopyTo(text[(1 + left.Length)..]);
        return SHA256.HashData(text);
    }
}
