using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Pricing;
using Shuke.Server.Modules.Rewards;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server.Modules.Reports;

/// <summary>
/// GET /policy: the written membership policy (会员章程), worked out from the live rules each time, so that it cannot say
/// anything else than they do; GET /policy/{id}: as it was. Each night a version is kept if it changed.
/// </summary>
public static class ShowPolicy
{
    public const string Kind = "policy.keep";

    public sealed record Version(PolicyVersionId Id, BusinessDay Day);

    /// <param name="Day">today, or the day this version is from</param>
    /// <param name="Versions">the days on which it changed, the newest first</param>
    public sealed record Reply(
        string Shop,
        BusinessDay Day,
        IReadOnlyList<Chapter> Chapters,
        IReadOnlyList<Version> Versions
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .Get("/policy", Permission.SignedIn, Handle)
            .WithSummary("The membership policy as the live rules say it.");
        routes
            .Get("/policy/{id}", Permission.SignedIn, Past)
            .WithSummary("The membership policy as it was on a day on which it changed.");
    }

    public static async Task<Outcome<Reply>> Handle(DbRead db, Caller caller)
    {
        var chapters = await Write(db, caller.Language);
        return new Reply(await OrgPublic.MerchantName(db), await Today(db), chapters, await Versions(db));
    }

    public static async Task<Outcome<Reply>> Past(PolicyVersionId id, DbRead db, Caller caller)
    {
        if (
            await db.One<PolicyVersionRow>(
                "SELECT * FROM policy_version WHERE merchant_id = @m AND id = @id",
                new { id }
            )
            is not { } row
        )
            return CommonReasons.NotFound.With(("what", "会员章程"));
        var text = caller.Language == Language.Zh ? row.Zh : row.En;
        return new Reply(
            await OrgPublic.MerchantName(db),
            row.Day,
            Json.Parse<IReadOnlyList<Chapter>>(text),
            await Versions(db)
        );
    }

    /// <summary>Each night: a new version if a rule was changed since the last one.</summary>
    internal static async Task<object?> Keep(JobRun run)
    {
        await using var tx = await run.Db.Begin(run.Merchant, run.Stopping);
        var (zh, en) = (Json.Text(await Write(tx, Language.Zh)), Json.Text(await Write(tx, Language.En)));
        var last = await tx.One<PolicyVersionRow>(
            "SELECT * FROM policy_version WHERE merchant_id = @m ORDER BY id DESC LIMIT 1"
        );
        var changed = last?.Zh != zh || last.En != en;
        if (changed)
            await tx.Insert(
                new PolicyVersionRow(tx.Merchant, tx.NewId<Core.Kinds.PolicyVersion>(), await Today(tx), zh, en, tx.Now)
            );
        await tx.Commit();
        return new { changed };
    }

    private static async Task<List<Chapter>> Write(DbRead db, Language language) =>
        [
            .. await TiersPublic.Chapters(db, language),
            .. await PricingPublic.Chapters(db, language),
            .. await LedgerPublic.Chapters(db, language),
            .. await RewardsPublic.Chapters(db, language),
        ];

    private static async Task<BusinessDay> Today(DbRead db) => (await OrgPublic.Stores(db))[0].DayOf(db.Now);

    private static async Task<IReadOnlyList<Version>> Versions(DbRead db) =>
        await db.All<Version>("SELECT id, day FROM policy_version WHERE merchant_id = @m ORDER BY id DESC LIMIT 200");
}

[Table("policy_version")]
internal sealed record PolicyVersionRow(
    MerchantId MerchantId,
    PolicyVersionId Id,
    BusinessDay Day,
    string Zh,
    string En,
    Instant At
);
