using Shuke.Core.Conditions;

namespace Shuke.Server.Modules.Rewards;

/// <summary>GET /rewards/conditions: what the conditions of a rule can ask about a member and what has just happened.</summary>
public static class ShowRuleFields
{
    // Declared for all events, but nobody tells a rule about them yet.
    private static readonly string[] Unknown = [Fields.PaymentMethod.Code, Fields.Segments.Code];

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Get("/rewards/conditions", Permission.RewardsView, Handle)
            .WithSummary("What the conditions of a reward rule can ask.");

    public static Outcome<IReadOnlyList<ConditionField>> Handle(Caller caller) =>
        ConditionField
            .For(FieldUse.Member | FieldUse.Event, caller.Language)
            .Where(f => !Unknown.Contains(f.Code, StringComparer.Ordinal))
            .ToList();
}
