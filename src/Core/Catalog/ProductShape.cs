namespace Shuke.Core.Catalog;

/// <summary>What holds for every product, however it is entered.</summary>
public static class ProductShape
{
    public const int NameMax = 80;
    public const int BarcodesMax = 20;

    /// <summary>Units that are weighed: what is sold in them goes over the scale.</summary>
    public static bool IsWeighed(string unit) =>
        unit.Trim().ToUpperInvariant()
            is "KG"
                or "G"
                or "公斤"
                or "千克"
                or "斤"
                or "克"
                or "两"
                or "500G"
                or "KILOGRAM";

    /// <summary>A code (PLU): letters, digits, dash and dot, at most 20.</summary>
    public static bool IsCode(string code) => code.Length <= 20 && Barcode.IsValid(code);

    /// <summary>No price is negative; the member price and the lowest price are not above the price.</summary>
    public static Refusal? CheckPrices(Money price, Money? memberPrice, Money? lowestPrice)
    {
        if (
            price.IsNegative
            || price.Fen > Money.FenMax
            || memberPrice is { IsNegative: true }
            || lowestPrice is { IsNegative: true }
        )
            return CatalogReasons.PriceOutOfRange;
        if (memberPrice > price)
            return CatalogReasons.MemberPriceAbovePrice.With(("member", memberPrice.Value.Fen), ("price", price.Fen));
        if (lowestPrice > price)
            return CatalogReasons.LowestPriceAbovePrice.With(("lowest", lowestPrice.Value.Fen), ("price", price.Fen));
        return null;
    }
}
