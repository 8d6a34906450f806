using Shouldly;
using Shuke.Core.Coupons;
using Xunit;

namespace Shuke.Core.Tests.Coupons;

public sealed class CouponCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static string Code(int seed)
    {
        var secret = new byte[CouponCode.SecretBytes];
        new Random(seed).NextBytes(secret);
        return CouponCode.Of(secret);
    }

    [Fact]
    public void Every_single_wrong_character_and_every_swap_is_found()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var code = Code(seed);
            CouponCode.IsWhole(code).ShouldBeTrue(code);
            for (var i = 0; i < code.Length; i++)
            {
                foreach (var c in Alphabet.Where(c => c != code[i]))
                    CouponCode.IsWhole(code[..i] + c + code[(i + 1)..]).ShouldBeFalse();
                for (var j = i + 1; j < code.Length; j++)
                {
                    if (code[i] == code[j])
                        continue;
                    var swapped = code.ToCharArray();
                    (swapped[i], swapped[j]) = (swapped[j], swapped[i]);
                    CouponCode.IsWhole(new(swapped)).ShouldBeFalse();
                }
            }
        }
    }

    [Fact]
    public void The_same_secret_gives_the_same_code_and_all_its_bits_count()
    {
        var secret = new byte[CouponCode.SecretBytes];
        var plain = CouponCode.Of(secret);
        plain.ShouldBe("00000000000000000");
        for (var bit = 0; bit < 80; bit++)
        {
            var other = (byte[])secret.Clone();
            other[bit / 8] = (byte)(1 << (bit % 8));
            CouponCode.Of(other)[..CouponCode.SecretLength].ShouldNotBe(plain[..CouponCode.SecretLength]);
        }
    }

    [Theory]
    [InlineData("abcd-efgh jkmn-pqrs-t", "ABCDEFGHJKMNPQRST")]
    [InlineData("o1iL-u", "0111V")]
    public void What_people_type_is_cleaned(string typed, string clean) => CouponCode.Clean(typed).ShouldBe(clean);

    [Fact]
    public void A_code_is_grouped_for_people() =>
        CouponCode.Grouped("ABCDEFGHJKMNPQRST").ShouldBe("ABCD-EFGH-JKMN-PQRS-T");
}
