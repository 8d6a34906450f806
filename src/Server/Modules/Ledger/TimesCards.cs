using System.ComponentModel.DataAnnotations;
using Shuke.Core.Ledger;

namespace Shuke.Server.Modules.Ledger;

/// <summary>Times cards as they are sold (次卡): GET, POST /ledger/times-cards, PUT /ledger/times-cards/{id}.</summary>
public static class TimesCards
{
    /// <param name="ListPrice">what all uses cost one by one; the law asks for it in refunds</param>
    /// <param name="Validity">such as "months:12"; counted from the sale</param>
    /// <param name="Covers">goods that one use makes free at the till; null = a service that staff tick off</param>
    public sealed record Request(
        [StringLength(40, MinimumLength = 1)] string Name,
        [Range(1, 1_000)] int Uses,
        Money Pay,
        Money ListPrice,
        [StringLength(40)] string Validity,
        Covers? Covers = null,
        bool Active = true
    );

    public sealed record Reply(
        TimesCardId Id,
        AssetId AssetId,
        string Name,
        int Uses,
        Money Pay,
        Money ListPrice,
        string Validity,
        Covers? Covers,
        bool Active,
        long Version
    ) : IVersioned;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/ledger/times-cards", Permission.SignedIn, List).WithSummary("All times cards.");
        routes.Post("/ledger/times-cards", Permission.PlansEdit, Add).WithSummary("Add a times card.");
        routes.Put("/ledger/times-cards/{id}", Permission.PlansEdit, Handle).WithSummary("Change a times card.");
    }

    public static async Task<Outcome<IReadOnlyList<Reply>>> List(DbRead db) => await All(db);

    public static async Task<Outcome<Reply>> Add(Request request, Tx tx, Caller caller)
    {
        if (WhyNot(request) is { } refusal)
            return refusal;
        var id = tx.NewId<Core.Kinds.TimesCard>();
        var asset = new AssetRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.Asset>(),
            $"times_{id}",
            AssetKind.Times,
            AssetUnit.Count,
            request.Name.Trim(),
            request.Name.Trim(),
            Spendable: true,
            MayGoNegative: false,
            Expiry.Never.ToString(),
            Covers.Write(request.Covers),
            Active: true,
            110,
            1
        );
        await tx.Insert(asset);
        await tx.Insert(Row(tx, id, asset.Id, request, 1));
        tx.Audit(new(caller, "times_card.added", "times_card", $"{id}", After: request));
        return (await All(tx)).First(c => c.Id == id);
    }

    public static async Task<Outcome<Reply>> Handle(
        TimesCardId id,
        IfMatch match,
        Request request,
        Tx tx,
        Caller caller
    )
    {
        if (WhyNot(request) is { } refusal)
            return refusal;
        if ((await All(tx)).FirstOrDefault(c => c.Id == id) is not { } before)
            return CommonReasons.NotFound.With(("what", "次卡"));
        var touched = await tx.Execute(
            """
            UPDATE times_card SET name = @Name, uses = @Uses, pay = @Pay, list_price = @ListPrice, validity = @Validity,
                active = @Active, version = version + 1
            WHERE merchant_id = @m AND id = @Id AND version = @Version
            """,
            Row(tx, id, before.AssetId, request, match.Version)
        );
        if (touched == 0)
            return CommonReasons.Stale;
        await tx.Execute(
            """
            UPDATE asset SET covers = @covers, name_zh = @name, name_en = @name, version = version + 1
            WHERE merchant_id = @m AND id = @asset
            """,
            new
            {
                covers = Covers.Write(request.Covers),
                name = request.Name.Trim(),
                asset = before.AssetId,
            }
        );
        tx.Audit(new(caller, "times_card.changed", "times_card", $"{id}", before, request));
        return (await All(tx)).First(c => c.Id == id);
    }

    internal static async Task<List<Reply>> All(DbRead db)
    {
        var assets = (await LedgerPublic.AssetInfos(db)).ToDictionary(a => a.Asset.Id);
        var rows = await db.All<TimesCardRow>(
            "SELECT * FROM times_card WHERE merchant_id = @m ORDER BY active DESC, pay, id"
        );
        return rows.ConvertAll(r => new Reply(
            r.Id,
            r.AssetId,
            r.Name,
            r.Uses,
            r.Pay,
            r.ListPrice,
            r.Validity,
            assets[r.AssetId].Covers,
            r.Active,
            r.Version
        ));
    }

    private static Refusal? WhyNot(Request request)
    {
        if (!request.Pay.IsPositive || request.ListPrice < request.Pay)
            return ValueReasons.ListPriceTooLow;
        return Expiry.Parse(request.Validity) is null ? ValueReasons.ExpiryInvalid.With() : null;
    }

    private static TimesCardRow Row(Tx tx, TimesCardId id, AssetId asset, Request r, long version) =>
        new(tx.Merchant, id, r.Name.Trim(), asset, r.Uses, r.Pay, r.ListPrice, r.Validity, r.Active, version);
}

[Table("times_card")]
internal sealed record TimesCardRow(
    MerchantId MerchantId,
    TimesCardId Id,
    string Name,
    AssetId AssetId,
    int Uses,
    Money Pay,
    Money ListPrice,
    string Validity,
    bool Active,
    long Version
);
