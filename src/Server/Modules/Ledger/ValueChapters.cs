using Shuke.Core.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Ledger;

/// <summary>What the live rules of points' life, top-ups, times cards and punch cards say, for the written membership policy.</summary>
internal static class ValueChapters
{
    public static async Task<IReadOnlyList<Chapter>> Write(DbRead db, Language language)
    {
        string Pick(string zh, string en) => language == Language.Zh ? zh : en;
        var today = (await OrgPublic.Stores(db))[0].DayOf(db.Now);
        var infos = await LedgerPublic.AssetInfos(db);
        var expiry = infos
            .Where(a => a.Active && a.Asset.Kind == AssetKind.Points)
            .Select(a => $"{a.Name(language)}:{Says(a.Asset.Expiry, Pick)}")
            .ToList();
        var clearings = await db.All<(BusinessDay Until, BusinessDay On)>(
            "SELECT earned_until, on_day FROM points_clearing WHERE merchant_id = @m AND state = 'announced' ORDER BY on_day"
        );
        expiry.AddRange(
            clearings.Select(c =>
                Pick(
                    $"{c.Until} 及以前获得的积分将于 {c.On} 清零。",
                    $"Points earned up to {c.Until} are cleared on {c.On}."
                )
            )
        );
        var plans = (await LedgerPublic.PlansOnSale(db, today, null)).Select(p =>
            Pick(
                $"充 {p.Pay} 元{(p.Bonus.IsPositive ? $"送 {p.Bonus} 元赠金" : "")}{(p.Points.Value > 0 ? $"、{p.Points} 积分" : "")}{(p.FirstOnly ? "(限首次)" : "")}。",
                $"Pay {p.Pay} yuan{(p.Bonus.IsPositive ? $", get {p.Bonus} bonus" : "")}{(p.Points.Value > 0 ? $" and {p.Points} points" : "")}{(p.FirstOnly ? " (first top-up only)" : "")}."
            )
        );
        var stored = plans.ToList();
        stored.Add(
            Pick(
                $"实名会员余额不超过 {CardLimits.Shipped.Registered} 元,不记名卡不超过 {CardLimits.Shipped.Anonymous} 元;储值本金长期有效。",
                $"A registered member holds at most {CardLimits.Shipped.Registered} yuan, an anonymous card {CardLimits.Shipped.Anonymous}; what was paid in does not expire."
            )
        );
        stored.Add(
            Pick(
                "储值可申请退还:赠金不退,已使用部分按本金与赠金的比例计算。",
                "Stored value is paid back on demand: bonus falls away, what was used counts in proportion of principal and bonus."
            )
        );
        var times = (await TimesCards.All(db))
            .Where(c => c.Active)
            .Select(c =>
                Pick(
                    $"{c.Name}:{c.Uses} 次 {c.Pay} 元,{Says(Expiry.Parse(c.Validity)!, Pick)}可与家人共用;7 天内按实付单价、之后按原单价扣除已用次数后退款。",
                    $"{c.Name}: {c.Uses} uses for {c.Pay} yuan, {Says(Expiry.Parse(c.Validity)!, Pick)} It can be shared in the family; used uses count at the card's price within seven days, later at the list price."
                )
            );
        var punch = (await LedgerPublic.PunchRules(db)).Select(c =>
            Pick(
                $"{c.Name}:每{(c.StampBy == StampBy.Unit ? "件" : "单")}一点,集满 {c.Rule.Every} 点得 {Name(infos, c.Rule.Reward, language)} ×{c.Rule.RewardCount}。",
                $"{c.Name}: one stamp for each {(c.StampBy == StampBy.Unit ? "piece" : "ticket")}; {c.Rule.Every} stamps give {Name(infos, c.Rule.Reward, language)} ×{c.Rule.RewardCount}."
            )
        );
        return Chapter.Of([
            new(Pick("积分有效期", "How long points last"), expiry),
            new(Pick("储值", "Stored value"), stored),
            new(Pick("次卡", "Times cards"), [.. times]),
            new(Pick("集点", "Punch cards"), [.. punch]),
        ]);
    }

    private static string Name(IReadOnlyList<AssetInfo> infos, AssetId id, Language language) =>
        infos.FirstOrDefault(a => a.Asset.Id == id)?.Name(language) ?? "";

    private static string Says(Expiry e, Func<string, string, string> pick)
    {
        var end = e.End switch
        {
            EndOf.Day => pick("", ""),
            EndOf.Month => pick(",到月底为止", ", to the end of the month"),
            EndOf.Quarter => pick(",到季末为止", ", to the end of the quarter"),
            EndOf.Year => pick(",到年底为止", ", to the end of the year"),
        };
        return e.Kind switch
        {
            ExpiryKind.Never => pick("长期有效。", "no end."),
            ExpiryKind.Days => pick($"获得后 {e.N} 天内有效。", $"good for {e.N} days."),
            ExpiryKind.Months => pick($"获得后 {e.N} 个月内有效{end}。", $"good for {e.N} months{end}."),
            ExpiryKind.PeriodEnd => pick(
                $"有效至获得当期{(e.End == EndOf.Year ? "年底" : e.End == EndOf.Quarter ? "季末" : "月底")}{(e.N > 0 ? $"后 {e.N} 个月" : "")}。",
                $"good to the end of the {e.End.ToString().ToLowerInvariant()} in which they were earned{(e.N > 0 ? $" and {e.N} months more" : "")}."
            ),
            ExpiryKind.Fixed => pick($"有效至 {e.On}。", $"good until {e.On}."),
            ExpiryKind.RollingDays => pick(
                $"最近一次变动后 {e.N} 天内有效。",
                $"good for {e.N} days after the last activity."
            ),
            ExpiryKind.RollingMonths => pick(
                $"最近一次变动后 {e.N} 个月内有效{end}。",
                $"good for {e.N} months after the last activity{end}."
            ),
        };
    }
}
