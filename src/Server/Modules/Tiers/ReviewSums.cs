using Shuke.Core.Ledger;
using Shuke.Core.Tiers;
using Shuke.Server.Modules.Ledger;

namespace Shuke.Server.Modules.Tiers;

/// <summary>
/// What the review needs to know of thousands of members, in a handful of queries: one for balances, and one for each
/// different stretch of days. Members who were given a tier on the same day share theirs.
/// </summary>
internal sealed class ReviewSums
{
    private readonly Dictionary<(MemberId, AssetId), long> _balances = [];
    private readonly Dictionary<(DaySpan, MemberId, AssetId), MemberSum> _sums = [];
    private readonly AssetSet _assets;

    private ReviewSums(AssetSet assets) => _assets = assets;

    public sealed record Question(MemberId Member, BusinessDay Joined, IReadOnlyList<Measure> Measures);

    public static async Task<ReviewSums> Load(
        DbRead db,
        AssetSet assets,
        IReadOnlyList<Question> questions,
        BusinessDay today
    )
    {
        var sums = new ReviewSums(assets);
        var (balances, spans) = (
            new Dictionary<AssetId, List<MemberId>>(),
            new Dictionary<DaySpan, (List<MemberId> Members, HashSet<AssetId> Assets)>()
        );
        foreach (var question in questions)
        foreach (var measure in question.Measures)
        {
            if (Metrics.AssetOf(assets, measure.Metric) is not { } asset)
                continue;
            if (Metrics.IsBalance(measure, question.Joined, today))
            {
                if (!balances.TryGetValue(asset.Id, out var members))
                    balances[asset.Id] = members = [];
                members.Add(question.Member);
                continue;
            }
            if (!spans.TryGetValue(measure.Span, out var span))
                spans[measure.Span] = span = ([], []);
            if (span.Members.Count == 0 || span.Members[^1] != question.Member)
                span.Members.Add(question.Member);
            span.Assets.Add(asset.Id);
        }
        foreach (var (asset, members) in balances)
        foreach (var row in await LedgerPublic.BalancesOf(db, members, [asset]))
            sums._balances[(row.Member, row.Asset)] = row.Balance;
        foreach (var (span, (members, wanted)) in spans)
        foreach (var row in await LedgerPublic.SumsOf(db, members, [.. wanted], span.First, span.Last))
            sums._sums[(span, row.Member, row.Asset)] = row;
        return sums;
    }

    public Dictionary<Measure, long> Of(Question question, BusinessDay today)
    {
        var values = new Dictionary<Measure, long>(question.Measures.Count);
        foreach (var measure in question.Measures)
            values[measure] =
                Metrics.AssetOf(_assets, measure.Metric) is not { } asset ? 0
                : Metrics.IsBalance(measure, question.Joined, today)
                    ? _balances.GetValueOrDefault((question.Member, asset.Id))
                : _sums.TryGetValue((measure.Span, question.Member, asset.Id), out var sum) ? Pick(measure, sum)
                : 0;
        return values;
    }

    private static long Pick(Measure measure, MemberSum sum) =>
        measure.Metric switch
        {
            Metric.TopUpOnce => Math.Max(sum.Largest, 0),
            Metric.PointsEarned => measure.Gross ? sum.EarnedGross : sum.Earned,
            _ => measure.Gross ? sum.Gross : sum.Net,
        };
}
