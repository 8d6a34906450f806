using Shuke.Core.Conditions;
using Shuke.Core.Pricing.Promotions;

namespace Shuke.Server.Modules.Pricing;

/// <summary>GET /promotions/form: what a form for promotions needs to know: the kinds, and what conditions can ask.</summary>
public static class ShowConditionFields
{
    public sealed record Reply(IReadOnlyList<string> Kinds, IReadOnlyList<ConditionField> Fields);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Get("/promotions/form", Permission.PromotionsView, Handle)
            .WithSummary("Kinds of promotions, and what their conditions can ask.");

    public static Outcome<Reply> Handle(Caller caller) =>
        new Reply(OfferKindsOf.All, ConditionField.For(FieldUse.Cart, caller.Language));
}
