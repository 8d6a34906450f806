using System.ComponentModel.DataAnnotations;
using Shuke.Core.Catalog;

namespace Shuke.Server.Modules.Catalog;

/// <summary>GET /goods/imports/{id}/decisions: what the rows would become, and what the owner has to decide first.</summary>
public static class ShowDecisions
{
    private const int NotesMax = 200;

    /// <summary>Where to go on: the place of the first group, from 0.</summary>
    public sealed record Page(
        [property: Range(0, 100_000)] int? From = null,
        [property: Range(1, 200)] int? Limit = null
    );

    /// <param name="Ready">rows that are imported without a question</param>
    /// <param name="Faulty">rows that cannot be imported; they go into the file of errors</param>
    public sealed record Reply(
        long Rows,
        long Ready,
        long Faulty,
        long InGroups,
        long GroupsTotal,
        long Undecided,
        IReadOnlyList<Group> Groups,
        IReadOnlyList<Note> Faults,
        IReadOnlyList<Note> Warnings,
        long WarningsTotal
    );

    public sealed record Group(
        SameBy By,
        string Key,
        IReadOnlyList<RowLine> Rows,
        IReadOnlyList<ExistingLine> Existing,
        IReadOnlyList<SameChoice> Choices,
        SameChoice Proposal,
        SameChoice? Decision
    );

    public sealed record RowLine(int Number, string Name, Money Price, string Barcodes);

    public sealed record ExistingLine(ProductId Id, string Name, Money Price, bool Active);

    public sealed record Note(int Number, string Sentence);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Get("/goods/imports/{id}/decisions", Permission.GoodsImport, Handle)
            .WithSummary("Duplicates to decide, faulty rows, warnings.");

    public static Task<Outcome<Reply>> Handle(
        GoodsImportId id,
        GoodsAnalysis analysis,
        [AsParameters] Page page,
        Caller caller
    ) => Task.FromResult(analysis.Refusal is { } refusal ? refusal : Describe(analysis, page, caller.Language));

    internal static Outcome<Reply> Describe(GoodsAnalysis a, Page page, Language language)
    {
        var faulty = a.Rows.Count(r => r.Row is null);
        var inGroups = a.Groups.Sum(g => g.Rows.Count);
        var warnings = a.Rows.Where(r => r.Row is not null && r.Warnings.Count > 0).ToList();
        return new Reply(
            a.Rows.Count,
            a.Rows.Count - faulty - inGroups,
            faulty,
            inGroups,
            a.Groups.Count,
            a.Undecided,
            [.. a.Groups.Skip(page.From ?? 0).Take(page.Limit ?? 50).Select(g => Line(g, a.DecisionOf(g)))],
            [
                .. a
                    .Rows.Where(r => r.Row is null)
                    .Take(NotesMax)
                    .Select(r => new Note(r.Number, Sentence(r.Faults, language))),
            ],
            [.. warnings.Take(NotesMax).Select(r => new Note(r.Number, Sentence(r.Warnings, language)))],
            warnings.Count
        );
    }

    internal static string Sentence(IReadOnlyList<Refusal> notes, Language language) =>
        string.Join(' ', notes.Select(n => n.Sentence(language)));

    private static Group Line(SameGroup g, SameChoice? decision) =>
        new(
            g.By,
            g.Key,
            [.. g.Rows.Take(50).Select(r => new RowLine(r.Number, r.Name, r.Price, string.Join(", ", r.Barcodes)))],
            [.. g.Existing.Take(50).Select(e => new ExistingLine(e.Id, e.Name, e.Price, e.Active))],
            g.Choices,
            g.Proposal,
            decision
        );
}
