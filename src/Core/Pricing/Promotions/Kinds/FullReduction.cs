using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>What a threshold counts.</summary>
public enum Measure
{
    /// <summary>Fen.</summary>
    Amount,

    /// <summary>Whole pieces.</summary>
    Pieces,
}

/// <summary>From so much (fen or pieces) so much off.</summary>
public sealed record ReductionStep(long AtLeast, Money Off);

/// <summary>满减: one step, several steps (the highest reached counts), or every full step.</summary>
/// <param name="EveryFull">每满减: the only step counts as often as it fits</param>
/// <param name="TimesMax">at most so often; null = no bound</param>
public sealed record FullReduction(
    Goods Goods,
    IReadOnlyList<ReductionStep> Steps,
    Measure By = Measure.Amount,
    bool EveryFull = false,
    int? TimesMax = null
) : OfferArgs
{
    public override OfferPhase Phase() => OfferPhase.Cart;

    public override Words Title() => new("满减", "Full reduction");

    public override Goods Counts() => Goods;

    public override Words Rule(OfferNames names)
    {
        var (goods, times) = (Goods.Words(names), Say.AtMost(TimesMax));
        var steps = Words.Join(
            [
                .. Steps.Select(s =>
                {
                    var need = Thresholds.Need(By, s.AtLeast);
                    return new Words(
                        $"{(EveryFull ? "每" : "")}满 {need.Zh}减 {s.Off} 元",
                        $"{s.Off} off {(EveryFull ? "every" : "from")} {need.En}"
                    );
                }),
            ],
            "、",
            ", "
        );
        return new($"{goods.Zh}{steps.Zh}{times.Zh}", $"{goods.En}: {steps.En}{times.En}");
    }

    public override Refusal? Fault()
    {
        if (Steps.Count is 0 or > Faults.StepsMax || EveryFull && Steps.Count != 1)
            return PromotionReasons.StepsWrong.With(("max", EveryFull ? 1 : Faults.StepsMax));
        for (var i = 0; i < Steps.Count; i++)
        {
            var (step, last) = (Steps[i], i == 0 ? null : Steps[i - 1]);
            if (last is not null && (step.AtLeast <= last.AtLeast || step.Off <= last.Off))
                return PromotionReasons.StepsWrong.With(("max", Faults.StepsMax));
            if (
                Faults.First(Thresholds.Fault(By, step.AtLeast), Faults.Amount(step.Off, "减免金额 (amount off)")) is
                { } fault
            )
                return fault;
            if (By == Measure.Amount && step.Off.Fen > step.AtLeast)
                return PromotionReasons.OffOverThreshold.With(("threshold", step.AtLeast), ("off", step.Off.Fen));
        }
        return Faults.Count(TimesMax, 1, 1_000, "次数 (times)");
    }

    public override bool GivesAllAway() => By == Measure.Amount && Steps.Any(s => s.Off.Fen >= s.AtLeast);

    internal override bool BySums => true;

    internal override long WantOf(long amount, long pieces, long net)
    {
        var reached = ReachedBy(By == Measure.Amount ? amount : pieces);
        return reached == 0 ? 0
            : EveryFull ? Steps[0].Off.Fen * reached
            : Steps[reached - 1].Off.Fen;
    }

    internal override int Reached(in Slice s) => ReachedBy(s.Have(By));

    internal override OfferArgs Prepared() => this with { Steps = Steps.ToArray() };

    private int ReachedBy(long have)
    {
        if (EveryFull)
            return (int)Math.Min(have / Steps[0].AtLeast, TimesMax ?? 1_000_000);
        ReadOnlySpan<ReductionStep> steps = Steps as ReductionStep[] ?? [.. Steps];
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
        var reached = Reached(s);
        var step = EveryFull ? Steps[0] : Steps[Math.Max(reached, 1) - 1];
        return Workings.Step(By, s.Have(By), step.AtLeast, step.Off, EveryFull ? reached : 1, whole);
    }

    internal override long Missing(in Slice s)
    {
        if (By != Measure.Amount)
            return long.MaxValue;
        var reached = Reached(s);
        return EveryFull ? Steps[0].AtLeast * (reached + 1L) - s.Amount()
            : reached < Steps.Count ? Steps[reached].AtLeast - s.Amount()
            : long.MaxValue;
    }

    internal override Sentence? Short(in Slice s)
    {
        var (reached, have) = (Reached(s), s.Have(By));
        if (EveryFull)
            return TimesMax is { } max && reached >= max
                ? null
                : Thresholds.Short(
                    By,
                    Steps[0].AtLeast * (reached + 1L) - have,
                    new($"可减 {Steps[0].Off * (reached + 1L)} 元", $"for {Steps[0].Off * (reached + 1L)} off")
                );
        return reached == Steps.Count
            ? null
            : Thresholds.Short(
                By,
                Steps[reached].AtLeast - have,
                new($"可减 {Steps[reached].Off} 元", $"for {Steps[reached].Off} off")
            );
    }
}
