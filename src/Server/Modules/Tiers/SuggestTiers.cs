using Shuke.Core.Ledger;
using Shuke.Core.Tiers;
using Shuke.Server.Modules.Ledger;

namespace Shuke.Server.Modules.Tiers;

/// <summary>GET /tiers/suggestion: thresholds from the members' own spending; only a proposal, nothing is switched on.</summary>
public static class SuggestTiers
{
    /// <param name="Method">how the figures came about, for people</param>
    public sealed record Reply(IReadOnlyList<SuggestedTier> Tiers, long Buyers, string Method);

    private static readonly Phrase Method = new(
        "tier_suggestion",
        "按 {buyers:points} 位有消费会员的累计消费做自然断点分组(组内差异最小),再取整到两位有效数字。只是建议,不会自动生效。",
        "Natural breaks in the total spending of {buyers:points} members, rounded up to two digits. A proposal; nothing changes by itself."
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Get("/tiers/suggestion", Permission.TiersView, Handle)
            .WithSummary("Thresholds that the members' spending suggests.");

    public static async Task<Outcome<Reply>> Handle(int? count, DbRead db, Caller caller)
    {
        var spent = await LedgerPublic.BalancesOf(db, AssetCodes.Spent);
        var buyers = spent.LongCount(s => s > 0);
        return new Reply(
            Suggest.Thresholds(spent, Math.Clamp(count ?? 3, 2, 6)),
            buyers,
            Method.With(("buyers", buyers)).In(caller.Language)
        );
    }
}
