using Shuke.Core.Catalog;

namespace Shuke.Core.Tests.Catalog;

public sealed class ImportPlanTests
{
    // Rows are "name barcode code", products "id name barcode code"; - is nothing.
    private static string Plan(string rows, string existing, SameChoice? choice)
    {
        var read = rows.Split('|')
            .Select((r, i) => (i + 2, Parts: r.Trim().Split(' ')))
            .Select(r =>
                GoodsRowReader.Read(
                    r.Item1,
                    f =>
                        f switch
                        {
                            GoodsField.Name => r.Parts[0],
                            GoodsField.Barcode => Value(r.Parts[1]) ?? "",
                            GoodsField.Code => Value(r.Parts[2]) ?? "",
                            GoodsField.Price => "1.00",
                            _ => "",
                        }
                )
            )
            .ToList();
        var shop =
            existing.Length == 0
                ? []
                : existing
                    .Split('|')
                    .Select(e => e.Trim().Split(' '))
                    .Select(e => new ExistingGoods(
                        new(long.Parse(e[0], System.Globalization.CultureInfo.InvariantCulture)),
                        e[1],
                        new(100),
                        Value(e[3]),
                        Value(e[2]) is { } b ? [b] : [],
                        true
                    ))
                    .ToList();
        var groups = Sameness.Find([.. read.Select(r => r.Row!)], shop);
        var decisions = groups.Where(_ => choice is not null).ToDictionary(g => (g.By, g.Key), _ => choice!.Value);
        var plans = ImportPlan.Make(read, shop, decisions);
        plans.Count.ShouldBe(read.Count);
        return string.Join(
            " | ",
            plans.Select(p =>
                p.Action switch
                {
                    RowAction.Create =>
                        $"new {string.Join('+', p.Row!.Barcodes)}{(p.Row.Code is null ? "" : "#" + p.Row.Code)}".TrimEnd(),
                    RowAction.Update => "update " + p.Target,
                    _ => p.Action.ToString().ToLowerInvariant() + " " + p.Notes[0].Code,
                }
            )
        );
    }

    private static string? Value(string text) => text == "-" ? null : text;

    [Theory]
    [InlineData("草莓 111 - | 芒果 111 -", "", SameChoice.KeepAll, "new 111 | new 111")]
    [InlineData("草莓 111 - | 芒果 111 -", "", SameChoice.FirstKeeps, "new 111 | new")]
    [InlineData("草莓 111 - | 芒果 111 -", "", SameChoice.Skip, "new 111 | skip goods_row_skipped")]
    [InlineData("草莓 111 - | 芒果 111 -", "", null, "fail goods_row_undecided | fail goods_row_undecided")]
    [InlineData("草莓 111 - | 芒果 222 -", "", null, "new 111 | new 222")]
    [InlineData("草莓 111 -", "7 草莓 111 -", SameChoice.UpdateExisting, "update 7")]
    [InlineData("草莓味 111 -", "7 草莓 111 -", SameChoice.UpdateExisting, "update 7")]
    [InlineData("草莓 111 -", "7 草莓 111 -", SameChoice.Skip, "skip goods_row_skipped")]
    [InlineData("草莓 111 -", "7 芒果 111 -", SameChoice.FirstKeeps, "new")]
    [InlineData(
        "芒果 111 - | 草莓 111 -",
        "7 草莓 111 - | 8 芒果 111 -",
        SameChoice.UpdateExisting,
        "update 8 | update 7"
    )]
    [InlineData("香蕉 111 -", "7 草莓 111 - | 8 芒果 111 -", SameChoice.UpdateExisting, "fail goods_update_ambiguous")]
    [InlineData(
        "草莓 111 - | 草莓 111 -",
        "7 草莓 111 -",
        SameChoice.UpdateExisting,
        "update 7 | skip goods_row_repeats"
    )]
    [InlineData("苹果 - - | 苹果 - -", "", SameChoice.KeepAll, "new | new")]
    [InlineData("苹果 - -", "7 苹果 - -", SameChoice.UpdateExisting, "update 7")]
    [InlineData("苹果 - A1 | 梨 - A1", "", SameChoice.FirstKeeps, "new #A1 | new")]
    [InlineData("苹果 111 A1 | 梨 222 A1", "", null, "new 111#A1 | fail goods_code_taken")]
    [InlineData("苹果 111 A1", "7 梨 - A1", null, "fail goods_code_taken")]
    [InlineData("甲 1,2 - | 乙 2,3 - | 丙 3 -", "", SameChoice.FirstKeeps, "new 1+2 | new 3 | new")]
    public void Every_row_has_one_outcome(string rows, string existing, SameChoice? choice, string expected) =>
        Plan(rows, existing, choice).ShouldBe(expected);

    [Theory]
    [InlineData("草莓|芒果", "", SameChoice.KeepAll)]
    [InlineData("草莓|草 莓", "", SameChoice.Skip)]
    [InlineData("草莓", "草莓", SameChoice.UpdateExisting)]
    [InlineData("草莓", "芒果", SameChoice.KeepAll)]
    [InlineData("草莓|芒果", "芒果|草莓", SameChoice.UpdateExisting)]
    public void What_is_proposed_never_overwrites_another_name(string rows, string existing, SameChoice proposal)
    {
        var same = rows.Split('|')
            .Select(
                (n, i) =>
                    new GoodsRow
                    {
                        Number = i + 2,
                        Name = n,
                        Price = new(1),
                        Barcodes = ["111"],
                    }
            )
            .ToList();
        var shop =
            existing.Length == 0
                ? []
                : existing
                    .Split('|')
                    .Select((n, i) => new ExistingGoods(new(i + 1), n, new(1), null, ["111"], true))
                    .ToList();
        Sameness.Find(same, shop).ShouldHaveSingleItem().Proposal.ShouldBe(proposal);
    }
}
