using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>From so much (fen or pieces) at a share of the price.</summary>
public sealed record DiscountStep(long AtLeast, Ratio Price);

/// <summary>满折: from an amount or a number of pieces on, the goods cost a share of their price.</summary>
public sealed record FullDiscount(
    Goods Goods,
    IReadOnlyList<DiscountStep> Steps,
    Measure By = Measure.Pieces,
    Money? OffMax = null
) : OfferArgs
{
    public override OfferPhase Phase() => OfferPhase.Cart;

    public override Words Title() => new("满折", "Full discount");

    public override Goods Counts() => Goods;

    public override Words Rule(OfferNames names)
    {
        var (goods, cap) = (Goods.Words(names), Say.UpTo(OffMax));
        var steps = Words.Join(
            [
                .. Steps.Select(s =>
                {
                    var (need, rate) = (Thresholds.Need(By, s.AtLeast), Say.Rate(s.Price));
                    return new Words($"满 {need.Zh} {rate.Zh}", $"{rate.En} from {need.En}");
                }),
            ],
            "、",
            ", "
        );
        return new($"{goods.Zh}{steps.Zh}{cap.Zh}", $"{goods.En}: {steps.En}{cap.En}");
    }

    public override Refusal? Fault()
    {
        if (Steps.Count is 0 or > Faults.StepsMax)
            return PromotionReasons.StepsWrong.With(("max", Faults.StepsMax));
        for (var i = 0; i < Steps.Count; i++)
        {
            var step = Steps[i];
            if (i > 0 && (step.AtLeast <= Steps[i - 1].AtLeast || step.Price >= Steps[i - 1].Price))
                return PromotionReasons.StepsWrong.With(("max", Faults.StepsMax));
            if (Faults.First(Thresholds.Fault(By, step.AtLeast), Faults.Rate(step.Price)) is { } fault)
                return fault;
        }
        return OffMax is { } cap ? Faults.Amount(cap, "最多优惠 (cap)") : null;
    }

    public override bool GivesAllAway() => OffMax is null && Steps.Any(s => s.Price == Ratio.Zero);

    internal override bool BySums => true;

    internal override long WantOf(long amount, long pieces, long net)
    {
        var reached = ReachedBy(By == Measure.Amount ? amount : pieces);
        if (reached == 0)
            return 0;
        var off = Calc.Rate(net, 10_000 - Steps[reached - 1].Price.Bp);
        return OffMax is { } cap ? Math.Min(off, cap.Fen) : off;
    }

    internal override int Reached(in Slice s) => ReachedBy(s.Have(By));

    internal override OfferArgs Prepared() => this with { Steps = Steps.ToArray() };

    private int ReachedBy(long have)
    {
        ReadOnlySpan<DiscountStep> steps = Steps as DiscountStep[] ?? [.. Steps];
        var reached = 0;
        while (reached < steps.Length && have >= steps[reached].AtLeast)
            reached++;
        return reached;
    }

    internal override long Want(in Slice s, Span<long> parts)
    {
        var net = s.Nets(parts);
        return WantOf(s.Amount(), s.Pieces(0), net);
    }

    internal override Sentence Working(in Slice s, Money whole)
    {
        var reached = Math.Max(Reached(s), 1);
        return Workings.Rate(new(s.Net(0)), Steps[reached - 1].Price.Complement, OffMax, whole);
    }

    internal override long Missing(in Slice s)
    {
        var reached = Reached(s);
        return By == Measure.Amount && reached < Steps.Count ? Steps[reached].AtLeast - s.Amount() : long.MaxValue;
    }

    internal override Sentence? Short(in Slice s)
    {
        var reached = Reached(s);
        return reached == Steps.Count
            ? null
            : Thresholds.Short(By, Steps[reached].AtLeast - s.Have(By), Prefixed(Say.Rate(Steps[reached].Price)));
    }

    private static Words Prefixed(Words rate) => new($"可享 {rate.Zh}", $"for {rate.En}");
}
