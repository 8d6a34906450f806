using System.ComponentModel.DataAnnotations;
using Shuke.Core.Membership;
using Shuke.Core.Tiers;
using Shuke.Server.Modules.Ledger;

namespace Shuke.Server.Modules.Tiers;

/// <summary>Paid memberships as they are sold: GET, POST /memberships/plans, PUT /memberships/plans/{id}.</summary>
public static class MembershipPlans
{
    /// <param name="PriceBp">what a buyer pays at the till: 9,000 bp = 9折; the better of this and the tier's counts</param>
    /// <param name="Perks">what else buyers get, in the merchant's words, one line each</param>
    public sealed record Request(
        [StringLength(40, MinimumLength = 1)] string Name,
        [Range(1, 120)] int Months,
        Money Fee,
        [Range(0, 366)] int TrialDays,
        [Range(1, 10_000)] int PriceBp,
        [Range(0, 1_000_000)] int MultiplierBp,
        PackForm Pack,
        [StringLength(500)] string Perks = "",
        bool Active = true
    );

    /// <param name="Members">how many have a running term of it</param>
    public sealed record Reply(
        MembershipPlanId Id,
        string Name,
        int Months,
        Money Fee,
        int TrialDays,
        int PriceBp,
        int MultiplierBp,
        PackForm Pack,
        string Perks,
        bool Active,
        long Members,
        long Version
    ) : IVersioned;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .Get("/memberships/plans", Permission.SignedIn, List)
            .WithSummary("Paid memberships on sale, with how many members have each.");
        routes.Post("/memberships/plans", Permission.PlansEdit, Add).WithSummary("Add a paid membership.");
        routes.Put("/memberships/plans/{id}", Permission.PlansEdit, Handle).WithSummary("Change a paid membership.");
    }

    public static async Task<Outcome<IReadOnlyList<Reply>>> List(DbRead db) => await All(db);

    public static async Task<Outcome<Reply>> Add(Request request, Tx tx, Caller caller)
    {
        if (await WhyNot(tx, request) is { } refusal)
            return refusal;
        var row = Row(tx, tx.NewId<Core.Kinds.MembershipPlan>(), request, 1);
        await tx.Insert(row);
        tx.Audit(new(caller, "membership_plan.added", "membership_plan", $"{row.Id}", After: request));
        return View(row, 0);
    }

    public static async Task<Outcome<Reply>> Handle(
        MembershipPlanId id,
        IfMatch match,
        Request request,
        Tx tx,
        Caller caller
    )
    {
        if (await WhyNot(tx, request) is { } refusal)
            return refusal;
        if ((await All(tx)).FirstOrDefault(p => p.Id == id) is not { } before)
            return CommonReasons.NotFound.With(("what", "付费会员"));
        var row = Row(tx, id, request, match.Version);
        var touched = await tx.Execute(
            """
            UPDATE membership_plan SET name = @Name, months = @Months, fee = @Fee, trial_days = @TrialDays,
                price_bp = @PriceBp, multiplier_bp = @MultiplierBp, pack = @Pack, perks = @Perks, active = @Active,
                version = version + 1
            WHERE merchant_id = @m AND id = @Id AND version = @Version
            """,
            row
        );
        if (touched == 0)
            return CommonReasons.Stale;
        tx.Audit(new(caller, "membership_plan.changed", "membership_plan", $"{id}", before, request));
        return (await All(tx)).First(p => p.Id == id);
    }

    internal static Task<MembershipPlanRow?> Find(DbRead db, MembershipPlanId id) =>
        db.One<MembershipPlanRow>("SELECT * FROM membership_plan WHERE merchant_id = @m AND id = @id", new { id });

    private static readonly KeyedQuery<MemberId, MembershipRow> BoughtBy = new(
        "membership",
        "SELECT * FROM membership WHERE {member_id}",
        r => (r.MerchantId, r.MemberId)
    );

    /// <summary>What pricing a cart will read of a member's terms.</summary>
    internal static void Ahead(Ahead ahead, MemberId member) => ahead.Want(BoughtBy, member);

    internal static ValueTask<IReadOnlyList<MembershipRow>> Bought(DbRead db, MemberId member) =>
        db.Of(BoughtBy, member);

    private static async Task<List<Reply>> All(DbRead db)
    {
        var today = (await ShowMemberTier.StoreOf(db, null)).DayOf(db.Now);
        var counts = (
            await db.All<(MembershipPlanId Plan, long Members)>(
                """
                SELECT plan_id, COUNT(DISTINCT member_id) FROM membership
                WHERE merchant_id = @m AND state = 'sold' AND last >= @today GROUP BY plan_id
                """,
                new { today }
            )
        ).ToDictionary(c => c.Plan, c => c.Members);
        var rows = await db.All<MembershipPlanRow>(
            "SELECT * FROM membership_plan WHERE merchant_id = @m ORDER BY active DESC, fee, id"
        );
        return rows.ConvertAll(r => View(r, counts.GetValueOrDefault(r.Id)));
    }

    private static Reply View(MembershipPlanRow r, long members) =>
        new(
            r.Id,
            r.Name,
            r.Months,
            r.Fee,
            r.TrialDays,
            r.PriceBp.Bp,
            r.MultiplierBp.Bp,
            Json.Parse<PackForm>(r.Pack),
            r.Perks,
            r.Active,
            members,
            r.Version
        );

    private static async Task<Refusal?> WhyNot(DbRead db, Request request)
    {
        if (!request.Fee.IsPositive || request.Pack.Bonus.IsNegative)
            return CommonReasons.AmountOutOfRange.With(("max", Money.FenMax));
        var infos = request.Pack.Vouchers.Count == 0 ? [] : await LedgerPublic.AssetInfos(db);
        return request.Pack.Vouchers.All(v =>
            infos.Any(i => i.Asset.Id == v.Asset && i.Active && i.Asset.Kind == Core.Ledger.AssetKind.Times)
        )
            ? null
            : TierReasons.PackInvalid.With();
    }

    private static MembershipPlanRow Row(Tx tx, MembershipPlanId id, Request r, long version) =>
        new(
            tx.Merchant,
            id,
            r.Name.Trim(),
            r.Months,
            r.Fee,
            r.TrialDays,
            new(r.PriceBp),
            new(r.MultiplierBp),
            Json.Text(r.Pack),
            r.Perks.Trim(),
            r.Active,
            version
        );
}

[Table("membership_plan")]
internal sealed record MembershipPlanRow(
    MerchantId MerchantId,
    MembershipPlanId Id,
    string Name,
    int Months,
    Money Fee,
    int TrialDays,
    Ratio PriceBp,
    Ratio MultiplierBp,
    string Pack,
    string Perks,
    bool Active,
    long Version
)
{
    public MembershipTerms Terms =>
        new(Name, Months, Fee, TrialDays, PriceBp, MultiplierBp, Json.Parse<PackForm>(Pack).ToPack());
}

[Table("membership")]
internal sealed record MembershipRow(
    MerchantId MerchantId,
    MembershipId Id,
    string Number,
    MemberId MemberId,
    MembershipPlanId PlanId,
    string PlanName,
    BusinessDay First,
    BusinessDay Last,
    Money Paid,
    Ratio PriceBp,
    Ratio MultiplierBp,
    bool PackGiven,
    bool AutoRenew,
    MembershipState State,
    BusinessDay BoughtOn,
    Instant At,
    string RenewalNote
);
