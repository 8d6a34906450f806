using Shuke.Core.Tiers;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Tiers;

/// <summary>GET, PUT /settings/tiers: how tiers are kept and lost, growth besides buying, ranks and seasons.</summary>
public static class TierPolicies
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .Get("/settings/tiers", Permission.TiersView, Show)
            .WithSummary("How tiers are kept and lost, growth, ranks.");
        routes.Put("/settings/tiers", Permission.TiersEdit, Handle).WithSummary("Change how tiers are kept and lost.");
    }

    public static Task<Outcome<PolicyReply<TierSettings>>> Show(DbRead db, Caller caller) =>
        Policies.Show<TierSettings>(db, caller, null);

    public static async Task<Outcome<PolicyReply<TierSettings>>> Handle(
        TierSettings request,
        Tx tx,
        Caller caller,
        IfMatch match
    ) =>
        request.Ranks.Any(r => r.Trim().Length is 0 or > 20) || request.Season == WindowKind.RollingDays
            ? TierReasons.RanksInvalid
            : await Policies.Save(tx, caller, request, match, null);
}
