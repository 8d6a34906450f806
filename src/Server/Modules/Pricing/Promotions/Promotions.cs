using System.ComponentModel.DataAnnotations;
using Shuke.Core.Conditions;
using Shuke.Core.Pricing.Promotions;
using Shuke.Server.Modules.Catalog;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// GET, POST /promotions, GET, PUT /promotions/{id}, POST .../submit, /approve, /stop, /copy, GET .../history, GET
/// /promotions/at: an edit is a new version; it counts when somebody approves it, and what counted before stays readable.
/// </summary>
public static class Promotions
{
    /// <param name="State">draft, waiting, active or stopped</param>
    /// <param name="Kind">full_reduction, nth_piece ...</param>
    public sealed record Filter(
        [property: StringLength(20)] string? State = null,
        [property: StringLength(40)] string? Kind = null,
        [property: StringLength(40)] string? Q = null
    );

    /// <summary>What an approved promotion does at this moment.</summary>
    public enum Phase
    {
        NotApproved,
        Scheduled,
        Running,
        Ended,
    }

    /// <param name="Says">the rule, as a sentence</param>
    /// <param name="Condition">who, where and when, as a sentence; empty: everybody, always</param>
    /// <param name="RunningNo">the version that counts now; null: none</param>
    /// <param name="Tickets">tickets it was used on and that did not come back whole</param>
    /// <param name="Discount">what it gave on them, fen</param>
    public sealed record Reply(
        PromotionId Id,
        string Name,
        string Kind,
        string KindTitle,
        PromotionState State,
        Phase Phase,
        string Says,
        string Condition,
        PromotionForm Form,
        long No,
        long? RunningNo,
        bool NeedsOwner,
        long Tickets,
        Money Discount,
        Instant CreatedAt,
        long Version
    ) : IVersioned;

    private sealed record Used(PromotionId Id, long Tickets, Money Discount);

    public sealed record ApproveRequest(bool OwnerConfirms = false);

    public sealed record StopRequest([StringLength(200, MinimumLength = 2)] string Reason);

    public sealed record CopyRequest(
        [StringLength(40, MinimumLength = 1)] string Name,
        Instant ValidFrom,
        Instant? ValidTo = null
    );

    public sealed record VersionReply(
        long No,
        string Name,
        string Says,
        PromotionForm Form,
        string Who,
        Instant At,
        IReadOnlyList<Run> Runs
    );

    public sealed record Run(Instant From, Instant? To);

    public sealed record AtQuery(Instant At);

    public sealed record Counted(PromotionId Id, string Name, long No, string Says, Instant From, Instant? To);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/promotions", Permission.PromotionsView, List).WithSummary("Promotions, newest first.");
        routes.Ask("/promotions/at", Permission.PromotionsView, CountedAt).WithSummary("What counted at a moment.");
        routes.Get("/promotions/{id}", Permission.PromotionsView, Show).WithSummary("One promotion.");
        routes
            .Get("/promotions/{id}/history", Permission.PromotionsView, History)
            .WithSummary("All versions of a promotion and when they counted.");
        routes.Post("/promotions", Permission.PromotionsEdit, Add).WithSummary("Add a promotion, as a draft.");
        routes
            .Put("/promotions/{id}", Permission.PromotionsEdit, Handle)
            .WithSummary("Change a promotion: a new version.");
        routes.Post("/promotions/{id}/submit", Permission.PromotionsEdit, Submit).WithSummary("Hand in for approval.");
        routes
            .Post("/promotions/{id}/approve", Permission.PromotionsApprove, Approve)
            .WithSummary("Let the newest version count from its beginning on, or from now.");
        routes.Post("/promotions/{id}/stop", Permission.PromotionsEdit, Stop).WithSummary("Stop a promotion at once.");
        routes
            .Post("/promotions/{id}/copy", Permission.PromotionsEdit, Copy)
            .WithSummary("Copy a promotion to other days.");
    }

    public static async Task<Outcome<Page<Reply>>> List(
        [AsParameters] Filter filter,
        [AsParameters] PageQuery page,
        DbRead db,
        Caller caller
    )
    {
        var args = new
        {
            state = filter.State,
            kind = filter.Kind,
            q = filter.Q?.Trim() ?? "",
            before = Cursor.Read(page.After).Number,
            limit = page.Fetch,
        };
        const string where = """
            FROM promotion WHERE merchant_id = @m AND (@state IS NULL OR state = @state) AND (@kind IS NULL OR kind = @kind)
            AND (@q = '' OR name LIKE '%' || @q || '%')
            """;
        var total = await db.One<long>("SELECT COUNT(*) " + where, args);
        var rows = await db.All<PromotionRow>(
            "SELECT * " + where + " AND id < @before ORDER BY id DESC LIMIT @limit",
            args
        );
        return Page<Reply>.Of(page, await Of(db, rows, caller.Language), total, r => new("", r.Id.Value));
    }

    public static async Task<Outcome<Reply>> Show(PromotionId id, DbRead db, Caller caller) =>
        await PromotionBook.Find(db, id) is { } row ? (await Of(db, [row], caller.Language))[0] : NotFound();

    public static async Task<Outcome<IReadOnlyList<VersionReply>>> History(PromotionId id, DbRead db, Caller caller)
    {
        if (await PromotionBook.Find(db, id) is null)
            return NotFound();
        var versions = await db.All<PromotionVersionRow>(
            "SELECT * FROM promotion_version WHERE merchant_id = @m AND promotion_id = @id ORDER BY no DESC",
            new { id }
        );
        var runs = (
            await db.All<PromotionRunRow>(
                "SELECT * FROM promotion_run WHERE merchant_id = @m AND promotion_id = @id ORDER BY from_at",
                new { id }
            )
        ).ToLookup(r => r.No);
        var names = await PromotionNames.Load(db, versions.ConvertAll(v => Json.Parse<PromotionForm>(v.Body)));
        return versions.ConvertAll(v =>
        {
            var form = Json.Parse<PromotionForm>(v.Body);
            return new VersionReply(
                v.No,
                v.Name,
                PromotionNames.Rule(form, names, caller.Language),
                form,
                v.Who,
                v.At,
                [.. runs[v.No].Select(r => new Run(r.FromAt, r.ToAt))]
            );
        });
    }

    public static async Task<Outcome<IReadOnlyList<Counted>>> CountedAt(AtQuery query, DbRead db, Caller caller)
    {
        var counted = await PromotionBook.At(db, query.At);
        var names = await PromotionNames.Load(
            db,
            [.. counted.Select(p => new PromotionForm(p.Name, p.Args, p.ValidFrom))]
        );
        return counted
            .Select(p => new Counted(
                p.Id,
                p.Name,
                p.Version,
                PromotionNames.In(p.Args.Rule(names), caller.Language),
                p.ValidFrom,
                p.ValidTo
            ))
            .ToList();
    }

    public static async Task<Outcome<Reply>> Add(PromotionForm form, Tx tx, Caller caller)
    {
        if (await WhyNot(tx, form) is { } wrong)
            return wrong;
        var row = await Insert(tx, caller, form);
        tx.Audit(new(caller, "promotion.added", "promotion", row.Id.ToString(), After: form));
        return (await Of(tx, [row], caller.Language))[0];
    }

    public static async Task<Outcome<Reply>> Handle(
        PromotionId id,
        IfMatch match,
        PromotionForm form,
        Tx tx,
        Caller caller
    )
    {
        if (await PromotionBook.Find(tx, id) is not { } before)
            return NotFound();
        if (await WhyNot(tx, form) is { } wrong)
            return wrong;
        var old = Json.Parse<PromotionForm>((await PromotionBook.Version(tx, id, before.No)).Body);
        var row = await tx.One<PromotionRow>(
            """
            UPDATE promotion SET name = @name, kind = @kind, no = no + 1, version = version + 1,
                state = CASE WHEN state = 'active' THEN 'active' ELSE 'draft' END
            WHERE merchant_id = @m AND id = @id AND version = @version RETURNING *
            """,
            new
            {
                id,
                name = form.Name.Trim(),
                kind = form.Args.Kind,
                version = match.Version,
            }
        );
        if (row is null)
            return CommonReasons.Stale;
        await tx.Insert(VersionRow(tx, caller, id, row.No, form));
        tx.Audit(new(caller, "promotion.changed", "promotion", id.ToString(), old, form));
        return (await Of(tx, [row], caller.Language))[0];
    }

    public static async Task<Outcome<Reply>> Submit(PromotionId id, Tx tx, Caller caller)
    {
        if (await PromotionBook.Find(tx, id) is null)
            return NotFound();
        var row = await tx.One<PromotionRow>(
            "UPDATE promotion SET state = 'waiting', version = version + 1 WHERE merchant_id = @m AND id = @id AND state = 'draft' RETURNING *",
            new { id }
        );
        if (row is null)
            return PromotionStateReasons.NotDraft;
        tx.Audit(new(caller, "promotion.submitted", "promotion", id.ToString(), After: new { row.No }));
        return (await Of(tx, [row], caller.Language))[0];
    }

    public static async Task<Outcome<Reply>> Approve(PromotionId id, ApproveRequest request, Tx tx, Caller caller)
    {
        var row = await tx.One<PromotionRow>(
            "UPDATE promotion SET state = 'active', version = version + 1 WHERE merchant_id = @m AND id = @id RETURNING *",
            new { id }
        );
        if (row is null)
            return NotFound();
        var version = await PromotionBook.Version(tx, id, row.No);
        var form = Json.Parse<PromotionForm>(version.Body);
        if (await WhyNot(tx, form) is { } wrong)
            return wrong;
        if (PromotionCheck.NeedsOwner(form.ToPromotion(id, row.No)) && !(caller.IsOwner && request.OwnerConfirms))
            return PromotionReasons.OwnerMustConfirm.With(("name", row.Name));
        var from = version.ValidFrom > tx.Now ? version.ValidFrom : tx.Now;
        if (version.ValidTo <= from)
            return PromotionStateReasons.AlreadyOver;
        var counts = await tx.One<long>(
            "SELECT COUNT(*) FROM promotion_run WHERE merchant_id = @m AND promotion_id = @id AND no = @no AND (to_at IS NULL OR to_at > @now)",
            new
            {
                id,
                no = row.No,
                now = tx.Now,
            }
        );
        if (counts > 0)
            return PromotionStateReasons.AlreadyApproved;
        await Cut(tx, id, from);
        await tx.Insert(new PromotionRunRow(tx.Merchant, id, row.No, from, version.ValidTo, caller.StaffId));
        tx.Audit(
            new(
                caller,
                "promotion.approved",
                "promotion",
                id.ToString(),
                After: new
                {
                    row.No,
                    from,
                    version.ValidTo,
                }
            )
        );
        return (await Of(tx, [row], caller.Language))[0];
    }

    public static async Task<Outcome<Reply>> Stop(PromotionId id, StopRequest request, Tx tx, Caller caller)
    {
        if (await PromotionBook.Find(tx, id) is null)
            return NotFound();
        var row = await tx.One<PromotionRow>(
            "UPDATE promotion SET state = 'stopped', version = version + 1 WHERE merchant_id = @m AND id = @id AND state <> 'stopped' RETURNING *",
            new { id }
        );
        if (row is null)
            return PromotionStateReasons.AlreadyStopped;
        await Cut(tx, id, tx.Now);
        tx.Audit(new(caller, "promotion.stopped", "promotion", id.ToString(), Reason: request.Reason));
        return (await Of(tx, [row], caller.Language))[0];
    }

    public static async Task<Outcome<Reply>> Copy(PromotionId id, CopyRequest request, Tx tx, Caller caller)
    {
        if (await PromotionBook.Find(tx, id) is not { } source)
            return NotFound();
        var form = Json.Parse<PromotionForm>((await PromotionBook.Version(tx, id, source.No)).Body) with
        {
            Name = request.Name,
            ValidFrom = request.ValidFrom,
            ValidTo = request.ValidTo,
        };
        if (await WhyNot(tx, form) is { } wrong)
            return wrong;
        var row = await Insert(tx, caller, form);
        tx.Audit(new(caller, "promotion.copied", "promotion", row.Id.ToString(), new { id }, form));
        return (await Of(tx, [row], caller.Language))[0];
    }

    /// <summary>Runs end where the next begins; one that would only begin after that never does.</summary>
    private static async Task Cut(Tx tx, PromotionId id, Instant at)
    {
        await tx.Execute(
            "DELETE FROM promotion_run WHERE merchant_id = @m AND promotion_id = @id AND from_at >= @at AND from_at > @now",
            new
            {
                id,
                at,
                now = tx.Now,
            }
        );
        await tx.Execute(
            """
            UPDATE promotion_run SET to_at = @at
            WHERE merchant_id = @m AND promotion_id = @id AND from_at <= @at AND (to_at IS NULL OR to_at > @at)
            """,
            new { id, at }
        );
    }

    private static async Task<PromotionRow> Insert(Tx tx, Caller caller, PromotionForm form)
    {
        var row = new PromotionRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.Promotion>(),
            form.Name.Trim(),
            form.Args.Kind,
            PromotionState.Draft,
            1,
            caller.StaffId,
            tx.Now,
            1
        );
        await tx.Insert(row);
        await tx.Insert(VersionRow(tx, caller, row.Id, 1, form));
        return row;
    }

    private static PromotionVersionRow VersionRow(Tx tx, Caller caller, PromotionId id, long no, PromotionForm form) =>
        new(
            tx.Merchant,
            id,
            no,
            form.Name.Trim(),
            Json.Text(form),
            form.ValidFrom,
            form.ValidTo,
            caller.StaffId,
            caller.Name,
            tx.Now
        );

    /// <summary>Why a promotion cannot be saved like this; costs are looked at where the shop sells nothing below cost.</summary>
    internal static async Task<Refusal?> WhyNot(DbRead db, PromotionForm form)
    {
        var promotion = form.ToPromotion(new(1), 1);
        if (!(await OrgPublic.Setting<PricingSettings>(db)).CostGuard)
            return PromotionCheck.Refuse(promotion);
        var named = PromotionNames.Products(form.Args).Distinct().Take(500).ToList();
        var facts = await CatalogPublic.ForPricing(db, named);
        return PromotionCheck.Refuse(promotion, p => facts.TryGetValue(p, out var f) ? f.Cost : null);
    }

    private static async Task<List<Reply>> Of(DbRead db, IReadOnlyList<PromotionRow> rows, Language language)
    {
        if (rows.Count == 0)
            return [];
        var ids = rows.Select(r => r.Id).ToArray();
        var runs = (
            await db.All<PromotionRunRow>(
                "SELECT * FROM promotion_run WHERE merchant_id = @m AND promotion_id IN @ids ORDER BY from_at",
                new { ids }
            )
        ).ToLookup(r => r.PromotionId);
        var versions = (
            await db.All<PromotionVersionRow>(
                """
                SELECT v.* FROM promotion p JOIN promotion_version v
                ON v.merchant_id = p.merchant_id AND v.promotion_id = p.id AND v.no = p.no
                WHERE p.merchant_id = @m AND p.id IN @ids
                """,
                new { ids }
            )
        ).ToDictionary(v => v.PromotionId);
        var used = (
            await db.All<Used>(
                """
                SELECT promotion_id AS id, COUNT(*) AS tickets, CAST(SUM(discount) AS BIGINT) AS discount
                FROM promotion_use WHERE merchant_id = @m AND promotion_id IN @ids AND returned_at IS NULL GROUP BY promotion_id
                """,
                new { ids }
            )
        ).ToDictionary(u => u.Id);
        var names = await PromotionNames.Load(db, [.. versions.Values.Select(v => Json.Parse<PromotionForm>(v.Body))]);
        var replies = new List<Reply>(rows.Count);
        foreach (var r in rows)
        {
            var form = Json.Parse<PromotionForm>(versions[r.Id].Body);
            var now = runs[r.Id].FirstOrDefault(x => x.FromAt <= db.Now && (x.ToAt is null || x.ToAt > db.Now));
            replies.Add(
                new(
                    r.Id,
                    r.Name,
                    r.Kind,
                    PromotionNames.In(form.Args.Title(), language),
                    r.State,
                    now is not null ? Phase.Running
                        : runs[r.Id].Any(x => x.FromAt > db.Now) ? Phase.Scheduled
                        : runs[r.Id].Any() ? Phase.Ended
                        : Phase.NotApproved,
                    PromotionNames.Rule(form, names, language),
                    PromotionNames.Condition(form, names, language),
                    form,
                    r.No,
                    now?.No,
                    PromotionCheck.NeedsOwner(form.ToPromotion(r.Id, r.No)),
                    used.GetValueOrDefault(r.Id)?.Tickets ?? 0,
                    used.GetValueOrDefault(r.Id)?.Discount ?? Money.Zero,
                    r.CreatedAt,
                    r.Version
                )
            );
        }
        return replies;
    }

    internal static Refusal NotFound() => CommonReasons.NotFound.With(("what", "促销"));
}

/// <summary>Why a promotion cannot go from one state to another.</summary>
public static class PromotionStateReasons
{
    public static readonly Reason NotDraft = new(
        "promotion_not_draft",
        RefusalKind.Conflict,
        "只有草稿可以提交审批。",
        "Only a draft can be handed in for approval."
    );

    public static readonly Reason AlreadyOver = new(
        "promotion_already_over",
        RefusalKind.Rule,
        "这个促销的结束时间已过,请先修改时间。",
        "This promotion's end has passed. Change its days first."
    );

    public static readonly Reason AlreadyApproved = new(
        "promotion_already_approved",
        RefusalKind.Conflict,
        "这个版本已经通过审批。",
        "This version has been approved already."
    );

    public static readonly Reason AlreadyStopped = new(
        "promotion_already_stopped",
        RefusalKind.Conflict,
        "这个促销已经停止。",
        "This promotion is stopped already."
    );

    public static readonly Reason CalendarTooLong = new(
        "promotion_calendar_too_long",
        RefusalKind.Rule,
        "日历一次最多看 {max} 天。",
        "The calendar shows at most {max} days at once."
    );
}
