using Shuke.Core.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Ledger;

/// <summary>A new shop gets the assets every merchant starts with, and its industry's top-up plans.</summary>
internal static class SetUpAssets
{
    public static async Task On(Tx tx, ShopOpened fact, IServiceProvider services)
    {
        await tx.InsertMany(Standard(tx));
        if (fact.Template == "coffee")
            await PunchCards.Create(
                tx,
                fact.Language == Language.Zh
                    ? new(
                        "集 10 杯送 1 杯",
                        "中杯咖啡券",
                        10,
                        1,
                        Expiry.AfterMonths(6, EndOf.Month).ToString(),
                        StampBy.Unit,
                        null,
                        Money.Zero
                    )
                    : new(
                        "Ten cups, one free",
                        "Medium cup",
                        10,
                        1,
                        Expiry.AfterMonths(6, EndOf.Month).ToString(),
                        StampBy.Unit,
                        null,
                        Money.Zero
                    )
            );
        var plans = Plans(fact.Template);
        for (var i = 0; i < plans.Length; i++)
        {
            var (pay, bonus) = plans[i];
            await tx.Insert(
                new TopUpPlanRow(
                    tx.Merchant,
                    tx.NewId<Core.Kinds.TopUpPlan>(),
                    fact.Language == Language.Zh ? $"充 {pay} 送 {bonus}" : $"Pay {pay}, get {bonus} more",
                    Money.Yuan(pay),
                    Money.Yuan(bonus),
                    Points.Zero,
                    1,
                    null,
                    FirstOnly: false,
                    null,
                    null,
                    Active: true,
                    i,
                    1
                )
            );
        }
    }

    private static List<AssetRow> Standard(Tx tx)
    {
        var position = 0;
        AssetRow Row(
            string code,
            AssetKind kind,
            AssetUnit unit,
            string zh,
            string en,
            bool spendable,
            Expiry expiry
        ) =>
            new(
                tx.Merchant,
                tx.NewId<Core.Kinds.Asset>(),
                code,
                kind,
                unit,
                zh,
                en,
                spendable,
                MayGoNegative: false,
                expiry.ToString(),
                "",
                Active: true,
                position++,
                1
            );

        return
        [
            // Registered stored value has no expiry by law (regulation: single-purpose prepaid cards).
            Row(AssetCodes.Principal, AssetKind.Principal, AssetUnit.Fen, "储值本金", "Principal", true, Expiry.Never),
            Row(AssetCodes.Bonus, AssetKind.Bonus, AssetUnit.Fen, "储值赠金", "Bonus", true, Expiry.Never),
            Row(AssetCodes.Points, AssetKind.Points, AssetUnit.Point, "积分", "Points", true, Expiry.PointsDefault),
            Row(AssetCodes.Growth, AssetKind.Growth, AssetUnit.Point, "成长值", "Growth", false, Expiry.Never),
            Row(AssetCodes.Spent, AssetKind.Counter, AssetUnit.Fen, "累计消费", "Total spent", false, Expiry.Never),
            Row(
                AssetCodes.ToppedUp,
                AssetKind.Counter,
                AssetUnit.Fen,
                "累计充值",
                "Total topped up",
                false,
                Expiry.Never
            ),
            Row(AssetCodes.Visits, AssetKind.Counter, AssetUnit.Count, "消费次数", "Visits", false, Expiry.Never),
        ];
    }

    private static (long Pay, long Bonus)[] Plans(string template) =>
        template switch
        {
            "coffee" => [(100, 5), (300, 30), (500, 50)],
            "convenience" => [(100, 5), (300, 20), (500, 50)],
            "fruit" => [(100, 8), (300, 30), (500, 60)],
            "hotpot" => [(500, 50), (1_000, 150), (2_000, 400)],
            "beauty" => [(1_000, 200), (2_000, 500), (4_000, 1_000)],
            "fuel" => [(500, 15), (1_000, 40)],
            _ => [],
        };
}
