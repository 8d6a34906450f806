using System.ComponentModel.DataAnnotations;
using Shuke.Core.Ledger;

namespace Shuke.Server.Modules.Ledger;

/// <summary>Top-up plans: GET, POST /ledger/plans, PUT /ledger/plans/{id}; who runs the shop decides what is on sale.</summary>
public static class TopUpPlans
{
    public sealed record Request(
        [StringLength(40, MinimumLength = 1)] string Name,
        Money Pay,
        Money Bonus,
        Points Points,
        [Range(1, 60)] int Releases = 1,
        TierId? TierId = null,
        bool FirstOnly = false,
        BusinessDay? ValidFrom = null,
        BusinessDay? ValidTo = null,
        bool Active = true
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/ledger/plans", Permission.SignedIn, List).WithSummary("All top-up plans, on sale or not.");
        routes.Post("/ledger/plans", Permission.PlansEdit, Add).WithSummary("Add a top-up plan.");
        routes.Put("/ledger/plans/{id}", Permission.PlansEdit, Handle).WithSummary("Change a top-up plan.");
    }

    public static async Task<Outcome<IReadOnlyList<TopUpPlan>>> List(DbRead db) =>
        (
            await db.All<TopUpPlanRow>("SELECT * FROM topup_plan WHERE merchant_id = @m ORDER BY active DESC, pay, id")
        ).ConvertAll(View);

    public static async Task<Outcome<TopUpPlan>> Add(Request request, Tx tx, Caller caller)
    {
        if (WhyNot(request) is { } refusal)
            return refusal;
        var row = Row(tx, tx.NewId<Core.Kinds.TopUpPlan>(), request, 1);
        await tx.Insert(row);
        tx.Audit(new(caller, "topup_plan.added", "topup_plan", row.Id.ToString(), After: request));
        return View(row);
    }

    public static async Task<Outcome<TopUpPlan>> Handle(
        TopUpPlanId id,
        IfMatch match,
        Request request,
        Tx tx,
        Caller caller
    )
    {
        if (WhyNot(request) is { } refusal)
            return refusal;
        if (await LedgerPublic.Plan(tx, id) is not { } before)
            return CommonReasons.NotFound.With(("what", "充值方案"));
        var row = Row(tx, id, request, match.Version + 1);
        var touched = await tx.Execute(
            """
            UPDATE topup_plan SET name = @Name, pay = @Pay, bonus = @Bonus, points = @Points, releases = @Releases,
                tier_id = @TierId, first_only = @FirstOnly, valid_from = @ValidFrom, valid_to = @ValidTo, active = @Active,
                version = version + 1
            WHERE merchant_id = @m AND id = @Id AND version = @old
            """,
            new
            {
                row.Name,
                row.Pay,
                row.Bonus,
                row.Points,
                row.Releases,
                row.TierId,
                row.FirstOnly,
                row.ValidFrom,
                row.ValidTo,
                row.Active,
                row.Id,
                old = match.Version,
            }
        );
        if (touched == 0)
            return CommonReasons.Stale;
        tx.Audit(new(caller, "topup_plan.changed", "topup_plan", id.ToString(), before, request));
        return View(row);
    }

    internal static async Task<IReadOnlyList<TopUpPlan>> OnSale(DbRead db, BusinessDay day, MemberId? member)
    {
        var rows = await db.All<TopUpPlanRow>(
            "SELECT * FROM topup_plan WHERE merchant_id = @m AND active ORDER BY pay, id"
        );
        var plans = rows.ConvertAll(View).Where(p => p.IsOnSale(day)).ToList();
        if (member is { } buyer && plans.Any(p => p.FirstOnly) && await HasToppedUp(db, buyer))
            plans.RemoveAll(p => p.FirstOnly);
        return plans;
    }

    /// <summary>What was refunded in full counts as never topped up.</summary>
    internal static async Task<bool> HasToppedUp(DbRead db, MemberId member) =>
        (await LedgerPublic.Balances(db, member)).GetValueOrDefault(
            (await LedgerPublic.Assets(db))[AssetCodes.ToppedUp].Id
        ) > 0;

    internal static TopUpPlan View(TopUpPlanRow r) =>
        new(
            r.Id,
            r.Name,
            r.Pay,
            r.Bonus,
            r.Points,
            (int)r.Releases,
            r.TierId,
            r.FirstOnly,
            r.ValidFrom,
            r.ValidTo,
            r.Active,
            r.Position,
            r.Version
        );

    private static Refusal? WhyNot(Request request)
    {
        if (!request.Pay.IsPositive || request.Bonus.IsNegative || request.Points.Value < 0)
            return CommonReasons.AmountOutOfRange.With(("max", Money.FenMax));
        if (request.ValidFrom > request.ValidTo)
            return ValueReasons.DaysReversed;
        // A plan nobody's card can hold would fail at every till.
        return request.Pay + request.Bonus > CardLimits.Shipped.Registered
            ? LedgerReasons.CardLimitExceeded.With(
                ("limit", CardLimits.Shipped.Registered.Fen),
                ("possible", CardLimits.Shipped.Registered.Fen)
            )
            : null;
    }

    private static TopUpPlanRow Row(Tx tx, TopUpPlanId id, Request r, long version) =>
        new(
            tx.Merchant,
            id,
            r.Name.Trim(),
            r.Pay,
            r.Bonus,
            r.Points,
            r.Releases,
            r.TierId,
            r.FirstOnly,
            r.ValidFrom,
            r.ValidTo,
            r.Active,
            0,
            version
        );
}
