using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Shuke.Core.Rewards;

/// <summary>A prize of a draw. The published odds are Weight over the sum of all weights.</summary>
/// <param name="Weight">share of the odds, at least 1</param>
/// <param name="Stock">how many there are in all; null = no end</param>
/// <param name="PerDay">how many may go in one business day; null = no limit</param>
/// <param name="IsNothing">"no prize" is a prize too: it has odds, no stock and gives nothing</param>
public sealed record DrawPrize(PrizeId Id, long Weight, long? Stock, long? PerDay, bool IsNothing);

/// <summary>What is gone of a prize at the moment of a draw.</summary>
public sealed record PrizeUse(PrizeId Prize, long Given, long GivenToday);

/// <summary>Where a draw landed, with all it takes to work it out again.</summary>
/// <param name="Ticket">0 to the sum of weights less one, from seed and number alone</param>
/// <param name="Landed">the prize the ticket points at</param>
/// <param name="Won">the prize given: another one when stock, the day's limit or the guarantee says so</param>
public sealed record DrawResult(long Ticket, PrizeId Landed, PrizeId Won, DrawTurn Turn);

/// <summary>Why the prize given is not the one the ticket points at.</summary>
public enum DrawTurn
{
    AsLanded,

    /// <summary>None is left, or none for today.</summary>
    OutOfStock,

    /// <summary>So many draws without a prize: now there is one.</summary>
    Guaranteed,
}

/// <summary>
/// A provably fair draw. Before: SHA-256 of the seed is shown. Each draw has the next number of its round; its ticket is
/// a pure function of seed and number. After: the seed is shown, so everybody can work out every ticket again.
/// </summary>
public static class FairDraw
{
    public const int SeedBytes = 32;

    /// <summary>What is published before the first draw: SHA-256 of the seed, in hex.</summary>
    public static string Commitment(ReadOnlySpan<byte> seed) => Convert.ToHexStringLower(SHA256.HashData(seed));

    /// <summary>
    /// An even number below the bound: HMAC-SHA256(seed, number || attempt), its first 8 bytes big-endian; values in the
    /// last incomplete stretch are thrown away, because they would favour small tickets.
    /// </summary>
    public static long Ticket(ReadOnlySpan<byte> seed, long number, long bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        Span<byte> message = stackalloc byte[12];
        Span<byte> hash = stackalloc byte[32];
        BinaryPrimitives.WriteInt64BigEndian(message, number);
        var fair = ulong.MaxValue - (ulong.MaxValue % (ulong)bound + 1) % (ulong)bound;
        for (var attempt = 0; ; attempt++)
        {
            BinaryPrimitives.WriteInt32BigEndian(message[8..], attempt);
            HMACSHA256.HashData(seed, message, hash);
            var value = BinaryPrimitives.ReadUInt64BigEndian(hash);
            if (value <= fair)
                return (long)(value % (ulong)bound);
        }
    }

    /// <param name="prizes">in the order of their publication; the order decides which tickets are whose</param>
    /// <param name="missesBefore">draws of this member in a row that won nothing</param>
    /// <param name="guaranteeAfter">after so many of them the next one wins; 0 = no guarantee</param>
    public static DrawResult Decide(
        IReadOnlyList<DrawPrize> prizes,
        IReadOnlyList<PrizeUse> uses,
        ReadOnlySpan<byte> seed,
        long number,
        long missesBefore,
        int guaranteeAfter
    )
    {
        var total = prizes.Sum(p => p.Weight);
        var ticket = Ticket(seed, number, total);
        var landed = At(prizes, ticket);
        var nothing = prizes.First(p => p.IsNothing);
        if (landed.IsNothing && guaranteeAfter > 0 && missesBefore >= guaranteeAfter)
        {
            // The member's ticket, scaled onto the prizes that are left: still a function of seed and number.
            var left = prizes.Where(p => !p.IsNothing && IsLeft(p, uses)).ToList();
            if (left.Count > 0)
            {
                var again = Ticket(seed, -number - 1, left.Sum(p => p.Weight));
                return new(ticket, landed.Id, At(left, again).Id, DrawTurn.Guaranteed);
            }
        }
        return IsLeft(landed, uses)
            ? new(ticket, landed.Id, landed.Id, DrawTurn.AsLanded)
            : new(ticket, landed.Id, nothing.Id, DrawTurn.OutOfStock);
    }

    private static DrawPrize At(IReadOnlyList<DrawPrize> prizes, long ticket)
    {
        foreach (var prize in prizes)
        {
            if (ticket < prize.Weight)
                return prize;
            ticket -= prize.Weight;
        }
        throw new ArgumentOutOfRangeException(nameof(ticket));
    }

    private static bool IsLeft(DrawPrize prize, IReadOnlyList<PrizeUse> uses)
    {
        if (prize.IsNothing)
            return true;
        var use = uses.FirstOrDefault(u => u.Prize == prize.Id);
        return !(prize.Stock <= (use?.Given ?? 0)) && !(prize.PerDay <= (use?.GivenToday ?? 0));
    }
}
