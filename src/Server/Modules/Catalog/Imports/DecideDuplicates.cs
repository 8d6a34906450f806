using System.ComponentModel.DataAnnotations;
using Shuke.Core.Catalog;

namespace Shuke.Server.Modules.Catalog;

/// <summary>PUT /goods/imports/{id}/decisions: the owner decides what becomes of duplicates; nothing is merged without it.</summary>
public static class DecideDuplicates
{
    /// <param name="Each">decisions about single groups; they win over the others</param>
    /// <param name="InTable">for all undecided groups within the table; null leaves them open</param>
    /// <param name="WithShop">for all undecided groups that meet products of the shop; null leaves them open</param>
    /// <param name="AsProposed">true: every group still undecided is decided as proposed</param>
    public sealed record Request(
        IReadOnlyList<Decision>? Each = null,
        SameChoice? InTable = null,
        SameChoice? WithShop = null,
        bool AsProposed = false
    );

    public sealed record Decision(SameBy By, [StringLength(200)] string Key, SameChoice Choice);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Put("/goods/imports/{id}/decisions", Permission.GoodsImport, Handle)
            .WithSummary("Decide what becomes of duplicates.");

    public static async Task<Outcome<ShowDecisions.Reply>> Handle(
        GoodsImportId id,
        GoodsAnalysis analysis,
        Request request,
        Tx tx,
        Caller caller
    )
    {
        if (analysis.Refusal is { } refusal)
            return refusal;
        if ((await ShowImport.Find(tx, id))!.State != GoodsImportState.Draft)
            return GoodsReasons.ImportNotDraft;
        if (Chosen(analysis, request).No(out var chosen, out var impossible))
            return impossible;
        foreach (var ((by, key), choice) in chosen)
            await tx.Execute(
                """
                INSERT INTO goods_import_decision (merchant_id, import_id, same_by, same_key, choice) VALUES (@m, @id, @by, @key, @choice)
                ON CONFLICT (merchant_id, import_id, same_by, same_key) DO UPDATE SET choice = excluded.choice
                """,
                new
                {
                    id,
                    by,
                    key,
                    choice,
                }
            );
        tx.Audit(
            new(
                caller,
                "goods_import.decided",
                "goods_import",
                id.ToString(),
                After: new
                {
                    chosen.Count,
                    request.InTable,
                    request.WithShop,
                    request.AsProposed,
                }
            )
        );
        return ShowDecisions.Describe(await GoodsAnalysis.Decided(tx, analysis), new(), caller.Language);
    }

    private static Outcome<Dictionary<(SameBy, string), SameChoice>> Chosen(GoodsAnalysis analysis, Request request)
    {
        var groups = analysis.Groups.ToDictionary(g => (g.By, g.Key));
        var chosen = new Dictionary<(SameBy, string), SameChoice>();
        foreach (var each in request.Each ?? [])
        {
            if (!groups.TryGetValue((each.By, each.Key), out var group))
                return GoodsReasons.NoSuchGroup.With(("key", each.Key));
            if (!group.Choices.Contains(each.Choice))
                return GoodsReasons.ChoiceImpossible.With(("key", each.Key));
            chosen[(each.By, each.Key)] = each.Choice;
        }
        foreach (var group in analysis.Groups.Where(g => analysis.DecisionOf(g) is null))
        {
            var wish =
                (group.Existing.Count > 0 ? request.WithShop : request.InTable)
                ?? (request.AsProposed ? group.Proposal : null);
            if (wish is { } choice && group.Choices.Contains(choice))
                chosen.TryAdd((group.By, group.Key), choice);
        }
        return chosen;
    }
}
