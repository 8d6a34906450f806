using Shuke.Core.Conditions;
using Shuke.Core.Pricing.Promotions;

namespace Shuke.Server.Modules.Pricing;

/// <summary>GET /promotions/form: what a form for promotions needs to know: the kinds, and what conditions can ask.</summary>
public static class ShowConditionFields
{
    public sealed record Reply(IReadOnlyList<string> Kinds, IReadOnlyList<FieldView> Fields);

    public sealed record FieldView(
        string Code,
        FieldType Type,
        string Name,
        string Unit,
        bool IsWindowed,
        IReadOnlyList<ChoiceView>? Choices
    );

    public sealed record ChoiceView(string Code, string Name);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Get("/promotions/form", Permission.PromotionsView, Handle)
            .WithSummary("Kinds of promotions, and what their conditions can ask.");

    public static Outcome<Reply> Handle(Caller caller)
    {
        var zh = caller.Language == Language.Zh;
        return new Reply(
            OfferKindsOf.All,
            [
                .. Fields
                    .All.Where(f => f.Use.HasFlag(FieldUse.Cart))
                    .Select(f => new FieldView(
                        f.Code,
                        f.Type,
                        zh ? f.Zh : f.En,
                        zh ? f.UnitZh : f.UnitEn,
                        f.IsWindowed,
                        f.Choices?.Select(c => new ChoiceView(c.Code, zh ? c.Zh : c.En)).ToList()
                    )),
            ]
        );
    }
}
