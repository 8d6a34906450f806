using Shuke.Core.Names;

namespace Shuke.Core.Tests.Names;

public sealed class PinyinTests
{
    [Theory]
    [InlineData("张三", "zhang san")]
    [InlineData("单雄信", "shan xiong xin")]
    [InlineData("曾国藩", "zeng guo fan")]
    [InlineData("解珍", "xie zhen")]
    [InlineData("查良镛", "zha liang yong")]
    [InlineData("仇英", "qiu ying")]
    [InlineData("区寄", "ou ji")]
    [InlineData("任我行", "ren wo xing")]
    [InlineData("华佗", "hua tuo")]
    [InlineData("欧阳修", "ou yang xiu")]
    [InlineData("尉迟恭", "yu chi gong")]
    [InlineData("单于", "chan yu")]
    [InlineData("司马相如", "si ma xiang ru")]
    [InlineData("诸葛亮", "zhu ge liang")]
    [InlineData("万俟卨", "mo qi xie")]
    [InlineData("吕布", "lv bu")]
    [InlineData("Tom 李", "tom li")]
    public void A_person_is_called_by_the_reading_of_the_surname(string name, string syllables) =>
        string.Join(' ', Pinyin.Syllables(name, isPersonName: true)).ShouldBe(syllables);

    [Theory]
    [InlineData("单车", "dan che")]
    [InlineData("重庆小面", "chong qing xiao mian")]
    [InlineData("人参", "ren shen")]
    [InlineData("500ml娃哈哈思慕C（桃杏味）", "500ml wa ha ha si mu c tao xing wei")]
    [InlineData("可口可乐 1.5L", "ke kou ke le 1.5l")]
    public void Goods_read_as_words(string name, string syllables) =>
        string.Join(' ', Pinyin.Syllables(name, isPersonName: false)).ShouldBe(syllables);

    [Fact]
    public void A_member_is_found_by_name_pinyin_and_initials_from_any_part_of_the_name() =>
        Pinyin
            .SearchTerms("张三丰", isPersonName: true)
            .ShouldBe(["张三丰", "三丰", "丰", "zhangsanfeng", "sanfeng", "feng", "zsf", "sf", "f"]);

    [Theory]
    [InlineData("500ＭＬ娃")]
    [InlineData("娃哈哈")]
    [InlineData("思慕c(桃")]
    [InlineData("wahaha")]
    [InlineData("whhsm")]
    [InlineData("simu")]
    public void Goods_are_found_by_what_a_cashier_types(string query) =>
        Pinyin
            .SearchTerms("500ml娃哈哈思慕C（桃杏味）", isPersonName: false)
            .ShouldContain(term => term.StartsWith(Pinyin.Fold(query), StringComparison.Ordinal));

    [Theory]
    [InlineData(" Zhang San ", "zhangsan")]
    [InlineData("５００ＭＬ", "500ml")]
    [InlineData("阿卜杜·热合曼", "阿卜杜热合曼")]
    [InlineData("　", "")]
    public void Names_and_queries_are_folded_alike(string text, string folded) => Pinyin.Fold(text).ShouldBe(folded);

    [Theory]
    [InlineData("")]
    [InlineData("（）!?")]
    [InlineData("\ud842")]
    [InlineData("\ud842\udfb7野家")]
    [InlineData(
        "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十\ud842\udfb7\ud842\udfb7"
    )]
    public void Odd_and_long_names_stay_within_the_limits(string name)
    {
        var terms = Pinyin.SearchTerms(name, isPersonName: false);
        terms.Count.ShouldBeLessThanOrEqualTo(Pinyin.TermsMax);
        terms.ShouldAllBe(t => t.Length > 0 && t.Length <= Pinyin.TermLengthMax);
        terms.ShouldBeUnique();
    }

    [Fact]
    public void Nearly_every_common_character_has_a_reading()
    {
        // 49 characters of the block, Japanese or unit signs made up there, have no Chinese reading in the source.
        var known = Enumerable
            .Range(0x4E00, 0x9FA5 - 0x4E00 + 1)
            .Count(c => PinyinTable.Instance.Of((char)c) is not null);
        known.ShouldBe(20_902 - 49);
    }
}
