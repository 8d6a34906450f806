using Shuke.Core.Catalog;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Catalog;

/// <summary>How the shop's scales print their labels; off until the shop says so.</summary>
public sealed record ScaleSettings : ISetting
{
    public static string Name => "scale";

    public bool Enabled { get; init; }

    /// <summary>One or two digits the labels begin with.</summary>
    [System.ComponentModel.DataAnnotations.StringLength(2, MinimumLength = 1)]
    public string Prefix { get; init; } = "2";
    public ScaleContent Content13 { get; init; } = ScaleContent.Weight;
    public ScaleOrder Order18 { get; init; } = ScaleOrder.AmountThenWeight;
    public bool CheckDigit { get; init; } = true;

    internal ScaleRule Rule => new(Prefix, Content13, Order18, CheckDigit);
}

/// <summary>GET, PUT /settings/scale: how labels of scales are read; a store may have its own scales.</summary>
public static class ScaleLabels
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/settings/scale", Permission.GoodsView, Show).WithSummary("How labels of scales are read.");
        routes
            .Put("/settings/scale", Permission.GoodsEdit, Handle)
            .WithSummary("Change how labels of scales are read.");
    }

    public static Task<Outcome<PolicyReply<ScaleSettings>>> Show(DbRead db, Caller caller, StoreId? storeId) =>
        Policies.Show<ScaleSettings>(db, caller, storeId);

    public static async Task<Outcome<PolicyReply<ScaleSettings>>> Handle(
        ScaleSettings request,
        Tx tx,
        Caller caller,
        IfMatch match,
        StoreId? storeId
    ) =>
        ScaleRule.IsPrefix(request.Prefix)
            ? await Policies.Save(tx, caller, request, match, storeId)
            : GoodsReasons.ScalePrefixWrong;

    /// <summary>The goods a label was printed for, with what was weighed; null when this is no label of our scales.</summary>
    internal static async Task<(ScaleLabel Label, List<FindGoods.Item> Items)?> Find(
        DbRead db,
        string barcode,
        StoreId? store
    )
    {
        var settings = await OrgPublic.Setting<ScaleSettings>(db, store);
        if (!settings.Enabled || ScaleBarcode.Read(barcode, settings.Rule) is not { } label)
            return null;
        var items = await FindGoods.ByCodes(db, [label.Code, label.ShortCode]);
        return items.Count == 0 ? null : (label, items);
    }
}
