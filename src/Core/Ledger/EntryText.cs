using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Shuke.Core.Ledger;

/// <summary>
/// The entries of a posting as they are stored inside its row: a JSON array of
/// <c>[id less the posting's,account,seq,amount,balance after,"counter","lots"]</c>; all but the first say their account as what
/// it is more than the first one's. Their hashes are not stored, they follow from the chains; what is stored is one hash over
/// them, 32 bytes, for each member whose value moved (<see cref="Seal"/>).
/// A ticket is one row in the ledger that way instead of six, and SQL still reads it (view <c>entry</c>). There is one way
/// to write a list of entries, so a text that reads is a text that was written here.
/// Rows of format 1 say every account in full, and have the hash of each entry beside them, one after the other.
/// </summary>
public static class EntryText
{
    public static string Write(IReadOnlyList<Entry> entries)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[2048]);
        text.AppendLiteral("[");
        for (var i = 0; i < entries.Count; i++)
        {
            var e = entries[i];
            text.AppendLiteral(i == 0 ? "[" : ",[");
            Number(ref text, unchecked(e.Id.Value - e.Posting.Value));
            Number(ref text, unchecked(e.Account.Value - (i == 0 ? 0 : entries[0].Account.Value)));
            Number(ref text, e.Seq);
            Number(ref text, e.Amount);
            Number(ref text, e.BalanceAfter);
            Word(ref text, e.Counter);
            text.AppendLiteral(",");
            Word(ref text, e.Lots);
            text.AppendLiteral("]");
        }
        text.AppendLiteral("]");
        return text.ToStringAndClear();
    }

    /// <summary>SHA-256 over the hashes of a posting's entries, those of one member, one after the other.</summary>
    public static byte[] Seal(IEnumerable<byte[]> hashes) => SHA256.HashData([.. hashes.SelectMany(h => h)]);

    /// <summary>The entries of a posting; their own hashes are in them only where the row has them (format 1).</summary>
    /// <exception cref="FormatException">the text or the hashes are not what was written</exception>
    public static List<Entry> Read(PostingId posting, BusinessDay day, string text, byte[] hashes, long format)
    {
        var entries = new List<Entry>(8);
        var reader = new PackedReader(text, "the entries of posting", posting.Value);
        var own = format == 1;
        reader.Take('[');
        while (!reader.Takes(']'))
        {
            if (entries.Count > 0)
                reader.Take(',');
            reader.Take('[');
            var start = entries.Count * Chain.Size;
            if (own && start + Chain.Size > hashes.Length)
                throw new FormatException($"posting {posting} has more entries than hashes");
            entries.Add(
                new(
                    new(unchecked(posting.Value + reader.Number(','))),
                    posting,
                    new(unchecked(reader.Number(',') + (own || start == 0 ? 0 : entries[0].Account.Value))),
                    reader.Number(','),
                    reader.Number(','),
                    reader.Number(','),
                    reader.Word(','),
                    reader.Word(']'),
                    day,
                    own ? hashes[start..(start + Chain.Size)] : []
                )
            );
        }
        reader.End();
        if (own && entries.Count * Chain.Size != hashes.Length)
            throw new FormatException($"posting {posting} has more hashes than entries");
        return entries;
    }

    private static void Number(ref DefaultInterpolatedStringHandler text, long number)
    {
        text.AppendFormatted(number);
        text.AppendLiteral(",");
    }

    /// <summary>Counters and lots are words and numbers of our own; what JSON would have to escape is none of them.</summary>
    private static void Word(ref DefaultInterpolatedStringHandler text, string word)
    {
        foreach (var c in word)
            if (c is < ' ' or > '~' or '"' or '\\')
                throw new FormatException($"'{word}' cannot stand in an entry");
        text.AppendLiteral("\"");
        text.AppendLiteral(word);
        text.AppendLiteral("\"");
    }
}
