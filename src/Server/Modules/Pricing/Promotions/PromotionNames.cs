using System.Text.RegularExpressions;
using Shuke.Core.Conditions;
using Shuke.Core.Pricing.Promotions;
using Shuke.Server.Modules.Catalog;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Pricing;

/// <summary>Names for the ids in rules and conditions, so that their sentences read as people speak.</summary>
internal static partial class PromotionNames
{
    private const int ProductsMax = 1_000;

    public static async Task<OfferNames> Load(DbRead db, params IReadOnlyList<PromotionForm> forms)
    {
        var categories = (await CatalogPublic.AllCategories(db)).ToDictionary(c => c.Id, c => c.Name);
        // Ids are texts of digits wherever they stand in the arguments of a kind.
        var ids = forms
            .SelectMany(f =>
                IdText().Matches(Json.Text(f.Args)).Select(m => ProductId.Parse(m.Groups["id"].Value, null))
            )
            .Distinct()
            .Take(ProductsMax)
            .ToList();
        var products = await CatalogPublic.ForPricing(db, ids);
        var stores = (await OrgPublic.Stores(db)).ToDictionary(
            s => s.Id.ToString(),
            s => s.Name,
            StringComparer.Ordinal
        );
        var tags = await MembersPublic.TagNames(db);
        var tiers = (await Tiers.TiersPublic.Names(db)).ToDictionary(t => t.Id, t => t.Name);
        return new(
            p => products.GetValueOrDefault(p)?.Name,
            c => categories.GetValueOrDefault(c),
            t => tiers.GetValueOrDefault(t),
            (field, value) =>
                field == Fields.Store || field == Fields.HomeStore ? stores.GetValueOrDefault(value)
                : field == Fields.Tags && TagId.TryParse(value, null, out var tag) ? tags.GetValueOrDefault(tag)
                : field == Fields.Tier && TierId.TryParse(value, null, out var tier) ? tiers.GetValueOrDefault(tier)
                : null
        );
    }

    public static string Rule(PromotionForm form, OfferNames names, Language language) =>
        In(form.Args.Rule(names), language);

    public static string Condition(PromotionForm form, OfferNames names, Language language) =>
        form.Where is null || form.Where is { All.Count: 0 }
            ? ""
            : ClauseWords.Sentence(form.Where, names.Field).In(language);

    public static string In(Words words, Language language) => language == Language.Zh ? words.Zh : words.En;

    /// <summary>The products a kind names, wherever they stand in its arguments.</summary>
    public static IEnumerable<ProductId> Products(OfferArgs args)
    {
        foreach (var id in args.Counts().Products)
            yield return id;
        if (args is Combo combo)
            foreach (var id in combo.Parts.SelectMany(p => p.Goods.Products))
                yield return id;
    }

    [GeneratedRegex("\"(?<id>[1-9][0-9]{5,18})\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdText();
}
