namespace Shuke.Core.Catalog;

public enum RowAction
{
    Create,
    Update,
    Skip,
    Fail,
}

/// <summary>What will happen to one row: exactly one plan per row of the table, so that nothing is lost.</summary>
public sealed record RowPlan(
    int Number,
    RowAction Action,
    GoodsRow? Row,
    ProductId? Target,
    IReadOnlyList<Refusal> Notes
);

/// <summary>Turns rows and decisions into what to do with each row.</summary>
public static class ImportPlan
{
    /// <param name="decisions">by group key; a group without one fails its rows rather than guess</param>
    public static IReadOnlyList<RowPlan> Make(
        IReadOnlyList<GoodsRowRead> read,
        IReadOnlyList<ExistingGoods> existing,
        IReadOnlyDictionary<(SameBy By, string Key), SameChoice> decisions
    )
    {
        var plans = new Dictionary<int, RowPlan>();
        foreach (var bad in read.Where(r => r.Row is null))
            plans[bad.Number] = new(bad.Number, RowAction.Fail, null, null, bad.Faults);
        var rows = read.Where(r => r.Row is not null).Select(r => r.Row!).ToList();
        foreach (var group in Sameness.Find(rows, existing))
        foreach (
            var plan in Of(
                group,
                decisions.TryGetValue((group.By, group.Key), out var choice) && group.Choices.Contains(choice)
                    ? choice
                    : null
            )
        )
            plans[plan.Number] = plan;
        foreach (var row in rows)
            plans.TryAdd(row.Number, new(row.Number, RowAction.Create, row, null, []));
        return HoldCodes([.. read.Select(r => plans[r.Number])], existing);
    }

    private static IEnumerable<RowPlan> Of(SameGroup group, SameChoice? choice) =>
        choice is not { } decided
            ? group.Rows.Select(r => new RowPlan(
                r.Number,
                RowAction.Fail,
                r,
                null,
                [CatalogReasons.NotDecided.With(("key", group.Key))]
            ))
            : decided switch
            {
                SameChoice.KeepAll => group.Rows.Select(r => new RowPlan(r.Number, RowAction.Create, r, null, [])),
                SameChoice.FirstKeeps => FirstKeeps(group),
                SameChoice.UpdateExisting => Update(group),
                SameChoice.Skip => group.Rows.Select(
                    (r, i) =>
                        i == 0 && group.Existing.Count == 0
                            ? new RowPlan(r.Number, RowAction.Create, r, null, [])
                            : new(
                                r.Number,
                                RowAction.Skip,
                                r,
                                null,
                                [
                                    CatalogReasons.SkippedByChoice.With(
                                        ("name", group.Existing.Count > 0 ? group.Existing[0].Name : group.Rows[0].Name)
                                    ),
                                ]
                            )
                ),
            };

    private static IEnumerable<RowPlan> FirstKeeps(SameGroup group)
    {
        var taken = group.Existing.SelectMany(e => e.Barcodes).ToHashSet(StringComparer.Ordinal);
        var codes = group
            .Existing.Where(e => e.Code is not null)
            .Select(e => e.Code!)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var row in group.Rows)
        {
            var free = row.Barcodes.Where(taken.Add).ToList();
            var code = group.By != SameBy.Code || codes.Add(row.Code!) ? row.Code : null;
            yield return new(row.Number, RowAction.Create, row with { Barcodes = free, Code = code }, null, []);
        }
    }

    private static IEnumerable<RowPlan> Update(SameGroup group)
    {
        var done = new Dictionary<ProductId, int>();
        foreach (var row in group.Rows)
        {
            var byName = group.Existing.Where(e => e.FoldedName == row.FoldedName).ToList();
            var target =
                byName.Count == 1 ? byName[0]
                : group.Existing.Count == 1 ? group.Existing[0]
                : null;
            if (target is null)
                yield return new(
                    row.Number,
                    RowAction.Fail,
                    row,
                    null,
                    [CatalogReasons.NoMatchByName.With(("count", group.Existing.Count))]
                );
            else if (done.TryGetValue(target.Id, out var first))
                yield return new(
                    row.Number,
                    RowAction.Skip,
                    row,
                    target.Id,
                    [CatalogReasons.RepeatsRow.With(("row", first))]
                );
            else
            {
                done[target.Id] = row.Number;
                yield return new(row.Number, RowAction.Update, row, target.Id, []);
            }
        }
    }

    /// <summary>A code belongs to one product: who comes later with the same one fails and says whose it is.</summary>
    private static IReadOnlyList<RowPlan> HoldCodes(IReadOnlyList<RowPlan> plans, IReadOnlyList<ExistingGoods> existing)
    {
        var owner = existing
            .Where(e => e.Code is not null)
            .ToDictionary(e => e.Code!, e => (Id: (ProductId?)e.Id, e.Name), StringComparer.Ordinal);
        var held = new List<RowPlan>(plans.Count);
        foreach (var plan in plans)
        {
            var code = plan.Action is RowAction.Create or RowAction.Update ? plan.Row!.Code : null;
            if (
                code is null
                || owner.TryAdd(code, (plan.Target, plan.Row!.Name))
                || (plan.Target is not null && owner[code].Id == plan.Target)
            )
                held.Add(plan);
            else
                held.Add(
                    plan with
                    {
                        Action = RowAction.Fail,
                        Notes = [CatalogReasons.CodeTaken.With(("code", code), ("name", owner[code].Name))],
                    }
                );
        }
        return held;
    }
}
