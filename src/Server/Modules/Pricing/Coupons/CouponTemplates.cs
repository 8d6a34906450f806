using System.ComponentModel.DataAnnotations;
using Shuke.Core.Coupons;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// GET, POST /coupons/templates, GET, PUT /coupons/templates/{id}, .../state, .../terms: what coupons there are. New terms
/// count for coupons issued from then on; those in members' hands keep what they promised.
/// </summary>
public static class CouponTemplates
{
    /// <param name="Stock">how many there are; null: no end. A partner's codes count themselves</param>
    /// <param name="PerMember">how many one member may have; null: no limit</param>
    public sealed record Form(
        [StringLength(40, MinimumLength = 1)] string Name,
        CouponTerms Terms,
        [Range(0, 100_000_000)] long? Stock = null,
        [Range(1, 1_000)] long? PerMember = null,
        [StringLength(200)] string Note = ""
    );

    public sealed record Reply(
        CouponTemplateId Id,
        string Name,
        CouponKind Kind,
        TemplateState State,
        string Says,
        CouponTerms Terms,
        long TermsNo,
        long? Stock,
        long Issued,
        long Used,
        long? PerMember,
        string Note,
        Instant CreatedAt,
        long Version
    ) : IVersioned;

    /// <param name="State">draft, active or stopped</param>
    /// <param name="Kind">cash_off, threshold_off ...</param>
    public sealed record Filter(
        [property: StringLength(20)] string? State = null,
        [property: StringLength(20)] string? Kind = null,
        [property: StringLength(40)] string? Q = null
    );

    public sealed record StateRequest(TemplateState State);

    public sealed record TermsReply(long No, string Says, CouponTerms Terms, string Who, Instant At);

    /// <summary>What a form says before it is saved; the refusal is what saving would answer.</summary>
    /// <param name="WrongCode">its stable code, by which a form finds the field</param>
    public sealed record Explained(string Says, string? Wrong, string? WrongCode);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/coupons/templates", Permission.CouponsView, List).WithSummary("Coupon templates, newest first.");
        routes.Get("/coupons/templates/{id}", Permission.CouponsView, Show).WithSummary("One coupon template.");
        routes
            .Get("/coupons/templates/{id}/terms", Permission.CouponsView, Terms)
            .WithSummary("All terms a template has had, newest first.");
        routes
            .Post("/coupons/templates", Permission.CouponsEdit, Add)
            .WithSummary("Add a coupon template, as a draft.");
        routes.Put("/coupons/templates/{id}", Permission.CouponsEdit, Handle).WithSummary("Change a coupon template.");
        routes
            .Post("/coupons/templates/{id}/state", Permission.CouponsEdit, Switch)
            .WithSummary("Hand out a template's coupons, or stop.");
        routes
            .Ask("/coupons/templates/explain", Permission.CouponsView, Explain)
            .WithSummary("The sentence of a template being edited.");
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
            FROM coupon_template WHERE merchant_id = @m AND (@state IS NULL OR state = @state) AND (@kind IS NULL OR kind = @kind)
            AND (@q = '' OR name LIKE '%' || @q || '%')
            """;
        var total = await db.One<long>("SELECT COUNT(*) " + where, args);
        var rows = await db.All<CouponTemplateRow>(
            "SELECT * " + where + " AND id < @before ORDER BY id DESC LIMIT @limit",
            args
        );
        var used = await Used(db, rows.ConvertAll(r => r.Id));
        var items = new List<Reply>(rows.Count);
        foreach (var row in rows)
            items.Add(await Of(db, row, used.GetValueOrDefault(row.Id), caller.Language));
        return Page<Reply>.Of(page, items, total, r => new("", r.Id.Value));
    }

    public static async Task<Outcome<Reply>> Show(CouponTemplateId id, DbRead db, Caller caller) =>
        await CouponBook.Template(db, id) is { } row ? await Of(db, row, caller) : NotFound();

    public static async Task<Outcome<IReadOnlyList<TermsReply>>> Terms(CouponTemplateId id, DbRead db, Caller caller)
    {
        if (await CouponBook.Template(db, id) is null)
            return NotFound();
        var rows = await db.All<CouponTermsRow>(
            "SELECT * FROM coupon_terms WHERE merchant_id = @m AND template_id = @id ORDER BY no DESC",
            new { id }
        );
        return rows.ConvertAll(r =>
        {
            var terms = Json.Parse<CouponTerms>(r.Terms);
            return new TermsReply(r.No, CouponSentence.Of(terms).In(caller.Language), terms, r.Who, r.At);
        });
    }

    public static Outcome<Explained> Explain(CouponTerms terms, Caller caller) =>
        CouponTermsCheck.WhyNot(terms) is { } wrong
            ? new Explained("", wrong.Sentence(caller.Language), wrong.Code)
            : new Explained(CouponSentence.Of(terms).In(caller.Language), null, null);

    public static async Task<Outcome<Reply>> Add(Form form, Tx tx, Caller caller)
    {
        if (CouponTermsCheck.WhyNot(form.Terms) is { } wrong)
            return wrong;
        var row = new CouponTemplateRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.CouponTemplate>(),
            form.Name.Trim(),
            form.Terms.Kind,
            TemplateState.Draft,
            1,
            form.Terms.Kind == CouponKind.ThirdParty ? 0 : form.Stock,
            0,
            form.PerMember,
            form.Note.Trim(),
            caller.StaffId,
            tx.Now,
            1
        );
        await tx.Insert(row);
        await tx.Insert(TermsRow(tx, caller, row.Id, 1, form.Terms));
        tx.Audit(new(caller, "coupon_template.added", "coupon_template", row.Id.ToString(), After: form));
        return await Of(tx, row, 0, caller.Language);
    }

    public static async Task<Outcome<Reply>> Handle(CouponTemplateId id, IfMatch match, Form form, Tx tx, Caller caller)
    {
        if (await CouponBook.Template(tx, id) is not { } before)
            return NotFound();
        if (CouponTermsCheck.WhyNot(form.Terms) is { } wrong)
            return wrong;
        if (form.Terms.Kind != before.Kind)
            return CouponReasons.KindFixed;
        var stock = before.Kind == CouponKind.ThirdParty ? before.Stock : form.Stock;
        if (stock < before.Issued)
            return CouponReasons.StockTooLow.With(("name", before.Name), ("left", stock), ("wanted", before.Issued));
        var old = await CouponBook.Terms(tx, id, before.TermsNo);
        var changed = Json.Text(old) != Json.Text(form.Terms);
        var row = await tx.One<CouponTemplateRow>(
            """
            UPDATE coupon_template SET name = @name, stock = @stock, per_member = @perMember, note = @note, terms_no = @no,
                version = version + 1
            WHERE merchant_id = @m AND id = @id AND version = @version RETURNING *
            """,
            new
            {
                id,
                name = form.Name.Trim(),
                stock,
                perMember = form.PerMember,
                note = form.Note.Trim(),
                no = before.TermsNo + (changed ? 1 : 0),
                version = match.Version,
            }
        );
        if (row is null)
            return CommonReasons.Stale;
        if (row.Name != before.Name)
            tx.ChangesConfiguration();
        if (changed)
            await tx.Insert(TermsRow(tx, caller, id, row.TermsNo, form.Terms));
        tx.Audit(
            new(
                caller,
                "coupon_template.changed",
                "coupon_template",
                id.ToString(),
                new
                {
                    before.Name,
                    before.Stock,
                    before.PerMember,
                    Terms = old,
                },
                form
            )
        );
        return await Of(tx, row, caller);
    }

    public static async Task<Outcome<Reply>> Switch(CouponTemplateId id, StateRequest request, Tx tx, Caller caller)
    {
        if (await CouponBook.Template(tx, id) is not { } before)
            return NotFound();
        var row = await tx.One<CouponTemplateRow>(
            "UPDATE coupon_template SET state = @state, version = version + 1 WHERE merchant_id = @m AND id = @id RETURNING *",
            new { id, state = request.State }
        );
        tx.Audit(
            new(
                caller,
                "coupon_template.switched",
                "coupon_template",
                id.ToString(),
                new { before.State },
                new { request.State }
            )
        );
        return await Of(tx, row!, caller);
    }

    private static CouponTermsRow TermsRow(Tx tx, Caller by, CouponTemplateId id, long no, CouponTerms terms) =>
        new(tx.Merchant, id, no, Json.Text(terms), by.StaffId, by.Name, tx.Now);

    private static async Task<Reply> Of(DbRead db, CouponTemplateRow row, Caller caller) =>
        await Of(db, row, (await Used(db, [row.Id])).GetValueOrDefault(row.Id), caller.Language);

    private static async Task<Reply> Of(DbRead db, CouponTemplateRow r, long used, Language language)
    {
        var terms = await CouponBook.Terms(db, r.Id, r.TermsNo);
        return new(
            r.Id,
            r.Name,
            r.Kind,
            r.State,
            CouponSentence.Of(terms).In(language),
            terms,
            r.TermsNo,
            r.Stock,
            r.Issued,
            used,
            r.PerMember,
            r.Note,
            r.CreatedAt,
            r.Version
        );
    }

    private static async Task<Dictionary<CouponTemplateId, long>> Used(
        DbRead db,
        IReadOnlyList<CouponTemplateId> ids
    ) =>
        ids.Count == 0
            ? []
            : (
                await db.All<(CouponTemplateId Id, long Used)>(
                    """
                    SELECT template_id, COUNT(*) FROM coupon_use
                    WHERE merchant_id = @m AND template_id IN @ids AND returned_at IS NULL GROUP BY template_id
                    """,
                    new { ids }
                )
            ).ToDictionary(x => x.Id, x => x.Used);

    internal static Refusal NotFound() => CommonReasons.NotFound.With(("what", "券模板"));
}
