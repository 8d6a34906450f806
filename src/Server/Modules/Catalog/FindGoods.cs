using System.ComponentModel.DataAnnotations;
using Shuke.Core.Catalog;
using Shuke.Core.Names;

namespace Shuke.Server.Modules.Catalog;

/// <summary>GET /goods/find: the till asks what was scanned or typed; a shared barcode answers several, and the till asks which.</summary>
public static class FindGoods
{
    private const int FoundMax = 30;

    public sealed record Question([property: StringLength(80)] string Q);

    public sealed record Reply(FoundBy By, IReadOnlyList<Item> Items);

    public enum FoundBy
    {
        Barcode,
        Code,
        Name,
    }

    public sealed record Item(
        ProductId Id,
        string? Code,
        string Name,
        string Spec,
        string Unit,
        Money Price,
        Money? MemberPrice,
        bool ByWeight,
        ProductKind Kind,
        bool Favourite
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Get("/goods/find", Permission.GoodsView, Handle)
            .WithSummary("What was scanned or typed: barcode, code, name or pinyin.");

    public static async Task<Outcome<Reply>> Handle([AsParameters] Question question, DbRead db)
    {
        var text = Pinyin.Fold(question.Q);
        if (text.Length == 0)
            return GoodsReasons.QuestionEmpty;
        var scanned = Barcode.Clean(question.Q);
        var byBarcode = await ByBarcode(db, scanned);
        if (byBarcode.Count > 0)
            return new Reply(FoundBy.Barcode, byBarcode);
        var byCode = await db.All<Item>(Select + "AND code = @scanned" + Order, new { scanned, limit = FoundMax });
        if (byCode.Count > 0)
            return new Reply(FoundBy.Code, byCode);
        var byName = await db.All<Item>(
            Select
                + "AND id IN (SELECT product_id FROM product_term WHERE merchant_id = @m AND term >= @from AND term < @until)"
                + Order,
            new
            {
                from = text,
                until = After(text),
                limit = FoundMax,
            }
        );
        return new Reply(FoundBy.Name, byName);
    }

    internal static Task<List<Item>> ByCodes(DbRead db, IReadOnlyList<string> codes) =>
        db.All<Item>(Select + "AND code IN @codes" + Order, new { codes, limit = FoundMax });

    internal static Task<List<Item>> ByBarcode(DbRead db, string scanned) =>
        db.All<Item>(
            Select + "AND id IN (SELECT product_id FROM barcode WHERE merchant_id = @m AND barcode = @scanned)" + Order,
            new { scanned, limit = FoundMax }
        );

    /// <summary>The end of the range of texts that begin with this one: no character sorts after the last of Unicode.</summary>
    internal static string After(string prefix) => prefix + "\U0010FFFF";

    private const string Select = """
        SELECT id, code, name, spec, unit, price, member_price, by_weight, kind, favourite FROM product WHERE merchant_id = @m AND active

        """;

    private const string Order = " ORDER BY favourite DESC, name, id LIMIT @limit";
}
