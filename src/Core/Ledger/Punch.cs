namespace Shuke.Core.Ledger;

/// <summary>A punch card: every N stamps become vouchers, e.g. nine cups and the tenth is free.</summary>
/// <param name="Stamps">a counter asset</param>
/// <param name="Every">stamps needed, at least 1</param>
/// <param name="Reward">a times asset, e.g. vouchers for a medium cup</param>
/// <param name="RewardCount">vouchers given for each full card</param>
public sealed record PunchRule(
    AssetId Stamps,
    int Every,
    AssetId Reward,
    int RewardCount,
    Expiry Validity,
    string Rule
);

public static class Punch
{
    /// <summary>Moves for all cards that are full now; none if none is.</summary>
    public static Moves Decide(Book book, PunchRule rule, Instant at, BusinessDay day)
    {
        if (rule.Every < 1)
            throw new ArgumentException("A punch card has at least one field.", nameof(rule));
        var full = Math.Max(book.Balance(rule.Stamps), 0) / rule.Every;
        if (full == 0)
            return Moves.None;

        var draft = new Draft(book, at, day);
        draft.Add(rule.Stamps, -full * rule.Every, Counters.Punch, []);
        draft.Grant(
            rule.Reward,
            full * rule.RewardCount,
            Counters.Punch,
            new(at, rule.Validity.LastDay(day), rule.Rule)
        );
        return draft.Moves;
    }

    /// <summary>Stamps still missing for the next reward: 1 to Every.</summary>
    public static long Missing(Book book, PunchRule rule) =>
        rule.Every - Math.Max(book.Balance(rule.Stamps), 0) % rule.Every;
}
