using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>欢乐时光: goods at a share of their price in some hours of some weekdays (none named = every day).</summary>
public sealed record HappyHour(
    Goods Goods,
    Ratio Price,
    IReadOnlyList<Hours> Hours,
    IReadOnlyList<DayOfWeek>? Weekdays = null
) : LineRate(Goods)
{
    public override Words Title() => new("欢乐时光", "Happy hour");

    public override Clause? Requires() => Clause.At(When);

    private Schedule When => new() { Hours = Hours, Weekdays = Weekdays is { Count: > 0 } ? Weekdays : null };

    public override Words Rule(OfferNames names)
    {
        var (when, goods, rate) = (ClauseWords.Of(When), Goods.Words(names), Say.Rate(Price));
        return new($"{when.Zh} {goods.Zh} {rate.Zh}", $"{when.En}: {goods.En} {rate.En}");
    }

    public override Refusal? Fault() =>
        Faults.First(
            Faults.Rate(Price),
            When.Fault() is { } fault ? ConditionReasons.NeverTrue.With(("detail", fault)) : null
        );

    public override bool GivesAllAway() => Price == Ratio.Zero;

    internal override Ratio? PriceFor(long tier) => Price;
}
