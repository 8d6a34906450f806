using Shuke.Core.Tiers;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Tiers;

/// <summary>What the live rules of tiers and paid memberships say, for the written membership policy.</summary>
internal static class TierChapters
{
    public static async Task<IReadOnlyList<Chapter>> Write(DbRead db, Language language)
    {
        var words = new TierWords(language);
        var names = (await LedgerPublic.AssetInfos(db)).ToDictionary(a => a.Asset.Id, a => a.Name(language));
        var ladder = await Ladder.Load(db);
        var (basic, chapters) = (ladder.Base, new List<Chapter>());
        foreach (var row in ladder.Rows.Where(r => r.Active))
            chapters.Add(
                new(
                    words.Pick($"等级:{row.Name}", $"Tier: {row.Name}"),
                    [.. Lines(words, row, row.Id == basic?.Id, names)]
                )
            );
        if (chapters.Count > 1)
            chapters.Add(
                new(
                    words.Pick("保级与降级", "Keeping and losing a tier"),
                    [.. Policy(words, await OrgPublic.Setting<TierSettings>(db))]
                )
            );
        chapters.Add(new(words.Pick("付费会员", "Paid memberships"), [.. await Plans(db, words, names)]));
        return Chapter.Of(chapters);
    }

    private static IEnumerable<string> Lines(
        TierWords words,
        TierRow row,
        bool isBase,
        Dictionary<AssetId, string> names
    )
    {
        var form = Json.Parse<RuleForm>(row.Upgrade);
        var (rule, validity) = (form.ToRule(), Json.Parse<ValidityForm>(row.Validity).ToValidity());
        yield return isBase
            ? words.Pick("注册即为该等级,长期有效。", "Every member has it from the first day; it does not end.")
            : words.Reached(rule) + words.Lasts(validity, form.Keep?.ToRule() ?? rule);
        if (row.Description.Length > 0)
            yield return row.Description;
        if (Price(words, row.PriceBp) is { } price)
            yield return price;
        if (row.MultiplierBp != Ratio.One)
            yield return words.Pick(
                $"消费积分按 {Times(row.MultiplierBp)} 倍计算。",
                $"Points are counted {Times(row.MultiplierBp)} times."
            );
        if (Gives(words, Json.Parse<PackForm>(row.Pack), names) is { Length: > 0 } pack)
            yield return words.Pick($"首次达到时赠送:{pack}。", $"On reaching it for the first time: {pack}.");
        foreach (var benefit in Ladder.Benefits(row))
            yield return Benefit(words, benefit, names);
    }

    private static string? Price(TierWords words, Ratio price) =>
        price < Ratio.One
            ? words.Pick($"购物享 {Times(new(price.Bp * 10))} 折。", $"Purchases cost {price} of the price.")
            : null;

    private static string Times(Ratio ratio) =>
        (ratio.Bp / 10_000m).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);

    private static string Benefit(TierWords words, BenefitForm b, Dictionary<AssetId, string> names)
    {
        var title = words.Pick(b.TitleZh, b.TitleEn.Length > 0 ? b.TitleEn : b.TitleZh);
        if (b.Kind == BenefitKind.MonthlyPack)
            return words.Pick(
                $"{title}:每月 {Math.Max(b.Day, 1)} 日发放 {Gives(words, b.Pack ?? PackForm.Empty, names)},当月有效。",
                $"{title}: on day {Math.Max(b.Day, 1)} of each month, {Gives(words, b.Pack ?? PackForm.Empty, names)}, good for that month."
            );
        var period = b.Period switch
        {
            BenefitPeriod.None => words.Pick("", ""),
            BenefitPeriod.Month => words.Pick("每月", " a month"),
            BenefitPeriod.BirthdayMonth => words.Pick("生日当月", " in the month of the birthday"),
            BenefitPeriod.Year => words.Pick("每年", " a year"),
        };
        var limit =
            b.Limit == 0 ? words.Pick("不限次", "any number of times") : words.Pick($" {b.Limit} 次", $"{b.Limit}×");
        var day = b.Day > 0 ? words.Pick($",每月 {b.Day} 日可用", $", on day {b.Day} of the month") : "";
        return words.Pick($"{title}({period}{limit}{day})。", $"{title} ({limit}{period}{day}).");
    }

    private static string Gives(TierWords words, PackForm pack, Dictionary<AssetId, string> names) =>
        string.Join(
            words.Pick("、", ", "),
            new[]
            {
                pack.Points > 0
                    ? words.Pick($"{new Points(pack.Points)} 积分", $"{new Points(pack.Points)} points")
                    : "",
                pack.Bonus.IsPositive ? words.Pick($"{pack.Bonus} 元赠金", $"{pack.Bonus} yuan bonus") : "",
            }
                .Concat(pack.Vouchers.Select(v => $"{names.GetValueOrDefault(v.Asset, "")} ×{v.Count}"))
                .Where(s => s.Length > 0)
        );

    private static IEnumerable<string> Policy(TierWords words, TierSettings s)
    {
        yield return s.Downgrade switch
        {
            Downgrade.ToTierMet => words.Pick(
                "等级到期时,按有效期内达到的条件确定新的等级。",
                "When a tier ends, what was reached within its term decides the next one."
            ),
            Downgrade.OneDown => words.Pick(
                "等级到期且未达到保级条件的,下调一级。",
                "A tier that ends without being kept goes down by one."
            ),
            Downgrade.Off => words.Pick("等级只升不降。", "Tiers are never lost."),
        };
        if (s.GraceDays > 0)
            yield return words.Pick(
                $"到期后有 {s.GraceDays} 天宽限期,期间仍享原等级并可保级。",
                $"For {s.GraceDays} days after its end a tier is still honoured and can still be kept."
            );
        if (s.ProtectedMonths > 0)
            yield return words.Pick(
                $"入会 {s.ProtectedMonths} 个月内不降级。",
                $"No tier is lost in the first {s.ProtectedMonths} months."
            );
        if (s.ProtectBirthMonth)
            yield return words.Pick("生日当月不降级。", "No tier is lost in the month of the birthday.");
        yield return s.AfterRefund switch
        {
            AfterRefund.AtReview => words.Pick(
                "退货会扣回消费额和成长值,等级在到期时再核定。",
                "Returns take turnover and growth back; the tier is looked at when it ends."
            ),
            AfterRefund.AtOnce => words.Pick(
                "退货会扣回消费额和成长值,不再满足条件的等级即时调整。",
                "Returns take turnover and growth back, and the tier at once if its rule is no longer met."
            ),
            AfterRefund.Never => words.Pick(
                "退货不影响已达到的等级。",
                "Returns do not change a tier that was reached."
            ),
        };
    }

    private static async Task<List<string>> Plans(DbRead db, TierWords words, Dictionary<AssetId, string> names)
    {
        var rows = await db.All<MembershipPlanRow>(
            "SELECT * FROM membership_plan WHERE merchant_id = @m AND active ORDER BY fee, id"
        );
        var lines = rows.ConvertAll(r =>
        {
            var gives = Gives(words, Json.Parse<PackForm>(r.Pack), names);
            return words.Pick(
                    $"{r.Name}:{r.Fee} 元 / {r.Months} 个月。",
                    $"{r.Name}: {r.Fee} yuan for {r.Months} months. "
                )
                + Price(words, r.PriceBp)
                + (gives.Length > 0 ? words.Pick($"开通赠送 {gives}。", $" Opening pack: {gives}.") : "")
                + (
                    r.TrialDays > 0
                        ? words.Pick($"可免费体验 {r.TrialDays} 天。", $" Free trial of {r.TrialDays} days.")
                        : ""
                )
                + string.Join(' ', r.Perks.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        });
        if (lines.Count > 0)
            lines.Add(
                words.Pick(
                    "付费会员可随时退订:7 天内未使用的全额退款,之后按剩余天数退款。",
                    "A membership can be given back: in full within seven days if unused, then by its remaining days."
                )
            );
        return lines;
    }
}
