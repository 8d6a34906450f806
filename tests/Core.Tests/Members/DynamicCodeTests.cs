using Shuke.Core.Members;

namespace Shuke.Core.Tests.Members;

public sealed class DynamicCodeTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly byte[] OtherKey = [.. Enumerable.Range(2, 32).Select(i => (byte)i)];

    // Computed once with another program: HMAC-SHA-256 over number and step as big-endian 64 bit, the first eight bytes
    // of it as an unsigned number, modulo 10^8. The member app computes the same.
    [Theory]
    [InlineData(10_001, 59_839_920, "800001000131085202")]
    [InlineData(10_001, 59_839_921, "800001000164061993")]
    [InlineData(999_999_999, 0, "899999999939614762")]
    public void The_code_of_a_member_and_a_step_is_fixed_for_ever(long number, long step, string code)
    {
        DynamicCode.Of(number, Key, step).ShouldBe(code);
        DynamicCode.IsOne(code).ShouldBeTrue();
        DynamicCode.NumberIn(code).ShouldBe(number);
    }

    [Theory]
    [InlineData(-2, CodeVerdict.Wrong)] // two steps ahead: no clock is that wrong
    [InlineData(-1, CodeVerdict.Good)]
    [InlineData(0, CodeVerdict.Good)]
    [InlineData(1, CodeVerdict.Good)]
    [InlineData(2, CodeVerdict.Expired)]
    [InlineData(20, CodeVerdict.Expired)]
    [InlineData(21, CodeVerdict.Wrong)]
    public void A_code_is_good_for_its_step_and_one_either_side(int stepsLater, CodeVerdict verdict)
    {
        var check = DynamicCode.Check(DynamicCode.Of(10_001, Key, 1_000), Key, 1_000 + stepsLater);
        check.ShouldBe(new CodeCheck(verdict, verdict == CodeVerdict.Wrong ? 0 : 1_000));
    }

    [Fact]
    public void A_changed_digit_another_key_or_another_member_is_wrong()
    {
        var code = DynamicCode.Of(10_001, Key, 1_000);
        var tail = code[..^1] + (char)('0' + (code[^1] - '0' + 1) % 10);
        DynamicCode.Check(tail, Key, 1_000).Verdict.ShouldBe(CodeVerdict.Wrong);
        DynamicCode.Check(code, OtherKey, 1_000).Verdict.ShouldBe(CodeVerdict.Wrong);
        DynamicCode.Check("8000010002" + code[10..], Key, 1_000).Verdict.ShouldBe(CodeVerdict.Wrong);
    }

    [Theory]
    [InlineData("134512345678901234", false)] // WeChat Pay
    [InlineData("281234567890123456", false)] // Alipay
    [InlineData("800001000112345678", true)]
    [InlineData("80000100011234567", false)]
    [InlineData("80000100011234567x", false)]
    public void It_cannot_be_taken_for_a_payment_code(string scanned, bool isOne) =>
        DynamicCode.IsOne(scanned).ShouldBe(isOne);

    [Fact]
    public void A_step_is_half_a_minute() =>
        (DynamicCode.StepOf(new(29_999)), DynamicCode.StepOf(new(30_000))).ShouldBe((0, 1));
}
