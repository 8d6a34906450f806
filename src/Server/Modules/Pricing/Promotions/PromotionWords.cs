using System.Collections.Concurrent;
using System.Globalization;
using Shuke.Core.Conditions;
using Shuke.Core.Pricing.Promotions;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// The sentences of promotions for tickets, worked out once for each version and kept with the configuration: a sale needs
/// them and must not ask the database.
/// </summary>
internal static class PromotionWords
{
    public static async ValueTask<Words> Rule(DbRead db, Promotion promotion)
    {
        var kept = await db.Kept(
            "rules",
            static _ => Task.FromResult(new ConcurrentDictionary<(PromotionId, int), Words>())
        );
        var key = (promotion.Id, promotion.Version);
        if (kept.TryGetValue(key, out var known))
            return known;
        var names = await PromotionNames.Load(db, new PromotionForm(promotion.Name, promotion.Args, default));
        return kept[key] = promotion.Args.Rule(names);
    }

    /// <summary>What stores, tiers and tags are called, for the reasons why a promotion did not apply.</summary>
    public static async ValueTask<NameOf> Names(DbRead db) => (await db.Kept("names", Load)).Of;

    private static async Task<KeptNames> Load(DbRead db)
    {
        var names = new Dictionary<(Field, string), string>();
        void Add(Field field, long id, string name) => names[(field, id.ToString(CultureInfo.InvariantCulture))] = name;
        foreach (var store in await OrgPublic.Stores(db))
        {
            Add(Fields.Store, store.Id.Value, store.Name);
            Add(Fields.HomeStore, store.Id.Value, store.Name);
        }
        foreach (var tier in await TiersPublic.Names(db))
            Add(Fields.Tier, tier.Id.Value, tier.Name);
        foreach (var (tag, name) in await MembersPublic.TagNames(db))
            Add(Fields.Tags, tag.Value, name);
        return new((field, value) => names.GetValueOrDefault((field, value)));
    }

    private sealed record KeptNames(NameOf Of);
}
