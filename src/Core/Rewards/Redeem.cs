using Shuke.Core.Ledger;

namespace Shuke.Core.Rewards;

/// <summary>What points are exchanged for.</summary>
public enum RedemptionKind
{
    /// <summary>A thing handed over the counter.</summary>
    Gift,

    /// <summary>Pieces of a counted asset: a cup voucher, uses of a service.</summary>
    Voucher,

    /// <summary>Coupons of a template.</summary>
    Coupon,

    /// <summary>Stored value given on top (赠金), fen.</summary>
    Bonus,
}

/// <summary>One line of the redemption list (积分兑换).</summary>
/// <param name="Asset">the kind of points it costs</param>
/// <param name="Price">points for one</param>
/// <param name="Gives">the asset that is given, for vouchers and bonus; null for things and coupons</param>
/// <param name="Amount">how much of it one redemption gives: pieces, or fen of bonus</param>
/// <param name="PerMember">how often one member may redeem it in all; 0 = no limit</param>
/// <param name="Until">last day; null = no end</param>
public sealed record RedemptionTerms(
    string Name,
    RedemptionKind Kind,
    AssetId Asset,
    long Price,
    AssetId? Gives,
    long Amount,
    int PerMember,
    BusinessDay? Until,
    bool Active
);

/// <param name="Before">how often this member has redeemed it so far, less what was undone</param>
public sealed record RedeemCommand(int Count, long Before, string Rule, CardLimits Limits, Instant At, BusinessDay Day);

/// <summary>Points leave in the order in which they would expire, and what they buy comes in, in one posting.</summary>
public static class Redeem
{
    public static Outcome<Moves> Decide(Book book, RedemptionTerms terms, RedeemCommand command)
    {
        if (!terms.Active)
            return RedeemReasons.NotOffered.With(("name", terms.Name));
        if (terms.Until < command.Day)
            return RedeemReasons.Over.With(("name", terms.Name), ("until", terms.Until.Value));
        if (terms.PerMember > 0 && command.Before + command.Count > terms.PerMember)
            return RedeemReasons.LimitReached.With(
                ("name", terms.Name),
                ("max", terms.PerMember),
                ("left", Math.Max(terms.PerMember - command.Before, 0))
            );
        var cost = new SpendLotsCommand(
            terms.Asset,
            checked(terms.Price * command.Count),
            command.At,
            command.Day,
            Counters.Redeem
        );
        if (SpendPoints.Decide(book, cost).No(out var paid, out var refusal))
            return refusal;
        if (terms.Gives is not { } asset)
            return paid;
        var grant = new GrantCommand(
            asset,
            checked(terms.Amount * command.Count),
            Counters.Redeem,
            command.Rule,
            command.Limits,
            command.At,
            command.Day
        );
        return GrantLot.Decide(book.Apply(paid), grant).No(out var given, out refusal) ? refusal : paid + given;
    }

    /// <summary>Undoes a redemption nothing of which was used: the points go back into the lots they came from.</summary>
    /// <param name="spent">what the posting took, lot by lot; the lots are loaded</param>
    /// <param name="given">the lots the posting made, with how much it put in</param>
    public static Outcome<Moves> Undo(
        Book book,
        IReadOnlyList<Taken> spent,
        IReadOnlyList<LotMove> given,
        Instant at,
        BusinessDay day
    )
    {
        var draft = new Draft(book, at, day);
        foreach (var lot in given.Select(g => ReverseSpend.Living(book, g.Lot)))
        {
            if (lot.Member != book.Member || lot.Remaining < lot.Granted || lot.IsExpired(day))
                return RedeemReasons.Used;
            draft.Add(lot.Asset, -lot.Remaining, Counters.Redeem, [new(lot.Id, -lot.Remaining)]);
        }
        var command = new ReverseSpendCommand(
            spent,
            spent.Sum(s => s.Outstanding),
            RevivePolicy.Default,
            null,
            at,
            day
        );
        return ReverseSpend.Decide(book.Apply(draft.Moves), command).No(out var back, out var refusal)
            ? refusal
            : draft.Moves + back.Moves;
    }
}

/// <summary>Why something is not exchanged for points, or not taken back.</summary>
public static class RedeemReasons
{
    public static readonly Reason NotOffered = new(
        "redeem_not_offered",
        RefusalKind.Rule,
        "「{name}」已下架。",
        "{name} is not offered any more."
    );

    public static readonly Reason Over = new(
        "redeem_over",
        RefusalKind.Rule,
        "「{name}」的兑换已于 {until} 结束。",
        "{name} could be redeemed until {until}."
    );

    public static readonly Reason LimitReached = new(
        "redeem_limit_reached",
        RefusalKind.Rule,
        "「{name}」每人限兑 {max} 份,还可以兑 {left} 份。",
        "{name} can be redeemed {max} times each; {left} are left."
    );

    public static readonly Reason SoldOut = new(
        "redeem_sold_out",
        RefusalKind.Conflict,
        "「{name}」不够了,只剩 {left} 份。",
        "There are not enough of {name}; {left} are left."
    );

    public static readonly Reason Used = new(
        "redeem_used",
        RefusalKind.Rule,
        "兑换所得已经用过或到期,不能撤销。",
        "What was redeemed has been used or has expired, so it cannot be undone."
    );

    public static readonly Reason Undone = new(
        "redeem_undone",
        RefusalKind.Conflict,
        "这笔兑换已经撤销,或不能撤销(优惠券请作废后再补积分)。",
        "This was undone already, or cannot be (void coupons by hand and give the points back)."
    );

    public static readonly Reason Invalid = new(
        "redeem_invalid",
        RefusalKind.Rule,
        "兑换内容不完整:{what}。",
        "The redemption is not complete: {what}."
    );
}
