using System.ComponentModel.DataAnnotations;
using Shuke.Core.Rewards;

namespace Shuke.Server.Modules.Rewards;

/// <summary>Badges (勋章): GET, POST /rewards/badges, PUT /rewards/badges/{id}; levels with thresholds, hidden ones, rarity.</summary>
public static class BadgeList
{
    public sealed record Request(
        [StringLength(20, MinimumLength = 1)] string TitleZh,
        [StringLength(40)] string TitleEn,
        [StringLength(200)] string About,
        BadgeFeat Feat,
        [MaxLength(10)] IReadOnlyList<BadgeLevel> Levels,
        bool Hidden = false,
        bool Active = true,
        [Range(0, 1_000)] int Position = 0
    );

    /// <param name="Holders">how many members have reached each level, which is how rare it is</param>
    public sealed record Reply(
        BadgeId Id,
        string TitleZh,
        string TitleEn,
        string About,
        BadgeFeat Feat,
        IReadOnlyList<BadgeLevel> Levels,
        bool Hidden,
        bool Active,
        int Position,
        IReadOnlyList<long> Holders,
        long Version
    ) : IVersioned;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/rewards/badges", Permission.RewardsView, List).WithSummary("Badges with how rare they are.");
        routes.Post("/rewards/badges", Permission.RewardsEdit, Add).WithSummary("Add a badge.");
        routes.Put("/rewards/badges/{id}", Permission.RewardsEdit, Handle).WithSummary("Change a badge.");
    }

    public static async Task<Outcome<IReadOnlyList<Reply>>> List(DbRead db)
    {
        var rows = await db.All<BadgeRow>(
            "SELECT * FROM badge WHERE merchant_id = @m ORDER BY active DESC, position, id LIMIT 200"
        );
        var holders = await db.All<(BadgeId Badge, long Level, long Members)>(
            "SELECT badge_id, level, COUNT(*) FROM member_badge WHERE merchant_id = @m GROUP BY badge_id, level"
        );
        return rows.ConvertAll(r =>
            View(
                r,
                [
                    .. r.ReadLevels()
                        .Select((_, i) => holders.Where(h => h.Badge == r.Id && h.Level >= i + 1).Sum(h => h.Members)),
                ]
            )
        );
    }

    public static async Task<Outcome<Reply>> Add(Request request, Tx tx, Caller caller)
    {
        if (await WhyNot(tx, request) is { } refusal)
            return refusal;
        var row = new BadgeRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.Badge>(),
            request.Position,
            request.TitleZh.Trim(),
            request.TitleEn.Trim(),
            request.About.Trim(),
            Json.Text(request.Feat),
            Json.Text(request.Levels),
            request.Hidden,
            request.Active,
            1
        );
        await tx.Insert(row);
        tx.Audit(new(caller, "badge.added", "badge", row.Id.ToString(), After: request));
        return View(row, []);
    }

    public static async Task<Outcome<Reply>> Handle(BadgeId id, Request request, IfMatch match, Tx tx, Caller caller)
    {
        if (await Find(tx, id) is null)
            return CommonReasons.NotFound.With(("what", "勋章"));
        if (await WhyNot(tx, request) is { } refusal)
            return refusal;
        var touched = await tx.Execute(
            """
            UPDATE badge SET title_zh = @TitleZh, title_en = @TitleEn, about = @About, feat = @feat, levels = @levels, hidden = @Hidden,
                active = @Active, position = @Position, version = version + 1
            WHERE merchant_id = @m AND id = @id AND version = @old
            """,
            new
            {
                id,
                old = match.Version,
                request.TitleZh,
                request.TitleEn,
                request.About,
                feat = Json.Text(request.Feat),
                levels = Json.Text(request.Levels),
                request.Hidden,
                request.Active,
                request.Position,
            }
        );
        if (touched == 0)
            return CommonReasons.Stale;
        tx.Audit(new(caller, "badge.changed", "badge", id.ToString(), After: request));
        return View((await Find(tx, id))!, []);
    }

    private static Task<BadgeRow?> Find(DbRead db, BadgeId id) =>
        db.One<BadgeRow>("SELECT * FROM badge WHERE merchant_id = @m AND id = @id", new { id });

    private static async Task<Refusal?> WhyNot(DbRead db, Request request)
    {
        var marks = request.Levels.Select(l => l.AtLeast).ToList();
        if (marks.Count is < 1 or > 10 || marks.Zip(marks.Skip(1)).Any(p => p.First >= p.Second) || marks[0] < 1)
            return RewardRefusals.LevelsInvalid;
        foreach (var level in request.Levels.Where(l => l.Effects.Count > 0))
            if (await RuleCheck.Effects(db, level.Effects) is { } refusal)
                return refusal;
        return null;
    }

    private static Reply View(BadgeRow r, IReadOnlyList<long> holders) =>
        new(
            r.Id,
            r.TitleZh,
            r.TitleEn,
            r.About,
            r.ReadFeat(),
            r.ReadLevels(),
            r.Hidden,
            r.Active,
            r.Position,
            holders,
            r.Version
        );
}
