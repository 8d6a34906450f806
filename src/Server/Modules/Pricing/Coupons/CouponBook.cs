using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Shuke.Core.Coupons;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Pricing;

/// <summary>Reads coupons with what they say. Terms never change, so each is parsed once and kept in memory.</summary>
internal static class CouponBook
{
    private const int TermsKept = 10_000;

    // Kept beside each database, so that two of them in one process share nothing.
    private static readonly ConditionalWeakTable<Db, ConcurrentDictionary<(long, long, long), CouponTerms>> Kept = [];

    private static ConcurrentDictionary<(long, long, long), CouponTerms> Known(DbRead db) =>
        Kept.GetOrCreateValue(db.Db);

    public static Task<CouponTemplateRow?> Template(DbRead db, CouponTemplateId id) =>
        db.One<CouponTemplateRow>("SELECT * FROM coupon_template WHERE merchant_id = @m AND id = @id", new { id });

    public static async Task<CouponTerms> Terms(DbRead db, CouponTemplateId template, long no)
    {
        if (Known(db).TryGetValue((db.Merchant.Value, template.Value, no), out var known))
            return known;
        var text = await db.One<string>(
            "SELECT terms FROM coupon_terms WHERE merchant_id = @m AND template_id = @template AND no = @no",
            new { template, no }
        );
        return Keep(db, template, no, text!);
    }

    /// <summary>Makes sure that these terms are in memory: one query for all that are not.</summary>
    public static async ValueTask LoadTerms(DbRead db, IReadOnlyList<(CouponTemplateId Template, long No)> wanted)
    {
        var known = Known(db);
        if (wanted.All(w => known.ContainsKey((db.Merchant.Value, w.Template.Value, w.No))))
            return;
        foreach (
            var t in await db.All<(CouponTemplateId Template, long No, string Terms)>(
                "SELECT template_id, no, terms FROM coupon_terms WHERE merchant_id = @m AND template_id IN @templates",
                new { templates = wanted.Select(w => w.Template).Distinct().ToArray() }
            )
        )
            Keep(db, t.Template, t.No, t.Terms);
    }

    private static CouponTerms Keep(DbRead db, CouponTemplateId template, long no, string text)
    {
        var terms = Json.Parse<CouponTerms>(text);
        var known = Known(db);
        if (known.Count > TermsKept)
            known.Clear();
        known[(db.Merchant.Value, template.Value, no)] = terms;
        return terms;
    }

    /// <summary>What templates are called now: kept in memory until one is renamed.</summary>
    public static async ValueTask<IReadOnlyDictionary<CouponTemplateId, string>> Names(
        DbRead db,
        IReadOnlyCollection<CouponTemplateId> wanted
    )
    {
        var kept = await db.Kept("", static _ => Task.FromResult(new ConcurrentDictionary<CouponTemplateId, string>()));
        if (!wanted.All(kept.ContainsKey))
            foreach (
                var (id, name) in await db.All<(CouponTemplateId Id, string Name)>(
                    "SELECT id, name FROM coupon_template WHERE merchant_id = @m AND id IN @templates",
                    new { templates = wanted.Distinct().ToArray() }
                )
            )
                kept[id] = name;
        return kept;
    }

    /// <summary>Rows with the names and terms they were issued under; two queries at most, however many.</summary>
    public static async Task<IReadOnlyList<HeldCoupon>> Describe(DbRead db, IReadOnlyList<CouponRow> rows)
    {
        if (rows.Count == 0)
            return [];
        var names = await Names(db, [.. rows.Select(r => r.TemplateId)]);
        await LoadTerms(db, [.. rows.Select(r => (r.TemplateId, r.TermsNo))]);
        var held = new List<HeldCoupon>(rows.Count);
        foreach (var r in rows)
            held.Add(
                new(r.Facts, r.TemplateId, r.BatchId, names[r.TemplateId], await Terms(db, r.TemplateId, r.TermsNo))
            );
        return held;
    }

    public static Task<CouponRow?> Find(DbRead db, CouponId id) =>
        db.One<CouponRow>("SELECT * FROM coupon WHERE merchant_id = @m AND id = @id", new { id });

    /// <summary>The zone whose days a coupon counts: that of the merchant's first store.</summary>
    public static async Task<TimeZoneInfo> Zone(DbRead db) =>
        (await OrgPublic.Stores(db)) is [var first, ..] ? first.Zone : TimeZoneInfo.Utc;
}

/// <summary>A coupon as lists show it; the state is the one of this moment.</summary>
public sealed record CouponView(
    CouponId Id,
    CouponTemplateId TemplateId,
    CouponBatchId BatchId,
    string Name,
    CouponKind Kind,
    string Says,
    CouponState State,
    MemberId? MemberId,
    Instant ValidFrom,
    Instant ValidTo,
    BusinessDay LastDay,
    bool Transferable,
    bool Stackable
)
{
    internal static CouponView Of(HeldCoupon c, Instant now, TimeZoneInfo zone, Language language) =>
        new(
            c.Id,
            c.TemplateId,
            c.BatchId,
            c.Name,
            c.Terms.Kind,
            CouponSentence.Of(c.Terms).In(language),
            CouponLife.StateAt(c.Facts, now),
            c.Facts.Holder,
            c.Facts.ValidFrom,
            c.Facts.ValidTo,
            CouponLife.LastDay(c.Facts.ValidTo, zone),
            c.Terms.Transferable,
            c.Terms.Stackable
        );

    internal static async Task<CouponView> Of(DbRead db, CouponRow row, Language language) =>
        Of((await CouponBook.Describe(db, [row]))[0], db.Now, await CouponBook.Zone(db), language);
}
