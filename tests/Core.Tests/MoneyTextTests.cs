namespace Shuke.Core.Tests;

public sealed class MoneyTextTests
{
    [Theory]
    [InlineData("3.80", 380)]
    [InlineData("3.8", 380)]
    [InlineData("3", 300)]
    [InlineData(" 3.80 ", 380)]
    [InlineData("¥3.80", 380)]
    [InlineData("￥ 3.80", 380)]
    [InlineData("3.8元", 380)]
    [InlineData("RMB 3.80", 380)]
    [InlineData("3,800.00", 380000)]
    [InlineData("1,234,567.89", 123456789)]
    [InlineData("３，８００．５０", 380050)]
    [InlineData("-12", -1200)]
    [InlineData("¥-0.05", -5)]
    [InlineData("0", 0)]
    [InlineData("0.29", 29)]
    [InlineData("3.8000", 380)]
    [InlineData("1000000000.00", 100_000_000_000)]
    public void Amounts_people_write_become_exact_fen(string text, long fen)
    {
        MoneyText.TryParse(text, out var money).ShouldBeTrue();
        money.Fen.ShouldBe(fen);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("3.805")]
    [InlineData("3.")]
    [InlineData(".5")]
    [InlineData("3,8")]
    [InlineData("38,00.00")]
    [InlineData(",380")]
    [InlineData("3.8e2")]
    [InlineData("3元8角")]
    [InlineData("--3")]
    [InlineData("¥")]
    [InlineData("三元")]
    [InlineData("1.2.3")]
    [InlineData("1000000000.01")]
    [InlineData("99999999999999999999999999")]
    [InlineData("1,111,111,111,111,111,111")]
    public void What_is_not_an_exact_amount_is_refused(string? text) => MoneyText.TryParse(text, out _).ShouldBeFalse();
}
