using System.Text.Json.Serialization;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>Goods that may still be chosen under an offer: gifts (price zero) and add-ons.</summary>
public sealed record Choices(IReadOnlyList<(ProductId Product, Money Price)> Goods, long PiecesLeft);

// The effect. These run thousands of times a cart while the best combination is looked for, so they work on the arrays
// of the workspace and allocate nothing. What they give must never grow when lines become cheaper: the search relies on it.
public abstract partial record OfferArgs
{
    /// <summary>Several ranges of goods where a kind tells them apart; the first is what it counts.</summary>
    internal virtual IReadOnlyList<Goods> Scopes => [Counts()];

    /// <summary>False: a flag or a factor, not an amount.</summary>
    internal virtual bool TakesMoney => true;

    /// <summary>True: one amount shared over the lines in proportion; false: an amount for each line.</summary>
    internal virtual bool SharesWhole => true;

    /// <summary>Gives goods away on purpose; the lowest price does not concern it.</summary>
    internal virtual bool FreesGoods => false;

    /// <summary>What a set of goods costs together, for the guard against selling below cost.</summary>
    internal virtual Money? BundlePrice => null;

    /// <summary>Line kinds: what it takes off a line that costs so much now; before guards.</summary>
    internal virtual long OffLine(Work w, int line, long net) => 0;

    /// <summary>Line kinds with prices of their own: what the line costs then, whatever it costs now; -1 = not so.</summary>
    internal virtual long LinePrice(Work w, int line) => -1;

    /// <summary>Line kinds that take the same share off every line: basis points; -1 = not so.</summary>
    internal virtual int LineRateOff(long tier) => -1;

    internal virtual Arithmetic HowLine(Work w, int line, Money net) => throw new NotSupportedException(Kind);

    /// <summary>
    /// Other kinds: what they want to take off, before guards. Fills parts, one for each line of the slice: the weights of
    /// the shares where one amount is shared, otherwise the amounts themselves.
    /// </summary>
    internal virtual long Want(in Slice s, Span<long> parts) => 0;

    /// <summary>What it wants follows from sums over its lines: see <see cref="WantOf"/>.</summary>
    internal virtual bool BySums => false;

    /// <summary>What such a kind wants when its lines come to this.</summary>
    /// <param name="amount">by what thresholds are measured, fen</param>
    /// <param name="net">what the lines cost now, fen</param>
    internal virtual long WantOf(long amount, long pieces, long net) => 0;

    /// <summary>What it wants follows from its pieces, the dearest first: see <see cref="WantOfPieces"/>.</summary>
    internal virtual bool ByPieces => false;

    /// <summary>The sum of what such a kind wants; the same as <see cref="Want"/>.</summary>
    internal virtual long WantOfPieces(in PiecesInOrder p) => 0;

    /// <summary>
    /// No more than this, asked before it is worth asking exactly: when so many lines cost so much together. Rounding may
    /// add a fen to each line.
    /// </summary>
    internal virtual long WantAtMost(long net, int lines) => long.MaxValue;

    /// <summary>The same arguments, with what is looked up in them again and again put in order.</summary>
    internal virtual OfferArgs Prepared() => this;

    /// <summary>How this line's amount came about, for kinds with an amount for each line.</summary>
    internal virtual Arithmetic HowPieces(in Slice s, int k, Money net) => throw new NotSupportedException(Kind);

    /// <summary>The step of a threshold that is reached; a step lost by another discount may be worth more than that discount.</summary>
    internal virtual int Reached(in Slice s) => 0;

    /// <summary>How much dearer the counted lines must be to reach the next step, fen; for steps counted in pieces no price helps.</summary>
    internal virtual long Missing(in Slice s) => long.MaxValue;

    /// <summary>How one shared amount came about, with its numbers.</summary>
    internal virtual Sentence Working(in Slice s, Money whole) => Workings.ByLine(whole);

    /// <summary>What is missing for the (next) step; null = nothing more to gain.</summary>
    internal virtual Sentence? Short(in Slice s) => null;

    /// <summary>What may still be chosen, with so many pieces taken already.</summary>
    internal virtual Choices? Open(in Slice s, long taken) => null;
}
