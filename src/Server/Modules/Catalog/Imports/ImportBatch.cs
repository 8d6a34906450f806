using Shuke.Core.Catalog;

namespace Shuke.Server.Modules.Catalog;

/// <summary>Writes some rows of an import: products, categories they name, and one outcome for each row.</summary>
internal sealed class ImportBatch(
    Tx tx,
    GoodsImportId import,
    StaffId? staff,
    string who,
    Language language,
    IReadOnlyDictionary<int, IReadOnlyList<Refusal>> warnings
)
{
    private readonly List<ImportedRow> _outcomes = [];
    private readonly List<(ProductRow, IReadOnlyList<string>)> _created = [];
    private List<CategoryRow> _categories = [];
    private Dictionary<string, (ProductId Id, string Name)> _codes = new(StringComparer.Ordinal);

    /// <summary>A product as it was before the import, to be put back when the import is undone.</summary>
    public sealed record Before(ProductRow Product, IReadOnlyList<string> Barcodes);

    private sealed record CodeOwner(string Code, ProductId Id, string Name);

    public async Task Write(IReadOnlyList<RowPlan> plans)
    {
        _categories = await Categories.All(tx);
        var codes = plans.Where(p => p.Row?.Code is not null).Select(p => p.Row!.Code!).ToList();
        // Somebody may have taken a code since the table was compared; the row is then told so, the batch goes on.
        _codes = (
            await tx.All<CodeOwner>(
                "SELECT code, id, name FROM product WHERE merchant_id = @m AND code IN @codes",
                new { codes }
            )
        ).ToDictionary(c => c.Code, c => (c.Id, c.Name), StringComparer.Ordinal);
        foreach (var plan in plans)
            await Write(plan);
        await Products.Insert(tx, _created);
        await tx.InsertMany(_outcomes);
    }

    private async Task Write(RowPlan plan)
    {
        if (plan.Action == RowAction.Create && CodeTaken(plan) is { } taken)
            Note(plan, RowOutcome.Failed, taken);
        else if (plan.Action == RowAction.Create)
            await Create(plan);
        else if (plan.Action == RowAction.Update)
            await Update(plan);
        else
            Note(plan, plan.Action == RowAction.Skip ? RowOutcome.Skipped : RowOutcome.Failed, [.. plan.Notes]);
    }

    private async Task Create(RowPlan plan)
    {
        var row = plan.Row!;
        var unit = row.Unit ?? "";
        var product = ProductForm.Blank(tx) with
        {
            Name = row.Name,
            Code = row.Code,
            CategoryId = await CategoryOf(row.CategoryPath),
            Brand = row.Brand ?? "",
            Unit = unit,
            Spec = row.Spec ?? "",
            Origin = row.Origin ?? "",
            Remark = row.Remark ?? "",
            Price = row.Price,
            MemberPrice = row.MemberPrice,
            Cost = row.Cost,
            LowestPrice = row.LowestPrice,
            ByWeight = ProductShape.IsWeighed(unit),
            InitialStock = row.Stock,
            ImportId = import,
        };
        _created.Add((product, row.Barcodes));
        Note(plan, RowOutcome.Created, product.Id, 1, null);
    }

    private async Task Update(RowPlan plan)
    {
        var row = plan.Row!;
        if (await Products.Find(tx, plan.Target!.Value) is not { } before)
        {
            Note(plan, RowOutcome.Failed, CommonReasons.NotFound.With(("what", row.Name)));
            return;
        }
        var barcodes = (await Products.Barcodes(tx, [before.Id]))[before.Id].ToList();
        var after = before with
        {
            Name = row.Name,
            Code = row.Code ?? before.Code,
            CategoryId = await CategoryOf(row.CategoryPath) ?? before.CategoryId,
            Brand = row.Brand ?? before.Brand,
            Unit = row.Unit ?? before.Unit,
            Spec = row.Spec ?? before.Spec,
            Origin = row.Origin ?? before.Origin,
            Remark = row.Remark ?? before.Remark,
            Price = row.Price,
            MemberPrice = row.MemberPrice ?? before.MemberPrice,
            Cost = row.Cost ?? before.Cost,
            LowestPrice = row.LowestPrice ?? before.LowestPrice,
            InitialStock = row.Stock ?? before.InitialStock,
        };
        var wrong = ProductShape.CheckPrices(after.Price, after.MemberPrice, after.LowestPrice) ?? CodeTaken(plan);
        if (wrong is not null)
        {
            Note(plan, RowOutcome.Failed, wrong);
            return;
        }
        if (
            !await Products.Update(
                tx,
                before,
                after,
                [.. barcodes.Union(row.Barcodes, StringComparer.Ordinal)],
                staff,
                who
            )
        )
            throw new InvalidOperationException("A row that was read in this transaction cannot have changed in it.");
        Note(plan, RowOutcome.Updated, before.Id, before.Version + 1, Json.Text(new Before(before, barcodes)));
    }

    private Refusal? CodeTaken(RowPlan plan) =>
        plan.Row!.Code is { } code && _codes.TryGetValue(code, out var owner) && owner.Id != plan.Target
            ? CatalogReasons.CodeTaken.With(("code", code), ("name", owner.Name))
            : null;

    /// <summary>The category at the end of a path; levels that are missing are made.</summary>
    private async Task<CategoryId?> CategoryOf(IReadOnlyList<string> path)
    {
        CategoryId? at = null;
        foreach (var name in path)
        {
            var level = _categories.Where(c => c.ParentId == at).ToList();
            var found = level.Find(c => c.Name == name);
            if (found is null)
            {
                var position = level.Select(c => c.Position).DefaultIfEmpty(0).Max() + 1;
                var colour = (TileColour)(_categories.Count % Enum.GetValues<TileColour>().Length);
                found = new(tx.Merchant, tx.NewId<Core.Kinds.Category>(), at, name, colour, position, import, 1);
                await tx.Insert(found);
                _categories.Add(found);
            }
            at = found.Id;
        }
        return at;
    }

    private void Note(RowPlan plan, RowOutcome outcome, params Refusal[] notes) =>
        _outcomes.Add(
            new(tx.Merchant, import, plan.Number, outcome, null, null, null, ShowDecisions.Sentence(notes, language))
        );

    private void Note(RowPlan plan, RowOutcome outcome, ProductId product, long version, string? before)
    {
        var strange = warnings.TryGetValue(plan.Number, out var notes) ? ShowDecisions.Sentence(notes, language) : null;
        _outcomes.Add(new(tx.Merchant, import, plan.Number, outcome, product, version, before, strange));
    }
}
