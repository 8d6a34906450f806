using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>生日优惠: a share of the price around the member's birthday, solar or lunar.</summary>
/// <param name="DaysBefore">from so many days before ...</param>
/// <param name="DaysAfter">... to so many days after; both 0 = on the day only</param>
public sealed record BirthdayDiscount(Goods Goods, Ratio Price, int DaysBefore = 0, int DaysAfter = 0) : LineRate(Goods)
{
    public override Words Title() => new("生日优惠", "Birthday");

    public override Clause? Requires() => Clause.Between(Fields.BirthdayDistance, -DaysAfter, DaysBefore);

    public override Words Rule(OfferNames names)
    {
        var (goods, rate) = (Goods.Words(names), Say.Rate(Price));
        var when =
            DaysBefore == 0 && DaysAfter == 0
                ? new Words("生日当天", "On the birthday")
                : new Words(
                    $"生日前 {DaysBefore} 天到后 {DaysAfter} 天",
                    $"From {DaysBefore} days before the birthday to {DaysAfter} after"
                );
        return new($"{when.Zh}{goods.Zh} {rate.Zh}", $"{when.En}: {goods.En} {rate.En}");
    }

    public override Refusal? Fault() =>
        Faults.First(
            Faults.Rate(Price),
            Faults.Count(DaysBefore, 0, 60, "提前天数 (days before)"),
            Faults.Count(DaysAfter, 0, 60, "延后天数 (days after)")
        );

    public override bool GivesAllAway() => Price == Ratio.Zero;

    internal override Ratio? PriceFor(long tier) => Price;
}
