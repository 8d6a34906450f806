using System.ComponentModel.DataAnnotations;
using Shuke.Core.Coupons;

namespace Shuke.Server.Modules.Pricing;

/// <summary>GET, POST /coupons/words, POST /coupons/words/switch: words everybody may know, with a limit for all together.</summary>
public static class CouponWords
{
    public sealed record Request(
        [StringLength(20, MinimumLength = 1)] string Word,
        CouponTemplateId TemplateId,
        [Range(1, 100_000_000)] long? TotalMax = null
    );

    public sealed record SwitchRequest([StringLength(20, MinimumLength = 1)] string Word, bool Active);

    public sealed record Reply(
        string Word,
        CouponTemplateId TemplateId,
        string Template,
        long? TotalMax,
        long Taken,
        bool Active,
        Instant CreatedAt
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/coupons/words", Permission.CouponsView, List).WithSummary("Shared codes.");
        routes.Post("/coupons/words", Permission.CouponsIssue, Handle).WithSummary("Add a shared code.");
        routes
            .Post("/coupons/words/switch", Permission.CouponsIssue, Switch)
            .WithSummary("Stop a shared code, or go on.");
    }

    public static async Task<Outcome<IReadOnlyList<Reply>>> List(DbRead db) =>
        await db.All<Reply>(
            """
            SELECT w.word, w.template_id, t.name AS template, w.total_max, w.taken, w.active, w.created_at
            FROM coupon_word w JOIN coupon_template t ON t.merchant_id = w.merchant_id AND t.id = w.template_id
            WHERE w.merchant_id = @m ORDER BY w.created_at DESC, w.word LIMIT 500
            """
        );

    public static async Task<Outcome<Reply>> Handle(Request request, Tx tx, Caller caller)
    {
        var word = Clean(request.Word);
        // A word with the form of a single code would never be looked up as a word.
        if (word.Length is < 4 or > 20 || !word.All(char.IsLetterOrDigit) || CouponCode.HasForm(CouponCode.Clean(word)))
            return CouponReasons.CodeWordWrong;
        if (await CouponBook.Template(tx, request.TemplateId) is not { } template)
            return CouponTemplates.NotFound();
        if (template.State != TemplateState.Active)
            return CouponReasons.TemplateNotActive.With(("name", template.Name));
        var batch = Issuing.NewBatch(
            tx,
            template,
            CouponSource.Word,
            word,
            "",
            BatchState.Done,
            request.TotalMax ?? 0,
            caller.StaffId
        );
        await tx.Insert(batch);
        var added = await tx.Execute(
            """
            INSERT INTO coupon_word (merchant_id, word, template_id, batch_id, total_max, taken, active, created_at)
            VALUES (@m, @word, @template, @batch, @max, 0, TRUE, @now) ON CONFLICT (merchant_id, word) DO NOTHING
            """,
            new
            {
                word,
                template = template.Id,
                batch = batch.Id,
                max = request.TotalMax,
                now = tx.Now,
            }
        );
        if (added == 0)
            return CouponReasons.CodeNotFree.With(("code", word));
        tx.Audit(new(caller, "coupon_word.added", "coupon_word", word, After: request));
        return new Reply(word, template.Id, template.Name, request.TotalMax, 0, true, tx.Now);
    }

    public static async Task<Outcome<Done>> Switch(SwitchRequest request, Tx tx, Caller caller)
    {
        var word = Clean(request.Word);
        var touched = await tx.Execute(
            "UPDATE coupon_word SET active = @active WHERE merchant_id = @m AND word = @word",
            new { word, active = request.Active }
        );
        if (touched == 0)
            return CouponReasons.Unknown;
        tx.Audit(new(caller, "coupon_word.switched", "coupon_word", word, After: request));
        return Done.Ok;
    }

    /// <summary>Upper case, without blanks: people type words as they like.</summary>
    internal static string Clean(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(char.ToUpperInvariant));

    internal static Task<CouponWordRow?> Find(DbRead db, string word) =>
        db.One<CouponWordRow>("SELECT * FROM coupon_word WHERE merchant_id = @m AND word = @word", new { word });
}
