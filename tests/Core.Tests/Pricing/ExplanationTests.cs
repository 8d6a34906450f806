using Shuke.Core.Pricing;
using Shuke.Core.Pricing.Promotions;
using Xunit.Abstractions;

namespace Shuke.Core.Tests.Pricing;

public sealed class ExplanationTests(ITestOutputHelper output)
{
    private const int Seed = 77_001;
    private const int Baskets = 10_000;

    /// <summary>19.6: from the explanation alone, by another hand.</summary>
    [Fact]
    public void Every_total_follows_from_its_explanation_alone()
    {
        output.WriteLine($"{Baskets} baskets from seed {Seed}");
        var applied = 0;
        for (var i = 0; i < Baskets; i++)
        {
            var (cart, facts, _) = Worlds.Large(new Random(Seed + i));
            var quote = cart.Quoted(facts);
            var why = $"seed {Seed + i}";
            var total = 0L;
            foreach (var line in quote.Lines)
            {
                var net = Half(line.UnitPrice.Fen * line.Line.Quantity.Milli, 1_000);
                foreach (var discount in line.Discounts)
                    net -= Taken(discount.Explanation, why);
                net.ShouldBeGreaterThanOrEqualTo(0, why);
                total += net;
            }
            total.ShouldBe(quote.Payable.Fen, why);
            foreach (var offer in quote.Applied)
            {
                applied++;
                offer.Shares.Sum(s => s.Amount.Fen).ShouldBe(offer.Amount.Fen, why);
                var lines = quote
                    .Lines.SelectMany(l => l.Discounts)
                    .Where(d => d.SourceId == offer.Offer.SourceId && d.OfferCode == offer.Offer.Kind.Code)
                    .ToList();
                lines.Sum(d => d.Amount.Fen).ShouldBe(offer.Amount.Fen, why);
                Whole(offer.Working, why).ShouldBe(offer.Wanted.Fen, why);
                offer.Amount.ShouldBeLessThanOrEqualTo(offer.Wanted, why);
                CheckShares(lines, why);
            }
        }
        applied.ShouldBeGreaterThan(Baskets);
    }

    private static long Taken(Sentence s, string why)
    {
        long N(string name) => (long)s.Args[name]!;
        int Bp(string name) => ((Ratio)s.Args[name]!).Bp;
        var code = s.Phrase.Code[(s.Phrase.Code.LastIndexOf('.') + 1)..];
        var cut = code.EndsWith("_cut", StringComparison.Ordinal);
        var wanted = (cut ? code[..^4] : code) switch
        {
            "rate" => Half(N("base") * Bp("off"), 10_000),
            "drop" => N("from") - N("to"),
            "flat" => N("flat"),
            "units" => Math.Min(N("net"), Half(N("unit") * N("milli"), 1_000)),
            "pieces" => Half(Half(N("net") * N("k"), N("q")) * Bp("off"), 10_000),
            "pieces_drop" => Half(N("net") * N("k"), N("q")) - N("price") * N("k"),
            "share" => N("wanted"), // looked at with all lines of the offer together
            var other => throw new InvalidOperationException(other),
        };
        wanted.ShouldBe(N("wanted"), why);
        return cut ? N("amount") : wanted;
    }

    private static long Whole(Sentence s, string why)
    {
        long N(string name) => (long)s.Args[name]!;
        var cap = s.Args.GetValueOrDefault("cap") is long c ? c : long.MaxValue;
        var whole = s.Phrase.Code switch
        {
            "step" => N("have") >= N("atLeast") ? N("off") * N("times") : 0,
            "rate" => Math.Min(cap, Half(N("base") * ((Ratio)s.Args["off"]!).Bp, 10_000)),
            "flat" => Math.Min(cap, N("flat")),
            "times" => Math.Min(N("whole"), N("off") * N("times")),
            "bundle" => N("goods") - N("price") * N("sets"),
            "by_line" => N("whole"),
            var other => throw new InvalidOperationException(other),
        };
        whole.ShouldBe(N("whole"), why);
        return whole;
    }

    /// <summary>Without a line at its lowest price, each share is within a fen of its part and all together are the whole.</summary>
    private static void CheckShares(List<LineDiscount> lines, string why)
    {
        var shares = lines.Where(d => d.How is ShareOf).Select(d => (ShareOf)d.How).ToList();
        if (shares.Count == 0)
            return;
        lines.Sum(d => d.Amount.Fen).ShouldBe(shares[0].Whole.Fen, why);
        shares.ShouldAllBe(s => s.Whole == shares[0].Whole && s.BaseSum == shares[0].BaseSum, why);
    }

    private static long Half(long numerator, long denominator) =>
        (long)decimal.Round(numerator / (decimal)denominator, MidpointRounding.AwayFromZero);

    [Fact]
    public void The_order_of_lines_promotions_and_coupons_changes_nothing()
    {
        for (var i = 0; i < 1_000; i++)
        {
            var random = new Random(Seed + i);
            var (cart, facts, promotions) = Worlds.Large(random);
            var other = cart with { Lines = [.. cart.Lines.Reverse()], Coupons = [.. cart.Coupons.Reverse()] };
            var shuffled = facts with { Promotions = PromotionSet.Of([.. promotions.OrderBy(_ => random.Next())]) };
            other.Quoted(shuffled).Fingerprint.ShouldBe(cart.Quoted(facts).Fingerprint, $"seed {Seed + i}");
        }
    }

    [Fact]
    public void No_single_promotion_would_have_been_better_and_an_irrelevant_one_changes_nothing()
    {
        for (var i = 0; i < 1_000; i++)
        {
            var (cart, facts, promotions) = Worlds.Large(new Random(Seed + i));
            var quote = cart.Quoted(facts);
            foreach (var p in promotions)
                (cart with { Coupons = [] })
                    .Quoted(facts with { Promotions = PromotionSet.Of([p]) })
                    .Payable.ShouldBeGreaterThanOrEqualTo(quote.Payable, $"seed {Seed + i}, promotion {p.Id}");
            var elsewhere = promotions.Append(
                new Promotion
                {
                    Id = new(999),
                    Name = "别的商品",
                    Args = new LimitedDiscount(Goods.Of(new ProductId(99_999)), Ratio.Percent(10)),
                    Group = "g1",
                    Priority = 1,
                }
            );
            cart.Quoted(facts with { Promotions = PromotionSet.Of([.. elsewhere]) })
                .Payable.ShouldBe(quote.Payable, $"seed {Seed + i}");
        }
    }

    [Fact]
    public void Deciding_without_words_answers_the_same_and_the_guards_hold()
    {
        for (var i = 0; i < 2_000; i++)
        {
            var (cart, facts, _) = Worlds.Large(new Random(Seed + i));
            var quote = cart.Quoted(facts);
            Quote.Cheapest(cart, facts).Goods.ShouldBe(quote.Payable, $"seed {Seed + i}");
            foreach (
                var line in quote.Lines.Where(l =>
                    !l.Discount.IsZero
                    && !l.Discounts.Any(d => d.Offer is PromotionOffer { Args: FullGift or Exchange })
                )
            )
                line.Net.ShouldBeGreaterThanOrEqualTo(
                    (line.Line.LowestPrice ?? Money.Zero).Times(line.Line.Quantity),
                    $"seed {Seed + i}"
                );
        }
    }
}
