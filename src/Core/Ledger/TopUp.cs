namespace Shuke.Core.Ledger;

/// <summary>What a top-up gives. Fixed plans name the amount to pay; a free amount leaves it open.</summary>
/// <param name="Rule">plan and version, kept in the lots: "plan:17"</param>
/// <param name="BonusReleases">1 = the bonus is there at once; n = in n monthly parts, the first at once</param>
/// <param name="TierJump">the tier the buyer rises to, if the plan says so; data for the tier module</param>
public sealed record TopUpTerms(
    string Rule,
    Money? FixedPay,
    Money Bonus,
    long Points,
    TierId? TierJump,
    OrderOfUse Order = OrderOfUse.Proportional,
    int BonusReleases = 1
)
{
    public static readonly TopUpTerms FreeAmount = new("free", null, Money.Zero, 0, null);
}

/// <summary>How much a card may hold, principal and bonus together; policy data from the dated rule pack.</summary>
public sealed record CardLimits(Money Registered, Money Anonymous)
{
    /// <summary>MOFCOM Order 2012 No. 9: 5,000 yuan registered, 1,000 yuan anonymous.</summary>
    public static readonly CardLimits Shipped = new(Money.Yuan(5_000), Money.Yuan(1_000));

    public Money For(Holder holder) => holder.Registered ? Registered : Anonymous;

    /// <summary>What can still be added; never below zero.</summary>
    public Money Room(Book book)
    {
        var held = book.Balance(book.Assets.Principal.Id) + book.Balance(book.Assets.Bonus.Id);
        return Money.Max(For(book.Holder) - new Money(held), Money.Zero);
    }
}

public sealed record TopUpCommand(Money Pay, TopUpTerms Terms, CardLimits? Limits, Instant At, BusinessDay Day);

public sealed record ToppedUp(Moves Moves, Money Principal, Money Bonus, long Points, TierId? TierJump);

/// <summary>A member pays money in and gets it as principal, with the bonus and points of the plan.</summary>
public static class TopUp
{
    public static Outcome<ToppedUp> Decide(Book book, TopUpCommand command)
    {
        var (pay, terms) = (command.Pay, command.Terms);
        if (!pay.IsPositive || pay.Fen > Money.FenMax)
            return CommonReasons.AmountOutOfRange.With(("max", Money.FenMax));
        if (terms.FixedPay is { } fixedPay && fixedPay != pay)
            return LedgerReasons.TopUpAmountFixed.With(("pay", fixedPay.Fen));
        if (book.Holder.Frozen)
            return LedgerReasons.Frozen;
        if (command.Limits is { } limits && pay + terms.Bonus > limits.Room(book))
            return LedgerReasons.CardLimitExceeded.With(
                ("limit", limits.For(book.Holder).Fen),
                ("possible", limits.Room(book).Fen)
            );

        var draft = new Draft(book, command.At, command.Day);
        var principal = draft.Grant(
            book.Assets.Principal.Id,
            pay.Fen,
            Counters.TopUp,
            Terms(book.Assets.Principal, command)
        );
        AddBonus(draft, principal, command);
        if (terms.Points > 0)
            draft.Grant(book.Assets.Points.Id, terms.Points, Counters.Gift, Terms(book.Assets.Points, command));
        return new ToppedUp(draft.Moves, pay, terms.Bonus, terms.Points, terms.TierJump);
    }

    private static LotTerms Terms(Asset asset, TopUpCommand command) =>
        new(command.At, asset.Expiry.LastDay(command.Day), command.Terms.Rule)
        {
            Order = command.Terms.Order,
            Paid = asset.Kind == AssetKind.Principal ? command.Pay : null,
            ListPrice = asset.Kind == AssetKind.Principal ? command.Pay + command.Terms.Bonus : null,
        };

    /// <summary>Monthly parts count from the first, so that a top-up on the 31st releases at each month's end.</summary>
    private static void AddBonus(Draft draft, LotId principal, TopUpCommand command)
    {
        var asset = draft.Now.Assets.Bonus;
        var parts = command.Terms.Bonus.Split(
            Enumerable.Repeat(1L, Math.Max(command.Terms.BonusReleases, 1)).ToArray()
        );
        for (var month = 0; month < parts.Length; month++)
        {
            if (parts[month].IsZero)
                continue;
            var terms = Terms(asset, command) with
            {
                ActiveAt = Instant.From(command.At.ToDateTimeOffset().AddMonths(month)),
                Until = asset.Expiry.LastDay(command.Day.AddMonths(month)),
                Pair = principal,
            };
            draft.Grant(asset.Id, parts[month].Fen, Counters.TopUp, terms);
        }
    }
}
