using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>What the decision means for the quote beside the discounts on its lines.</summary>
internal sealed record Explained(
    IReadOnlyList<AppliedOffer> Applied,
    IReadOnlyList<OpenChoice> Choices,
    IReadOnlyList<PromotionOffer> Flags,
    bool FreeShipping,
    IReadOnlyDictionary<int, Ratio> Multipliers,
    PromotionOffer? WithoutPoints
)
{
    public static readonly Explained Nothing = new([], [], [], false, new Dictionary<int, Ratio>(), null);
}

// The decision once more, with words: what each offer took, and for each that took nothing the first reason.
internal sealed partial class Work
{
    /// <summary>True: this line's own discounts (tier, member price, by hand) gave way to a promotion.</summary>
    public bool IsWithoutOwn(int line) => _own[line] > 0 && _withoutOwn[line];

    public Explained Explain(WorkingCart cart, Cart asked, PricingFacts facts, List<NotApplied> missed)
    {
        var applied = new List<AppliedOffer>();
        EnterWorld(_bestWorld);
        Lay(_bestWorld, _nets[0]);
        ExplainLines(cart, applied, missed);
        var net = _nets[_levelCount + 1];
        Array.Copy(_nets[0], net, Count);
        Step(net, (c, nets, basis) => applied.Add(ExplainTaken(cart, c, nets, basis, missed)));
        var flags = ExplainFlags(net, applied, missed, out var freeShipping, out var multipliers);
        var choices = OpenChoices(net, applied);
        if (facts.TellsMissed)
            ExplainMissed(net, asked, facts, applied, flags, missed);
        return new(
            applied,
            choices,
            flags,
            freeShipping,
            multipliers,
            applied
                .Select(a => a.Offer)
                .FirstOrDefault(o => o is { Promotion.WithPoints: false } or { Coupon.WithPoints: false })
        );
    }

    private void ExplainLines(WorkingCart cart, List<AppliedOffer> applied, List<NotApplied> missed)
    {
        var (isMultiply, byPriority) = (
            _policies.LineDiscounts == LineDiscounts.Multiply,
            _policies.Promotions != PromotionChoice.Best
        );
        var net = new long[Count];
        for (var i = 0; i < Count; i++)
            net[i] = _withoutOwn[i] ? _start[i] : _start[i] - _own[i];
        var shares = new Dictionary<Candidate, List<(int, Money)>>();
        var wanted = new Dictionary<Candidate, long>();
        var at = 0;
        while (at < _lineEnd)
        {
            var end = GroupEnd(at, _lineEnd);
            for (var i = 0; i < Count; i++)
            {
                var (winner, most) = (-1, 0L);
                for (var o = at; o < end; o++)
                {
                    var c = _offers[o];
                    if (!c.IsOn || !c.Lines.Contains(i))
                        continue;
                    if (!_withoutOwn[i] && !c.Offer.WithTier && !isMultiply)
                        continue;
                    var off = LineOff(c, i, net[i]);
                    if (off > most && (!byPriority || most == 0))
                        (winner, most) = (o, off);
                }
                if (winner >= 0)
                    TakeLine(cart, _offers[winner], i, net, most, shares, wanted, missed);
            }
            at = end;
        }
        foreach (var (c, lines) in shares)
        {
            var sum = new Money(lines.Sum(l => l.Item2.Fen));
            applied.Add(new(c.Offer.Shown, VersionOf(c), sum, new(wanted[c]), Workings.ByLine(new(wanted[c])), lines));
        }
    }

    private void TakeLine(
        WorkingCart cart,
        Candidate c,
        int i,
        long[] net,
        long off,
        Dictionary<Candidate, List<(int, Money)>> shares,
        Dictionary<Candidate, long> wanted,
        List<NotApplied> missed
    )
    {
        var want = c.Args.OffLine(this, i, net[i]);
        Combine.Take(cart, c.Offer.Shown, new(i, new(want), c.Args.HowLine(this, i, new(net[i]))), missed);
        net[i] -= off;
        if (!shares.TryGetValue(c, out var lines))
            shares[c] = lines = [];
        lines.Add((Lines[i].LineNo, new(off)));
        wanted[c] = wanted.GetValueOrDefault(c) + want;
    }

    private static int VersionOf(Candidate c) => c.Offer.Promotion?.Version ?? c.Offer.Coupon!.Version;

    private AppliedOffer ExplainTaken(WorkingCart cart, Candidate c, long[] net, long[] basis, List<NotApplied> missed)
    {
        var before = net.AsSpan(0, Count).ToArray();
        var parts = new long[c.Count];
        var want = c.Args.Want(SliceOf(c, net, basis), parts);
        var working = c.Args.SharesWhole
            ? c.Args.Working(SliceOf(c, net, basis), new(want))
            : Workings.ByLine(new(want));
        var given = Take(c, net, basis);
        var give = _give.AsSpan(0, c.Count).ToArray();
        var isBudgetCut = want > c.Left;
        var weights = parts.Sum();
        var offer = c.Offer.Shown;
        var shares = new List<(int, Money)>();
        for (var k = 0; k < c.Count; k++)
        {
            if (give[k] == 0 && (c.Args.SharesWhole || parts[k] == 0))
                continue;
            var line = c.Lines[k];
            var how = c.Args.SharesWhole
                ? new ShareOf(new(given), new(parts[k]), new(weights))
                : c.Args.HowPieces(SliceOf(c, before, basis), k, new(before[line]));
            var wanted = c.Args.SharesWhole || isBudgetCut ? give[k] : parts[k];
            Combine.Take(cart, offer, new(line, new(wanted), how, FreesGoods: c.Args.FreesGoods), missed);
            shares.Add((Lines[line].LineNo, new(give[k])));
        }
        if (c.Args.SharesWhole && given < Math.Min(want, c.Left))
            missed.Add(Why(offer, NotAppliedReasons.OrderLowestPrice.With(("gap", Math.Min(want, c.Left) - given))));
        if (isBudgetCut)
            missed.Add(Why(offer, NotAppliedReasons.BudgetCut.With(("left", c.Left))));
        return new(offer, VersionOf(c), new(given), new(want), working, shares);
    }

    private List<PromotionOffer> ExplainFlags(
        long[] net,
        List<AppliedOffer> applied,
        List<NotApplied> missed,
        out bool freeShipping,
        out Dictionary<int, Ratio> multipliers
    )
    {
        freeShipping = false;
        multipliers = [];
        var flags = new List<PromotionOffer>();
        for (var f = 0; f < _flagCount; f++)
        {
            var c = _flags[f];
            var offer = c.Offer.Shown;
            var slice = SliceOf(c, net, BasisOfFlags(net));
            if (IsGroupTaken(c, applied, flags))
                missed.Add(Why(offer, NotAppliedReasons.GroupTaken.With()));
            else if (c.Args.Reached(slice) == 0)
                missed.Add(Why(offer, c.Args.Short(slice) ?? NotAppliedReasons.NothingToTake.With()));
            else
            {
                flags.Add(offer);
                freeShipping |= c.Args is FreeShipping;
                if (c.Args is PointsMultiplier times)
                    for (var k = 0; k < c.Count; k++)
                    {
                        var no = Lines[c.Lines[k]].LineNo;
                        if (times.Multiplier > multipliers.GetValueOrDefault(no, Ratio.One))
                            multipliers[no] = times.Multiplier;
                    }
            }
        }
        return flags;
    }

    private long[] BasisOfFlags(long[] net) => _policies.Thresholds == ThresholdBasis.BeforeAll ? _list : net;

    private static bool IsGroupTaken(Candidate c, List<AppliedOffer> applied, List<PromotionOffer> flags) =>
        c.Offer.Promotion is { Group.Length: > 0 } promotion
        && applied.Select(a => a.Offer).Concat(flags).Any(o => o.Promotion?.Group == promotion.Group);

    private List<OpenChoice> OpenChoices(long[] net, List<AppliedOffer> applied)
    {
        var choices = new List<OpenChoice>();
        for (var o = 0; o < _offerCount; o++)
        {
            var c = _offers[o];
            if (!c.IsOn || c.IsCoupon && c.Offer.Coupon!.Pick != CouponPick.Chosen)
                continue;
            var isTaken = applied.Any(a => ReferenceEquals(a.Offer.Args, c.Args) && a.Offer.SourceId == SourceOf(c));
            if (!isTaken && IsGroupTaken(c, applied, []))
                continue;
            var slice = SliceOf(c, _nets[0], _nets[0]);
            c.Args.Want(slice, _parts.AsSpan(0, c.Count));
            long taken = 0;
            for (var k = 0; k < c.Count; k++)
                taken += isTaken ? Taken[k] : 0;
            if (c.Args.Open(slice, taken) is { } open)
                choices.Add(new(c.Offer.Shown, open.Goods, open.PiecesLeft));
        }
        return choices;
    }

    private static string SourceOf(Candidate c) => c.Offer.Promotion?.Id.ToString() ?? c.Offer.Coupon!.Id.ToString();

    private void ExplainMissed(
        long[] net,
        Cart asked,
        PricingFacts facts,
        List<AppliedOffer> applied,
        List<PromotionOffer> flags,
        List<NotApplied> missed
    )
    {
        var taken = applied.Select(a => a.Offer.SourceId).Concat(flags.Select(f => f.SourceId)).ToHashSet();
        var told = missed.Select(m => m.SourceId).ToHashSet();
        var beaten = applied.Count == 0 ? NotAppliedReasons.NothingToTake.With() : Beaten(applied);
        foreach (var ready in facts.Promotions.Offers.Concat(asked.Coupons.Select(c => c.Ready)))
        {
            var offer = ready.Shown;
            if (taken.Contains(offer.SourceId))
            {
                // Already counted, but the next step is worth a hint.
                if (NextStep(ready) is { } hint)
                    missed.Add(Why(offer, hint));
            }
            else if (!told.Contains(offer.SourceId))
                missed.Add(Why(offer, WhyNot(ready, asked, facts, beaten)));
        }
    }

    private Sentence? NextStep(ReadyOffer ready) =>
        FindCandidate(ready) is { } c && c.Phase == OfferPhase.Cart
            ? c.Args.Short(SliceOf(c, ThresholdsOf(c), ThresholdsOf(c)))
            : null;

    private long[] ThresholdsOf(Candidate c) =>
        _policies.Thresholds == ThresholdBasis.BeforeAll ? _list
        : c.IsCoupon && _basisOfCoupon.Length >= Count ? _basisOfCoupon
        : c.Phase == OfferPhase.Cart && _basisOfCart.Length >= Count && HasCartLevel() ? _basisOfCart
        : _nets[0];

    private bool HasCartLevel()
    {
        for (var l = 0; l < _levelCount; l++)
            if (_levels[l] is { IsCoupon: false, Phase: OfferPhase.Cart })
                return true;
        return false;
    }

    private Candidate? FindCandidate(ReadyOffer ready)
    {
        for (var o = 0; o < _offerCount; o++)
            if (ReferenceEquals(_offers[o].Offer, ready))
                return _offers[o];
        return null;
    }

    private Sentence WhyNot(ReadyOffer ready, Cart asked, PricingFacts facts, Sentence beaten)
    {
        if (ready.Coupon is { Pick: CouponPick.Off })
            return NotAppliedReasons.CouponLeftOut.With();
        if (ready.Unmet(Facts, facts.Names) is { } unmet)
            return unmet.Why;
        if (!ready.WithPoints && asked.Points is not null)
            return NotAppliedReasons.NotWithPoints.With();
        if (ready.Promotion is { } promotion && LimitReached(promotion, facts) is { } limit)
            return limit;
        if (FindCandidate(ready) is not { } c)
            return NotAppliedReasons.NothingEligible.With(("source", ready.Promotion?.Name ?? ready.Coupon!.Name));
        var basis = ThresholdsOf(c);
        if (c.Phase != OfferPhase.Line && c.Args.Want(SliceOf(c, _nets[0], basis), _parts.AsSpan(0, c.Count)) <= 0)
            return c.Args.Short(SliceOf(c, basis, basis)) ?? NotAppliedReasons.NothingToTake.With();
        return beaten;
    }

    private static Sentence Beaten(List<AppliedOffer> applied)
    {
        var names = string.Join('、', applied.Select(a => (string)a.Offer.Title.Args["source"]!).Distinct());
        var sum = new Money(applied.Sum(a => a.Amount.Fen));
        return NotAppliedReasons.CombinationBetter.With(("taken", names), ("sum", sum.Fen));
    }

    private static Sentence? LimitReached(Promotion promotion, PricingFacts facts)
    {
        if (promotion.Limits.IsNone)
            return null;
        var used = facts.Usage.TryGetValue(promotion.Id, out var usage) ? usage : OfferUsage.None;
        return Limits.Reached(promotion.Limits, used, facts.Buyer is not null) switch
        {
            LimitKind.None => null,
            LimitKind.NeedsMember => NotAppliedReasons.NoMember.With(),
            LimitKind.PerMember => NotAppliedReasons.LimitPerMember.With(("max", promotion.Limits.PerMember)),
            LimitKind.PerMemberDay => NotAppliedReasons.LimitPerMemberDay.With(("max", promotion.Limits.PerMemberDay)),
            LimitKind.PerDay => NotAppliedReasons.LimitPerDay.With(("max", promotion.Limits.PerDay)),
            LimitKind.Total => NotAppliedReasons.LimitTotal.With(("max", promotion.Limits.Total)),
            LimitKind.Budget => NotAppliedReasons.BudgetCut.With(("left", 0L)),
        };
    }

    private static NotApplied Why(PromotionOffer offer, Sentence why) =>
        new(offer.Kind.Code, offer.SourceId, null, offer.Title, why);
}
