using Shuke.Core.Ledger;
using Shuke.Core.Pricing;
using Shuke.Core.Sales;
using Shuke.Server.Modules.Ledger;

namespace Shuke.Server.Modules.Sales;

/// <summary>What a sale does to the member's value, decided on the locked book: spends, then earns, then punch cards.</summary>
internal sealed record SaleValue(
    Moves Moves,
    Money BonusSpent,
    Points Earned,
    Money EarnedBase,
    IReadOnlyList<Sentence> Gifts
)
{
    private static readonly SaleValue None = new(Moves.None, Money.Zero, Points.Zero, Money.Zero, []);

    private static readonly Phrase PunchFull = new(
        "punch_card_full",
        "{card}集满,获得“{reward}”× {count}",
        "{card} is full: {count} × {reward}"
    );

    public static async Task<Outcome<SaleValue>> Decide(DbRead db, PricedCart cart, CheckoutPlan plan)
    {
        if (cart.Book is not { } book)
            return None;
        if (Spend(cart, plan, book, db.Now).No(out var spent, out var refusal))
            return refusal;
        var (moves, bonus) = spent;
        book = book.Apply(moves);

        var earning = plan.Earning(bonus);
        var earned = Earns(cart, plan, book, earning?.Points ?? Points.Zero, db.Now);
        moves += earned;
        book = book.Apply(earned);

        var gifts = new List<Sentence>();
        if (plan.Order.Payable.IsPositive)
            foreach (var card in await LedgerPublic.PunchRules(db))
            {
                var stamps = Stamp(book, card, cart, db.Now);
                moves += stamps;
                book = book.Apply(stamps);
                var full = Punch.Decide(book, card.Rule, db.Now, cart.Day);
                moves += full;
                book = book.Apply(full);
                if (!full.IsEmpty)
                    gifts.Add(
                        PunchFull.With(
                            ("card", card.Name),
                            ("reward", cart.Assets.First(a => a.Asset.Id == card.Rule.Reward).NameZh),
                            ("count", full.Total(card.Rule.Reward))
                        )
                    );
            }
        return new SaleValue(moves, bonus, earning?.Points ?? Points.Zero, earning?.Base ?? Money.Zero, gifts);
    }

    private static Outcome<(Moves Moves, Money Bonus)> Spend(PricedCart cart, CheckoutPlan plan, Book book, Instant now)
    {
        var (moves, bonus) = (Moves.None, Money.Zero);
        foreach (var spend in plan.Spends)
        {
            Moves next;
            Refusal refusal;
            switch (spend)
            {
                case Core.Sales.SpendStoredValue stored:
                    var bonusMax = Money.Min(
                        stored.BonusMax,
                        plan.Order.Payable.Times(new Ratio(cart.Settings.BonusMaxShareBp), Rounding.Down)
                    );
                    var command = new SpendStoredValueCommand(stored.Amount, bonusMax, now, cart.Day);
                    if (Core.Ledger.SpendStoredValue.Decide(book, command).No(out var taken, out refusal))
                        return refusal;
                    (next, bonus) = (taken.Moves, bonus + taken.Bonus);
                    break;
                case Core.Sales.SpendPoints points:
                    var lots = new SpendLotsCommand(book.Assets.Points.Id, points.Points.Value, now, cart.Day);
                    if (Core.Ledger.SpendPoints.Decide(book, lots).No(out next, out refusal))
                        return refusal;
                    break;
                case UseFreeItem { Kind: FreeItemKind.Times } use:
                    var times = new SpendLotsCommand(AssetId.Parse(use.SourceId, null), 1, now, cart.Day);
                    if (SpendTimes.Decide(book, times).No(out next, out refusal))
                        return refusal;
                    break;
                // Benefits are counted by the tiers, in the same transaction.
                default:
                    continue;
            }
            moves += next;
            book = book.Apply(next);
        }
        return (moves, bonus);
    }

    private static Moves Earns(PricedCart cart, CheckoutPlan plan, Book book, Points points, Instant now)
    {
        var payable = plan.Order.Payable;
        var moves = Moves.None;
        foreach (
            var (code, amount) in new[]
            {
                (AssetCodes.Points, points.Value),
                // Growth defaults to one for each yuan of the ticket, rounded down.
                (AssetCodes.Growth, Divide.Exact(payable.Fen, 100, Rounding.Down)),
                (AssetCodes.Spent, payable.Fen),
                (AssetCodes.Visits, payable.IsPositive ? 1L : 0L),
            }
        )
        {
            if (amount == 0)
                continue;
            var more = Core.Ledger.Earn.Decide(book, new(book.Assets[code].Id, amount, "sale", now, cart.Day)).Value;
            moves += more;
            book = book.Apply(more);
        }
        return moves;
    }

    private static Moves Stamp(Book book, PunchCard card, PricedCart cart, Instant now)
    {
        var stamps = card.Stamps(cart.Quote.Payable, cart.Quote.Lines.Select(l => StampLine(l, cart)).ToList());
        return stamps == 0
            ? Moves.None
            : Core.Ledger.Earn.Decide(book, new(card.Rule.Stamps, stamps, card.Rule.Rule, now, cart.Day)).Value;
    }

    /// <summary>A piece that was free earns no stamp.</summary>
    private static StampLine StampLine(QuoteLine line, PricedCart cart)
    {
        var free = line.Discounts.Count(d => d.OfferCode == Core.Pricing.Offers.FreeItem.TheKind.Code);
        var path =
            line.Line.ProductId is { } id && cart.Products.TryGetValue(id, out var product) ? product.CategoryPath : [];
        return new(line.Line.ProductId, path, new(line.Line.Quantity.Milli - free * Quantity.One.Milli));
    }
}
