using Shuke.Core.Members;

namespace Shuke.Core.Tests.Members;

public sealed class FindQueryTests
{
    [Theory]
    // typed -> everything it may be
    [InlineData("13812341234", "phone card")]
    [InlineData("138 1234 1234", "phone card")]
    [InlineData("+86-138-1234-1234", "phone")]
    [InlineData("1234", "tail name")]
    [InlineData("１２３４", "tail name")]
    [InlineData("10001", "card number name")]
    [InlineData("8800000013", "card")]
    [InlineData(";8800000013?", "card name")]
    [InlineData("800001000112345678", "card code")]
    [InlineData("134512345678901234", "card")]
    [InlineData("张三", "name")]
    [InlineData("zs", "name")]
    [InlineData("zhangsan", "card name")]
    [InlineData("VIP0001", "card name")]
    [InlineData("京A12345", "name")]
    [InlineData("   ", "")]
    public void What_was_typed_decides_what_it_is(string typed, string kinds)
    {
        var query = FindQuery.Read(typed);
        var found = new List<string>();
        if (query.Phone is not null)
            found.Add("phone");
        if (query.Tail is not null)
            found.Add("tail");
        if (query.Card is not null)
            found.Add("card");
        if (query.Number is not null)
            found.Add("number");
        if (query.Code is not null)
            found.Add("code");
        if (query.Prefix is not null)
            found.Add("name");
        string.Join(' ', found).ShouldBe(kinds);
    }

    [Fact]
    public void A_phone_keeps_only_its_digits() => FindQuery.Read("+86 138-1234-1234").Phone.ShouldBe("13812341234");
}
