using Shuke.Core.Pricing;

namespace Shuke.Server.Modules.Sales;

/// <summary>A quote as the till shows it: every figure with the sentence that explains it.</summary>
public sealed record QuoteView(
    IReadOnlyList<QuoteView.LineView> Lines,
    Money Original,
    Money Saved,
    Money Payable,
    Points PointsUsed,
    Money PointsMoney,
    Money Due,
    QuoteView.PointsView? PointsOffer,
    QuoteView.EarnView? Earn,
    IReadOnlyList<QuoteView.MissedView> NotApplied,
    string Fingerprint,
    string? NeedsApproval
)
{
    public sealed record LineView(
        int LineNo,
        ProductId? ProductId,
        string Name,
        string Unit,
        Quantity Quantity,
        Money UnitPrice,
        Money Original,
        Money Discount,
        Money Net,
        IReadOnlyList<DiscountView> Discounts
    );

    public sealed record DiscountView(string Offer, string SourceId, Money Amount, string Title, string Explanation);

    public sealed record PointsView(Points Max, Money MaxMoney, Points Used, Money UsedMoney, string Why);

    public sealed record EarnView(Points Points, string Why);

    public sealed record MissedView(string Offer, int? LineNo, string Title, string Code, string Why);

    internal static QuoteView Of(PricedCart cart, Language language, string? needsApproval)
    {
        var q = cart.Quote;
        return new(
            [.. q.Lines.Select(l => Line(cart, l, language))],
            q.Original,
            q.Saved,
            q.Payable,
            q.PointsUsed,
            q.PointsMoney,
            q.Due,
            q.PointsOffer is { } p ? new(p.Max, p.MaxMoney, p.Used, p.UsedMoney, p.Why.In(language)) : null,
            q.Earn is { } e ? new(e.Points, e.Why.In(language)) : null,
            [
                .. q.NotApplied.Select(n => new MissedView(
                    n.OfferCode,
                    n.LineNo,
                    n.Title.In(language),
                    n.WhyCode,
                    n.Why.In(language)
                )),
            ],
            q.Fingerprint,
            needsApproval
        );
    }

    private static LineView Line(PricedCart cart, QuoteLine line, Language language) =>
        new(
            line.LineNo,
            line.Line.ProductId,
            line.Line.Name,
            line.Line.ProductId is { } id ? cart.Products[id].Unit : "",
            line.Line.Quantity,
            line.UnitPrice,
            line.Original,
            line.Discount,
            line.Net,
            [
                .. line.Discounts.Select(d => new DiscountView(
                    d.OfferCode,
                    d.SourceId,
                    d.Amount,
                    d.Title.In(language),
                    d.Explanation.In(language)
                )),
            ]
        );
}
