using System.Globalization;
using System.Text;

namespace Shuke.Core.Ledger;

/// <summary>
/// The merchant's side of an entry (对方科目): where the amount comes from or goes to. Every entry names one, so every
/// posting is balanced by construction.
/// </summary>
public static class Counters
{
    public const string TopUp = "topup";
    public const string Sale = "sale";
    public const string Earn = "earn";
    public const string Gift = "gift";
    public const string Expire = "expire";
    public const string Adjust = "adjust";
    public const string Refund = "refund";
    public const string Forfeit = "forfeit";
    public const string Merge = "merge";
    public const string Punch = "punch";

    /// <summary>A membership, times card or gift card that was bought.</summary>
    public const string Plan = "plan";

    /// <summary>Counted services ticked off outside a ticket.</summary>
    public const string Service = "service";

    /// <summary>Points cleared by the merchant's announced policy (清零).</summary>
    public const string Clear = "clear";

    /// <summary>From member to member.</summary>
    public const string Transfer = "transfer";

    /// <summary>Growth by deeds other than buying, and what fades of it.</summary>
    public const string Deed = "deed";

    /// <summary>Points exchanged for something of the redemption list.</summary>
    public const string Redeem = "redeem";
}

/// <summary>
/// What happens to one lot: its remaining changes by <paramref name="Amount"/>; <paramref name="Until"/>, if given, is
/// its new last day of use.
/// </summary>
public readonly record struct LotMove(LotId Lot, long Amount, BusinessDay? Until = null);

/// <summary>
/// One entry to be: an amount between a member's account and a merchant counter-account, seen from the member. New lots
/// start empty under a provisional negative id and are filled by the lot moves.
/// </summary>
public sealed record Move(
    MemberId Member,
    AssetId Asset,
    long Amount,
    string Counter,
    IReadOnlyList<LotMove> Lots,
    IReadOnlyList<LotState> NewLots
);

/// <summary>What a decision wants to happen to value, as data. Nothing is numbered, hashed or written yet.</summary>
public sealed record Moves(IReadOnlyList<Move> List)
{
    public static readonly Moves None = new([]);

    public bool IsEmpty => List.Count == 0;

    /// <summary>Both, in this order, as one posting. The right side was decided on the book after the left side.</summary>
    public static Moves operator +(Moves a, Moves b) =>
        a.IsEmpty ? b
        : b.IsEmpty ? a
        : new([.. a.List, .. b.List]);

    /// <summary>The same moves against another counter-account, e.g. stored value that pays a membership and no ticket.</summary>
    public Moves Against(string counter) => new([.. List.Select(m => m with { Counter = counter })]);

    /// <summary>The sum of what one asset gains or loses, in its own unit.</summary>
    public long Total(AssetId asset)
    {
        long sum = 0;
        foreach (var move in List)
            if (move.Asset == asset)
                sum += move.Amount;
        return sum;
    }
}

/// <summary>The lot moves of an entry as text, "17:+100@2027-03-31;18:-20": one spelling, so it can be hashed.</summary>
public static class LotText
{
    public static string Write(IReadOnlyList<LotMove> moves)
    {
        if (moves.Count == 0)
            return "";
        var text = new StringBuilder(moves.Count * 28);
        foreach (var move in moves)
        {
            if (text.Length > 0)
                text.Append(';');
            text.Append(CultureInfo.InvariantCulture, $"{move.Lot.Value}:{(move.Amount < 0 ? "" : "+")}{move.Amount}");
            if (move.Until is { } until)
                text.Append('@').Append(until.ToString());
        }
        return text.ToString();
    }

    /// <summary>Reads one move at a time, without allocating: <c>while (LotText.Next(ref rest, out var move))</c>.</summary>
    public static bool Next(ref ReadOnlySpan<char> rest, out LotMove move)
    {
        move = default;
        if (rest.IsEmpty)
            return false;
        var end = rest.IndexOf(';');
        var one = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        var colon = one.IndexOf(':');
        var at = one.IndexOf('@');
        if (colon < 0)
            throw new FormatException("Not a lot move.");
        var amount = at < 0 ? one[(colon + 1)..] : one[(colon + 1)..at];
        BusinessDay? until =
            at < 0
                ? null
                : new BusinessDay(DateOnly.ParseExact(one[(at + 1)..], "yyyy-MM-dd", CultureInfo.InvariantCulture));
        move = new(
            new(long.Parse(one[..colon], NumberStyles.None, CultureInfo.InvariantCulture)),
            long.Parse(amount, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            until
        );
        return true;
    }

    public static List<LotMove> Read(string text)
    {
        var moves = new List<LotMove>();
        var rest = text.AsSpan();
        while (Next(ref rest, out var move))
            moves.Add(move);
        return moves;
    }
}
