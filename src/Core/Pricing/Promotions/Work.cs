namespace Shuke.Core.Pricing.Promotions;

/// <summary>
/// The cart as plain arrays, one element a line in order of line number, with the offers that concern it. Kept by its
/// thread and used again for the next cart, so that deciding allocates nothing once it has grown to its size.
/// </summary>
internal sealed partial class Work
{
    [ThreadStatic]
    private static Work? _ofThread;

    /// <summary>This thread's workspace; pricing does not call itself, so one is enough.</summary>
    public static Work OfThread => _ofThread ??= new();

    /// <summary>A line's bit in masks of lines; lines that do not fit share all of them.</summary>
    public static ulong BitOf(int line) => line < 64 ? 1UL << line : ulong.MaxValue;

    public int Count { get; private set; }
    public CartLine[] Lines { get; private set; } = [];

    /// <summary>What a line costs at this point of the calculation; another array at each point.</summary>
    public long[] Net { get; private set; } = [];

    /// <summary>What thresholds are measured by at this point.</summary>
    public long[] Basis { get; private set; } = [];

    /// <summary>No discount brings a line below this.</summary>
    public long[] Floor { get; private set; } = [];

    /// <summary>Charged quantity in thousandths.</summary>
    public long[] Milli { get; private set; } = [];

    /// <summary>Charged whole pieces; 0 for what is weighed.</summary>
    public long[] Pieces { get; private set; } = [];
    public long Tier { get; private set; }

    // For slices: positions in order of price, and pieces taken.
    public int[] Order { get; private set; } = [];
    public long[] Taken { get; private set; } = [];
    public long[] Held { get; private set; } = [];

    // The line at list price, after prices by hand and free units, and what tier, member price or cashier take off then.
    private long[] _list = [];
    private long[] _start = [];
    private long[] _own = [];
    private bool[] _final = [];
    private bool _hasFloors;
    private bool _hasOwn;
    private long _startTotal;
    private long _ownTotal;
    private long[] _parts = [];
    private long[] _give = [];
    private long[] _remainders = [];
    private ulong[] _mask = [];

    public CartFacts Facts { get; } = new();

    public void Load(Cart cart, PricingFacts facts)
    {
        LoadLines(cart.Lines, facts.Policies.CostGuard);
        if (cart.FreeItems.Count > 0 || HasPriceByHand())
        {
            Load(cart, facts, WorkingCart.LinePrices(cart, facts, []));
            return;
        }
        for (var i = 0; i < Count; i++)
            SetLine(i, Calc.Times(Lines[i].UnitPrice.Fen, Lines[i].Quantity.Milli), Lines[i].Quantity.Milli, false);
        LoadRest(cart, facts);
    }

    /// <summary>From a cart whose prices by hand and free units are settled.</summary>
    public void Load(Cart cart, PricingFacts facts, WorkingCart priced)
    {
        LoadLines(priced.Lines, facts.Policies.CostGuard);
        for (var i = 0; i < Count; i++)
        {
            SetLine(i, priced.Net(i).Fen, priced.Charged(i).Milli, priced.IsFinal(i));
            _list[i] = priced.Original(i).Fen;
        }
        LoadRest(cart, facts);
    }

    private bool HasPriceByHand()
    {
        for (var i = 0; i < Count; i++)
            if (Lines[i].PriceOverride is not null)
                return true;
        return false;
    }

    private void LoadLines(IReadOnlyList<CartLine> lines, bool costGuard)
    {
        Count = lines.Count;
        if (Lines.Length < Count)
            Grow(Math.Max(16, (Count * 2 + 3) / 4 * 4)); // sums go in steps of four lines
        _hasFloors = false;
        for (var i = 0; i < Count; i++)
        {
            var line = lines[i];
            var at = i;
            for (; at > 0 && Lines[at - 1].LineNo > line.LineNo; at--)
                Lines[at] = Lines[at - 1];
            Lines[at] = line;
        }
        for (var i = 0; i < Count; i++)
        {
            var lowest = Lines[i].LowestPrice ?? Money.Zero;
            Floor[i] = (costGuard && Lines[i].Cost is { } cost ? Money.Max(lowest, cost) : lowest).Fen;
            _hasFloors |= Floor[i] > 0;
        }
    }

    private void SetLine(int i, long net, long milli, bool isFinal)
    {
        _list[i] = _start[i] = net;
        Milli[i] = milli;
        Pieces[i] = milli % 1_000 == 0 ? milli / 1_000 : 0;
        Floor[i] = Floor[i] == 0 ? 0 : Calc.Times(Floor[i], milli);
        _final[i] = isFinal;
    }

    private void LoadRest(Cart cart, PricingFacts facts)
    {
        Tier = facts.Buyer?.TierId.Value ?? 0;
        Facts.Set(cart, facts, this);
        OwnDiscounts(facts);
        FindOffers(cart, facts);
    }

    private void Grow(int size)
    {
        Lines = new CartLine[size];
        Net = Basis = _start = new long[size];
        (_list, _own, Floor, Milli, Pieces) = (
            new long[size],
            new long[size],
            new long[size],
            new long[size],
            new long[size]
        );
        (Order, Taken, Held) = (new int[size], new long[size], new long[size]);
        (_parts, _give, _remainders, _shares) = (new long[size], new long[size], new long[size], new long[size]);
        (_lineA, _lineB, _lineOff) = (new long[size], new long[size], new long[size]);
        (_offA, _offB) = (new long[size], new long[size]);
        (_rateA, _rateB) = (new int[size], new int[size]);
        (_final, _withoutOwn) = (new bool[size], new bool[size]);
        _nets = [];
    }

    /// <summary>Member price, tier discount and the cashier's discount on a line, alternatives or one after another.</summary>
    private void OwnDiscounts(PricingFacts facts)
    {
        var hasMemberPrice = facts.Buyer is { HasMemberPrice: true };
        var tierOff = facts.Buyer is { } buyer ? 10_000 - buyer.TierPrice.Bp : 0;
        var isBetter = facts.Policies.LineDiscounts == LineDiscounts.Better;
        (_hasOwn, _startTotal, _ownTotal) = (false, 0, 0);
        for (var i = 0; i < Count; i++)
        {
            _own[i] = 0;
            _startTotal += _start[i];
            var line = Lines[i];
            if (_final[i] || Milli[i] == 0)
                continue;
            if (hasMemberPrice && line.MemberPrice is { } price)
                Own(i, _start[i] - _own[i] * Once(isBetter) - Calc.Times(price.Fen, Milli[i]), isBetter);
            if (line.Discountable)
            {
                if (tierOff > 0)
                    Own(i, Calc.Rate(_start[i] - _own[i] * Once(isBetter), tierOff), isBetter);
                if (line.ManualDiscount is { } manual)
                    Own(
                        i,
                        manual.Off is { } off
                            ? Calc.Rate(_start[i] - _own[i] * Once(isBetter), off.Bp)
                            : manual.Amount!.Value.Fen,
                        isBetter
                    );
            }
            _hasOwn |= _own[i] > 0;
            _ownTotal += _own[i];
        }
    }

    private static int Once(bool isBetter) => isBetter ? 0 : 1;

    private void Own(int i, long wanted, bool isBetter)
    {
        var room = Math.Max(0, _start[i] - (isBetter ? 0 : _own[i]) - Floor[i]);
        var allowed = Math.Min(Math.Max(0, wanted), room);
        _own[i] = isBetter ? Math.Max(_own[i], allowed) : _own[i] + allowed;
    }
}
