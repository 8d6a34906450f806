namespace Shuke.Core.Pricing;

/// <summary>
/// The cart while offers are applied: arrays, one element per line in order of line number. Offers read it; only
/// <see cref="Combine"/> writes, through <see cref="Take"/>.
/// </summary>
public sealed class WorkingCart
{
    private readonly Money[] _net;
    private readonly Money[] _unit;
    private readonly Quantity[] _charged;
    private readonly bool[] _final;
    private readonly bool _costGuard;

    internal WorkingCart(CartLine[] lines, bool costGuard)
    {
        Lines = lines;
        _costGuard = costGuard;
        _net = new Money[lines.Length];
        _unit = new Money[lines.Length];
        _charged = new Quantity[lines.Length];
        _final = new bool[lines.Length];
        Discounts = new List<LineDiscount>[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            // A price by hand above the list price is simply the line's price; only one below is a discount.
            _unit[i] = line.PriceOverride is { } price ? Money.Max(price, line.UnitPrice) : line.UnitPrice;
            _charged[i] = line.Quantity;
            _net[i] = Original(i);
            Discounts[i] = [];
        }
    }

    /// <summary>The cart with prices by hand and free units settled.</summary>
    internal static WorkingCart LinePrices(Cart cart, PricingFacts facts, List<NotApplied> missed)
    {
        var lines = cart.Lines.ToArray();
        Array.Sort(lines, static (a, b) => a.LineNo.CompareTo(b.LineNo));
        var working = new WorkingCart(lines, facts.Policies.CostGuard);
        var offers = new List<Offer>();
        foreach (var kind in OfferKinds.All)
            if (kind.Stage == Stage.LinePrice)
                kind.Find(cart, facts, offers);
        Combine.OneAfterAnother(working, offers, Stage.LinePrice, new(), missed);
        return working;
    }

    public CartLine[] Lines { get; }
    public List<LineDiscount>[] Discounts { get; }
    public int Count => Lines.Length;

    /// <summary>The line before any discount.</summary>
    public Money Original(int i) => ListUnit(i).Times(Lines[i].Quantity);

    public Money ListUnit(int i) =>
        Lines[i].PriceOverride is { } price ? Money.Max(price, Lines[i].UnitPrice) : Lines[i].UnitPrice;

    /// <summary>What the line costs now.</summary>
    public Money Net(int i) => _net[i];

    /// <summary>What a charged unit costs before line discounts.</summary>
    public Money Unit(int i) => _unit[i];

    /// <summary>The quantity without its free units.</summary>
    public Quantity Charged(int i) => _charged[i];

    /// <summary>The price was set by hand; line discounts leave it alone.</summary>
    public bool IsFinal(int i) => _final[i];

    /// <summary>A unit price raised to the guard where it is below, yet never above what the unit costs now.</summary>
    public Money Guarded(int i, Money price) => Money.Min(_unit[i], Money.Max(price, Floor(i)));

    /// <summary>What may still be taken off: down to the lowest price, to cost if so set, never below zero.</summary>
    public Money Headroom(int i) => Money.Max(Money.Zero, _net[i] - Floor(i).Times(_charged[i]));

    private Money Floor(int i)
    {
        var floor = Lines[i].LowestPrice ?? Money.Zero;
        return _costGuard && Lines[i].Cost is { } cost ? Money.Max(floor, cost) : floor;
    }

    /// <summary>What would be left of a part after the guard.</summary>
    public Money Allowed(in Part part) =>
        Money.Min(part.Wanted, part.FreesUnit || part.FreesGoods ? _net[part.Index] : Headroom(part.Index));

    internal Money Take(Offer offer, in Part part)
    {
        var i = part.Index;
        var amount = Allowed(part);
        _net[i] -= amount;
        if (part.FreesUnit)
            _charged[i] -= Quantity.One;
        if (part.UnitPrice is { } price)
            (_unit[i], _final[i]) = (price, true);
        if (amount.IsPositive)
            Discounts[i].Add(new(offer, amount, part.Wanted, part.How));
        return amount;
    }

    public Money Total()
    {
        var total = Money.Zero;
        foreach (var net in _net)
            total += net;
        return total;
    }
}
