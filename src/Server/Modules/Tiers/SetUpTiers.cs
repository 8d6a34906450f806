using Shuke.Core.Tiers;
using Shuke.Server.Modules.Catalog;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Tiers;

/// <summary>A new shop gets the tiers its trade usually has; the owner changes them as they like.</summary>
internal static class SetUpTiers
{
    private const int MonthsUsual = 12;

    private sealed record Rung(
        string Zh,
        string En,
        string Colour,
        long SpentYuan,
        int PriceBp,
        int MultiplierBp,
        params BenefitForm[] Benefits
    );

    public static async Task On(Tx tx, ShopOpened fact, IServiceProvider services)
    {
        var zh = fact.Language == Language.Zh;
        // The catalogue of the template is there already: its handler comes first.
        var categories = await CatalogPublic.AllCategories(tx);
        if (fact.Template == "coffee")
            await CoverCups(tx, categories);
        var bakery = categories.Where(c => c.Name is "烘焙" or "Bakery").Select(c => c.Id).ToList();
        var rungs = Rungs(fact.Template);
        var rows = rungs.Select(
            (r, i) =>
                new TierRow(
                    tx.Merchant,
                    tx.NewId<Core.Kinds.Tier>(),
                    i,
                    zh ? r.Zh : r.En,
                    r.Colour,
                    "",
                    new(r.PriceBp),
                    new(r.MultiplierBp),
                    Json.Text(
                        i == 0
                            ? RuleForm.ByHand
                            : new RuleForm(
                                Match.All,
                                UpgradeWhen.AtOnce,
                                [new(Metric.Spent, WindowKind.SinceJoining, Money.Yuan(r.SpentYuan).Fen)]
                            )
                    ),
                    Json.Text(
                        i == 0
                            ? new ValidityForm(ValidityKind.Never)
                            : new ValidityForm(ValidityKind.Months, MonthsUsual)
                    ),
                    Json.Text(PackForm.Empty),
                    Json.Text(
                        r.Benefits.Select(b => Filled(b, bakery) with { Id = tx.NewId<Core.Kinds.Benefit>() }).ToList()
                    ),
                    Active: true,
                    1
                )
        );
        await tx.InsertMany(rows.ToList());
    }

    /// <summary>Cups earn the stamps of the punch card, and its voucher is good for a medium one.</summary>
    private static async Task CoverCups(
        Tx tx,
        IReadOnlyList<(CategoryId Id, CategoryId? ParentId, string Name)> categories
    )
    {
        var drinks = categories.Where(c => c.Name is "咖啡" or "茶饮" or "Coffee" or "Tea").Select(c => c.Id).ToList();
        IReadOnlyList<ProductId> medium =
        [
            .. await CatalogPublic.Named(tx, "(中杯)"),
            .. await CatalogPublic.Named(tx, "(medium)"),
        ];
        foreach (var card in await LedgerPublic.PunchRules(tx))
            await LedgerPublic.CoverGoods(tx, card, new([], drinks), new(medium, []));
    }

    /// <summary>A free snack is taken off the ticket by the till where the shop has a category for it.</summary>
    private static BenefitForm Filled(BenefitForm benefit, List<CategoryId> bakery) =>
        benefit.TitleZh == FreeSnack && bakery.Count > 0
            ? benefit with
            {
                Kind = BenefitKind.FreeItem,
                Covers = new([], bakery),
            }
            : benefit;

    private const string FreeSnack = "每月一次免费小食";

    private static Rung[] Rungs(string template) =>
        template switch
        {
            "coffee" =>
            [
                Base,
                new(
                    "银卡",
                    "Silver",
                    "#8a949e",
                    500,
                    9_000,
                    10_000,
                    Text(FreeSnack, "One free snack a month", BenefitPeriod.Month, 1)
                ),
                new(
                    "金卡",
                    "Gold",
                    "#b8860b",
                    1_500,
                    8_000,
                    10_000,
                    Text(FreeSnack, "One free snack a month", BenefitPeriod.Month, 1),
                    Text("生日月刻字纪念杯", "An engraved cup in the birthday month", BenefitPeriod.BirthdayMonth, 1)
                ),
            ],
            "convenience" =>
            [
                Base,
                new("银卡", "Silver", "#8a949e", 1_000, 9_800, 12_000),
                new("金卡", "Gold", "#b8860b", 5_000, 9_500, 15_000),
            ],
            "fruit" =>
            [
                Base,
                new("银卡", "Silver", "#8a949e", 500, 9_800, 12_000),
                new(
                    "金卡",
                    "Gold",
                    "#b8860b",
                    2_000,
                    9_500,
                    15_000,
                    Text("每月一次免费果切", "One free fruit cup a month", BenefitPeriod.Month, 1)
                ),
            ],
            "hotpot" =>
            [
                Base,
                new("银卡", "Silver", "#8a949e", 1_000, 9_500, 10_000),
                new("金卡", "Gold", "#b8860b", 3_000, 9_000, 12_000),
                new(
                    "钻石",
                    "Diamond",
                    "#3f6fb5",
                    10_000,
                    8_800,
                    15_000,
                    Text("生日当月赠长寿面", "Birthday noodles in the birthday month", BenefitPeriod.BirthdayMonth, 1)
                ),
            ],
            "beauty" =>
            [
                Base,
                new("银卡", "Silver", "#8a949e", 2_000, 9_500, 10_000),
                new("金卡", "Gold", "#b8860b", 6_000, 9_000, 12_000),
                new(
                    "钻石",
                    "Diamond",
                    "#3f6fb5",
                    15_000,
                    8_500,
                    15_000,
                    Text(
                        "生日月免费护理一次",
                        "One free treatment in the birthday month",
                        BenefitPeriod.BirthdayMonth,
                        1
                    )
                ),
            ],
            "fuel" =>
            [
                Base,
                new("银卡", "Silver", "#8a949e", 3_000, 10_000, 12_000),
                new(
                    "金卡",
                    "Gold",
                    "#b8860b",
                    10_000,
                    10_000,
                    15_000,
                    Text("每月一次免费洗车", "One free car wash a month", BenefitPeriod.Month, 1)
                ),
            ],
            _ => [Base],
        };

    private static Rung Base => new("普通会员", "Member", "#5b6b66", 0, 10_000, 10_000);

    private static BenefitForm Text(string zh, string en, BenefitPeriod period, int limit) =>
        new(null, BenefitKind.Text, zh, en, period, limit);
}
