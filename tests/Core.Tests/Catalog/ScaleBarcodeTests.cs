using Shouldly;
using Shuke.Core.Catalog;
using Xunit;

namespace Shuke.Core.Tests.Catalog;

public sealed class ScaleBarcodeTests
{
    [Theory]
    // label, prefix, 13 digits hold, 18 digits in order -> number weight amount
    [InlineData("2000123005607", "20", "weight", "", "00123 0.56 -")]
    [InlineData("2000123005607", "20", "amount", "", "00123 - 5.60")]
    [InlineData("2000123005607", "2", "weight", "", "000123 0.56 -")]
    [InlineData("200012301680005606", "20", "", "amount first", "00123 0.56 16.80")]
    [InlineData("200012301680005606", "20", "", "weight first", "00123 1.68 5.60")]
    [InlineData("2000123005608", "20", "weight", "", "none")] // a wrong check digit
    [InlineData("2100123005604", "20", "weight", "", "none")] // another prefix
    [InlineData("6901234567892", "20", "weight", "", "none")] // goods of a factory
    [InlineData("200012300560", "20", "weight", "", "none")]
    [InlineData("20001230056A7", "20", "weight", "", "none")]
    public void A_label_says_what_was_weighed(string label, string prefix, string in13, string in18, string says)
    {
        var rule = new ScaleRule(
            prefix,
            in13 == "amount" ? ScaleContent.Amount : ScaleContent.Weight,
            in18 == "weight first" ? ScaleOrder.WeightThenAmount : ScaleOrder.AmountThenWeight
        );
        var read = ScaleBarcode.Read(label, rule);
        (
            read is null ? "none" : $"{read.Code} {read.Weight?.ToString() ?? "-"} {read.Amount?.ToString() ?? "-"}"
        ).ShouldBe(says);
    }

    [Fact]
    public void Without_a_check_digit_the_last_one_is_not_looked_at() =>
        ScaleBarcode.Read("2000123005609", new("20", CheckDigit: false)).ShouldNotBeNull();

    [Theory]
    [InlineData(0, 560, 3_000, 187)] // 5.60 of 30.00 a kilogram, to the nearest gram
    [InlineData(355, 560, 3_000, 355)] // the weight itself, where it is there
    public void The_quantity_follows_from_weight_or_amount(long weight, long fen, long price, long milli) =>
        new ScaleLabel("1", weight == 0 ? null : new Quantity(weight), new Money(fen))
            .QuantityAt(new Money(price))!
            .Value.Milli.ShouldBe(milli);
}
