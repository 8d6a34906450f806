using Shuke.Core.Calendar;
using Shuke.Core.Conditions;
using Shuke.Core.Rewards;
using Shuke.Server.Modules.Ledger;

namespace Shuke.Server.Modules.Rewards;

/// <summary>Whether what a form sends makes a rule.</summary>
internal static class RuleCheck
{
    private const int DaysMax = 3_660;

    public static async Task<Refusal?> WhyNot(DbRead db, RuleBody body)
    {
        if (Trigger(body.Trigger) is { } trigger)
            return trigger;
        if (body.Effects.Count is 0 or > 20)
            return RewardRefusals.EffectsMissing;
        if (await Effects(db, body.Effects) is { } effect)
            return effect;
        if (
            body.Caps.Any(c => c.Max <= 0)
            || body.Caps.GroupBy(c => (c.Scope, c.Window, c.Unit)).Any(g => g.Count() > 1)
            || body.Caps.Count > 10
        )
            return RewardRefusals.CapInvalid;
        if (body.HoldDays is < 0 or > 365)
            return Bad("发放等待天数 0–365", "days to wait: 0 to 365");
        if (
            body.Validity.When is { } when
            && ClauseCheck.Refuse(Clause.At(when), FieldUse.Member | FieldUse.Event) is { } never
        )
            return never;
        return ClauseCheck.Refuse(body.Condition, FieldUse.Member | FieldUse.Event);
    }

    private static Refusal? Trigger(Trigger t)
    {
        if (t.Days is < 0 or > DaysMax || t.Nth is < 0 or > 10_000 || t.Every is < 0 or > 10_000)
            return Bad("天数或次数超出范围", "days or numbers are out of range");
        if (
            t.MinAmount.IsNegative
            || t.EachAmount.IsNegative
            || t.MinAmount.Fen > Money.FenMax
            || t.EachAmount.Fen > Money.FenMax
        )
            return CommonReasons.AmountOutOfRange.With(("max", Money.FenMax));
        return t.On switch
        {
            Happening.Festival when !IsFestival(t.Festival) => Bad("请选择节日", "choose a festival"),
            Happening.NotSeen or Happening.PointsExpiring or Happening.TierEnding when t.Days == 0 => Bad(
                "请填写天数",
                "give the number of days"
            ),
            Happening.Custom when t.Name.Trim().Length == 0 => Bad("请填写事件名称", "name the event"),
            _ => null,
        };
    }

    private static bool IsFestival(FestivalDay? f) =>
        f is not null && (f.IsLunar ? Birthday.Lunar(f.Month, f.Day) : Birthday.Solar(f.Month, f.Day)) is not null;

    /// <summary>Each thing to give is complete and points at something that is there.</summary>
    public static async Task<Refusal?> Effects(DbRead db, IReadOnlyList<Effect> effects)
    {
        var assets = effects.Any(e => e.Kind is EffectKind.Voucher or EffectKind.Points)
            ? await LedgerPublic.AssetInfos(db)
            : [];
        var names = effects.Any(e => e.Target.Length > 0) ? await RewardNames.Load(db, Language.Zh) : id => id;
        for (var i = 0; i < effects.Count; i++)
        {
            var e = effects[i];
            Refusal No(string zh, string en) =>
                RewardRefusals.EffectInvalid.With(("no", i + 1), ("what", new Phrase("what", zh, en)));
            if (e.Kind == EffectKind.Coupon && e.Amount > 1_000)
                return No("一次最多 1,000 张券", "at most 1,000 coupons at once");
            var isRate = e.RateBp > 0;
            if (isRate && e.Kind is not (EffectKind.Points or EffectKind.Growth or EffectKind.Bonus))
                return No("只有积分、成长值、赠金可以按比例", "only points, growth and bonus can be a share");
            if (e.RateBp is < 0 or > 10_000_000 || e.Max < 0 || e.Worth.IsNegative)
                return No("比例超出范围", "the share is out of range");
            if (RewardEngine.IsCounted(e.Kind) && !isRate && e.Amount is < 1 or > Money.FenMax)
                return No("数量必须大于 0", "the amount must be above 0");
            if (e.Kind == EffectKind.Tier && e.Amount is < 1 or > 366)
                return No("请填写体验天数", "give the number of days");
            if (e.Parts is < 1 or > 60 || e.DelayDays is < 0 or > DaysMax || e.EveryDays is < 0 or > 366)
                return No("分期超出范围", "the instalments are out of range");
            if (NeedsTarget(e.Kind) && (e.Target.Length == 0 || names(e.Target) == e.Target))
                return No("请选择要发放的内容", "choose what is given");
            if (
                e.Kind == EffectKind.Voucher
                && !assets.Any(a =>
                    a.Active && a.Asset.Kind == Core.Ledger.AssetKind.Times && a.Asset.Id.ToString() == e.Target
                )
            )
                return No("券或次卡不存在或已停用", "the voucher does not exist or is switched off");
            if (
                e is { Kind: EffectKind.Points, Target.Length: > 0 }
                && !assets.Any(a =>
                    a.Active && a.Asset.Kind == Core.Ledger.AssetKind.Points && a.Asset.Id.ToString() == e.Target
                )
            )
                return No("积分种类不存在或已停用", "the kind of points does not exist or is switched off");
            if (e.Kind == EffectKind.Message && e.TextZh.Trim().Length == 0)
                return No("请填写消息内容", "write the message");
        }
        return null;
    }

    private static bool NeedsTarget(EffectKind kind) =>
        kind
            is EffectKind.Voucher
                or EffectKind.Coupon
                or EffectKind.Chances
                or EffectKind.TagAdd
                or EffectKind.TagRemove
                or EffectKind.Badge
                or EffectKind.Tier
                or EffectKind.Task;

    private static Refusal Bad(string zh, string en) =>
        RewardRefusals.TriggerInvalid.With(("what", new Phrase("what", zh, en)));
}
