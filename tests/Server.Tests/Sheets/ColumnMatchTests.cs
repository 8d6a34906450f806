using Shuke.Server.Platform.Sheets;

namespace Shuke.Server.Tests.Sheets;

public sealed class ColumnMatchTests
{
    private static readonly WantedField[] Goods =
    [
        new("name", ["商品名称", "品名", "名称", "name", "product"]),
        new("barcode", ["条码", "条形码", "barcode", "ean"], Looks.LikeBarcode, IsTelling: true),
        new("cost", ["进价", "进货价", "成本", "cost"], Looks.LikeMoney),
        new("price", ["售价", "零售价", "单价", "price"], Looks.LikeMoney),
        new("stock", ["库存", "数量", "stock", "qty"]),
    ];

    private static string Guess(string headers, params string[] rows)
    {
        var sample = rows.Select((r, i) => new SheetRow(i + 2, r.Split(','))).ToList();
        var guesses = ColumnMatch.Guess(headers.Split(','), sample, Goods);
        return string.Join(
            ' ',
            Goods.Where(f => guesses.ContainsKey(f.Name)).Select(f => $"{f.Name}={guesses[f.Name].Column}")
        );
    }

    [Theory]
    [InlineData("商品名称,条码,进价,售价,产地,库存,单位,备注", "name=0 barcode=1 cost=2 price=3 stock=5")]
    [InlineData("Product Name,EAN-13,Cost Price,Price,Qty", "name=0 barcode=1 cost=2 price=3 stock=4")]
    [InlineData("*零售价(元),商品条形码,品 名", "name=2 barcode=1 price=0")]
    [InlineData("ＮＡＭＥ,单位", "name=0")]
    public void Columns_are_matched_by_title(string headers, string expected) => Guess(headers).ShouldBe(expected);

    [Fact]
    public void A_column_of_thirteen_digits_is_the_barcode_whatever_its_title() =>
        Guess("名称,编号,售价", "哇哈哈,6902083891572,4.30", "营养快线,6902083889227,2.90")
            .ShouldBe("name=0 barcode=1 price=2");

    [Fact]
    public void A_title_that_its_values_contradict_loses_to_the_column_that_fits() =>
        Guess("名称,条码,国条", "哇哈哈,A-1,6902083891572", "营养快线,A-2,6902083889227").ShouldBe("name=0 barcode=2");

    [Fact]
    public void The_surest_guess_is_a_title_word_for_word()
    {
        var guesses = ColumnMatch.Guess(["条码", "零售价(元)"], [], Goods);
        guesses["barcode"].ShouldBe(new ColumnGuess(0, 100));
        guesses["price"].Confidence.ShouldBeInRange(60, 90);
    }

    [Theory]
    [InlineData("6902083891572", true)]
    [InlineData("6902083891573", false)]
    [InlineData("96385074", true)]
    [InlineData("690208389157", false)]
    [InlineData("13800138000", false)]
    public void A_barcode_is_known_by_its_check_digit(string value, bool looks) =>
        Looks.LikeBarcode(value).ShouldBe(looks);

    [Theory]
    [InlineData("13800138000", true)]
    [InlineData("+86 138-0013-8000", true)]
    [InlineData("12800138000", false)]
    public void A_phone_is_known_by_its_form(string value, bool looks) => Looks.LikePhone(value).ShouldBe(looks);
}
