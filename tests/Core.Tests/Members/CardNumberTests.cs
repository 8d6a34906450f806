using Shuke.Core.Members;

namespace Shuke.Core.Tests.Members;

public sealed class CardNumberTests
{
    [Theory]
    // prefix, length, check digit, skip 4, first serial -> the first three numbers
    [InlineData("", 6, false, false, 1, "000001 000002 000003")]
    [InlineData("", 6, false, false, 9, "000009 000010 000011")]
    [InlineData("", 6, false, true, 3, "000003 000005 000006")]
    [InlineData("", 6, false, true, 8, "000009 000010 000011")]
    [InlineData("88", 10, false, false, 1, "8800000001 8800000002 8800000003")]
    [InlineData("VIP", 8, false, true, 4, "VIP00005 VIP00006 VIP00007")]
    [InlineData("88", 10, true, false, 1, "8800000013 8800000021 8800000039")]
    // Serials 4, 14 ... are skipped by the digits, others because their check digit would be a 4.
    [InlineData("88", 10, true, true, 3, "8800000039 8800000062 8800000070")]
    public void Numbers_follow_the_rule(
        string prefix,
        int length,
        bool check,
        bool skipFour,
        long serial,
        string expected
    ) =>
        string.Join(' ', CardNumbers.Next(new(prefix, length, check, skipFour), serial, 3).Value.Numbers)
            .ShouldBe(expected);

    [Theory]
    [InlineData("", 5, false, false)] // too short
    [InlineData("", 21, false, false)] // too long
    [InlineData("12345", 9, true, false)] // three digits of serial are too few
    [InlineData("VIP", 10, true, false)] // a check digit needs digits
    [InlineData("84", 10, false, true)] // a 4 in the prefix while 4 is skipped
    [InlineData("v1", 10, false, false)] // small letters
    public void A_rule_that_cannot_work_is_refused(string prefix, int length, bool check, bool skipFour) =>
        CardNumbers.Next(new(prefix, length, check, skipFour), 1, 1).Refusal!.Code.ShouldBe("card_rule_invalid");

    [Fact]
    public void Numbers_with_a_check_digit_pass_luhn_and_none_holds_a_four()
    {
        var numbers = CardNumbers.Next(new("66", 12), 1, 5_000).Value.Numbers;
        numbers.ShouldAllBe(n => LuhnSum(n) % 10 == 0 && !n.Contains('4'));
        numbers.Distinct().Count().ShouldBe(5_000);
    }

    [Fact]
    public void The_serials_run_out_cleanly()
    {
        var rule = new CardNumberRule("77", 6, CheckDigit: false, SkipFour: true);
        CardNumbers.Next(rule, 9 * 9 * 9 * 9 - 1, 1).Value.Numbers.ShouldBe(["779999"]);
        CardNumbers.Next(rule, 9 * 9 * 9 * 9, 1).Refusal!.Code.ShouldBe("card_numbers_exhausted");
    }

    [Fact]
    public void A_run_goes_on_where_the_last_one_ended()
    {
        var rule = new CardNumberRule("66", 12);
        var whole = CardNumbers.Next(rule, 1, 30).Value.Numbers;
        var first = CardNumbers.Next(rule, 1, 13).Value;
        first.Numbers.Concat(CardNumbers.Next(rule, first.NextSerial, 17).Value.Numbers).ShouldBe(whole);
    }

    [Theory]
    [InlineData("8800-0000 13", "8800000013")]
    [InlineData(";8800000013?", "8800000013")]
    [InlineData("vip0001", "VIP0001")]
    [InlineData("123", null)]
    [InlineData("卡123456", null)]
    public void What_is_swiped_or_typed_becomes_one_spelling(string typed, string? number) =>
        CardNumbers.Normalize(typed).ShouldBe(number);

    private static int LuhnSum(string number) =>
        number
            .Reverse()
            .Select(
                (c, i) =>
                    i % 2 == 0 ? c - '0'
                    : (c - '0') * 2 > 9 ? (c - '0') * 2 - 9
                    : (c - '0') * 2
            )
            .Sum();
}
