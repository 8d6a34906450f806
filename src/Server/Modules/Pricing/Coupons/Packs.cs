using System.ComponentModel.DataAnnotations;
using Shuke.Core.Coupons;
using Shuke.Server.Modules.Members;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// GET, POST /coupons/packs, PUT /coupons/packs/{id}, POST .../check, .../{id}/give: coupons of several templates as one
/// thing. A pack whose coupons do not add up to what its name promises is said to its author, and left as it is.
/// </summary>
public static class Packs
{
    public sealed record Part(CouponTemplateId TemplateId, [Range(1, CouponPacks.CouponsMax)] int Count);

    /// <param name="Declared">what the name promises, fen; null: nothing</param>
    public sealed record Form(
        [StringLength(40, MinimumLength = 1)] string Name,
        [MaxLength(CouponPacks.PartsMax)] IReadOnlyList<Part> Parts,
        Money? Declared = null,
        bool Active = true
    );

    public sealed record GiveRequest(MemberId MemberId, [StringLength(200, MinimumLength = 2)] string Reason);

    public sealed record PartView(CouponTemplateId TemplateId, string Name, string Says, int Count, Money? Worth);

    /// <param name="Warning">what the author should look at; null: nothing</param>
    public sealed record Reply(
        CouponPackId Id,
        string Name,
        Money? Declared,
        Money Worth,
        IReadOnlyList<PartView> Parts,
        string? Warning,
        bool Active,
        long Version
    ) : IVersioned;

    public sealed record Checked(Money Worth, string? Warning);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/coupons/packs", Permission.CouponsView, List).WithSummary("Coupon packs.");
        routes
            .Ask("/coupons/packs/check", Permission.CouponsView, Check)
            .WithSummary("What a pack being edited is worth.");
        routes.Post("/coupons/packs", Permission.CouponsEdit, Add).WithSummary("Add a coupon pack.");
        routes.Put("/coupons/packs/{id}", Permission.CouponsEdit, Handle).WithSummary("Change a coupon pack.");
        routes.Post("/coupons/packs/{id}/give", Permission.CouponsIssue, Give).WithSummary("Give a pack to a member.");
    }

    public static async Task<Outcome<IReadOnlyList<Reply>>> List(DbRead db, Caller caller)
    {
        var rows = await db.All<CouponPackRow>(
            "SELECT * FROM coupon_pack WHERE merchant_id = @m ORDER BY active DESC, id DESC LIMIT 500"
        );
        var replies = new List<Reply>(rows.Count);
        foreach (var row in rows)
            replies.Add(await Of(db, row, caller.Language));
        return replies;
    }

    public static async Task<Outcome<Checked>> Check(Form form, DbRead db, Caller caller)
    {
        if ((await Views(db, form.Parts, caller.Language)).No(out var parts, out var refusal))
            return refusal;
        var known = Known(parts);
        return new Checked(CouponPacks.Worth(known), CouponPacks.Warning(form.Declared, known)?.In(caller.Language));
    }

    public static async Task<Outcome<Reply>> Add(Form form, Tx tx, Caller caller)
    {
        if ((await Views(tx, form.Parts, caller.Language)).No(out _, out var refusal))
            return refusal;
        var row = new CouponPackRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.CouponPack>(),
            form.Name.Trim(),
            form.Declared,
            Json.Text(form.Parts),
            form.Active,
            tx.Now,
            1
        );
        await tx.Insert(row);
        tx.Audit(new(caller, "coupon_pack.added", "coupon_pack", row.Id.ToString(), After: form));
        return await Of(tx, row, caller.Language);
    }

    public static async Task<Outcome<Reply>> Handle(CouponPackId id, IfMatch match, Form form, Tx tx, Caller caller)
    {
        if ((await Views(tx, form.Parts, caller.Language)).No(out _, out var refusal))
            return refusal;
        if (await Find(tx, id) is not { } before)
            return CommonReasons.NotFound.With(("what", "券包"));
        var row = await tx.One<CouponPackRow>(
            """
            UPDATE coupon_pack SET name = @name, declared = @declared, parts = @parts, active = @active, version = version + 1
            WHERE merchant_id = @m AND id = @id AND version = @version RETURNING *
            """,
            new
            {
                id,
                name = form.Name.Trim(),
                declared = form.Declared,
                parts = Json.Text(form.Parts),
                active = form.Active,
                version = match.Version,
            }
        );
        if (row is null)
            return CommonReasons.Stale;
        tx.Audit(new(caller, "coupon_pack.changed", "coupon_pack", id.ToString(), before, form));
        return await Of(tx, row, caller.Language);
    }

    public static async Task<Outcome<GiveCoupons.Reply>> Give(
        CouponPackId id,
        GiveRequest request,
        Tx tx,
        Caller caller,
        Vault vault
    )
    {
        if (await MembersPublic.Get(tx, request.MemberId, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (member.WhyNot() is { } whyNot)
            return whyNot;
        if ((await GiveAll(tx, vault, id, member.Id, caller.StaffId)).No(out var rows, out var refusal))
            return refusal;
        tx.Audit(
            new(
                caller,
                "coupon_pack.given",
                "coupon_pack",
                id.ToString(),
                After: new { member.Id, rows.Count },
                Reason: request.Reason
            )
        );
        var zone = await CouponBook.Zone(tx);
        return new GiveCoupons.Reply([
            .. (await CouponBook.Describe(tx, rows)).Select(c => CouponView.Of(c, tx.Now, zone, caller.Language)),
        ]);
    }

    /// <summary>All coupons of a pack for a member, or none.</summary>
    internal static async Task<Outcome<IReadOnlyList<CouponRow>>> GiveAll(
        Tx tx,
        Vault vault,
        CouponPackId id,
        MemberId member,
        StaffId? by
    )
    {
        if (await Find(tx, id) is not { Active: true } pack)
            return CommonReasons.NotFound.With(("what", "券包"));
        var all = new List<CouponRow>();
        // In order of template, so that two packs at once take the templates' rows in the same order.
        foreach (var part in PartsOf(pack).OrderBy(p => p.TemplateId))
        {
            var template = (await CouponBook.Template(tx, part.TemplateId))!;
            var batch = await Issuing.Standing(tx, template, CouponSource.Pack, pack.Name, by);
            if (
                (await Issuing.Give(tx, vault, batch, member, part.Count, withCode: false)).No(
                    out var rows,
                    out var refusal
                )
            )
                return refusal;
            all.AddRange(rows);
        }
        return all;
    }

    private static Task<CouponPackRow?> Find(DbRead db, CouponPackId id) =>
        db.One<CouponPackRow>("SELECT * FROM coupon_pack WHERE merchant_id = @m AND id = @id", new { id });

    private static IReadOnlyList<Part> PartsOf(CouponPackRow row) => Json.Parse<IReadOnlyList<Part>>(row.Parts);

    private static List<PackPart> Known(IReadOnlyList<PartView> parts) =>
        [.. parts.Select(p => new PackPart(p.TemplateId, p.Count, p.Worth))];

    private static async Task<Reply> Of(DbRead db, CouponPackRow row, Language language)
    {
        var parts = (await Views(db, PartsOf(row), language)).Value;
        var known = Known(parts);
        return new(
            row.Id,
            row.Name,
            row.Declared,
            CouponPacks.Worth(known),
            parts,
            CouponPacks.Warning(row.Declared, known)?.In(language),
            row.Active,
            row.Version
        );
    }

    private static async Task<Outcome<IReadOnlyList<PartView>>> Views(
        DbRead db,
        IReadOnlyList<Part> parts,
        Language language
    )
    {
        if (parts.Count == 0 || parts.Sum(p => p.Count) > CouponPacks.CouponsMax)
            return CouponReasons.PackEmpty.With(("max", (long)CouponPacks.CouponsMax));
        var views = new List<PartView>(parts.Count);
        foreach (var part in parts)
        {
            if (await CouponBook.Template(db, part.TemplateId) is not { } template)
                return CouponTemplates.NotFound();
            var terms = await CouponBook.Terms(db, template.Id, template.TermsNo);
            views.Add(
                new(
                    template.Id,
                    template.Name,
                    CouponSentence.Of(terms).In(language),
                    part.Count,
                    terms.Kind
                        is CouponKind.CashOff
                            or CouponKind.ThresholdOff
                            or CouponKind.Freight
                            or CouponKind.Parking
                        ? terms.Amount
                        : null
                )
            );
        }
        return views;
    }
}
