using Shuke.Core.Coupons;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// Makes coupons. Every way in takes the template's row first, by the update that counts them: so stock and limits per
/// member hold whatever happens at once, and nothing else of the shop waits for it.
/// </summary>
internal static class Issuing
{
    /// <summary>Takes so many from the stock, or says why not.</summary>
    public static async Task<Outcome<CouponTemplateRow>> Take(Tx tx, CouponTemplateId id, long count)
    {
        var taken = await tx.One<CouponTemplateRow>(
            """
            UPDATE coupon_template SET issued = issued + @count
            WHERE merchant_id = @m AND id = @id AND state = 'active' AND (stock IS NULL OR issued + @count <= stock) RETURNING *
            """,
            new { id, count }
        );
        if (taken is not null)
            return taken;
        if (await CouponBook.Template(tx, id) is not { } row)
            return CommonReasons.NotFound.With(("what", "券模板"));
        if (row.State != TemplateState.Active)
            return CouponReasons.TemplateNotActive.With(("name", row.Name));
        return row.Issued >= row.Stock
            ? CouponReasons.StockOut.With(("name", row.Name))
            : CouponReasons.StockTooLow.With(("name", row.Name), ("left", row.Stock - row.Issued), ("wanted", count));
    }

    /// <summary>Coupons of one template for one person (or for whoever brings the codes), in the caller's transaction.</summary>
    /// <param name="limit">how many this person may have of the template; null: no limit</param>
    public static async Task<Outcome<IReadOnlyList<CouponRow>>> Give(
        Tx tx,
        Vault vault,
        CouponBatchRow batch,
        MemberId? member,
        int count,
        bool withCode,
        long? limit = null
    )
    {
        if ((await Take(tx, batch.TemplateId, count)).No(out var template, out var refusal))
            return refusal;
        limit ??= template.PerMember;
        long? nth = null;
        if (member is { } person && limit is { } max)
        {
            var had = (await Had(tx, template.Id, [person]))[person];
            if (had.Count + count > max)
                return CouponReasons.LimitReached.With(("name", template.Name), ("limit", max));
            nth = Math.Max(had.Count, had.Last) + 1;
        }
        var terms = await CouponBook.Terms(tx, batch.TemplateId, batch.TermsNo);
        var zone = await CouponBook.Zone(tx);
        var rows = new List<CouponRow>(count);
        for (var i = 0; i < count; i++)
            rows.Add(Row(tx, vault, batch, terms, zone, member, nth + i, withCode));
        await Write(tx, template, rows);
        await tx.Execute(
            "UPDATE coupon_batch SET issued = issued + @count WHERE merchant_id = @m AND id = @batch",
            new { count, batch = batch.Id }
        );
        return rows;
    }

    /// <summary>How many of a template each of these members has had, voided ones aside, and the highest number among them.</summary>
    public static async Task<IReadOnlyDictionary<MemberId, (long Count, long Last)>> Had(
        DbRead db,
        CouponTemplateId template,
        IReadOnlyList<MemberId> members
    )
    {
        var found = members.ToDictionary(m => m, _ => (0L, 0L));
        foreach (var part in members.Chunk(1_000))
        foreach (
            var row in await db.All<(MemberId Member, long Count, long? Last)>(
                """
                SELECT issued_to, COUNT(*), MAX(nth) FROM coupon
                WHERE merchant_id = @m AND template_id = @template AND issued_to IN @part AND nth IS NOT NULL GROUP BY issued_to
                """,
                new { template, part }
            )
        )
            found[row.Member] = (row.Count, row.Last ?? 0);
        return found;
    }

    public static CouponRow Row(
        Tx tx,
        Vault? vault,
        CouponBatchRow batch,
        CouponTerms terms,
        TimeZoneInfo zone,
        MemberId? member,
        long? nth,
        bool withCode
    )
    {
        var id = tx.NewId<Core.Kinds.Coupon>();
        var (from, to) = CouponCalendar.Window(terms.Validity, tx.Now, zone);
        return new(
            tx.Merchant,
            id,
            batch.TemplateId,
            batch.TermsNo,
            batch.Id,
            member,
            member,
            nth,
            withCode ? CouponCodes.Hash(tx, vault!, CouponCodes.Of(tx, vault!, id, 1)) : null,
            1,
            CouponState.Issued,
            from,
            to,
            null,
            null,
            tx.Now
        );
    }

    /// <summary>Writes coupons whose stock is taken; a partner's codes go out with them, the n-th coupon with the n-th code.</summary>
    public static async Task Write(Tx tx, CouponTemplateRow taken, IReadOnlyList<CouponRow> rows)
    {
        await tx.InsertMany(rows);
        if (taken.Kind != CouponKind.ThirdParty)
            return;
        var first = taken.Issued - rows.Count + 1;
        await tx.InsertMany(
            rows.Select((r, i) => new CouponPoolUseRow(tx.Merchant, taken.Id, first + i, r.Id)).ToList()
        );
    }

    public static CouponBatchRow NewBatch(
        Tx tx,
        CouponTemplateRow template,
        CouponSource source,
        string title,
        string audience,
        BatchState state,
        long wanted,
        StaffId? by
    ) =>
        new(
            tx.Merchant,
            tx.NewId<Core.Kinds.CouponBatch>(),
            template.Id,
            template.TermsNo,
            source,
            title,
            audience,
            state,
            wanted,
            0,
            0,
            0,
            0,
            null,
            by,
            tx.Now,
            state == BatchState.Done ? tx.Now : null
        );

    /// <summary>The batch that single coupons of one origin go into, so that their effects can be told apart.</summary>
    public static async Task<CouponBatchRow> Standing(
        Tx tx,
        CouponTemplateRow template,
        CouponSource source,
        string title,
        StaffId? by
    )
    {
        var open = await tx.One<CouponBatchRow>(
            """
            SELECT * FROM coupon_batch WHERE merchant_id = @m AND template_id = @template AND terms_no = @terms
            AND source = @source AND title = @title AND state = 'done' ORDER BY id LIMIT 1
            """,
            new
            {
                template = template.Id,
                terms = template.TermsNo,
                source,
                title,
            }
        );
        if (open is not null)
            return open;
        var batch = NewBatch(tx, template, source, title, "", BatchState.Done, 0, by);
        await tx.Insert(batch);
        return batch;
    }
}
