using System.Globalization;
using Shuke.Core.Pricing;

namespace Shuke.Core.Tests.Pricing;

/// <summary>
/// Carts as a shop would write them. A line is "name quantity price" and marks: m=member price, low=lowest price,
/// cost=cost, off=% by hand, less=yuan by hand, set=price by hand, nodisc, noearn, nobonus. Amounts in yuan.
/// </summary>
internal static class Carts
{
    public static readonly CategoryId Coffee = new(7);

    public static Cart Of(params string[] lines) => new() { Lines = [.. lines.Select((text, i) => Line(i + 1, text))] };

    public static CartLine Line(int no, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var line = new CartLine
        {
            LineNo = no,
            ProductId = new(no),
            CategoryId = Coffee,
            Name = words[0],
            Quantity = new(Thousandths(words[1])),
            UnitPrice = Yuan(words[2]),
        };
        foreach (var mark in words.Skip(3))
        {
            var (key, value) = mark.Split('=') is [var k, var v] ? (k, v) : (mark, "");
            line = key switch
            {
                "m" => line with { MemberPrice = Yuan(value) },
                "low" => line with { LowestPrice = Yuan(value) },
                "cost" => line with { Cost = Yuan(value) },
                "off" => line with
                {
                    ManualDiscount = ManualDiscount.OffBy(
                        Ratio.Percent(int.Parse(value, CultureInfo.InvariantCulture))
                    ),
                },
                "less" => line with { ManualDiscount = ManualDiscount.AmountOf(Yuan(value)) },
                "set" => line with { PriceOverride = Yuan(value) },
                "nodisc" => line with { Discountable = false },
                "noearn" => line with { EarnsPoints = false },
                "nobonus" => line with { BonusPayable = false },
                _ => throw new ArgumentException(mark, nameof(text)),
            };
        }
        return line;
    }

    public static Money Yuan(string text) => new((long)(decimal.Parse(text, CultureInfo.InvariantCulture) * 100));

    public static readonly Buyer Gold = new()
    {
        MemberId = new(11),
        TierId = new(3),
        TierName = "金卡",
        TierPrice = Ratio.Percent(80),
        SpendablePoints = new(1_280),
    };

    public static PricingFacts Facts(
        Buyer? buyer = null,
        PricingPolicies? policies = null,
        CashierLimit? limit = null
    ) =>
        new()
        {
            StoreId = new(1),
            Now = new(1_795_000_000_000),
            Day = BusinessDay.Of(2026, 11, 22),
            Buyer = buyer,
            Policies = policies ?? new(),
            Limit = limit ?? CashierLimit.Unlimited,
        };

    public static Quote Quoted(this Cart cart, PricingFacts facts) => Quote.Price(cart, facts).Value;

    /// <summary>"51.20 -12.80 tier_discount": net and discounts of a line.</summary>
    public static string Story(this QuoteLine line) =>
        string.Join(' ', [line.Net.ToString(), .. line.Discounts.Select(d => $"-{d.Amount} {d.OfferCode}")]);

    private static long Thousandths(string text) => (long)(decimal.Parse(text, CultureInfo.InvariantCulture) * 1_000);
}
