using Shuke.Core.Rewards;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Rewards;

/// <summary>What the live rules, the redemption list, checking in and draws say, for the written membership policy.</summary>
internal static class RewardChapters
{
    public static async Task<IReadOnlyList<Chapter>> Write(DbRead db, Language language)
    {
        string Pick(string zh, string en) => language == Language.Zh ? zh : en;
        var today = (await OrgPublic.Stores(db))[0].DayOf(db.Now);
        var rules = (await Rules.AllLive(db))
            .Where(r => r.State == RuleState.Running && !(r.Validity.When?.Until < today))
            .ToList();
        var products = rules.SelectMany(r => r.Trigger.Products ?? []).Distinct().ToList();
        var sentence = new RuleSentence(await RewardNames.Load(db, language, products), language);
        var list = (await Redemptions.All(db, language))
            .Where(r => r.Active && !(r.ValidTo < today))
            .Select(r => $"{r.Price} {r.Points}:{Gives(r, Pick)}{Limit(r, Pick)}");
        var draws = await db.All<(string Name, long? Cost)>(
            "SELECT name, cost_points FROM draw WHERE merchant_id = @m AND active ORDER BY id"
        );
        return Chapter.Of([
            new(Pick("积分兑换", "Points can be exchanged for"), [.. list]),
            new(
                Pick("活动奖励", "Rewards"),
                [
                    .. rules.Select(r => $"{r.Name}:{sentence.Of(r)}"),
                    .. CheckIn(await OrgPublic.Setting<CheckInSettings>(db), Pick),
                ]
            ),
            new(
                Pick("抽奖", "Draws"),
                [
                    .. draws.Select(d =>
                        Pick(
                            $"{d.Name}:{(d.Cost is { } n ? $"{n} 积分一次;" : "")}中奖概率、库存公示,结果可用公布的种子验算。",
                            $"{d.Name}: {(d.Cost is { } m ? $"{m} points a turn; " : "")}odds and stock are published, and every result can be worked out again."
                        )
                    ),
                ]
            ),
        ]);
    }

    private static string Gives(Redemptions.Reply r, Func<string, string, string> pick) =>
        r.Kind switch
        {
            RedemptionKind.Gift => r.Name,
            RedemptionKind.Bonus => pick($"{new Money(r.Amount)} 元赠金", $"{new Money(r.Amount)} yuan bonus"),
            RedemptionKind.Voucher or RedemptionKind.Coupon => r.Amount > 1 ? $"{r.Gives} ×{r.Amount}" : r.Gives,
        };

    private static string Limit(Redemptions.Reply r, Func<string, string, string> pick) =>
        (r.PerMember > 0 ? pick($",每人限 {r.PerMember} 份", $", {r.PerMember} each") : "")
        + (r.ValidTo is { } day ? pick($",至 {day}", $", until {day}") : "")
        + pick("。", ".");

    private static IEnumerable<string> CheckIn(CheckInSettings s, Func<string, string, string> pick)
    {
        if (!s.Active)
            yield break;
        yield return pick(
            $"签到:连续每天依次得 {string.Join("、", s.Series)} 积分{string.Concat(s.Extras.Select(e => $",连续 {e.Day} 天另得 {e.Points}"))}。",
            $"Checking in day after day gives {string.Join(", ", s.Series)} points{string.Concat(s.Extras.Select(e => $", {e.Points} more on day {e.Day}"))}."
        );
    }
}
