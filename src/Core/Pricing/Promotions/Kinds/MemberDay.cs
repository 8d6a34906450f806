using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>会员日: members pay a share of the price on some days: every 8th, every Wednesday, the last Friday, lunar days.</summary>
public sealed record MemberDay(Goods Goods, Ratio Price, Schedule When) : LineRate(Goods)
{
    public override Words Title() => new("会员日", "Member day");

    public override Clause? Requires() => Clause.AllOf(Clause.Of(Fields.IsMember, Op.AnyOf, "yes"), Clause.At(When));

    public override Words Rule(OfferNames names)
    {
        var (when, goods, rate) = (ClauseWords.Of(When), Goods.Words(names), Say.Rate(Price));
        return new($"会员日({when.Zh}){goods.Zh} {rate.Zh}", $"Member day ({when.En}): {goods.En} {rate.En}");
    }

    public override Refusal? Fault() =>
        Faults.First(
            Faults.Rate(Price),
            When.Fault() is { } fault ? ConditionReasons.NeverTrue.With(("detail", fault)) : null
        );

    public override bool GivesAllAway() => Price == Ratio.Zero;

    internal override Ratio? PriceFor(long tier) => Price;
}
