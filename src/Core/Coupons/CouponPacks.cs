namespace Shuke.Core.Coupons;

/// <summary>A part of a coupon pack: so many coupons of a template, each worth an amount (null: no fixed amount).</summary>
public sealed record PackPart(CouponTemplateId TemplateId, int Count, Money? Worth);

public static class CouponPacks
{
    public const int PartsMax = 20;
    public const int CouponsMax = 100;

    /// <summary>What the coupons of known worth add up to.</summary>
    public static Money Worth(IEnumerable<PackPart> parts)
    {
        var sum = Money.Zero;
        foreach (var part in parts)
            sum += (part.Worth ?? Money.Zero) * part.Count;
        return sum;
    }

    /// <summary>
    /// A sentence when a pack's name promises another amount than its parts add up to; null when they agree, when nothing
    /// is promised, or when a part has no fixed worth. Nothing is changed: the author decides (spec 18).
    /// </summary>
    public static Sentence? Warning(Money? declared, IReadOnlyList<PackPart> parts)
    {
        if (declared is not { } promised || parts.Any(p => p.Worth is null))
            return null;
        var worth = Worth(parts);
        return worth == promised
            ? null
            : Differs.With(
                ("declared", promised.Fen),
                ("worth", worth.Fen),
                ("gap", (worth > promised ? worth - promised : promised - worth).Fen)
            );
    }

    private static readonly Phrase Differs = new(
        "pack_worth_differs",
        "名义金额 {declared:money} 元,券面合计 {worth:money} 元,相差 {gap:money} 元,请确认。",
        "The pack promises {declared:money} yuan, its coupons add up to {worth:money}: {gap:money} apart. Please check."
    );
}
