using Shuke.Core.Ledger;
using Shuke.Core.Pricing;
using Shuke.Core.Sales;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Pricing;

namespace Shuke.Server.Modules.Sales;

/// <summary>
/// The value side of a refund: stored value, points and vouchers go back to the lots they came from; then what the
/// ticket earned is taken back. In this order, so that points given back can pay for points taken back.
/// </summary>
internal sealed class RefundValue
{
    private readonly OrderRow _order;
    private readonly PricingSettings _settings;
    private readonly BusinessDay _day;
    private readonly Instant _now;
    private readonly IReadOnlyList<PostedEntry> _original;
    private readonly IReadOnlyList<PostedEntry> _reversals;

    private RefundValue(
        OrderRow order,
        Book book,
        PricingSettings settings,
        BusinessDay day,
        Instant now,
        IReadOnlyList<PostedEntry> original,
        IReadOnlyList<PostedEntry> reversals
    ) =>
        (_order, Book, _settings, _day, _now, _original, _reversals) = (
            order,
            book,
            settings,
            day,
            now,
            original,
            reversals
        );

    /// <summary>The member's book with every lot the refund may touch.</summary>
    public Book Book { get; }

    public sealed record Decided(Moves Moves, Points Taken);

    public static async Task<RefundValue> Load(
        DbRead db,
        OrderRow order,
        Book book,
        PricingSettings settings,
        BusinessDay day
    )
    {
        if (order.PostingId is not { } posting)
            return new(order, book, settings, day, db.Now, [], []);
        var (original, reversals) = await LedgerPublic.EntriesOf(db, posting);
        var lots = original.Concat(reversals).SelectMany(e => LotText.Read(e.Entry.Lots)).Select(m => m.Lot);
        return new(order, await LedgerPublic.WithLots(db, book, lots), settings, day, db.Now, original, reversals);
    }

    /// <summary>Earned points that are no longer there to take back and lower the refund; null when all are there.</summary>
    public PointsShort? Shortage(RefundPlan plan)
    {
        if (GiveBack(plan).No(out var back, out _) || TakePoints(Book.Apply(back), plan).No(out var taken, out _))
            return null;
        return taken.Deduct.IsZero ? null : new(new Points(taken.Missing), taken.Deduct);
    }

    public Outcome<Decided> Decide(RefundPlan plan)
    {
        if (GiveBack(plan).No(out var moves, out var refusal))
            return refusal;
        var book = Book.Apply(moves);
        if (TakePoints(book, plan).No(out var taken, out refusal))
            return refusal;
        moves += taken.Moves;
        book = book.Apply(taken.Moves);
        return new Decided(moves + UndoTotals(book, plan), new Points(taken.Taken));
    }

    private Outcome<Moves> GiveBack(RefundPlan plan)
    {
        var (moves, book) = (Moves.None, Book);
        var stored = plan.Tenders.Where(t => t.Tender == Tender.StoredValue).Sum(t => t.PaidOut.Fen);
        var points = plan.Tenders.Sum(t => t.Points.Value);
        var parts = new List<(long Amount, AssetId[] Assets, CardLimits? Limits)>
        {
            (stored, [book.Assets.Principal.Id, book.Assets.Bonus.Id], CardLimits.Shipped),
            (points, [book.Assets.Points.Id], null),
        };
        foreach (var use in plan.UsesBack.Where(u => u.Kind == FreeItemKind.Times).GroupBy(u => u.SourceId))
            parts.Add((use.Count(), [AssetId.Parse(use.Key, null)], null));
        foreach (var (amount, assets, limits) in parts.Where(p => p.Amount > 0))
        {
            var command = new ReverseSpendCommand(Taken(assets), amount, _settings.Revive, limits, _now, _day);
            if (ReverseSpend.Decide(book, command).No(out var restored, out var refusal))
                return refusal;
            moves += restored.Moves;
            book = book.Apply(restored.Moves);
        }
        return moves;
    }

    private List<Taken> Taken(AssetId[] assets) =>
        Core.Ledger.Taken.Of(
            Book,
            _original.Where(e => assets.Contains(e.Asset) && e.Entry.Amount < 0).Select(e => e.Entry),
            _reversals.Where(e => assets.Contains(e.Asset)).Select(e => e.Entry)
        );

    private Outcome<TakenBack> TakePoints(Book book, RefundPlan plan)
    {
        var points = book.Assets.Points.Id;
        var earned = _original
            .Where(e => e.Asset == points && e.Entry.Amount > 0)
            .SelectMany(e => LotText.Read(e.Entry.Lots))
            .Select(m => m.Lot)
            .ToList();
        return TakeBack.Decide(
            book,
            new TakeBackCommand(
                points,
                plan.TakeBack.Value,
                earned,
                _settings.TakeBack,
                _settings.WorthOfHundred,
                _now,
                _day
            )
        );
    }

    /// <summary>Turnover and growth go back in proportion; visits and stamps when nothing of the ticket is left.</summary>
    private Moves UndoTotals(Book book, RefundPlan plan)
    {
        var moves = Moves.None;
        var gone = plan.State is OrderState.Refunded or OrderState.Void;
        foreach (var entry in _original.Where(e => e.Entry.Amount > 0 && !book.Assets[e.Asset].HasLots))
        {
            var amount = book.Assets[entry.Asset].Code switch
            {
                AssetCodes.Spent => plan.Amount.Fen,
                AssetCodes.Growth => Growth(_order.Refunded + plan.Amount) - Growth(_order.Refunded),
                _ => gone ? entry.Entry.Amount : 0,
            };
            if (amount == 0)
                continue;
            var undo = Core.Ledger.Earn.Undo(book, entry.Asset, amount, _now, _day);
            moves += undo;
            book = book.Apply(undo);
        }
        return moves;
    }

    private static long Growth(Money amount) => Divide.Exact(amount.Fen, 100, Rounding.Down);
}
