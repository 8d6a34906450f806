using System.ComponentModel.DataAnnotations;
using Shuke.Core.Ledger;

namespace Shuke.Server.Modules.Ledger;

/// <summary>Assets: GET, POST /ledger/assets, PUT /ledger/assets/{id}. A merchant adds points of another kind, or vouchers.</summary>
public static class AssetKinds
{
    /// <param name="Code">what integrators call it; null = made up</param>
    /// <param name="Kind">points, growth, counter or times; stored value there is once</param>
    /// <param name="Covers">for vouchers: the goods one use makes free</param>
    public sealed record Request(
        AssetKind Kind,
        [StringLength(20, MinimumLength = 1)] string NameZh,
        [StringLength(40, MinimumLength = 1)] string NameEn,
        [StringLength(40)] string Expiry,
        Covers? Covers = null,
        bool Active = true,
        [RegularExpression("^[a-z][a-z0-9_]{1,30}$")] string? Code = null
    );

    public sealed record Reply(
        AssetId Id,
        string Code,
        AssetKind Kind,
        AssetUnit Unit,
        string NameZh,
        string NameEn,
        string Expiry,
        Covers? Covers,
        bool IsShipped,
        bool Active,
        long Version
    ) : IVersioned;

    private static readonly string[] Shipped =
    [
        AssetCodes.Principal,
        AssetCodes.Bonus,
        AssetCodes.Points,
        AssetCodes.Growth,
        AssetCodes.Spent,
        AssetCodes.ToppedUp,
        AssetCodes.Visits,
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/ledger/assets", Permission.SignedIn, List).WithSummary("What accounts can hold.");
        routes.Post("/ledger/assets", Permission.PlansEdit, Add).WithSummary("Add an asset.");
        routes
            .Put("/ledger/assets/{id}", Permission.PlansEdit, Edit)
            .WithSummary("Rename an asset, change its expiry.");
    }

    public static async Task<Outcome<IReadOnlyList<Reply>>> List(DbRead db) =>
        (await db.All<AssetRow>("SELECT * FROM asset WHERE merchant_id = @m ORDER BY position, id")).ConvertAll(View);

    public static async Task<Outcome<Reply>> Add(Request request, Tx tx, Caller caller)
    {
        if (Expiry.Parse(request.Expiry) is null)
            return ValueReasons.ExpiryInvalid;
        // There is one stored value: the law's limits and the order of use are about one card.
        if (request.Kind is AssetKind.Principal or AssetKind.Bonus)
            return ValueReasons.AssetNotAdjustable;
        var id = tx.NewId<Core.Kinds.Asset>();
        var code = request.Code ?? $"own_{id}";
        var taken = await tx.One<long>(
            "SELECT COUNT(*) FROM asset WHERE merchant_id = @m AND code = @code",
            new { code }
        );
        if (taken > 0)
            return ValueReasons.AssetCodeTaken.With(("code", code));
        var row = new AssetRow(
            tx.Merchant,
            id,
            code,
            request.Kind,
            request.Kind is AssetKind.Points or AssetKind.Growth ? AssetUnit.Point : AssetUnit.Count,
            request.NameZh.Trim(),
            request.NameEn.Trim(),
            Spendable: request.Kind is AssetKind.Points or AssetKind.Times,
            MayGoNegative: false,
            request.Expiry,
            Covers.Write(request.Covers),
            request.Active,
            50,
            1
        );
        await tx.Insert(row);
        tx.Audit(new(caller, "asset.added", "asset", row.Id.ToString(), After: request));
        return View(row);
    }

    public static async Task<Outcome<Reply>> Edit(AssetId id, IfMatch match, Request request, Tx tx, Caller caller)
    {
        if (Expiry.Parse(request.Expiry) is null)
            return ValueReasons.ExpiryInvalid;
        if (await Load(tx, id) is not { } before)
            return CommonReasons.NotFound.With(("what", "资产"));
        if (!request.Active && Shipped.Contains(before.Code, StringComparer.Ordinal))
            return ValueReasons.AssetShipped;
        // Code and kind stay: old entries mean what they meant.
        var touched = await tx.Execute(
            """
            UPDATE asset SET name_zh = @NameZh, name_en = @NameEn, expiry = @Expiry, covers = @covers, active = @Active,
                version = version + 1
            WHERE merchant_id = @m AND id = @id AND version = @old
            """,
            new
            {
                id,
                old = match.Version,
                request.NameZh,
                request.NameEn,
                request.Expiry,
                covers = Covers.Write(request.Covers),
                request.Active,
            }
        );
        if (touched == 0)
            return CommonReasons.Stale;
        tx.Audit(new(caller, "asset.changed", "asset", id.ToString(), View(before), request));
        return View((await Load(tx, id))!);
    }

    private static Task<AssetRow?> Load(DbRead db, AssetId id) =>
        db.One<AssetRow>("SELECT * FROM asset WHERE merchant_id = @m AND id = @id", new { id });

    private static Reply View(AssetRow r) =>
        new(
            r.Id,
            r.Code,
            r.Kind,
            r.Unit,
            r.NameZh,
            r.NameEn,
            r.Expiry,
            Covers.Read(r.Covers),
            Shipped.Contains(r.Code, StringComparer.Ordinal),
            r.Active,
            r.Version
        );
}
