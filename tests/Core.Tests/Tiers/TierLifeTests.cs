using System.Globalization;
using Shuke.Core.Tiers;

namespace Shuke.Core.Tests.Tiers;

/// <summary>
/// The life of a tier, one line for each rule. Rules and members are written as a shop owner would say them:
/// "本年消费 1000" is a rule, "消费 1000" is what the member did in that window.
/// </summary>
public sealed class TierLifeTests
{
    // 4.2 the rule, when it counts        what the member reached            on this day   becomes
    [Theory]
    [InlineData("单次充值 500             | 单次充值 499                      | 2026-05-20 | 普通")]
    [InlineData("单次充值 500             | 单次充值 500                      | 2026-05-20 | 银卡")]
    [InlineData("充值 500                 | 充值 499.99                       | 2026-05-20 | 普通")]
    [InlineData("充值 500                 | 充值 500                          | 2026-05-20 | 银卡")]
    [InlineData("消费 1000                | 消费 999.99                       | 2026-05-20 | 普通")]
    [InlineData("消费 1000                | 消费 1000                         | 2026-05-20 | 银卡")]
    [InlineData("积分 800                 | 积分 800                          | 2026-05-20 | 银卡")]
    [InlineData("成长值 300               | 成长值 299                        | 2026-05-20 | 普通")]
    [InlineData("成长值 300               | 成长值 300                        | 2026-05-20 | 银卡")]
    [InlineData("次数 10                  | 次数 9                            | 2026-05-20 | 普通")]
    [InlineData("次数 10                  | 次数 10                           | 2026-05-20 | 银卡")]
    [InlineData("推荐 3                   | 推荐 3                            | 2026-05-20 | 银卡")]
    [InlineData("任务 5                   | 任务 5                            | 2026-05-20 | 银卡")]
    [InlineData("资料 1                   | 资料 0                            | 2026-05-20 | 普通")]
    [InlineData("资料 1                   | 资料 1                            | 2026-05-20 | 银卡")]
    [InlineData("付费 1                   | 付费 1                            | 2026-05-20 | 银卡")]
    [InlineData("手工                     | 消费 99999                        | 2026-05-20 | 普通")]
    [InlineData("消费 1000 或 次数 10     | 消费 0, 次数 10                   | 2026-05-20 | 银卡")]
    [InlineData("消费 1000 或 次数 10     | 消费 999, 次数 9                  | 2026-05-20 | 普通")]
    [InlineData("消费 1000 且 次数 10     | 消费 5000, 次数 9                 | 2026-05-20 | 普通")]
    [InlineData("消费 1000 且 次数 10     | 消费 1000, 次数 10                | 2026-05-20 | 银卡")]
    // A natural month, quarter, year; the last 90 days: only what falls into the window counts.
    [InlineData("本月消费 100             | 消费 100 在 2026-04-30            | 2026-05-20 | 普通")]
    [InlineData("本月消费 100             | 消费 100 在 2026-05-01            | 2026-05-20 | 银卡")]
    [InlineData("本季消费 100             | 消费 100 在 2026-03-31            | 2026-05-20 | 普通")]
    [InlineData("本季消费 100             | 消费 100 在 2026-04-01            | 2026-05-20 | 银卡")]
    [InlineData("本年消费 100             | 消费 100 在 2025-12-31            | 2026-05-20 | 普通")]
    [InlineData("本年消费 100             | 消费 100 在 2026-01-01            | 2026-05-20 | 银卡")]
    [InlineData("90天消费 100             | 消费 100 在 2026-02-19            | 2026-05-20 | 普通")]
    [InlineData("90天消费 100             | 消费 100 在 2026-02-20            | 2026-05-20 | 银卡")]
    // At the end of the period: this month does not count yet, the month that is over does.
    [InlineData("月末: 本月消费 100       | 消费 100 在 2026-05-20            | 2026-05-31 | 普通")]
    [InlineData("月末: 本月消费 100       | 消费 100 在 2026-05-20            | 2026-06-01 | 银卡")]
    [InlineData("月末: 本月消费 100       | 消费 100 在 2026-04-20            | 2026-06-01 | 普通")]
    // With approval the member stays, and the manager is asked.
    [InlineData("核准: 消费 1000          | 消费 1000                         | 2026-05-20 | 普通 待核准银卡")]
    [InlineData("核准: 消费 1000          | 消费 999                          | 2026-05-20 | 普通")]
    public void How_silver_is_reached(string line)
    {
        var w = Words(line);
        var tiers = new[] { Base, Silver(Rule(w[0])) };
        var facts = Member(tiers, "普通 2025-01-01 长期", w[2], w[1]);
        Show(tiers, TierRules.Examine(tiers, TierPolicy.Default, facts)).ShouldBe(w[3]);
    }

    // 4.3 how long it lasts        reached on     last day
    [Theory]
    [InlineData("长期       | 2026-05-20 | 长期")]
    [InlineData("12个月     | 2026-05-20 | 2027-05-20")]
    [InlineData("12个月     | 2028-02-29 | 2029-02-28")]
    [InlineData("24个月     | 2026-05-20 | 2028-05-20")]
    [InlineData("1个月      | 2026-01-31 | 2026-02-28")]
    [InlineData("今年底     | 2026-05-20 | 2026-12-31")]
    [InlineData("明年底     | 2026-05-20 | 2027-12-31")]
    public void How_long_a_tier_lasts(string line)
    {
        var w = Words(line);
        var tiers = new[] { Base, Silver(Rule("消费 1000")) with { Validity = Lasts(w[0]) } };
        var facts = Member(tiers, "普通 2025-01-01 长期", w[1], "消费 1000");
        (TierRules.Examine(tiers, TierPolicy.Default, facts).After.Until?.ToString() ?? "长期").ShouldBe(w[2]);
    }

    // 4.4 the member's tier and term              reached, when                  looked at    policy           becomes
    [Theory]
    // While the term runs nothing is lost, on its last day neither.
    [InlineData("银卡 2026-03-01 2027-03-01 | 消费 0                       | 2027-03-01 |                 | 银卡")]
    [InlineData("银卡 2026-03-01 2027-03-01 | 消费 0                       | 2027-03-02 |                 | 降级 普通")]
    // What was reached within the term keeps it; what came before or after does not.
    [InlineData("银卡 2026-03-01 2027-03-01 | 消费 1000 在 2026-03-01      | 2027-03-02 |                 | 保级 银卡")]
    [InlineData("银卡 2026-03-01 2027-03-01 | 消费 1000 在 2027-03-01      | 2027-03-02 |                 | 保级 银卡")]
    [InlineData("银卡 2026-03-01 2027-03-01 | 消费 1000 在 2026-02-28      | 2027-03-02 |                 | 降级 普通")]
    [InlineData("银卡 2026-03-01 2027-03-01 | 消费 1000 在 2027-03-02      | 2027-03-05 |                 | 降级 普通")]
    // Down: to the tier whose rule is met, or one step, or never.
    [InlineData("金卡 2026-03-01 2027-03-01 | 消费 5000 在 2026-06-01      | 2027-03-02 |                 | 保级 金卡")]
    [InlineData("金卡 2026-03-01 2027-03-01 | 消费 1000 在 2026-06-01      | 2027-03-02 |                 | 降级 银卡")]
    [InlineData("金卡 2026-03-01 2027-03-01 | 消费 0                       | 2027-03-02 |                 | 降级 普通")]
    [InlineData("金卡 2026-03-01 2027-03-01 | 消费 0                       | 2027-03-02 | 降一级          | 降级 银卡")]
    [InlineData("金卡 2026-03-01 2027-03-01 | 消费 0                       | 2027-03-02 | 不降级          | 金卡")]
    // Grace: still honoured, can still be kept.
    [InlineData("银卡 2026-03-01 2027-03-01 | 消费 0                       | 2027-03-31 | 宽限30天        | 银卡")]
    [InlineData("银卡 2026-03-01 2027-03-01 | 消费 0                       | 2027-04-01 | 宽限30天        | 降级 普通")]
    [InlineData("银卡 2026-03-01 2027-03-01 | 消费 1000 在 2027-03-31      | 2027-04-01 | 宽限30天        | 保级 银卡")]
    [InlineData("银卡 2026-03-01 2027-03-01 | 消费 1000 在 2027-04-01      | 2027-04-01 | 宽限30天        | 降级 普通")]
    // Protection: first year, birthday month, a protection given to this member.
    [InlineData("银卡 2025-06-01 2025-12-01 | 消费 0                       | 2025-12-31 | 首12个月保护    | 银卡")]
    [InlineData("银卡 2025-06-01 2025-12-01 | 消费 0                       | 2026-01-01 | 首12个月保护    | 降级 普通")]
    [InlineData("银卡 2026-03-01 2027-03-01 | 消费 0, 生日月               | 2027-03-02 | 生日月保护      | 银卡")]
    [InlineData("银卡 2026-03-01 2027-03-01 | 消费 0                       | 2027-04-01 | 生日月保护      | 降级 普通")]
    [InlineData("银卡 2026-03-01 2027-03-01 | 消费 0, 保护至 2027-06-30    | 2027-06-30 |                 | 银卡")]
    [InlineData("银卡 2026-03-01 2027-03-01 | 消费 0, 保护至 2027-06-30    | 2027-07-01 |                 | 降级 普通")]
    // The base tier never ends, whatever was written down for it.
    [InlineData("普通 2025-01-01 2025-12-31 | 消费 0                       | 2027-03-02 |                 | 普通")]
    // A member rises at once even when the term is over, and need not be kept first.
    [InlineData("银卡 2026-03-01 2027-03-01 | 消费 5000 在 2027-03-02      | 2027-03-02 |                 | 升级 金卡")]
    // Goods came back: they do not count, unless the merchant says a refund never lowers a tier.
    [InlineData("银卡 2026-03-01 2027-03-01 | 消费 1000 退 100             | 2027-03-02 |                 | 降级 普通")]
    [InlineData("银卡 2026-03-01 2027-03-01 | 消费 1000 退 100             | 2027-03-02 | 退款不影响      | 保级 银卡")]
    // Registered ahead and not yet active: the member rises, but no term runs.
    [InlineData(
        "普通 2025-01-01 长期       | 消费 1000, 未激活            | 2026-05-20 |                 | 升级 银卡 长期"
    )]
    public void How_a_tier_is_kept_or_lost(string line)
    {
        var w = Words(line);
        var tiers = Shop;
        var decision = TierRules.Examine(tiers, Policy(w[3]), Member(tiers, w[0], w[2], w[1], Policy(w[3])));
        var name = Name(tiers, decision.After.Tier);
        var shown = decision.Change switch
        {
            TierChange.Stay => name,
            TierChange.Upgrade when decision.After.Until is null => $"升级 {name} 长期",
            TierChange.Upgrade => $"升级 {name}",
            TierChange.Keep => $"保级 {name}",
            _ => $"降级 {name}",
        };
        shown.ShouldBe(w[4]);
    }

    [Fact]
    public void The_term_of_a_member_registered_ahead_begins_when_they_activate()
    {
        var facts = Member(Shop, "银卡 2026-01-10 长期", "2026-05-20", "消费 0, 未激活");
        TierRules.Examine(Shop, TierPolicy.Default, facts).Change.ShouldBe(TierChange.Stay);
        var active = TierRules.Activate(Shop, facts);
        (active.After.Since, active.After.Until).ShouldBe((Day("2026-05-20"), Day("2027-05-20")));
        active.Why.In(Language.Zh).ShouldBe("会员已激活,银卡的有效期从今天开始计算。");
        TierRules
            .Activate(Shop, Member(Shop, "普通 2026-01-10 长期", "2026-05-20", "消费 0"))
            .Change.ShouldBe(TierChange.Stay);
    }

    // Packs: what a drop does to them
    [Theory]
    [InlineData(PackAgain.OncePerTier, "银卡,金卡")]
    [InlineData(PackAgain.AfterDrop, "银卡")]
    public void After_a_drop_the_pack_is_given_again_only_if_the_merchant_says_so(PackAgain again, string given)
    {
        var facts = Member(Shop, "金卡 2026-03-01 2027-03-01", "2027-03-02", "消费 1000 在 2026-06-01");
        facts = facts with { State = facts.State with { PacksGiven = [new(2), new(3)] } };
        var after = TierRules.Examine(Shop, TierPolicy.Default with { PackAgain = again }, facts).After;
        string.Join(',', after.PacksGiven.Select(p => Name(Shop, p))).ShouldBe(given);
    }

    // 4.10 a higher tier on trial: what the member had comes back untouched, unless a higher one was earned meanwhile
    [Theory]
    [InlineData("消费 0", "Downgrade 银卡 2027-03-01")]
    [InlineData("消费 5000 在 2026-06-05", "Upgrade 金卡 2027-06-20")]
    public void After_a_trial_the_own_tier_comes_back_or_the_earned_one_stays(string did, string expected)
    {
        var facts = Member(Shop, "银卡 2026-03-01 2027-03-01", "2026-06-01", "消费 0");
        var lent = TierRules.Lend(Shop, new(3), 14, facts).Value;
        (lent.After.Tier, lent.After.Until, lent.Pack).ShouldBe((new TierId(3), null, null));
        lent.Why.In(Language.Zh).ShouldBe("获得金卡体验,至 2026-06-14。");

        var later = Member(Shop, "银卡 2026-03-01 2027-03-01", "2026-06-20", did) with { State = lent.After };
        var back = TierRules.Return(Shop, TierPolicy.Default, new(3), facts.State, later);
        $"{back.Change} {Name(Shop, back.After.Tier)} {back.After.Until}".ShouldBe(expected);
    }

    [Fact]
    public void A_trial_of_a_tier_that_is_not_higher_is_refused() =>
        TierRules
            .Lend(Shop, new(2), 14, Member(Shop, "金卡 2026-03-01 2027-03-01", "2026-06-01", "消费 0"))
            .Refusal!.Code.ShouldBe("tier_not_higher");

    [Fact]
    public void A_lower_tier_is_entered_while_a_higher_one_waits_for_approval()
    {
        var tiers = new[] { Base, Silver(Rule("消费 1000")), Gold(Rule("核准: 消费 5000")) };
        var decision = TierRules.Examine(
            tiers,
            TierPolicy.Default,
            Member(tiers, "普通 2025-01-01 长期", "2026-05-20", "消费 6000")
        );
        (decision.Change, Name(tiers, decision.After.Tier), decision.Asks).ShouldBe(
            (TierChange.Upgrade, "银卡", new TierId(3))
        );
        Show(tiers, TierRules.Give(tiers, new(3), Member(tiers, "银卡 2026-05-20 2027-05-20", "2026-05-21", "消费 0")))
            .ShouldBe("金卡");
    }

    private static readonly TierDef Base = Tier(1, "普通", UpgradeRule.ByHand, new(ValidityKind.Months, 12));

    private static TierDef Silver(UpgradeRule rule) => Tier(2, "银卡", rule, new(ValidityKind.Months, 12));

    private static TierDef Gold(UpgradeRule rule) => Tier(3, "金卡", rule, new(ValidityKind.Months, 12));

    private static readonly TierDef[] Shop = [Base, Silver(Rule("90天消费 1000")), Gold(Rule("90天消费 5000"))];

    private static TierDef Tier(long id, string name, UpgradeRule rule, Validity validity) =>
        new(new(id), (int)id, name, Ratio.One, Ratio.One, rule, null, validity, TierPack.Empty, "");

    private static string[] Words(string line) => [.. line.Split('|').Select(w => w.Trim())];

    private static UpgradeRule Rule(string text)
    {
        var when = text.StartsWith("月末", StringComparison.Ordinal) ? UpgradeWhen.PeriodEnd : UpgradeWhen.AtOnce;
        var approval = text.StartsWith("核准", StringComparison.Ordinal);
        text = text[(text.IndexOf(':') + 1)..].Trim();
        if (text == "手工")
            return UpgradeRule.ByHand;
        var match = text.Contains('且') ? Match.All : Match.Any;
        return new(match, [.. text.Split('或', '且').Select(c => One(c.Trim()))], when, approval);
    }

    private static Condition One(string text)
    {
        var w = text.Split(' ');
        var (window, name) = w[0] switch
        {
            ['本', '月', .. var rest] => (new Window(WindowKind.Month), rest),
            ['本', '季', .. var rest] => (new Window(WindowKind.Quarter), rest),
            ['本', '年', .. var rest] => (new Window(WindowKind.Year), rest),
            ['9', '0', '天', .. var rest] => (new Window(WindowKind.RollingDays, 90), rest),
            var rest => (new Window(WindowKind.SinceJoining), rest),
        };
        return new(MetricOf(name), window, Number(name, w[1]));
    }

    private static Metric MetricOf(string name) =>
        name switch
        {
            "消费" => Metric.Spent,
            "充值" => Metric.ToppedUp,
            "单次充值" => Metric.TopUpOnce,
            "积分" => Metric.PointsEarned,
            "成长值" => Metric.Growth,
            "次数" => Metric.Purchases,
            "推荐" => Metric.Referrals,
            "任务" => Metric.Tasks,
            "资料" => Metric.Profile,
            "付费" => Metric.Memberships,
            _ => throw new FormatException(name),
        };

    private static bool IsMoney(string name) => name is "消费" or "充值" or "单次充值";

    private static long Number(string name, string text) =>
        (long)(decimal.Parse(text, CultureInfo.InvariantCulture) * (IsMoney(name) ? 100 : 1));

    private static Validity Lasts(string text) =>
        text switch
        {
            "长期" => new(ValidityKind.Never),
            "今年底" => new(ValidityKind.YearEnd, 0),
            "明年底" => new(ValidityKind.YearEnd, 1),
            _ => new(ValidityKind.Months, int.Parse(text[..^2], CultureInfo.InvariantCulture)),
        };

    private static TierPolicy Policy(string text) =>
        text switch
        {
            "" => TierPolicy.Default,
            "降一级" => TierPolicy.Default with { Downgrade = Downgrade.OneDown },
            "不降级" => TierPolicy.Default with { Downgrade = Downgrade.Off },
            "宽限30天" => TierPolicy.Default with { GraceDays = 30 },
            "首12个月保护" => TierPolicy.Default with { ProtectedMonths = 12 },
            "生日月保护" => TierPolicy.Default with { ProtectBirthMonth = true },
            "退款不影响" => TierPolicy.Default with { AfterRefund = AfterRefund.Never },
            _ => throw new FormatException(text),
        };

    /// <summary>The member as measured: what was done lies on its day, and a window that does not hold the day sees nothing.</summary>
    private static TierFacts Member(TierDef[] tiers, string held, string today, string did, TierPolicy? policy = null)
    {
        var (h, day, joined) = (held.Split(' '), Day(today), Day("2025-01-01"));
        var state = new TierState(
            tiers.Single(t => t.Name == h[0]).Id,
            Day(h[1]),
            h[2] == "长期" ? null : Day(h[2]),
            []
        );
        var deeds = did.Split(',').Select(d => d.Trim()).ToList();
        long Measured(Measure measure)
        {
            var sum = 0L;
            foreach (var w in deeds.Where(d => d.Contains(' ')).Select(d => d.Split(' ')))
            {
                if (w[0] == "保护至" || MetricOf(w[0]) != measure.Metric)
                    continue;
                var at = w.Length > 3 && w[2] == "在" ? Day(w[3]) : measure.Span.Last;
                if (measure.Span.First <= at && at <= measure.Span.Last)
                    sum +=
                        Number(w[0], w[1]) - (w.Length > 3 && w[2] == "退" && !measure.Gross ? Number(w[0], w[3]) : 0);
            }
            return sum;
        }

        var values = TierRules
            .MeasuresToExamine(tiers, policy ?? TierPolicy.Default, state, day, joined)
            .ToDictionary(m => m, Measured);
        var until = deeds.FirstOrDefault(d => d.StartsWith("保护至", StringComparison.Ordinal));
        return new(day, joined, state, values)
        {
            IsActive = !deeds.Contains("未激活"),
            IsBirthMonth = deeds.Contains("生日月"),
            ProtectedUntil = until is null ? null : Day(until.Split(' ')[1]),
        };
    }

    private static string Name(TierDef[] tiers, TierId id) => tiers.Single(t => t.Id == id).Name;

    private static string Show(TierDef[] tiers, TierDecision decision) =>
        Name(tiers, decision.After.Tier) + (decision.Asks is { } asks ? $" 待核准{Name(tiers, asks)}" : "");

    private static BusinessDay Day(string text) => BusinessDay.Parse(text, CultureInfo.InvariantCulture);
}
