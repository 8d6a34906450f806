using System.Globalization;

namespace Shuke.Core.Tiers;

/// <summary>The rules of a tier in words, written from the rules themselves; for the membership policy.</summary>
public sealed class TierWords(Language language)
{
    public string Pick(string zh, string en) => language == Language.Zh ? zh : en;

    /// <summary>累计消费满 1,500.00 元 或 累计充值满 2,000.00 元; empty without conditions.</summary>
    public string Conditions(UpgradeRule rule) =>
        string.Join(
            rule.Match == Match.Any ? Pick(" 或 ", " or ") : Pick(" 且 ", " and "),
            rule.Conditions.Select(Condition)
        );

    private string Condition(Condition c)
    {
        var within = c.Window.Kind switch
        {
            WindowKind.SinceJoining => Pick("累计", " in all"),
            WindowKind.Month => Pick("当月", " in a month"),
            WindowKind.Quarter => Pick("当季", " in a quarter"),
            WindowKind.Year => Pick("当年", " in a year"),
            WindowKind.RollingDays => Pick($"{c.Window.Days} 天内", $" within {c.Window.Days} days"),
        };
        var n = c.Metric is Metric.Spent or Metric.ToppedUp or Metric.TopUpOnce
            ? new Money(c.AtLeast).ToString()
            : c.AtLeast.ToString("#,0", CultureInfo.InvariantCulture);
        return c.Metric switch
        {
            Metric.ToppedUp => Pick($"{within}充值满 {n} 元", $"top-ups of {n} yuan{within}"),
            Metric.TopUpOnce => Pick($"单次充值满 {n} 元", $"a single top-up of {n} yuan"),
            Metric.Spent => Pick($"{within}消费满 {n} 元", $"purchases of {n} yuan{within}"),
            Metric.PointsEarned => Pick($"{within}获得 {n} 积分", $"{n} points earned{within}"),
            Metric.Growth => Pick($"{within}成长值满 {n}", $"{n} growth{within}"),
            Metric.Purchases => Pick($"{within}消费 {n} 次", $"{n} purchases{within}"),
            Metric.Referrals => Pick($"{within}推荐 {n} 位好友", $"{n} friends brought{within}"),
            Metric.Tasks => Pick($"{within}完成 {n} 个任务", $"{n} tasks done{within}"),
            Metric.Profile => Pick("完善个人资料", "a complete profile"),
            Metric.Memberships => Pick("购买付费会员", "a paid membership"),
        };
    }

    /// <summary>How the tier is reached, as a sentence.</summary>
    public string Reached(UpgradeRule rule) =>
        rule.Conditions.Count == 0
            ? Pick("由门店授予。", "Given by the shop.")
            : Pick(
                $"{Conditions(rule)}即可升级{(rule.When == UpgradeWhen.PeriodEnd ? ",周期结束时生效" : ",即时生效")}{(rule.NeedsApproval ? ",需经门店核准" : "")}。",
                $"Reached by {Conditions(rule)}, {(rule.When == UpgradeWhen.PeriodEnd ? "at the end of the period" : "at once")}{(rule.NeedsApproval ? ", with the shop's approval" : "")}."
            );

    /// <summary>How long it lasts and what keeps it.</summary>
    public string Lasts(Validity validity, UpgradeRule keep)
    {
        var lasts = validity.Kind switch
        {
            ValidityKind.Never => Pick("长期有效。", "It does not end."),
            ValidityKind.Months => Pick($"有效期 {validity.N} 个月。", $"It lasts {validity.N} months."),
            ValidityKind.YearEnd => Pick(
                validity.N == 0 ? "有效至当年年底。" : $"有效至第 {validity.N} 个次年年底。",
                validity.N == 0
                    ? "It lasts to the end of the year."
                    : $"It lasts to the end of year {validity.N} after."
            ),
        };
        if (validity.Kind == ValidityKind.Never || keep.Conditions.Count == 0)
            return lasts;
        return lasts
            + Pick($"有效期内{Conditions(keep)}可保级。", $" It is kept by {Conditions(keep)} within the term.");
    }
}
