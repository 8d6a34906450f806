namespace Shuke.Core.Catalog;

/// <summary>By what rows and products were found to be the same.</summary>
public enum SameBy
{
    Barcode,
    Code,
    Name,
}

/// <summary>What the owner decides about rows that share a barcode, a code or a name.</summary>
public enum SameChoice
{
    /// <summary>Each row becomes a product of its own; they share the barcode and the till asks which one.</summary>
    KeepAll,

    /// <summary>Each row becomes a product, but only the first (or the one that exists) keeps the barcode or code.</summary>
    FirstKeeps,

    /// <summary>The rows bring an existing product up to date.</summary>
    UpdateExisting,

    /// <summary>Rows that repeat an existing product or an earlier row are left out.</summary>
    Skip,
}

/// <summary>A product of the shop as an import compares with it.</summary>
public sealed record ExistingGoods(
    ProductId Id,
    string Name,
    Money Price,
    string? Code,
    IReadOnlyList<string> Barcodes,
    bool Active
)
{
    public string FoldedName { get; } = Shuke.Core.Names.Pinyin.Fold(Name);
}

/// <summary>Rows of a table, and products of the shop, that may be the same thing. Somebody must decide.</summary>
public sealed record SameGroup(
    SameBy By,
    string Key,
    IReadOnlyList<GoodsRow> Rows,
    IReadOnlyList<ExistingGoods> Existing
)
{
    public IReadOnlyList<SameChoice> Choices =>
        (By == SameBy.Code, Existing.Count > 0) switch
        {
            // A code is unique: two products can never share one.
            (true, true) => [SameChoice.FirstKeeps, SameChoice.UpdateExisting, SameChoice.Skip],
            (true, false) => [SameChoice.FirstKeeps, SameChoice.Skip],
            (false, true) when By == SameBy.Name => [SameChoice.KeepAll, SameChoice.UpdateExisting, SameChoice.Skip],
            (false, false) when By == SameBy.Name => [SameChoice.KeepAll, SameChoice.Skip],
            (false, true) => [SameChoice.KeepAll, SameChoice.FirstKeeps, SameChoice.UpdateExisting, SameChoice.Skip],
            (false, false) => [SameChoice.KeepAll, SameChoice.FirstKeeps, SameChoice.Skip],
        };

    /// <summary>
    /// What is proposed, and done only after somebody says yes: the same names again are an update (or a repeated line);
    /// other names under one barcode are flavours, which stay apart because nothing must be overwritten by a guess.
    /// </summary>
    public SameChoice Proposal
    {
        get
        {
            var namesAreKnown = Existing.Count > 0 && Rows.All(r => Existing.Any(e => e.FoldedName == r.FoldedName));
            if (namesAreKnown)
                return SameChoice.UpdateExisting;
            var allOneName =
                Existing.Count == 0 && Rows.Select(r => r.FoldedName).Distinct(StringComparer.Ordinal).Count() == 1;
            if (allOneName)
                return SameChoice.Skip;
            return By == SameBy.Code ? SameChoice.FirstKeeps : SameChoice.KeepAll;
        }
    }
}

/// <summary>Finds which rows are the same as each other or as products of the shop.</summary>
public static class Sameness
{
    /// <summary>The groups in order of their first row; rows that are alone are in none.</summary>
    public static IReadOnlyList<SameGroup> Find(IReadOnlyList<GoodsRow> rows, IReadOnlyList<ExistingGoods> existing)
    {
        var groups = new List<SameGroup>();
        groups.AddRange(ByBarcode(rows, existing));
        groups.AddRange(
            ByKey(
                SameBy.Code,
                rows.Where(r => r.Barcodes.Count == 0 && r.Code is not null),
                r => r.Code!,
                existing.Where(e => e.Code is not null),
                e => e.Code!
            )
        );
        groups.AddRange(
            ByKey(
                SameBy.Name,
                rows.Where(r => r.Barcodes.Count == 0 && r.Code is null),
                r => r.FoldedName,
                existing,
                e => e.FoldedName
            )
        );
        return [.. groups.OrderBy(g => g.Rows[0].Number)];
    }

    private static IEnumerable<SameGroup> ByBarcode(IReadOnlyList<GoodsRow> rows, IReadOnlyList<ExistingGoods> existing)
    {
        // A row with two barcodes ties their groups together: all that hang together are decided at once.
        var root = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var barcodes in rows.Select(r => r.Barcodes))
            for (var i = 0; i < barcodes.Count; i++)
            {
                root.TryAdd(barcodes[i], barcodes[i]);
                root[Root(root, barcodes[i])] = Root(root, barcodes[0]);
            }
        var members = rows.Where(r => r.Barcodes.Count > 0)
            .GroupBy(r => Root(root, r.Barcodes[0]), StringComparer.Ordinal);
        var known = existing
            .SelectMany(e => e.Barcodes.Where(root.ContainsKey).Select(b => (Key: Root(root, b), Goods: e)))
            .ToLookup(e => e.Key, e => e.Goods, StringComparer.Ordinal);
        foreach (var group in members)
        {
            var there = known[group.Key].DistinctBy(e => e.Id).OrderBy(e => e.Id).ToList();
            var same = group.OrderBy(r => r.Number).ToList();
            if (same.Count > 1 || there.Count > 0)
                yield return new(SameBy.Barcode, Shared(same, there), same, there);
        }
    }

    /// <summary>The barcode people will recognise: the first of the first row that somebody else has too.</summary>
    private static string Shared(List<GoodsRow> rows, List<ExistingGoods> existing) =>
        rows.SelectMany(r => r.Barcodes)
            .First(b => existing.Exists(e => e.Barcodes.Contains(b)) || rows.Count(r => r.Barcodes.Contains(b)) > 1);

    private static string Root(Dictionary<string, string> root, string barcode)
    {
        while (root[barcode] != barcode)
            barcode = root[barcode] = root[root[barcode]];
        return barcode;
    }

    private static IEnumerable<SameGroup> ByKey(
        SameBy by,
        IEnumerable<GoodsRow> rows,
        Func<GoodsRow, string> rowKey,
        IEnumerable<ExistingGoods> existing,
        Func<ExistingGoods, string> existingKey
    )
    {
        var known = existing.ToLookup(existingKey, StringComparer.Ordinal);
        foreach (var group in rows.GroupBy(rowKey, StringComparer.Ordinal))
        {
            var same = group.OrderBy(r => r.Number).ToList();
            if (same.Count > 1 || known.Contains(group.Key))
                yield return new(by, group.Key, same, [.. known[group.Key].OrderBy(e => e.Id)]);
        }
    }
}
