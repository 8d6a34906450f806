namespace Shuke.Core.Pricing.Promotions;

/// <summary>One offer that concerns this cart, with its lines. Objects are kept and used again.</summary>
internal sealed class Candidate
{
    private ulong[] _sets = [];
    private int[] _lines = [];
    private byte[] _scopes = [];
    private int _blocks;
    private bool _isListed;

    public ReadyOffer Offer { get; private set; } = null!;
    public OfferArgs Args { get; private set; } = null!;
    public OfferPhase Phase { get; private set; }

    /// <summary>How many lines.</summary>
    public int Count { get; private set; }

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
    public ulong Mask { get; private set; }

    /// <summary>How what it gives is found quickest.</summary>
    public Asking Asking { get; private set; }

    /// <summary>Line promotions: what each of its lines costs at the offer's own price; -1 = it has none.</summary>
    public long[] LinePrices = [];

    /// <summary>Line promotions: the same share off every line, basis points; -1 = not so.</summary>
    public int LineRate { get; private set; }

    /// <summary>Whole pieces on its lines.</summary>
    public long Pieces;

    public bool IsCoupon => Offer.Coupon is not null;
    public bool IsChosen => Offer.Coupon is { Pick: CouponPick.Chosen };

    /// <summary>Its lines in order.</summary>
    public ReadOnlySpan<int> Lines
    {
        get
        {
            if (!_isListed)
                List();
            return _lines.AsSpan(0, Count);
        }
    }

    /// <summary>For each of its lines a bit for each of its ranges of goods.</summary>
    public ReadOnlySpan<byte> Scopes
    {
        get
        {
            if (!_isListed)
                List();
            return _scopes.AsSpan(0, Count);
        }
    }

    public void Reset(ReadyOffer offer, int blocks)
    {
        (Offer, Args, Phase, Left) = (offer, offer.Args, offer.Phase, long.MaxValue);
        (Strips, StripSet, StripLines, IsOn, OffBit) = (false, -1, default, true, -1);
        (Count, Mask, Pieces, _blocks, _isListed) = (0, 0, 0, blocks, false);
        Asking = blocks == 1 ? offer.Asking : Asking.Lines;
        var words = offer.Scopes.Length * blocks;
        if (_sets.Length < words)
            _sets = new ulong[words];
    }

    /// <summary>The lines of its ranges of goods, range by range in words of 64 lines.</summary>
    public void Take(ReadOnlySpan<ulong> sets)
    {
        if (sets.Length == 1)
        {
            Mask = _sets[0] = sets[0];
            Count = System.Numerics.BitOperations.PopCount(Mask);
            return;
        }
        sets.CopyTo(_sets);
        var scopes = Offer.Scopes.Length;
        for (var b = 0; b < _blocks; b++)
        {
            var any = sets[b];
            for (var s = 1; s < scopes; s++)
                any |= sets[s * _blocks + b];
            Count += System.Numerics.BitOperations.PopCount(any);
            Mask |= any;
        }
        if (_blocks > 1)
            Mask = ulong.MaxValue;
    }

    private void List()
    {
        if (_lines.Length < Count)
            (_lines, _scopes) = (new int[_blocks * 64], new byte[_blocks * 64]);
        var scopes = Offer.Scopes.Length;
        var n = 0;
        for (var b = 0; b < _blocks; b++)
        {
            var any = 0UL;
            for (var s = 0; s < scopes; s++)
                any |= _sets[s * _blocks + b];
            for (; any != 0; any &= any - 1)
            {
                var bit = System.Numerics.BitOperations.TrailingZeroCount(any);
                var of = 0UL;
                for (var s = 0; s < scopes; s++)
                    of |= (_sets[s * _blocks + b] >> bit & 1) << s;
                (_lines[n], _scopes[n++]) = (b * 64 + bit, (byte)of);
            }
        }
        _isListed = true;
    }

    public void Price(Work work)
    {
        LineRate = Args.LineRateOff(work.Tier);
        if (LinePrices.Length < Count)
            LinePrices = new long[_blocks * 64];
        if (LineRate >= 0)
        {
            LinePrices.AsSpan(0, Count).Fill(-1);
            return;
        }
        var lines = Lines;
        for (var k = 0; k < lines.Length; k++)
            LinePrices[k] = Args.LinePrice(work, lines[k]);
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

    // For each range of goods the lines it holds, in words of 64 lines.
    private ulong[] _holds = [];
    private int _blocks;

    /// <summary>Lines with a final price: only promotions on the whole ticket take them.</summary>
    private ulong[] _finals = [];

    private void FindOffers(Cart cart, PricingFacts facts)
    {
        (_pooled, _offerCount, _flagCount, _blocks) = (0, 0, 0, (Count + 63) / 64);
        (_linesOf, _orderedBy, _isOrdered) = (null, null, false);
        var set = facts.Promotions;
        if (_offers.Length < set.Offers.Length + cart.Coupons.Count)
        {
            var size = (set.Offers.Length + cart.Coupons.Count) * 2;
            (_offers, _flags) = (new Candidate[size], new Candidate[size]);
        }
        if (_finals.Length < _blocks)
            _finals = new ulong[_blocks];
        Array.Clear(_finals);
        for (var i = 0; i < Count; i++)
            if (_final[i])
                _finals[i >> 6] |= 1UL << (i & 63);
        FindPromotions(cart, facts, set);
        _couponStart = _offerCount;
        for (var i = 0; i < cart.Coupons.Count; i++)
            AddCoupon(cart, cart.Coupons[i]);
        _lineEnd = 0;
        while (_lineEnd < _couponStart && _offers[_lineEnd].Phase == OfferPhase.Line)
            _lineEnd++;
    }

    /// <param name="holds">the lines of its ranges of goods</param>
    private Candidate Fresh(ReadyOffer offer, ReadOnlySpan<ulong> holds)
    {
        if (_pooled == _pool.Length)
        {
            Array.Resize(ref _pool, Math.Max(64, _pool.Length * 2));
            for (var i = _pooled; i < _pool.Length; i++)
                _pool[i] = new();
        }
        var fresh = _pool[_pooled++];
        fresh.Reset(offer, _blocks);
        fresh.Take(holds);
        fresh.Pieces = Sum(Pieces, fresh);
        return fresh;
    }

    private void FindPromotions(Cart cart, PricingFacts facts, PromotionSet set)
    {
        if (set.Offers.Length == 0)
            return;
        if (_mask.Length < set.Words)
            _mask = new ulong[set.Words];
        var all = set.Words * 64 * _blocks;
        if (_holds.Length < all)
            _holds = new ulong[all];
        Array.Clear(_holds, 0, all);
        // Each line says in which ranges it is; turned over, each range says which lines it holds.
        var mask = _mask.AsSpan(0, set.Words);
        for (var i = 0; i < Count; i++)
        {
            set.Ranges(Lines[i], mask);
            var (block, one) = (i >> 6, 1UL << (i & 63));
            for (var w = 0; w < mask.Length; w++)
            for (var bits = mask[w]; bits != 0; bits &= bits - 1)
                _holds[(w * 64 + System.Numerics.BitOperations.TrailingZeroCount(bits)) * _blocks + block] |= one;
        }
        foreach (var offer in set.Offers)
        {
            var holds = _holds.AsSpan(offer.FirstBit * _blocks, offer.Scopes.Length * _blocks);
            if (IsAnywhere(holds, offer.Phase) && Applies(offer, cart, facts, out var left))
            {
                var candidate = Fresh(offer, holds);
                candidate.Left = left;
                Keep(candidate);
            }
        }
    }

    private bool IsAnywhere(Span<ulong> holds, OfferPhase phase)
    {
        ulong any = 0;
        for (var h = 0; h < holds.Length; h++)
        {
            if (phase != OfferPhase.Cart)
                holds[h] &= ~_finals[_blocks == 1 ? 0 : h % _blocks];
            any |= holds[h];
        }
        return any != 0;
    }

    private void Keep(Candidate candidate)
    {
        if (candidate.Phase == OfferPhase.Line)
            candidate.Price(this);
        // Line promotions are chosen line by line; one whose budget may not last for all of them is over.
        if (candidate.Left != long.MaxValue && candidate.Phase == OfferPhase.Line)
        {
            long most = 0;
            for (var k = 0; k < candidate.Count; k++)
                most += LineOff(candidate, candidate.Lines[k], _start[candidate.Lines[k]]);
            if (most > candidate.Left)
                return;
        }
        if (candidate.Offer.TakesMoney)
            _offers[_offerCount++] = candidate;
        else
            _flags[_flagCount++] = candidate;
    }

    private bool Applies(ReadyOffer offer, Cart cart, PricingFacts facts, out long left)
    {
        left = long.MaxValue;
        if (!offer.WithPoints && cart.Points is not null || !offer.Applies(Facts))
            return false;
        if (!offer.HasLimits)
            return true;
        var limits = offer.Promotion!.Limits;
        var used = facts.Usage.TryGetValue(offer.Promotion.Id, out var usage) ? usage : OfferUsage.None;
        left = limits.Budget is { } budget ? Math.Max(0, budget.Fen - used.Given.Fen) : long.MaxValue;
        return Limits.Reached(limits, used, facts.Buyer is not null) == LimitKind.None;
    }

    private void AddCoupon(Cart cart, CouponOffer coupon)
    {
        var ready = coupon.Ready;
        if (coupon.Pick == CouponPick.Off || !ready.WithPoints && cart.Points is not null || !ready.Applies(Facts))
            return;
        var words = ready.Scopes.Length * _blocks;
        if (_holds.Length < words)
            _holds = new ulong[words];
        var holds = _holds.AsSpan(0, words);
        holds.Clear();
        for (var s = 0; s < ready.Scopes.Length; s++)
        {
            var goods = ready.Scopes[s];
            for (var i = 0; i < Count; i++)
                if (ready.IsOnAll ? Lines[i].Discountable : goods.Holds(Lines[i]))
                    holds[s * _blocks + (i >> 6)] |= 1UL << (i & 63);
        }
        if (!IsAnywhere(holds, ready.Phase))
            return;
        var candidate = Fresh(ready, holds);
        if (!ready.TakesMoney)
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
