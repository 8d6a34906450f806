namespace Shuke.Core.Pricing.Promotions;

/// <summary>One offer that concerns this cart, with its lines. Objects are kept and used again.</summary>
internal sealed class Candidate
{
    public ReadyOffer Offer { get; private set; } = null!;
    public OfferArgs Args { get; private set; } = null!;
    public int[] Lines = [];
    public byte[] Scopes = [];
    public int Count;

    /// <summary>What the budget still allows, fen.</summary>
    public long Left;

    /// <summary>It may not be combined with the line's own discounts (tier, member price, by hand), and there are such.</summary>
    public bool Strips;

    /// <summary>Which set of lines it strips; -1 = none.</summary>
    public int StripSet;

    /// <summary>Bits of the lines it strips: 200 lines fit.</summary>
    public UInt256 StripLines;

    /// <summary>May take part in the world that is being looked at.</summary>
    public bool IsOn;

    /// <summary>A line promotion that is left out to keep a threshold; -1 = never.</summary>
    public int OffBit;

    /// <summary>Bits of its lines; all bits where there are more than fit.</summary>
    public ulong Mask;

    /// <summary>What it gives follows from what its lines come to.</summary>
    public bool BySums;

    /// <summary>Line promotions: two prices of each of its lines and what it takes off then; worlds ask for the same again.</summary>
    public (long Net, long Off)[] Offs = [];

    /// <summary>Whole pieces on its lines.</summary>
    public long Pieces;

    public bool IsCoupon => Offer.Coupon is not null;
    public bool IsChosen => Offer.Coupon is { Pick: CouponPick.Chosen };
    public OfferPhase Phase => Args.Phase();

    public void Reset(ReadyOffer offer, int lines)
    {
        (Offer, Args, Count, Left) = (offer, offer.Args, 0, long.MaxValue);
        (Strips, StripSet, StripLines, IsOn, OffBit) = (false, -1, default, true, -1);
        (Mask, Pieces) = (0, 0);
        BySums = Args.BySums;
        if (Lines.Length < lines)
            (Lines, Scopes, Offs) = (new int[lines], new byte[lines], new (long, long)[lines * 2]);
    }

    /// <summary>Lines come in ascending order; a second range of the same line adds its bit.</summary>
    public void Add(int line, int scope, long pieces)
    {
        if (Count > 0 && Lines[Count - 1] == line)
        {
            Scopes[Count - 1] |= (byte)(1 << scope);
            return;
        }
        Lines[Count] = line;
        Offs[Count * 2] = Offs[Count * 2 + 1] = (-1, 0);
        Scopes[Count++] = (byte)(1 << scope);
        Mask |= Work.BitOf(line);
        Pieces += pieces;
    }
}

/// <summary>A set of at most 256 lines.</summary>
internal readonly record struct UInt256(UInt128 Low, UInt128 High)
{
    public UInt256 With(int bit) =>
        bit < 128 ? new(Low | UInt128.One << bit, High) : new(Low, High | UInt128.One << (bit - 128));

    public bool Has(int bit) => ((bit < 128 ? Low >> bit : High >> (bit - 128)) & UInt128.One) != UInt128.Zero;

    public static UInt256 operator |(UInt256 a, UInt256 b) => new(a.Low | b.Low, a.High | b.High);

    public bool IsIn(UInt256 other) => (Low & ~other.Low) == UInt128.Zero && (High & ~other.High) == UInt128.Zero;
}

internal sealed partial class Work
{
    private Candidate[] _pool = [];
    private int _pooled;
    private int[] _slots = [];

    // In order of calculation: line promotions, pieces, cart, then coupons; flags and factors apart.
    private Candidate[] _offers = [];
    private int _offerCount;
    private int _couponStart;
    private int _lineEnd;
    private Candidate[] _flags = [];
    private int _flagCount;

    public long ListTotal()
    {
        long sum = 0;
        for (var i = 0; i < Count; i++)
            sum += _list[i];
        return sum;
    }

    public long PiecesTotal()
    {
        long sum = 0;
        for (var i = 0; i < Count; i++)
            sum += Pieces[i];
        return sum;
    }

    private void FindOffers(Cart cart, PricingFacts facts)
    {
        (_pooled, _offerCount, _flagCount) = (0, 0, 0);
        var set = facts.Promotions;
        if (_offers.Length < set.Offers.Length + cart.Coupons.Count)
        {
            var size = (set.Offers.Length + cart.Coupons.Count) * 2;
            (_offers, _flags) = (new Candidate[size], new Candidate[size]);
        }
        FindPromotions(cart, facts, set);
        _couponStart = _offerCount;
        for (var i = 0; i < cart.Coupons.Count; i++)
            AddCoupon(cart, cart.Coupons[i]);
        _lineEnd = 0;
        while (_lineEnd < _couponStart && _offers[_lineEnd].Phase == OfferPhase.Line)
            _lineEnd++;
    }

    private Candidate Fresh(ReadyOffer offer)
    {
        if (_pooled == _pool.Length)
        {
            Array.Resize(ref _pool, Math.Max(64, _pool.Length * 2));
            for (var i = _pooled; i < _pool.Length; i++)
                _pool[i] = new();
        }
        var fresh = _pool[_pooled++];
        fresh.Reset(offer, Lines.Length);
        return fresh;
    }

    private void FindPromotions(Cart cart, PricingFacts facts, PromotionSet set)
    {
        if (set.Offers.Length == 0)
            return;
        if (_slots.Length < set.Offers.Length)
            _slots = new int[set.Offers.Length * 2];
        if (_mask.Length < set.Words)
            _mask = new ulong[set.Words];
        // 0 = not met yet, -1 = does not apply, otherwise the place in the pool and one.
        Array.Clear(_slots, 0, set.Offers.Length);
        var mask = _mask.AsSpan(0, set.Words);
        for (var i = 0; i < Count; i++)
        {
            set.Ranges(Lines[i], mask);
            for (var w = 0; w < mask.Length; w++)
            for (var bits = mask[w]; bits != 0; bits &= bits - 1)
            {
                var bit = w * 64 + System.Numerics.BitOperations.TrailingZeroCount(bits);
                var owner = set.Owner[bit];
                var slot = _slots[owner];
                if (slot < 0)
                    continue;
                var offer = set.Offers[owner];
                if (slot == 0)
                {
                    if (!Applies(offer, cart, facts, out var left))
                    {
                        _slots[owner] = -1;
                        continue;
                    }
                    Fresh(offer).Left = left;
                    _slots[owner] = slot = _pooled;
                }
                if (!_final[i] || offer.Args.Phase() == OfferPhase.Cart)
                    _pool[slot - 1].Add(i, bit - offer.FirstBit, Pieces[i]);
            }
        }
        for (var o = 0; o < set.Offers.Length; o++)
            if (_slots[o] > 0 && _pool[_slots[o] - 1] is { Count: > 0 } candidate)
                Keep(candidate);
    }

    private void Keep(Candidate candidate)
    {
        // Line promotions are chosen line by line; one whose budget may not last for all of them is over.
        if (candidate.Left != long.MaxValue && candidate.Phase == OfferPhase.Line)
        {
            long most = 0;
            for (var k = 0; k < candidate.Count; k++)
                most += LineOff(candidate, candidate.Lines[k], _start[candidate.Lines[k]]);
            if (most > candidate.Left)
                return;
        }
        if (candidate.Args.TakesMoney)
            _offers[_offerCount++] = candidate;
        else
            _flags[_flagCount++] = candidate;
    }

    private bool Applies(ReadyOffer offer, Cart cart, PricingFacts facts, out long left)
    {
        left = long.MaxValue;
        if (!offer.WithPoints && cart.Points is not null || !offer.Applies(Facts))
            return false;
        var limits = offer.Promotion!.Limits;
        if (limits.IsNone)
            return true;
        var used = facts.Usage.TryGetValue(offer.Promotion.Id, out var usage) ? usage : OfferUsage.None;
        left = limits.Budget is { } budget ? Math.Max(0, budget.Fen - used.Given.Fen) : long.MaxValue;
        return Limits.Reached(limits, used, facts.Buyer is not null) == LimitKind.None;
    }

    private void AddCoupon(Cart cart, CouponOffer coupon)
    {
        var ready = coupon.Ready;
        if (coupon.Pick == CouponPick.Off || !ready.WithPoints && cart.Points is not null || !ready.Applies(Facts))
            return;
        var candidate = Fresh(ready);
        var takesFinal = ready.Args.Phase() == OfferPhase.Cart;
        for (var i = 0; i < Count; i++)
            if (!_final[i] || takesFinal)
                for (var s = 0; s < ready.Scopes.Length; s++)
                    if (ready.Scopes[s].Holds(Lines[i]))
                        candidate.Add(i, s, Pieces[i]);
        if (candidate.Count == 0)
            return;
        if (!candidate.Args.TakesMoney)
        {
            _flags[_flagCount++] = candidate;
            return;
        }
        // Alone-standing coupons first, then stackable ones by phase; of two alike the one that ends first.
        var at = _offerCount++;
        for (; at > _couponStart && IsBefore(candidate, _offers[at - 1]); at--)
            _offers[at] = _offers[at - 1];
        _offers[at] = candidate;
    }

    private static bool IsBefore(Candidate a, Candidate b)
    {
        var (x, y) = (a.Offer.Coupon!, b.Offer.Coupon!);
        if (x.Stackable != y.Stackable)
            return !x.Stackable;
        if (a.Phase != b.Phase)
            return a.Phase < b.Phase;
        if (x.TemplateId != y.TemplateId)
            return x.TemplateId.CompareTo(y.TemplateId) < 0;
        var (ends, otherEnds) = (x.ValidTo?.UnixMs ?? long.MaxValue, y.ValidTo?.UnixMs ?? long.MaxValue);
        return ends != otherEnds ? ends < otherEnds : x.Id.CompareTo(y.Id) < 0;
    }
}

internal enum LimitKind
{
    None,
    PerMember,
    PerMemberDay,
    PerDay,
    Total,
    Budget,
    NeedsMember,
}

internal static class Limits
{
    /// <summary>The first limit that leaves nothing.</summary>
    public static LimitKind Reached(OfferLimits limits, OfferUsage used, bool isMember)
    {
        if ((limits.PerMember ?? limits.PerMemberDay) is not null && !isMember)
            return LimitKind.NeedsMember;
        if (used.ByMember >= limits.PerMember)
            return LimitKind.PerMember;
        if (used.ByMemberToday >= limits.PerMemberDay)
            return LimitKind.PerMemberDay;
        if (used.Today >= limits.PerDay)
            return LimitKind.PerDay;
        if (used.Total >= limits.Total)
            return LimitKind.Total;
        return used.Given >= limits.Budget ? LimitKind.Budget : LimitKind.None;
    }
}
