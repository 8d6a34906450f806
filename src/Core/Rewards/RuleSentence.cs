using System.Globalization;
using Shuke.Core.Conditions;

namespace Shuke.Core.Rewards;

/// <summary>
/// What a rule will do, in one sentence a shop owner can read; written from the rule itself, so it cannot say anything
/// else than the engine does.
/// </summary>
/// <param name="names">names of assets, goods, categories, stores, tags, tiers, coupons, draws by their ids</param>
public sealed class RuleSentence(Func<string, string> names, Language language)
{
    private bool Zh => language == Language.Zh;

    public string Of(RewardRule rule)
    {
        var own = Effects(rule, Side.Member);
        var friends = Effects(rule, Side.Friend);
        var parts = new List<string> { When(rule.Trigger) };
        if (own.Length > 0)
            parts.Add((friends.Length > 0 ? Pick("推荐人", "the referrer gets ") : Pick("", "gets ")) + Gets(own));
        if (friends.Length > 0)
            parts.Add(Pick("新会员", "the new member gets ") + Gets(friends));
        parts.Add(Condition(rule.Condition));
        parts.AddRange(rule.Caps.Select(Limit));
        parts.AddRange(Validity(rule.Validity));
        if (rule.HoldDays > 0)
            parts.Add(Pick($"{rule.HoldDays} 天退货期过后发放", $"given after the {rule.HoldDays} days for returns"));
        if (rule.Review)
            parts.Add(Pick("发放前人工审核", "a person approves first"));
        if (rule.Group.Length > 0)
            parts.Add(Pick($"与同组「{rule.Group}」的活动只享其一", $"only one of group {rule.Group}"));
        return string.Join(Pick(",", ", "), parts.Where(p => p.Length > 0)) + Pick("。", ".");
    }

    private string Gets(string what) => Zh ? "获得 " + what : what;

    private string When(Trigger t)
    {
        var min = t.MinAmount.IsPositive ? Pick($"满 {t.MinAmount} 元", $" of at least {t.MinAmount} yuan") : "";
        var goods = Goods(t);
        return t.On switch
        {
            Happening.Registered => Pick("新会员注册时", "When a member registers"),
            Happening.ProfileCompleted => Pick("会员首次完善资料时", "When a member first completes the profile"),
            Happening.Purchased when t.EachAmount.IsPositive => Pick(
                $"累计消费{goods}每满 {t.EachAmount} 元",
                $"For each {t.EachAmount} yuan of purchases{goods} together"
            ),
            Happening.Purchased when t.Every > 0 => Pick(
                $"每第 {t.Every} 次消费{goods}{min}",
                $"On every {Ordinal(t.Every)} purchase{goods}{min}"
            ),
            Happening.Purchased when t.Nth > 0 => Pick(
                $"{(t.Days > 0 && t.Nth > 1 ? $"上次消费后 {t.Days} 天内" : "")}第 {t.Nth} 次消费{goods}{min}",
                $"On the {Ordinal(t.Nth)} purchase{goods}{min}{(t.Days > 0 && t.Nth > 1 ? $" within {t.Days} days of the one before" : "")}"
            ),
            Happening.Purchased => Pick($"消费{goods}{min}", $"On a purchase{goods}{min}"),
            Happening.ToppedUp when t.Nth > 0 => Pick(
                $"第 {t.Nth} 次充值{min}",
                $"On the {Ordinal(t.Nth)} top-up{min}"
            ),
            Happening.ToppedUp => Pick($"充值{min}", $"On a top-up{min}"),
            Happening.TierUp => Pick("会员升级时", "When a member rises a tier"),
            Happening.TierDown => Pick("会员降级时", "When a member falls a tier"),
            Happening.CheckedIn => Pick("会员签到时", "When a member checks in"),
            Happening.Referred => Pick(
                t.Nth > 0 ? $"推荐第 {t.Nth} 位好友注册" : "推荐好友注册",
                t.Nth > 0 ? $"When the {Ordinal(t.Nth)} friend registers" : "When a friend registers"
            ),
            Happening.FriendPurchased => Pick($"被推荐的好友首次消费{min}", $"On the friend's first purchase{min}"),
            Happening.TaskDone => Pick("完成任务时", "When a task is finished"),
            Happening.BadgeEarned => Pick("获得勋章时", "When a badge is earned"),
            Happening.Custom => Pick($"发生「{t.Name}」时", $"When {t.Name} happens"),
            Happening.Birthday => Pick(
                t.Days == 0 ? "生日当天" : $"生日前 {t.Days} 天",
                t.Days == 0 ? "On the birthday" : $"{t.Days} days before the birthday"
            ),
            Happening.Anniversary => Pick(
                t.Days == 0 ? "入会周年当天" : $"入会周年前 {t.Days} 天",
                t.Days == 0 ? "On the anniversary of joining" : $"{t.Days} days before the anniversary of joining"
            ),
            Happening.Festival => Festival(t),
            Happening.NotSeen => Pick($"{t.Days} 天没有消费时", $"After {t.Days} days without a purchase"),
            Happening.PointsExpiring => Pick($"积分到期前 {t.Days} 天", $"{t.Days} days before points expire"),
            Happening.TierEnding => Pick($"等级到期前 {t.Days} 天", $"{t.Days} days before the tier ends"),
        };
    }

    private string Festival(Trigger t)
    {
        var day =
            t.Festival is not { } f ? "?"
            : f.IsLunar ? new Calendar.LunarDate(2026, f.Month, f.Day, false).ToString()
            : Pick($"{f.Month} 月 {f.Day} 日", string.Create(CultureInfo.InvariantCulture, $"{f.Month:00}-{f.Day:00}"));
        var lunar = t.Festival is { IsLunar: true } ? Pick("农历", "lunar ") : "";
        return t.Days == 0
            ? Pick($"每年{lunar}{day}当天", $"Each year on {lunar}{day}")
            : Pick($"每年{lunar}{day}前 {t.Days} 天", $"Each year {t.Days} days before {lunar}{day}");
    }

    private string Goods(Trigger t)
    {
        if (!t.NamesGoods)
            return "";
        var list = (t.Products ?? [])
            .Select(p => names(p.ToString()))
            .Concat((t.Categories ?? []).Select(c => names(c.ToString())));
        return Pick($"「{string.Join("、", list)}」", $" of {string.Join(", ", list)}");
    }

    private string Effects(RewardRule rule, Side side) =>
        string.Join(Pick("、", ", "), rule.Effects.Where(e => e.For == side).Select(Says));

    /// <summary>One effect in a few words: 100 积分, 5% 赠金(最多 50.00 元).</summary>
    public string Says(Effect e)
    {
        var what = e.RateBp > 0 ? Rate(e) : Fixed(e);
        if (e.DelayDays > 0)
            what += Pick($"({e.DelayDays} 天后到账)", $" ({e.DelayDays} days later)");
        if (e.Parts > 1)
            what += Pick(
                $"(分 {e.Parts} 期,每{(e.EveryDays > 0 ? $" {e.EveryDays} 天" : "月")}一期)",
                $" (in {e.Parts} parts, {(e.EveryDays > 0 ? $"every {e.EveryDays} days" : "monthly")})"
            );
        return what;
    }

    private string Rate(Effect e)
    {
        var most =
            e.Max == 0 ? ""
            : e.Kind == EffectKind.Bonus ? Pick($"(最多 {new Money(e.Max)} 元)", $" (at most {new Money(e.Max)} yuan)")
            : Pick($"(最多 {new Points(e.Max)})", $" (at most {new Points(e.Max)})");
        var each = string.Create(
            CultureInfo.InvariantCulture,
            $"{e.RateBp / 10_000}{(e.RateBp % 10_000 == 0 ? "" : $".{e.RateBp % 10_000:0000}".TrimEnd('0'))}"
        );
        return e.Kind switch
            {
                EffectKind.Points => Pick($"每元 {each} {PointsOf(e)}", $"{each} {PointsOf(e)} per yuan"),
                EffectKind.Growth => Pick($"每元 {each} 成长值", $"{each} growth per yuan"),
                _ => Pick($"本次金额 {new Ratio(e.RateBp)} 的赠金", $"{new Ratio(e.RateBp)} of it as bonus"),
            } + most;
    }

    private string Fixed(Effect e) =>
        e.Kind switch
        {
            EffectKind.Points => $"{new Points(e.Amount)} {PointsOf(e)}",
            EffectKind.Growth => Pick($"{new Points(e.Amount)} 成长值", $"{new Points(e.Amount)} growth"),
            EffectKind.Bonus => Pick($"{new Money(e.Amount)} 元赠金", $"{new Money(e.Amount)} yuan bonus"),
            EffectKind.Voucher or EffectKind.Coupon => $"{names(e.Target)} ×{e.Amount}",
            EffectKind.Chances => Pick(
                $"「{names(e.Target)}」抽奖 {e.Amount} 次",
                $"{e.Amount} chances of {names(e.Target)}"
            ),
            EffectKind.TagAdd => Pick($"标签「{names(e.Target)}」", $"tag {names(e.Target)}"),
            EffectKind.TagRemove => Pick($"去掉标签「{names(e.Target)}」", $"loses tag {names(e.Target)}"),
            EffectKind.Badge => Pick($"勋章「{names(e.Target)}」", $"badge {names(e.Target)}"),
            EffectKind.Tier => Pick(
                $"{e.Amount} 天「{names(e.Target)}」体验",
                $"{e.Amount} days of tier {names(e.Target)}"
            ),
            EffectKind.Message => Pick("一条消息", "a message"),
            EffectKind.Task => Pick($"任务「{names(e.Target)}」", $"task {names(e.Target)}"),
        };

    private string PointsOf(Effect e) => e.Target.Length > 0 ? names(e.Target) : Pick("积分", "points");

    private string Limit(Cap cap)
    {
        var window = cap.Window == CapWindow.Ever ? default : RewardPhrases.Window(cap.Window);
        var every = window is null ? "" : Pick(window.Zh, window.En);
        var most =
            cap.Unit == CapUnit.Fen ? new Money(cap.Max).ToString() : cap.Max.ToString(CultureInfo.InvariantCulture);
        return (cap.Scope, cap.Unit) switch
        {
            (CapScope.EachMember, CapUnit.Times) => Pick(
                $"每人{every}最多 {most} 次",
                $"at most {most} times{every} each"
            ),
            (CapScope.EachMember, _) => Pick($"每人{every}最多 {most} 元", $"at most {most} yuan{every} each"),
            (_, CapUnit.Times) => Pick($"{every}前 {most} 名", $"the first {most}{every}"),
            _ => Pick($"{every}总预算 {most} 元", $"a budget of {most} yuan{every}"),
        };
    }

    private IEnumerable<string> Validity(Validity v)
    {
        if (v.When is { } when)
            yield return Pick("活动时间:" + ClauseWords.Of(when).Zh, ClauseWords.Of(when).En);
        if (v.Stores is { Count: > 0 } stores)
            yield return Pick("限", "at ") + string.Join(Pick("、", ", "), stores.Select(s => names(s.ToString())));
    }

    private string Condition(Clause clause)
    {
        if (clause.All is { Count: 0 })
            return "";
        var words = ClauseWords.Of(clause, (_, value) => names(value));
        return Pick("条件:" + words.Zh, "if " + words.En);
    }

    private static string Ordinal(int n) =>
        n
        + (
            n % 100 is 11 or 12 or 13
                ? "th"
                : (n % 10) switch
                {
                    1 => "st",
                    2 => "nd",
                    3 => "rd",
                    _ => "th",
                }
        );

    private string Pick(string zh, string en) => Zh ? zh : en;
}
