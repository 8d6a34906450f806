namespace Shuke.Core.Pricing.Promotions;

/// <summary>How the search went.</summary>
/// <param name="Nodes">combinations tried</param>
/// <param name="IsBounded">the budget of tries was used up: the best found, not proven to be the best</param>
public readonly record struct SearchEffort(int Nodes, bool IsBounded);

/// <summary>One choice among promotions that exclude each other, or one coupon.</summary>
internal struct Level
{
    public int From;
    public int End;
    public OfferPhase Phase;
    public bool IsCoupon;

    /// <summary>Coupons of which a ticket takes one alone.</summary>
    public bool IsAlone;

    /// <summary>A group with members in several phases is chosen from once: its bit, or 0.</summary>
    public ulong GroupBit;

    /// <summary>The end of those that give anything in this world, best first.</summary>
    public int Live;

    /// <summary>What the best of those could give at most.</summary>
    public long Most;

    /// <summary>The end of those that give anything in any world.</summary>
    public int EverLive;
}

// Branch and bound. What is given never grows when lines become cheaper, so what each group could give now, all together,
// bounds what they can give from here on; it is computed anew at each node.
internal sealed partial class Work
{
    /// <summary>Tries for one cart: about a tenth of a millisecond of them is enough for real carts.</summary>
    public const int NodesMax = 256;
    private const int LineGroupsMax = 5;

    /// <summary>More than any ticket: a coupon that people chose goes before every saving.</summary>
    private const long ChosenWorth = 1_000_000_000_000_000;

    private Level[] _levels = [];
    private int _levelCount;
    private long[][] _nets = [];

    /// <summary>For each level the lines that cost something else than before the first.</summary>
    private ulong[] _changed = [];
    private long[] _gains = [];
    private int[] _ranks = [];
    private long[] _rests = [];
    private int[] _choice = [];
    private int[] _bestChoice = [];
    private long _best;
    private World _world;
    private World _bestWorld;
    private ulong _groupsUsed;
    private int _nodes;
    private bool _isBounded;
    private PricingPolicies _policies = null!;
    private bool _isFree;

    /// <summary>Promotions that do not go with coupons, and coupons that do not go with promotions: worlds without the others.</summary>
    private bool _hasShy;
    private bool _hasLonely;
    private readonly UInt256[] _stripSets = new UInt256[4];
    private int _stripSetCount;
    private ulong _mixedGroups;
    private long[] _cartBasis = [];
    private long[] _couponBasis = [];

    /// <summary>The switches that are not a choice inside one group: each way to set them is searched by itself.</summary>
    private record struct World(bool Coupons, bool PromotionsToo, int Strip, int Mixed, int LineOff, bool StripAll);

    public SearchEffort Effort => new(_nodes, _isBounded || IsOut);

    private bool IsOut => _nodes > NodesMax;

    /// <summary>Finds the cheapest legal combination and lays the lines out in it, for the explanation.</summary>
    public void Decide(PricingFacts facts)
    {
        Find(facts);
        Settle();
    }

    /// <summary>The same decision, of which only the sum is asked: what the goods cost then.</summary>
    public long Cheapest(PricingFacts facts)
    {
        Find(facts);
        return Total();
    }

    private void Find(PricingFacts facts)
    {
        _policies = facts.Policies;
        (_best, _nodes, _isBounded, _stripSetCount, _mostOfAll) = (long.MaxValue, 0, false, 0, -1);
        _orderedBy = null;
        FindStripSets();
        FindLevels();
        (_hasShy, _hasLonely) = (false, false);
        for (var o = 0; o < _offerCount; o++)
            if (!_offers[o].Offer.WithOthers)
            {
                _hasShy |= o < _couponStart;
                _hasLonely |= o >= _couponStart;
            }
        _isFree = _stripSetCount == 0 && _mixedGroups == 0 && !_hasShy && !_hasLonely;
        SearchWorlds(0, false);
        if (_levelCount > 0 && _policies.Promotions == PromotionChoice.Best && IsLinePriceAtStake())
        {
            var offBits = NumberLineOffers();
            var allOff = (1 << offBits) - 1;
            for (var off = 0; off <= allOff && !IsOut; off++)
            {
                // Without any line promotion it is known at once what the lines cost at least.
                if (off > 0 && (off < allOff || CanBeat(_startTotal - _ownTotal)))
                    SearchWorlds(off, false);
                if (_hasOwn && (off < allOff || CanBeat(_startTotal)))
                    SearchWorlds(off, true);
            }
        }
        if (IsOut)
            TrySingles();
    }

    /// <summary>What the goods cost in the best combination; a chosen coupon is counted there as more than it gives.</summary>
    private long Total() => _best > -ChosenWorth / 2 ? _best : Settle();

    private void FindStripSets()
    {
        var isMultiply = _policies.LineDiscounts == LineDiscounts.Multiply;
        for (var o = _lineEnd; o < _offerCount; o++)
        {
            var c = _offers[o];
            if (!_hasOwn || isMultiply || c.Offer.WithTier)
                continue;
            for (var k = 0; k < c.Count; k++)
                if (_own[c.Lines[k]] > 0)
                    c.StripLines = c.StripLines.With(c.Lines[k]);
            if (c.StripLines == default)
                continue;
            c.Strips = true;
            var set = 0;
            while (set < _stripSetCount && _stripSets[set] != c.StripLines)
                set++;
            if (set == _stripSets.Length)
            {
                // A fifth set of goods: it joins the last one, and the answer is no longer proven.
                set--;
                _stripSets[set] |= c.StripLines;
                _isBounded = true;
            }
            else if (set == _stripSetCount)
                _stripSets[_stripSetCount++] = c.StripLines;
            c.StripSet = set;
        }
    }

    private void FindLevels()
    {
        (_levelCount, _mixedGroups) = (0, 0);
        if (_levels.Length < _offerCount + 1)
        {
            var size = Math.Max(32, _offerCount * 2);
            _levels = new Level[size];
            (_choice, _bestChoice) = (new int[size], new int[size]);
            (_gains, _ranks, _rests) = (new long[size * size], new int[size * size], new long[size * size]);
            (_ever, _first) = (new long[size], new long[size]);
            (_atMost, _known) = (new long[size], new long[size]);
            (_sorted, _everSorted, _stakes) = (new int[size], new int[size], new Stake[size]);
            _nets = [];
        }
        var firstOnly = _policies.Promotions == PromotionChoice.FirstOnly;
        var at = _lineEnd;
        while (at < _couponStart)
        {
            var end = firstOnly ? PhaseEnd(at) : GroupEnd(at, _couponStart);
            AddLevel(at, end, isCoupon: false, isAlone: false, firstOnly ? 1 : MixedBit(at));
            at = end;
        }
        var alone = at;
        while (alone < _offerCount && !_offers[alone].Offer.Coupon!.Stackable)
            alone++;
        if (alone > at)
            AddLevel(at, alone, isCoupon: true, isAlone: true, 0);
        for (var c = alone; c < _offerCount; c++)
            AddLevel(c, c + 1, isCoupon: true, isAlone: false, 0);
        if (_nets.Length < _levelCount + 2)
        {
            _nets = new long[_levelCount + 8][];
            _changed = new ulong[_nets.Length];
            for (var i = 0; i < _nets.Length; i++)
                _nets[i] = new long[Lines.Length];
        }
    }

    private int PhaseEnd(int from)
    {
        var end = from + 1;
        while (end < _couponStart && _offers[end].Phase == _offers[from].Phase)
            end++;
        return end;
    }

    private void AddLevel(int from, int end, bool isCoupon, bool isAlone, ulong groupBit) =>
        _levels[_levelCount++] = new()
        {
            From = from,
            End = end,
            Phase = _offers[from].Phase,
            IsCoupon = isCoupon,
            IsAlone = isAlone,
            GroupBit = groupBit,
        };

    /// <summary>The bit of a group that also has members in another phase; line promotions make it a switch of worlds.</summary>
    private ulong MixedBit(int at)
    {
        var group = _offers[at].Offer.Group;
        if (group is < 0 or > 62)
            return 0;
        var isMixed = false;
        for (var o = 0; o < _couponStart; o++)
            if (_offers[o].Offer.Group == group && _offers[o].Phase != _offers[at].Phase)
            {
                isMixed = true;
                if (o < _lineEnd)
                    _mixedGroups |= 1UL << group;
            }
        return isMixed ? 1UL << group : 0;
    }

    private void SearchWorlds(int lineOff, bool stripAll)
    {
        var hasCoupons = _couponStart < _offerCount;
        var strips = stripAll ? 1 : 1 << _stripSetCount;
        var mixed = System.Numerics.BitOperations.PopCount(_mixedGroups);
        if (mixed > 3)
            _isBounded = true;
        for (var strip = 0; strip < strips; strip++)
        for (var mix = 0; mix < 1 << Math.Min(mixed, 3); mix++)
        {
            SearchWorld(new(true, true, strip, mix, lineOff, stripAll));
            if (_hasShy && hasCoupons)
                SearchWorld(new(false, true, strip, mix, lineOff, stripAll));
            if (_hasLonely)
                SearchWorld(new(true, false, strip, mix, lineOff, stripAll));
        }
    }

    /// <summary>Whether lines that cost so much could come to less than the best known, whatever is given.</summary>
    private bool CanBeat(long score) => _best == long.MaxValue || score - MostOfAll() < _best;

    private void SearchWorld(World world)
    {
        EnterWorld(world);
        var score = Lay(world, _nets[0]);
        if (!CanBeat(score))
            return;
        (_cartBasis, _couponBasis) = (_none, _none);
        _changed[0] = 0;
        if (RankAll(score))
            Search(0, score);
    }

    /// <summary>
    /// What all levels together can give at most, in whatever world: what their best would give at the prices before line
    /// discounts, for nothing gives more when lines are cheaper. What gives nothing even then is out; the rest waits in
    /// descending order, where that order is the policy, and most of it is never asked again.
    /// </summary>
    private long MostOfAll()
    {
        if (_mostOfAll >= 0)
            return _mostOfAll;
        var basis = _policies.Thresholds == ThresholdBasis.BeforeAll ? _list : _start;
        long promotions = 0;
        long alone = 0;
        long stackable = 0;
        for (var l = 0; l < _levelCount; l++)
        {
            ref var level = ref _levels[l];
            var sorts = IsByGain(level);
            var likeliest = Likeliest(level, _start);
            var most = likeliest < 0 ? 0 : Gain(_offers[likeliest], _start, basis);
            level.EverLive = level.From;
            for (var o = level.From; o < level.End; o++)
            {
                _ever[o] =
                    o == likeliest ? most
                    : _atMost[o] > most ? Gain(_offers[o], _start, basis)
                    : _atMost[o];
                if (_ever[o] <= 0)
                    continue;
                most = Math.Max(most, _ever[o]);
                var at = level.EverLive++;
                for (; at > level.From && sorts && _ever[_everSorted[at - 1]] < _ever[o]; at--)
                    _everSorted[at] = _everSorted[at - 1];
                _everSorted[at] = o;
            }
            if (!level.IsCoupon)
                promotions += most;
            else if (level.IsAlone)
                alone = most;
            else
                stackable += most;
        }
        return _mostOfAll = promotions + Math.Max(alone, stackable);
    }

    /// <summary>
    /// A quick look at what each offer of a level can give at most, into _atMost. Answers the one with the most, where
    /// that is known of all: asked first, it saves asking most of the others.
    /// </summary>
    private int Likeliest(in Level level, long[] net)
    {
        var (likeliest, most) = (-1, -1L);
        for (var o = level.From; o < level.End; o++)
        {
            var c = _offers[o];
            _atMost[o] = long.MaxValue;
            if (c.Asking != Asking.Pieces || c.IsChosen)
                continue;
            _atMost[o] = c.Args.WantAtMost(Sum(net, c), c.Count);
            if (_atMost[o] > most)
                (likeliest, most) = (o, _atMost[o]);
        }
        return likeliest;
    }

    private long[] _atMost = [];

    private long _mostOfAll;

    /// <summary>
    /// The offers that are on in this world, best first as far as it is known. False: this world cannot be better than
    /// what is known.
    /// </summary>
    private bool RankAll(long score)
    {
        MostOfAll();
        long promotions = 0;
        long alone = 0;
        long stackable = 0;
        for (var l = 0; l < _levelCount; l++)
        {
            ref var level = ref _levels[l];
            level.Live = level.From;
            var sorts = IsByGain(level);
            long most = 0;
            for (var r = level.From; r < level.EverLive; r++)
            {
                var o = _everSorted[r];
                var c = _offers[o];
                if (!c.IsOn)
                    continue;
                (_known[o], _first[o]) = (-1, _ever[o]);
                if (_ever[o] > most || !sorts)
                {
                    _known[o] = _first[o] = Gain(c, _nets[0], BasisAt(level, _nets[0]));
                    if (_first[o] <= 0)
                        continue;
                    most = Math.Max(most, _first[o]);
                }
                var at = level.Live++;
                for (; at > level.From && sorts && _first[_sorted[at - 1]] < _first[o]; at--)
                    _sorted[at] = _sorted[at - 1];
                _sorted[at] = o;
            }
            level.Most = most;
            if (!level.IsCoupon)
                promotions += most;
            else if (level.IsAlone)
                alone = most;
            else
                stackable += most;
        }
        return score - promotions - Math.Max(alone, stackable) < _best;
    }

    /// <summary>What each offer could give at most, in whatever world.</summary>
    private long[] _ever = [];

    /// <summary>What each could give in this world at most.</summary>
    private long[] _first = [];
    private int[] _everSorted = [];

    /// <summary>What each gives in this world first, once it was asked; -1 = not yet.</summary>
    private long[] _known = [];

    private int[] _sorted = [];

    private long Lay(World world, long[] to)
    {
        // Whatever was known of these prices is of the world before.
        _orderedBy = null;
        return LinePhase(
            to,
            world,
            StripOf(world),
            _policies.LineDiscounts == LineDiscounts.Multiply,
            _policies.Promotions != PromotionChoice.Best
        );
    }

    private UInt256 StripOf(World world)
    {
        UInt256 strip = default;
        for (var s = 0; s < _stripSetCount; s++)
            if ((world.Strip >> s & 1) != 0)
                strip |= _stripSets[s];
        return strip;
    }

    private void EnterWorld(World world)
    {
        (_world, _groupsUsed) = (world, 0);
        var strip = StripOf(world);
        var hasCoupons = _couponStart < _offerCount;
        // Where nothing else excludes anything, worlds differ in line promotions only.
        var end = _isFree ? _lineEnd : _offerCount;
        for (var o = 0; o < end; o++)
        {
            var c = _offers[o];
            var isOn = c.IsCoupon
                ? world.Coupons && (c.Offer.WithOthers || !world.PromotionsToo)
                : world.PromotionsToo && (c.Offer.WithOthers || !world.Coupons || !hasCoupons);
            if (c.Strips && !world.StripAll)
                isOn &= c.StripLines.IsIn(strip);
            if (c.OffBit >= 0 && (world.LineOff >> c.OffBit & 1) != 0)
                isOn = false;
            if (_mixedGroups != 0 && c.Offer.Group is >= 0 and <= 62 && (_mixedGroups >> c.Offer.Group & 1) != 0)
            {
                var nth = System.Numerics.BitOperations.PopCount(_mixedGroups & ((1UL << c.Offer.Group) - 1));
                isOn &= o < _lineEnd == (nth > 2 || (world.Mixed >> nth & 1) == 0);
            }
            c.IsOn = isOn;
        }
    }

    private void Search(int level, long score)
    {
        var (cart, coupon) = (_cartBasis, _couponBasis);
        SearchHere(level, score);
        (_cartBasis, _couponBasis) = (cart, coupon);
    }

    private void SearchHere(int level, long score)
    {
        if (level == _levelCount)
        {
            Save(score);
            return;
        }
        ref readonly var own = ref _levels[level];
        var net = _nets[level];
        if (
            own.Phase == OfferPhase.Cart
            && (level == 0 || _levels[level - 1].Phase != OfferPhase.Cart)
            && !own.IsCoupon
        )
            _cartBasis = net;
        if (own.IsCoupon && (level == 0 || !_levels[level - 1].IsCoupon))
            _couponBasis = net;

        var options = new Options(level, level * _levels.Length, own.From);
        var isUsed = own.GroupBit != 0 && (_groupsUsed & own.GroupBit) != 0;
        var bound = own.IsAlone ? 0 : RestBefore(level);
        var most = isUsed || !Knows(ref options, 0, own, net, score - bound) ? 0 : _gains[options.Row];
        if (level == _levelCount - 1)
        {
            _choice[level] = most > 0 ? _ranks[options.Row] : -1;
            Save(score - most);
            return;
        }
        if (own.IsAlone)
        {
            for (var l = level + 1; l < _levelCount; l++)
                _choice[l] = -1;
            if (most > 0)
            {
                _choice[level] = _ranks[options.Row];
                Save(score - most);
            }
            bound = RestBefore(level);
        }
        else if (most > 0)
        {
            bound = Rest(level, net);
            for (var r = 0; Knows(ref options, r, own, net, score - bound); r++)
            {
                var (gain, offer) = (_gains[options.Row + r], _ranks[options.Row + r]);
                if (score - gain - bound >= _best)
                    break;
                if (++_nodes > NodesMax && _best != long.MaxValue)
                    return;
                _choice[level] = offer;
                Array.Copy(net, _nets[level + 1], Count);
                TakeOff(_offers[offer], net, _nets[level + 1], BasisAt(own, net));
                _changed[level + 1] = _changed[level] | _offers[offer].Mask;
                var used = _groupsUsed;
                _groupsUsed |= own.GroupBit;
                Search(level + 1, score - gain);
                _groupsUsed = used;
                if (IsOut || !IsByGain(own))
                    return;
            }
        }
        if (score - bound >= _best)
            return;
        _choice[level] = -1;
        Array.Copy(net, _nets[level + 1], Count);
        _changed[level + 1] = _changed[level];
        if (most == 0 || own.IsAlone)
            CopyRests(level);
        Search(level + 1, score);
    }

    /// <summary>What of a level is known so far: so many of its offers stand ranked in its row, the others wait in order.</summary>
    private struct Options(int level, int row, int next)
    {
        public int Level = level;
        public int Row = row;
        public int Count = 0;
        public int Next = next;
    }

    /// <summary>By what they give; by priority where that is the policy, for promotions.</summary>
    private bool IsByGain(in Level level) => _policies.Promotions == PromotionChoice.Best || level.IsCoupon;

    /// <summary>
    /// Asks offers until it is known which is the n-th best. What each gave first bounds what it gives now, and they wait
    /// in that order: most are never asked. False: there is no n-th that could lead to anything better.
    /// </summary>
    private bool Knows(ref Options options, int n, in Level level, long[] net, long score)
    {
        var byGain = IsByGain(level);
        for (; options.Next < level.Live; options.Next++)
        {
            var offer = _sorted[options.Next];
            if (byGain && n < options.Count && _first[offer] <= _gains[options.Row + n])
                break;
            if (byGain && score - _first[offer] >= _best)
            {
                options.Next = level.Live;
                break;
            }
            var gain = GainAt(options.Level, level, offer, net);
            if (gain > 0)
                options.Count = RankOne(options.Row, options.Count, offer, gain);
        }
        return n < options.Count;
    }

    /// <summary>What an offer gives now; as long as none of its lines has changed that is what it gave first.</summary>
    private long GainAt(int level, in Level of, int offer, long[] net)
    {
        var c = _offers[offer];
        if ((c.Mask & _changed[level]) != 0)
            return Gain(c, net, BasisAt(of, net));
        if (_known[offer] < 0)
        {
            var basis = BasisAt(of, net);
            _known[offer] = Gain(c, _nets[0], ReferenceEquals(basis, net) ? _nets[0] : basis);
        }
        return _known[offer];
    }

    /// <summary>What the levels after this one can give at most, as the level before saw it.</summary>
    private long RestBefore(int level)
    {
        long rest = 0;
        long alone = 0;
        long stackable = 0;
        var row = (level - 1) * _levels.Length;
        for (var l = level + 1; l < _levelCount; l++)
        {
            var most = level == 0 ? _levels[l].Most : _rests[row + l];
            if (!_levels[l].IsCoupon)
                rest += most;
            else if (_levels[l].IsAlone)
                alone = most;
            else
                stackable += most;
        }
        return rest + Math.Max(alone, stackable);
    }

    private void CopyRests(int level)
    {
        for (var l = level + 1; l < _levelCount; l++)
            _rests[level * _levels.Length + l] =
                level == 0 ? _levels[l].Most : _rests[(level - 1) * _levels.Length + l];
    }

    /// <summary>Best first; by priority where that is the policy, for the order of the offers is that.</summary>
    private int RankOne(int row, int count, int offer, long gain)
    {
        var at = row + count;
        var byGain = _policies.Promotions == PromotionChoice.Best || _offers[offer].IsCoupon;
        for (; at > row && (byGain ? _gains[at - 1] < gain : Priority(_ranks[at - 1]) > Priority(offer)); at--)
            (_gains[at], _ranks[at]) = (_gains[at - 1], _ranks[at - 1]);
        (_gains[at], _ranks[at]) = (gain, offer);
        return count + 1;
    }

    private int Priority(int offer) => _offers[offer].Offer.Promotion!.Priority;

    /// <summary>What the levels after this one can give at most, seen from lines that cost so much; kept for those levels.</summary>
    private long Rest(int level, long[] net)
    {
        long rest = 0;
        long alone = 0;
        long stackable = 0;
        var row = level * _levels.Length;
        for (var l = level + 1; l < _levelCount; l++)
        {
            ref readonly var next = ref _levels[l];
            long most = 0;
            if (next.GroupBit == 0 || (_groupsUsed & next.GroupBit) == 0)
            {
                var isSorted = _policies.Promotions == PromotionChoice.Best || next.IsCoupon;
                for (var r = next.From; r < next.Live; r++)
                {
                    if (_first[_sorted[r]] <= most && isSorted)
                        break;
                    most = Math.Max(most, GainAt(level, next, _sorted[r], net));
                }
            }
            _rests[row + l] = most;
            if (!next.IsCoupon)
                rest += most;
            else if (next.IsAlone)
                alone = most;
            else
                stackable += most;
        }
        return rest + Math.Max(alone, stackable);
    }

    private long[] BasisAt(in Level level, long[] net)
    {
        if (_policies.Thresholds == ThresholdBasis.BeforeAll)
            return _list;
        if (_policies.Thresholds == ThresholdBasis.AfterAll)
            return net;
        // A phase that has not begun is measured by what there is now: never less than what will be.
        if (level.IsCoupon)
            return ReferenceEquals(_couponBasis, _none) ? net : _couponBasis;
        if (level.Phase == OfferPhase.Pieces)
            return _nets[0];
        return ReferenceEquals(_cartBasis, _none) ? net : _cartBasis;
    }

    private static readonly long[] _none = [];

    private void Save(long score)
    {
        if (score >= _best)
            return;
        (_best, _bestWorld) = (score, _world);
        Array.Copy(_choice, _bestChoice, _levelCount);
    }

    /// <summary>
    /// Could dearer lines be cheaper in the end? They may bring an offer over a threshold that it misses now, or a bundle
    /// at a fixed price may swallow what the line promotion gave. Otherwise a line promotion never costs more than it saves.
    /// </summary>
    private bool IsLinePriceAtStake()
    {
        if (_policies.Thresholds == ThresholdBasis.BeforeAll)
            return false;
        // Three worlds at most: to look at each, which its bound ends at once, costs less than to ask whether one should.
        if (LineGroups() <= 1)
            return true;
        if (!CanDearerLinesPay())
            return false;
        var total = Total();
        var hasShy = _hasShy && _couponStart < _offerCount;
        var mixed = Math.Min(System.Numerics.BitOperations.PopCount(_mixedGroups), 3);
        for (var strip = 0; strip < 1 << _stripSetCount; strip++)
        for (var mix = 0; mix < 1 << mixed; mix++)
            if (
                IsLinePriceAtStake(new(true, true, strip, mix, 0, false), total)
                || hasShy && IsLinePriceAtStake(new(false, true, strip, mix, 0, false), total)
            )
                return true;
        return false;
    }

    /// <summary>
    /// The lines without some of their own discounts or line promotions, less all that could ever be given: is that below
    /// the best known in any way to leave them out?
    /// </summary>
    private bool CanDearerLinesPay()
    {
        var isBounded = _isBounded;
        var offBits = NumberLineOffers();
        var can = false;
        for (var off = 0; off < 1 << offBits && !can; off++)
            can = off > 0 && CanPay(off, false) || _hasOwn && CanPay(off, true);
        for (var o = 0; o < _lineEnd; o++)
            _offers[o].OffBit = -1;
        _isBounded = isBounded;
        return can;
    }

    private bool CanPay(int lineOff, bool stripAll)
    {
        var strips = stripAll ? 1 : 1 << _stripSetCount;
        var mixed = Math.Min(System.Numerics.BitOperations.PopCount(_mixedGroups), 3);
        var withoutOthers = _hasShy || _hasLonely;
        for (var strip = 0; strip < strips; strip++)
        for (var mix = 0; mix < 1 << mixed; mix++)
        {
            World world = new(true, true, strip, mix, lineOff, stripAll);
            EnterWorld(world);
            if (withoutOthers || Lay(world, _nets[0]) - MostOfAll() < _best)
                return true;
        }
        return false;
    }

    /// <summary>An offer that dearer lines would bring a step further.</summary>
    private record struct Stake(int Level, long Missing, long Jump);

    private Stake[] _stakes = [];

    private bool IsLinePriceAtStake(World world, long total)
    {
        EnterWorld(world);
        var now = _nets[0];
        var lines = Lay(world, now);
        long full = 0;
        for (var i = 0; i < Count; i++)
            full += _start[i];
        if (lines == full)
            return false;

        // What thresholds of a later phase are measured by is less than now by what the phases before may take.
        (_cartBasis, _couponBasis) = (_none, _none);
        long pieces = 0;
        long cart = 0;
        var pieceLevels = 0;
        var stakes = 0;
        for (var l = 0; l < _levelCount; l++)
        {
            ref readonly var level = ref _levels[l];
            var before =
                level.IsCoupon ? cart
                : level.Phase == OfferPhase.Cart ? pieces
                : 0;
            long most = 0;
            for (var o = level.From; o < level.End; o++)
            {
                var c = _offers[o];
                if (!c.IsOn)
                    continue;
                var gain = Gain(c, now, now);
                most = Math.Max(most, gain);
                if (c.Args.BundlePrice is not null && IsAnyCheaper(c, now) && Gain(c, _start, _start) > 0)
                    return true;
                var reached = c.Args.Reached(SliceOf(c, _start, _start));
                if (reached == 0)
                    continue;
                var reachedNow = c.Args.Reached(SliceOf(c, now, now));
                var low = Less(c, now, before);
                var reachedLow = before == 0 ? reachedNow : c.Args.Reached(SliceOf(c, low, low));
                if (reached <= reachedLow)
                    continue;
                var missing =
                    reached > reachedNow ? c.Args.Missing(SliceOf(c, now, now))
                    : level.IsCoupon || pieceLevels > 1 ? 1
                    : c.Args.Missing(SliceOf(c, low, low));
                if (missing == long.MaxValue)
                    continue;
                var jump = Gain(c, _start, _start) - Gain(c, low, low);
                _stakes[stakes++] = new(l, missing, jump % ChosenWorth);
            }
            if (level.IsCoupon)
                continue;
            cart += most;
            if (level.Phase == OfferPhase.Pieces && most > 0)
            {
                pieces += most;
                pieceLevels++;
            }
        }
        for (var s = 0; s < stakes; s++)
            if (IsWorth(_stakes[s].Missing, stakes, lines, total))
                return true;
        return false;
    }

    /// <summary>
    /// Lines dearer by so much: is that less than all steps together that they reach, one offer of each level? What the
    /// lines cost more is paid less the share that the other offers take off; half of that for safety.
    /// </summary>
    private bool IsWorth(long missing, int stakes, long lines, long total)
    {
        long sum = 0;
        var (level, most) = (-1, 0L);
        for (var s = 0; s < stakes; s++)
        {
            if (_stakes[s].Missing > missing)
                continue;
            if (_stakes[s].Level != level)
            {
                sum += most;
                (level, most) = (_stakes[s].Level, 0);
            }
            most = Math.Max(most, _stakes[s].Jump);
        }
        return (Int128)(sum + most) * 2 * Math.Max(lines, 1) > (Int128)missing * total;
    }

    /// <summary>The lines of an offer with so much less on them.</summary>
    private long[] Less(Candidate c, long[] now, long less)
    {
        if (less == 0)
            return now;
        var low = _nets[_levelCount + 1];
        Array.Copy(now, low, Count);
        for (var k = 0; k < c.Count && less > 0; k++)
        {
            var take = Math.Min(less, low[c.Lines[k]]);
            low[c.Lines[k]] -= take;
            less -= take;
        }
        return low;
    }

    private bool IsAnyCheaper(Candidate c, long[] now)
    {
        for (var k = 0; k < c.Count; k++)
            if (now[c.Lines[k]] < _start[c.Lines[k]])
                return true;
        return false;
    }

    private int LineGroups()
    {
        var groups = 0;
        for (var at = 0; at < _lineEnd; at = GroupEnd(at, _lineEnd))
            groups++;
        return groups;
    }

    /// <summary>The line promotions of a group are left out together or not at all; a group is a bit.</summary>
    private int NumberLineOffers()
    {
        var bits = 0;
        for (var at = 0; at < _lineEnd; )
        {
            if (bits == LineGroupsMax)
            {
                _isBounded = true;
                break;
            }
            var end = GroupEnd(at, _lineEnd);
            for (; at < end; at++)
                _offers[at].OffBit = bits;
            bits++;
        }
        return bits;
    }

    /// <summary>When the tries ran out: at least no single offer would have been better.</summary>
    private void TrySingles()
    {
        _isFree = false; // these worlds leave out coupons or promotions
        for (var l = 0; l < _levelCount; l++)
        for (var o = _levels[l].From; o < _levels[l].End; o++)
        {
            var c = _offers[o];
            for (var plain = 0; plain < 2; plain++)
            {
                var world = new World(
                    c.IsCoupon,
                    !c.IsCoupon || c.Offer.WithOthers,
                    c.Strips ? 1 << c.StripSet : 0,
                    (1 << 3) - 1,
                    plain == 1 ? (1 << LineGroupsMax) - 1 : 0,
                    plain == 1
                );
                EnterWorld(world);
                if (!c.IsOn)
                    continue;
                var score = Lay(world, _nets[0]);
                (_cartBasis, _couponBasis) = (_nets[0], _nets[0]);
                var gain = Gain(c, _nets[0], BasisAt(_levels[l], _nets[0]));
                Array.Fill(_choice, -1, 0, _levelCount);
                _choice[l] = o;
                if (gain > 0)
                    Save(score - gain);
            }
        }
    }

    /// <summary>Goes through the best combination once more, so that the nets are those of the answer.</summary>
    private long Settle()
    {
        EnterWorld(_bestWorld);
        Lay(_bestWorld, _nets[0]);
        var net = _nets[_levelCount + 1];
        Array.Copy(_nets[0], net, Count);
        Step(net, null);
        long sum = 0;
        for (var i = 0; i < Count; i++)
            sum += net[i];
        return sum;
    }

    internal delegate void Taking(Candidate candidate, long[] net, long[] basis);

    /// <summary>The chosen offers in order, each on what the ones before left.</summary>
    private void Step(long[] net, Taking? taking)
    {
        var (cart, coupon) = (_basisOfCart, _basisOfCoupon);
        if (cart.Length < Count)
            (_basisOfCart, _basisOfCoupon) = (cart, coupon) = (new long[Lines.Length], new long[Lines.Length]);
        var (inCart, inCoupons) = (false, false);
        for (var l = 0; l < _levelCount; l++)
        {
            ref readonly var level = ref _levels[l];
            if (level is { IsCoupon: false, Phase: OfferPhase.Cart } && !inCart)
            {
                inCart = true;
                Array.Copy(net, cart, Count);
            }
            if (level.IsCoupon && !inCoupons)
            {
                inCoupons = true;
                Array.Copy(net, coupon, Count);
            }
            if (_bestChoice[l] < 0)
                continue;
            var basis =
                _policies.Thresholds == ThresholdBasis.BeforeAll ? _list
                : _policies.Thresholds == ThresholdBasis.AfterAll ? net
                : level.IsCoupon ? coupon
                : level.Phase == OfferPhase.Pieces ? _nets[0]
                : cart;
            var c = _offers[_bestChoice[l]];
            if (taking is null)
                Take(c, net, basis);
            else
                taking(c, net, basis);
        }
    }

    private long[] _basisOfCart = [];
    private long[] _basisOfCoupon = [];
}
