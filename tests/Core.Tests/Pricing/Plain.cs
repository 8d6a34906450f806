using Shuke.Core.Pricing;
using Shuke.Core.Pricing.Promotions;

namespace Shuke.Core.Tests.Pricing;

/// <summary>
/// A second opinion on promotions, written plainly and slowly: it tries every legal combination. It shares no code with
/// the engine and knows only the kinds it is asked about.
/// </summary>
internal static class Plain
{
    public static long Cheapest(Cart cart, PricingFacts facts, IReadOnlyList<Promotion> promotions)
    {
        var lines = cart.Lines.OrderBy(l => l.LineNo).ToList();
        var byLine = promotions
            .Where(p => p.Args is LimitedDiscount or SpecialPrice)
            .OrderBy(p => p.Priority)
            .ThenBy(p => p.Group, StringComparer.Ordinal)
            .ThenBy(p => p.Id.Value)
            .ToList();
        var others = promotions.Except(byLine).ToList();
        var best = long.MaxValue;
        var lineGroups = byLine
            .GroupBy(p => p.Group.Length > 0 ? p.Group : $"#{p.Id}")
            .Select(g => g.ToList())
            .ToList();
        foreach (var on in Subsets(lineGroups).Select(s => s.SelectMany(g => g).ToList()))
        foreach (var chosen in Subsets(others).Where(IsLegal))
        foreach (var coupons in Subsets(cart.Coupons).Where(c => c.Count <= 1 || c.All(x => x.Stackable)))
        {
            if (coupons.Count > 0 && chosen.Any(p => !p.WithCoupons))
                continue;
            // A line promotion that does not go with coupons steps back for them; the others of its group stay.
            var together = coupons.Count == 0 ? on : [.. on.Where(p => p.WithCoupons)];
            if (chosen.Any(c => c.Group.Length > 0 && together.Any(l => l.Group == c.Group)))
                continue;
            foreach (var strip in Strips(lines, others, chosen))
                best = Math.Min(best, Total(lines, facts, together, chosen, coupons, strip));
        }
        return best;
    }

    private static bool IsLegal(IReadOnlyList<Promotion> chosen) =>
        chosen.Where(p => p.Group.Length > 0).GroupBy(p => p.Group).All(g => g.Count() == 1);

    private static IEnumerable<HashSet<int>> Strips(
        List<CartLine> lines,
        List<Promotion> others,
        IReadOnlyList<Promotion> chosen
    )
    {
        HashSet<int> Of(IEnumerable<Promotion> some) =>
            [
                .. Enumerable
                    .Range(0, lines.Count)
                    .Where(i => some.Any(p => !p.WithTierDiscount && p.Args.Counts().Holds(lines[i]))),
            ];
        var needed = Of(chosen);
        foreach (var more in Subsets([.. others.Where(p => !p.WithTierDiscount)]))
        {
            var strip = Of(more);
            strip.UnionWith(needed);
            yield return strip;
        }
        yield return [.. Enumerable.Range(0, lines.Count)];
    }

    private static long Total(
        List<CartLine> lines,
        PricingFacts facts,
        IReadOnlyList<Promotion> on,
        IReadOnlyList<Promotion> chosen,
        IReadOnlyList<CouponOffer> coupons,
        HashSet<int> strip
    )
    {
        var net = lines.Select((l, i) => LinePrice(l, facts, on, strip.Contains(i))).ToArray();
        var afterLines = net.ToArray();
        var order = chosen
            .OrderBy(p => p.Args.Phase())
            .ThenBy(p => p.Group, StringComparer.Ordinal)
            .ThenBy(p => p.Id.Value)
            .ToList();
        foreach (var p in order.Where(p => p.Args.Phase() == OfferPhase.Pieces))
            Apply(lines, p.Args, net, afterLines);
        var beforeCart = net.ToArray();
        foreach (var p in order.Where(p => p.Args.Phase() == OfferPhase.Cart))
            Apply(lines, p.Args, net, beforeCart);
        var beforeCoupons = net.ToArray();
        foreach (var c in coupons.OrderBy(c => c.Args.Phase()).ThenBy(c => c.TemplateId.Value))
            Apply(lines, c.Args, net, beforeCoupons);
        return net.Sum();
    }

    private static long LinePrice(CartLine line, PricingFacts facts, IReadOnlyList<Promotion> on, bool stripped)
    {
        var list = line.UnitPrice.Fen * line.Quantity.Milli / 1_000;
        var own = 0L;
        if (facts.Buyer is { } buyer && !stripped)
        {
            if (line.MemberPrice is { } m)
                own = Math.Max(own, list - m.Fen * line.Quantity.Milli / 1_000);
            if (line.Discountable)
                own = Math.Max(own, HalfUp(list * (10_000 - buyer.TierPrice.Bp), 10_000));
        }
        var withOwn = Through(line, list - own, on.Where(p => own == 0 || p.WithTierDiscount));
        return Math.Min(withOwn, Through(line, list, on));
    }

    private static long Through(CartLine line, long net, IEnumerable<Promotion> on)
    {
        foreach (
            var group in on.Where(p => p.Args.Counts().Holds(line))
                .GroupBy(p => p.Group.Length > 0 ? p.Group : $"#{p.Id}")
        )
            net -= group.Max(p => Math.Max(0, LineOff(line, p.Args, net)));
        return net;
    }

    private static long LineOff(CartLine line, OfferArgs args, long net) =>
        args switch
        {
            LimitedDiscount d => HalfUp(net * (10_000 - d.Price.Bp), 10_000),
            SpecialPrice s => net
                - s.Prices.First(p => p.Product == line.ProductId).Price.Fen * line.Quantity.Milli / 1_000,
            _ => 0,
        };

    private static void Apply(List<CartLine> lines, OfferArgs args, long[] net, long[] basis)
    {
        var mine = Enumerable.Range(0, lines.Count).Where(i => args.Counts().Holds(lines[i])).ToList();
        var amount = mine.Sum(i => basis[i]);
        var pieces = mine.Sum(i => lines[i].Quantity.Milli / 1_000);
        switch (args)
        {
            case FullReduction { EveryFull: true } r:
                Share(net, mine, amount / r.Steps[0].AtLeast * r.Steps[0].Off.Fen);
                break;
            case FullReduction r:
                var have = r.By == Measure.Amount ? amount : pieces;
                Share(net, mine, r.Steps.LastOrDefault(s => s.AtLeast <= have)?.Off.Fen ?? 0);
                break;
            case FullDiscount d:
                if (d.Steps.LastOrDefault(s => s.AtLeast <= (d.By == Measure.Amount ? amount : pieces)) is { } step)
                    Share(net, mine, HalfUp(mine.Sum(i => net[i]) * (10_000 - step.Price.Bp), 10_000));
                break;
            case OrderDiscount o when amount >= o.Threshold.Fen:
                var off = o.Off?.Fen ?? HalfUp(mine.Sum(i => net[i]) * (10_000 - o.Price!.Value.Bp), 10_000);
                Share(net, mine, Math.Min(off, o.OffMax?.Fen ?? long.MaxValue));
                break;
            case AmountOff a when amount >= a.Threshold.Fen:
                Share(net, mine, a.Off.Fen);
                break;
            case NthPiece n:
                var position = 0L;
                foreach (var i in ByPrice(lines, net, mine))
                {
                    var q = lines[i].Quantity.Milli / 1_000;
                    var cheaper = Enumerable.Range(1, (int)q).Count(x => (position + x) % n.N == 0);
                    position += q;
                    net[i] -= HalfUp(HalfUp(net[i] * cheaper, q) * (10_000 - n.Price.Bp), 10_000);
                }
                break;
            case FixedBundle b:
                Bundle(lines, net, mine, b);
                break;
        }
    }

    private static void Bundle(List<CartLine> lines, long[] net, List<int> mine, FixedBundle b)
    {
        var all = ByPrice(lines, net, mine)
            .SelectMany(i =>
            {
                var q = lines[i].Quantity.Milli / 1_000;
                return Enumerable
                    .Range(1, (int)q)
                    .Select(n => (Line: i, Value: HalfUp(net[i] * n, q) - HalfUp(net[i] * (n - 1), q)));
            })
            .ToList();
        var weights = new long[net.Length];
        var gain = 0L;
        foreach (
            var set in all.Chunk(b.Pieces).TakeWhile(c => c.Length == b.Pieces && c.Sum(x => x.Value) > b.Price.Fen)
        )
        {
            gain += set.Sum(x => x.Value) - b.Price.Fen;
            foreach (var piece in set)
                weights[piece.Line] += piece.Value;
        }
        Share(net, mine, gain, weights);
    }

    private static List<int> ByPrice(List<CartLine> lines, long[] net, List<int> mine) =>
        [.. mine.OrderByDescending(i => (decimal)net[i] / (lines[i].Quantity.Milli / 1_000)).ThenBy(i => i)];

    private static void Share(long[] net, List<int> mine, long whole, long[]? weights = null)
    {
        weights ??= [.. Enumerable.Range(0, net.Length).Select(i => mine.Contains(i) ? net[i] : 0)];
        whole = Math.Min(whole, Enumerable.Range(0, net.Length).Where(i => weights[i] > 0).Sum(i => net[i]));
        var sum = weights.Sum();
        if (whole <= 0 || sum == 0)
            return;
        var give = weights.Select(w => whole * w / sum).ToArray();
        foreach (
            var i in Enumerable
                .Range(0, net.Length)
                .OrderByDescending(i => whole * weights[i] % sum)
                .ThenBy(i => i)
                .Take((int)(whole - give.Sum()))
        )
            give[i]++;
        for (var i = 0; i < net.Length; i++)
            net[i] -= give[i];
    }

    private static long HalfUp(long numerator, long denominator) => (2 * numerator + denominator) / (2 * denominator);

    private static IEnumerable<IReadOnlyList<T>> Subsets<T>(IReadOnlyList<T> all)
    {
        for (var mask = 0; mask < 1 << all.Count; mask++)
            yield return [.. all.Where((_, i) => (mask >> i & 1) != 0)];
    }
}
