using Shuke.Core.Pricing;
using Shuke.Core.Pricing.Offers;

namespace Shuke.Core.Tests.Pricing;

public sealed class QuoteProperties
{
    [Fact]
    public void Lines_add_up_to_the_payable_and_discounts_to_what_was_saved() =>
        RandomCarts.Holds(
            (_, _, q) =>
                Sum(q.Lines.Select(l => l.Net)) == q.Payable
                && Sum(q.Lines.SelectMany(l => l.Discounts).Select(d => d.Amount)) == q.Saved
                && q.Lines.All(l => Sum(l.Discounts.Select(d => d.Amount)) == l.Discount)
                && q.Due + q.PointsMoney == q.Payable
        );

    [Fact]
    public void Nothing_is_negative() =>
        RandomCarts.Holds(
            (_, _, q) =>
                q.Lines.All(l => !l.Net.IsNegative && l.Discounts.All(d => d.Amount.IsPositive))
                && !q.Due.IsNegative
                && !q.PointsMoney.IsNegative
                && q.Earn is not { Points.Value: < 0 }
        );

    [Fact]
    public void No_discount_goes_below_the_guard() =>
        RandomCarts.Holds(
            (_, facts, q) =>
                q.Lines.All(l =>
                    l.Discount.IsZero
                    || l.Discounts.Any(d => d.Offer is FreeItem)
                    || l.Net >= Floor(l.Line, facts).Times(l.Line.Quantity)
                )
        );

    [Fact]
    public void The_order_of_lines_changes_nothing() =>
        RandomCarts.Holds(
            (cart, facts, q) =>
                (cart with { Lines = [.. cart.Lines.Reverse()], FreeItems = [.. cart.FreeItems.Reverse()] })
                    .Quoted(facts)
                    .Fingerprint == q.Fingerprint
        );

    [Fact]
    public void Lines_entered_in_another_order_cost_the_same() =>
        RandomCarts.Holds(
            (cart, facts, q) =>
            {
                var last = cart.Lines.Count + 1;
                // Distinct prices, or which of two equal pieces is free would be a matter of taste.
                if (cart.FreeItems.Count > 0 && cart.Lines.DistinctBy(l => l.UnitPrice).Count() < cart.Lines.Count)
                    return true;
                var again = (
                    cart with
                    {
                        Lines = [.. cart.Lines.Select(l => l with { LineNo = last - l.LineNo })],
                    }
                ).Quoted(facts);
                return again.Payable == q.Payable && again.Due == q.Due;
            }
        );

    [Fact]
    public void Points_stay_within_balance_and_share_and_round_off_makes_the_due_round() =>
        RandomCarts.Holds(
            (_, facts, q) =>
                q.PointsUsed <= (facts.Buyer?.SpendablePoints ?? Points.Zero)
                && q.PointsUsed.Value % 10 == 0
                && q.PointsMoney <= q.Payable
                && (
                    facts.Policies.RoundOff != RoundOffRule.DownToJiao
                    || q.Due.Fen % 10 == 0
                    || q.NotApplied.Any(m => m.WhyCode == "order_lowest_price")
                )
        );

    /// <summary>The independent checker: it knows the sentences' numbers and nothing of the engine.</summary>
    [Fact]
    public void The_price_can_be_computed_from_the_explanations_alone() =>
        RandomCarts.Holds(
            (_, _, q) =>
            {
                long payable = 0;
                foreach (var line in q.Lines)
                {
                    var net = (long)
                        decimal.Round(
                            line.UnitPrice.Fen * (decimal)line.Line.Quantity.Milli / 1_000m,
                            MidpointRounding.AwayFromZero
                        );
                    foreach (var discount in line.Discounts)
                        net -= Taken(discount.Explanation);
                    payable += net;
                }
                return payable == q.Payable.Fen;
            },
            tries: 2_000
        );

    [Fact]
    public void Shares_of_an_order_discount_add_up_to_its_whole() =>
        RandomCarts.Holds(
            (_, _, q) =>
                q
                    .Lines.SelectMany(l => l.Discounts)
                    .Where(d => d.How is ShareOf)
                    .GroupBy(d => d.Offer)
                    .All(g => g.All(d => ((ShareOf)d.How).Whole == Sum(g.Select(x => x.Amount))))
        );

    private static long Taken(Sentence sentence)
    {
        long N(string name) => (long)sentence.Args[name]!;
        var formula = sentence.Phrase.Code.Split('.')[1];
        var isCut = formula.EndsWith("_cut", StringComparison.Ordinal);
        long wanted = formula.Replace("_cut", "", StringComparison.Ordinal) switch
        {
            "rate" => (long)
                decimal.Round(
                    N("base") * (decimal)((Ratio)sentence.Args["off"]!).Bp / 10_000m,
                    MidpointRounding.AwayFromZero
                ),
            "drop" => N("from") - N("to"),
            "flat" => N("flat"),
            "free_unit" => N("unit"),
            "share" => N("wanted"),
            var other => throw new InvalidOperationException(other),
        };
        wanted.ShouldBe(N("wanted"));
        return isCut ? N("amount") : wanted;
    }

    private static Money Floor(CartLine line, PricingFacts facts)
    {
        var cost = facts.Policies.CostGuard ? line.Cost ?? Money.Zero : Money.Zero;
        return Money.Max(line.LowestPrice ?? Money.Zero, cost);
    }

    internal static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (a, b) => a + b);
}
