namespace Shuke.Core.Pricing;

/// <summary>The order of calculation, stated once (spec 6.4). Points follow the coupons as a tender; rounding is last.</summary>
public enum Stage
{
    /// <summary>What a unit costs and how many are charged: price by hand, free units.</summary>
    LinePrice,

    /// <summary>Alternatives on one line: member price, tier discount, discount by hand.</summary>
    Line,
    Order,
    Rounding,
}

/// <summary>
/// One kind of offer: a stable code, its place in the calculation, its words, and how to find its offers for a cart.
/// A new kind is one file in Offers/, one line in <see cref="OfferKinds"/> and one test table.
/// </summary>
/// <param name="Find">adds the offers of this kind that this cart should be tried with; cheap, no arithmetic</param>
public sealed record OfferKind(string Code, Stage Stage, Phrase Title, Action<Cart, PricingFacts, List<Offer>> Find);

/// <summary>
/// One offer with its arguments. It never changes a cart: it looks at the working cart as the offers before it left it
/// and proposes what to take off which line. What is taken in the end is <see cref="Combine"/>'s decision.
/// </summary>
public abstract record Offer
{
    public abstract OfferKind Kind { get; }

    /// <summary>The tier, benefit, asset ... this comes from; empty when it comes from the cashier or the shop's settings.</summary>
    public virtual string SourceId => "";
    public abstract Sentence Title { get; }

    /// <summary>Pure: same working cart, same proposal. Answers with parts, or with the first condition that failed.</summary>
    public abstract void Propose(WorkingCart cart, Proposal proposal);
}

/// <summary>What an offer would do to one line.</summary>
/// <param name="Index">position in the working cart</param>
/// <param name="Wanted">before guards</param>
/// <param name="FreesUnit">one unit is not charged at all; the lowest price does not concern it</param>
/// <param name="FreesGoods">goods are given away on purpose; the lowest price does not concern it either</param>
/// <param name="UnitPrice">the new price of a unit, when the offer sets it for good</param>
public readonly record struct Part(
    int Index,
    Money Wanted,
    Arithmetic How,
    bool FreesUnit = false,
    Money? UnitPrice = null,
    bool FreesGoods = false
);

/// <summary>Why an offer gave nothing to a line, or to the cart (index -1).</summary>
public readonly record struct Miss(int Index, Sentence Why);

/// <summary>An offer's answer; cleared and used again for the next offer, so that pricing allocates little.</summary>
public sealed class Proposal
{
    public List<Part> Parts { get; } = [];
    public List<Miss> Misses { get; } = [];

    public void Take(Part part) => Parts.Add(part);

    public void Miss(Sentence why, int index = -1) => Misses.Add(new(index, why));

    public Proposal Clear()
    {
        Parts.Clear();
        Misses.Clear();
        return this;
    }
}
