using System.ComponentModel.DataAnnotations;
using Shuke.Core.Ledger;
using Shuke.Core.Tiers;
using Shuke.Server.Modules.Ledger;

namespace Shuke.Server.Modules.Tiers;

/// <summary>Tiers of the shop: GET, POST /tiers, PUT /tiers/{id}, PUT /tiers/order.</summary>
public static class Ranks
{
    /// <param name="Price">what a member of this tier pays: 9,000 bp = 9折</param>
    public sealed record Request(
        [StringLength(20, MinimumLength = 1)] string Name,
        [RegularExpression("^#[0-9a-f]{6}$")] string Colour,
        [StringLength(200)] string Description,
        [Range(1, 10_000)] int PriceBp,
        [Range(0, 1_000_000)] int MultiplierBp,
        RuleForm Upgrade,
        ValidityForm Validity,
        PackForm Pack,
        [MaxLength(20)] IReadOnlyList<BenefitForm> Benefits,
        bool Active = true
    );

    /// <param name="Members">how many have it now</param>
    public sealed record Reply(
        TierId Id,
        bool IsBase,
        string Name,
        string Colour,
        string Description,
        int PriceBp,
        int MultiplierBp,
        RuleForm Upgrade,
        ValidityForm Validity,
        PackForm Pack,
        IReadOnlyList<BenefitForm> Benefits,
        bool Active,
        long Members,
        long Version
    ) : IVersioned;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .Get("/tiers", Permission.TiersView, List)
            .WithSummary("All tiers, lowest first, with how many members each has.");
        routes.Post("/tiers", Permission.TiersEdit, Add).WithSummary("Add a tier above the others.");
        routes.Put("/tiers/{id}", Permission.TiersEdit, Edit).WithSummary("Change a tier.");
        routes.Post("/tiers/order", Permission.TiersEdit, Order).WithSummary("Put the tiers into another order.");
    }

    public static async Task<Outcome<IReadOnlyList<Reply>>> List(DbRead db) => await All(db);

    public static async Task<Outcome<Reply>> Add(Request request, Tx tx, Caller caller)
    {
        if (await WhyNot(tx, request, isBase: false) is { } refusal)
            return refusal;
        await Count(tx, request);
        var position = await tx.One<long?>("SELECT MAX(position) FROM tier WHERE merchant_id = @m");
        var row = Row(tx, tx.NewId<Core.Kinds.Tier>(), request, (position ?? -1) + 1, 1);
        await tx.Insert(row);
        tx.Audit(new(caller, "tier.added", "tier", row.Id.ToString(), After: request));
        return (await All(tx)).First(t => t.Id == row.Id);
    }

    public static async Task<Outcome<Reply>> Edit(TierId id, IfMatch match, Request request, Tx tx, Caller caller)
    {
        var before = (await All(tx)).FirstOrDefault(t => t.Id == id);
        if (before is null)
            return CommonReasons.NotFound.With(("what", "等级"));
        if (await WhyNot(tx, request, before.IsBase) is { } refusal)
            return refusal;
        await Count(tx, request);
        var row = Row(tx, id, request, 0, match.Version);
        var touched = await tx.Execute(
            """
            UPDATE tier SET name = @Name, colour = @Colour, description = @Description, price_bp = @PriceBp,
                multiplier_bp = @MultiplierBp, upgrade = @Upgrade, validity = @Validity, pack = @Pack, benefits = @Benefits,
                active = @Active, version = version + 1
            WHERE merchant_id = @m AND id = @Id AND version = @Version
            """,
            row
        );
        if (touched == 0)
            return CommonReasons.Stale;
        tx.Audit(new(caller, "tier.changed", "tier", id.ToString(), before, request));
        return (await All(tx)).First(t => t.Id == id);
    }

    public sealed record NewOrder([MaxLength(50)] IReadOnlyList<TierId> Ids);

    public static async Task<Outcome<IReadOnlyList<Reply>>> Order(NewOrder request, Tx tx, Caller caller)
    {
        var all = await All(tx);
        var active = all.Where(t => t.Active).Select(t => t.Id).ToList();
        if (request.Ids.Count != active.Count || !active.ToHashSet().SetEquals(request.Ids))
            return TierReasons.OrderIncomplete;
        // Every member starts at the lowest, so one that must be earned cannot become it.
        if (all.First(t => t.Id == request.Ids[0]).Upgrade.Conditions.Count > 0)
            return TierReasons.BaseTierStays;
        var order = request.Ids.Concat(all.Where(t => !t.Active).Select(t => t.Id)).ToList();
        for (var i = 0; i < order.Count; i++)
            await tx.Execute(
                "UPDATE tier SET position = @i, version = version + 1 WHERE merchant_id = @m AND id = @id AND position <> @i",
                new { i, id = order[i] }
            );
        tx.Audit(new(caller, "tier.ordered", "tier", "all", all.Select(t => t.Name), request.Ids));
        return await All(tx);
    }

    private static async Task<List<Reply>> All(DbRead db)
    {
        var rows = await Ladder.Rung(db);
        var counts = (
            await db.All<(TierId Tier, long Members)>(
                "SELECT tier_id, COUNT(*) FROM member_tier WHERE merchant_id = @m GROUP BY tier_id"
            )
        ).ToDictionary(c => c.Tier, c => c.Members);
        // Who has no row of their own has the base tier.
        var others = await LedgerPublic.BookCount(db) - counts.Values.Sum();
        var lowest = rows.FirstOrDefault(r => r.Active);
        return rows.ConvertAll(r => View(r, r == lowest, counts.GetValueOrDefault(r.Id) + (r == lowest ? others : 0)));
    }

    private static Reply View(TierRow r, bool isBase, long members) =>
        new(
            r.Id,
            isBase,
            r.Name,
            r.Colour,
            r.Description,
            r.PriceBp.Bp,
            r.MultiplierBp.Bp,
            Json.Parse<RuleForm>(r.Upgrade),
            Json.Parse<ValidityForm>(r.Validity),
            Json.Parse<PackForm>(r.Pack),
            Ladder.Benefits(r),
            r.Active,
            members,
            r.Version
        );

    private static async Task<Refusal?> WhyNot(DbRead db, Request request, bool isBase)
    {
        if (isBase && (!request.Active || request.Upgrade.Conditions.Count > 0))
            return TierReasons.BaseTierStays;
        if (
            request
                .Upgrade.Conditions.Concat(request.Upgrade.Keep?.Conditions ?? [])
                .Any(c => c.Window == WindowKind.RollingDays && c.Days < 1)
        )
            return TierReasons.ConditionInvalid;
        if (request.Benefits.Any(b => b.Kind == BenefitKind.MonthlyPack && b.Pack?.ToPack().IsEmpty != false))
            return TierReasons.MonthlyPackEmpty;
        if (request.Pack.Bonus.IsNegative || request.Benefits.Any(b => b.Pack?.Bonus.IsNegative == true))
            return CommonReasons.AmountOutOfRange.With(("max", Money.FenMax));
        if (
            request.Benefits.Any(b =>
                b.Kind == BenefitKind.FreeItem
                && (b.Covers is null || b.Covers.Products.Count + b.Covers.Categories.Count == 0)
            )
        )
            return TierReasons.CoversMissing;
        var vouchers = request.Benefits.SelectMany(b => b.Pack?.Vouchers ?? []).Concat(request.Pack.Vouchers).ToList();
        if (vouchers.Count == 0)
            return null;
        var infos = await LedgerPublic.AssetInfos(db);
        bool IsVoucher(AssetId id) => infos.Any(i => i.Asset.Id == id && i.Active && i.Asset.Kind == AssetKind.Times);
        return vouchers.All(v => IsVoucher(v.Asset)) ? null : TierReasons.PackInvalid.With();
    }

    /// <summary>Rules about referrals, tasks and the like begin to be counted when the first rule asks for them.</summary>
    private static async Task Count(Tx tx, Request request)
    {
        foreach (
            var metric in request
                .Upgrade.Conditions.Concat(request.Upgrade.Keep?.Conditions ?? [])
                .Select(c => c.Metric)
                .Distinct()
        )
            await (
                metric switch
                {
                    Metric.Referrals => LedgerPublic.Counter(tx, AssetCodes.Referrals, "推荐人数", "Referrals"),
                    Metric.Tasks => LedgerPublic.Counter(tx, AssetCodes.Tasks, "完成任务", "Tasks completed"),
                    Metric.Profile => LedgerPublic.Counter(tx, AssetCodes.Profile, "资料完整", "Profile complete"),
                    Metric.Memberships => LedgerPublic.Counter(
                        tx,
                        AssetCodes.Memberships,
                        "购买付费会员",
                        "Memberships bought"
                    ),
                    _ => Task.CompletedTask,
                }
            );
    }

    private static TierRow Row(Tx tx, TierId id, Request r, long position, long version) =>
        new(
            tx.Merchant,
            id,
            position,
            r.Name.Trim(),
            r.Colour,
            r.Description.Trim(),
            new(r.PriceBp),
            new(r.MultiplierBp),
            Json.Text(r.Upgrade),
            Json.Text(r.Validity),
            Json.Text(r.Pack),
            Json.Text(r.Benefits.Select(b => b with { Id = b.Id ?? tx.NewId<Core.Kinds.Benefit>() }).ToList()),
            r.Active,
            version
        );
}
