using Shuke.Core.Catalog;

namespace Shuke.Core.Tests.Catalog;

public sealed class GoodsRowTests
{
    private static GoodsRowRead Read(params (GoodsField Field, string Text)[] cells) =>
        GoodsRowReader.Read(2, f => cells.FirstOrDefault(c => c.Field == f).Text ?? "");

    private static GoodsRowRead ReadPrice(string price) => Read((GoodsField.Name, "x"), (GoodsField.Price, price));

    [Theory]
    [InlineData("3.80", 380)]
    [InlineData("３．８０", 380)]
    [InlineData("¥1,200", 120_000)]
    [InlineData("0", 0)]
    public void Prices_are_exact(string text, long fen) => ReadPrice(text).Row!.Price.Fen.ShouldBe(fen);

    [Theory]
    [InlineData("", "goods_price_missing")]
    [InlineData("三块八", "goods_amount_unreadable")]
    [InlineData("-1", "goods_amount_unreadable")]
    [InlineData("3.805", "goods_amount_unreadable")]
    public void A_bad_price_is_named(string text, string code) =>
        ReadPrice(text).Faults.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Theory]
    [InlineData(" ６９０２０８３８９１５７２ ", "6902083891572", 0)]
    [InlineData("6902083891573", "6902083891573", 1)]
    [InlineData("69020838", "69020838", 1)]
    [InlineData("96385074", "96385074", 0)]
    [InlineData("12345", "12345", 0)]
    [InlineData("111, 222;111", "111+222", 0)]
    public void Barcodes_are_cleaned_and_a_wrong_check_digit_only_warns(string text, string expected, int warnings)
    {
        var read = Read((GoodsField.Name, "x"), (GoodsField.Price, "1"), (GoodsField.Barcode, text));
        string.Join('+', read.Row!.Barcodes).ShouldBe(expected);
        read.Warnings.Count.ShouldBe(warnings);
    }

    [Theory]
    [InlineData("100", 100_000)]
    [InlineData("1,000", 1_000_000)]
    [InlineData("-2", -2_000)]
    [InlineData("３.５", 3_500)]
    [InlineData("0.355", 355)]
    [InlineData("1.50000", 1_500)]
    public void Stock_is_exact_to_the_thousandth(string text, long milli)
    {
        QuantityText.TryParse(text, out var quantity).ShouldBeTrue();
        quantity.Milli.ShouldBe(milli);
    }

    [Theory]
    [InlineData("约100")]
    [InlineData("")]
    [InlineData("1.2345")]
    [InlineData("99999999")]
    [InlineData("1-2")]
    public void What_is_no_quantity_is_not_guessed_at(string text) =>
        QuantityText.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData(100, 90L, 80L, null)]
    [InlineData(100, 101L, null, "member_price_above_price")]
    [InlineData(100, null, 101L, "lowest_price_above_price")]
    [InlineData(-1, null, null, "goods_price_out_of_range")]
    public void Prices_fit_each_other(long price, long? member, long? lowest, string? code) =>
        ProductShape.CheckPrices(new(price), Fen(member), Fen(lowest))?.Code.ShouldBe(code);

    private static Money? Fen(long? fen) => fen is { } f ? new Money(f) : null;
}
