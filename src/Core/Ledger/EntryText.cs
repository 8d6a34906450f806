using System.Globalization;
using System.Runtime.CompilerServices;

namespace Shuke.Core.Ledger;

/// <summary>
/// The entries of a posting as they are stored inside its row: a JSON array of
/// <c>[id less the posting's,account,seq,amount,balance after,"counter","lots"]</c>, and their hashes, 32 bytes each, one
/// after the other.
/// A ticket is one row in the ledger that way instead of six, and SQL still reads it (view <c>entry</c>). There is one way
/// to write a list of entries, so a text that reads is a text that was written here.
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
            Number(ref text, e.Account.Value);
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

    public static byte[] Hashes(IReadOnlyList<Entry> entries)
    {
        var hashes = new byte[entries.Count * Chain.Size];
        for (var i = 0; i < entries.Count; i++)
            entries[i].Hash.CopyTo(hashes, i * Chain.Size);
        return hashes;
    }

    /// <exception cref="FormatException">the text or the hashes are not what was written</exception>
    public static List<Entry> Read(PostingId posting, BusinessDay day, string text, byte[] hashes)
    {
        var entries = new List<Entry>(hashes.Length / Chain.Size);
        var reader = new PackedReader(text, "the entries of posting", posting.Value);
        reader.Take('[');
        while (!reader.Takes(']'))
        {
            if (entries.Count > 0)
                reader.Take(',');
            reader.Take('[');
            var start = entries.Count * Chain.Size;
            if (start + Chain.Size > hashes.Length)
                throw new FormatException($"posting {posting} has more entries than hashes");
            entries.Add(
                new(
                    new(unchecked(posting.Value + reader.Number(','))),
                    posting,
                    new(reader.Number(',')),
                    reader.Number(','),
                    reader.Number(','),
                    reader.Number(','),
                    reader.Word(','),
                    reader.Word(']'),
                    day,
                    hashes[start..(start + Chain.Size)]
                )
            );
        }
        reader.End();
        if (entries.Count * Chain.Size != hashes.Length)
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
