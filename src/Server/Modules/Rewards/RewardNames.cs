using Shuke.Core.Rewards;
using Shuke.Server.Modules.Catalog;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Pricing;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server.Modules.Rewards;

/// <summary>The names of all that a rule can point at, by id, for sentences.</summary>
internal static class RewardNames
{
    public static async Task<Func<string, string>> Load(
        DbRead db,
        Language language,
        IEnumerable<ProductId>? products = null
    )
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var asset in await LedgerPublic.AssetInfos(db))
            names[asset.Asset.Id.ToString()] = asset.Name(language);
        foreach (var tier in await TiersPublic.All(db))
            names[tier.Id.ToString()] = tier.Name;
        foreach (var (id, name) in await PricingPublic.CouponNames(db))
            names[id.ToString()] = name;
        foreach (var (id, name) in await MembersPublic.Tags(db))
            names[id.ToString()] = name;
        foreach (var category in await CatalogPublic.AllCategories(db))
            names[category.Id.ToString()] = category.Name;
        foreach (var store in await OrgPublic.Stores(db))
            names[store.Id.ToString()] = store.Name;
        foreach (
            var (id, name) in await db.All<(long Id, string Name)>(
                """
                SELECT id, name FROM draw WHERE merchant_id = @m
                UNION ALL SELECT id, title_zh FROM reward_task WHERE merchant_id = @m
                UNION ALL SELECT id, title_zh FROM badge WHERE merchant_id = @m
                """
            )
        )
            names[id.ToString(System.Globalization.CultureInfo.InvariantCulture)] = name;
        if (products is not null)
            foreach (var (id, product) in await CatalogPublic.ForPricing(db, products.ToList()))
                names[id.ToString()] = product.Name;
        return id => names.GetValueOrDefault(id, id);
    }

    /// <summary>What was given, in both languages: 100 积分、拿铁券 ×1.</summary>
    public static async Task<(string Zh, string En)> Say(DbRead db, IReadOnlyList<GivenItem> items)
    {
        var needsNames = items.Any(i => i.Effect.Target.Length > 0);
        async Task<string> In(Language language)
        {
            var names = needsNames ? await Load(db, language) : id => id;
            return Say(items, new RuleSentence(names, language), language);
        }
        return (await In(Language.Zh), await In(Language.En));
    }

    public static string Say(IReadOnlyList<GivenItem> items, RuleSentence sentence, Language language) =>
        string.Join(
            language == Language.Zh ? "、" : ", ",
            items.Select(i => sentence.Says(i.Effect with { Amount = i.Amount, RateBp = 0, Max = 0 }))
        );
}
