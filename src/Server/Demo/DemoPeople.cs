using System.Globalization;
using Shuke.Core.Members;

namespace Shuke.Server.Demo;

/// <summary>A regular (or not so regular) of the demo shop, with the habits that make the figures look like a shop's.</summary>
/// <param name="VisitBp">chance of a visit on an ordinary day, basis points</param>
/// <param name="LastDay">the day of the story on which they stop coming</param>
/// <param name="Favourite">index into the drinks of the menu</param>
internal sealed record Habits(
    int Index,
    string Name,
    string Phone,
    Gender Gender,
    BirthdayText? Birthday,
    int JoinDay,
    int LastDay,
    int VisitBp,
    int UsualHour,
    int Favourite,
    bool LikesStoredValue,
    bool LikesPoints
);

internal static class DemoPeople
{
    private const string Surnames =
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段";

    private static readonly string[] Women =
    [
        "欣怡",
        "梓涵",
        "诗雨",
        "思琪",
        "雨桐",
        "佳慧",
        "晓燕",
        "丽娜",
        "婷婷",
        "静雯",
        "雅婷",
        "文静",
        "晓雪",
        "美玲",
        "玉兰",
        "海燕",
        "若曦",
        "可馨",
        "语嫣",
        "嘉怡",
        "敏",
        "芳",
        "娟",
        "倩",
        "颖",
        "琳",
        "慧敏",
        "春梅",
        "晓彤",
        "佩珊",
    ];

    private static readonly string[] Men =
    [
        "浩然",
        "子轩",
        "宇航",
        "俊杰",
        "志强",
        "建国",
        "伟",
        "磊",
        "文博",
        "一鸣",
        "天宇",
        "家豪",
        "晓东",
        "海涛",
        "明远",
        "嘉诚",
        "鹏飞",
        "国栋",
        "思源",
        "凯",
        "军",
        "勇",
        "立新",
        "振华",
        "少聪",
        "永康",
        "博文",
        "昊",
        "斌",
        "亮",
    ];

    // Six visits in ten days, weekly, twice a month, once or twice ever: a few carry the shop, many came to have a look.
    private static readonly (int Share, int VisitBp)[] Kinds = [(8, 4_300), (17, 1_900), (35, 800), (40, 170)];

    private static readonly (int Share, int Hour)[] Hours = [(38, 8), (22, 12), (27, 15), (13, 19)];

    public static List<Habits> Make(DemoPlan plan, int drinks)
    {
        var dice = new Dice(plan.Seed, 1);
        var phones = new HashSet<string>(StringComparer.Ordinal);
        var people = new List<Habits>(plan.Members);
        for (var i = 0; i < plan.Members; i++)
            people.Add(Make(plan, dice, phones, i, drinks));
        return [.. people.OrderBy(p => p.JoinDay).ThenBy(p => p.Index)];
    }

    private static Habits Make(DemoPlan plan, Dice dice, HashSet<string> phones, int index, int drinks)
    {
        var woman = dice.Chance(5_600);
        var name = Surnames[dice.Roll(Surnames.Length)] + dice.Pick(woman ? Women : Men);
        var join = dice.Chance(1_500) ? dice.Roll(Math.Min(12, plan.Days)) : dice.Roll(plan.Days);
        var visitBp = Kinds[dice.Weighed([.. Kinds.Select(k => k.Share)])].VisitBp;
        var leaves = dice.Chance(2_500);
        return new(
            index,
            name,
            Phone(dice, phones),
            woman ? Gender.Female : Gender.Male,
            dice.Chance(7_500) ? Birthday(dice) : null,
            join,
            leaves ? join + dice.Between(30, 210) : int.MaxValue,
            visitBp * dice.Between(70, 130) / 100,
            Hours[dice.Weighed([.. Hours.Select(h => h.Share)])].Hour,
            dice.Roll(drinks),
            // Those who come often are the ones who pay in advance.
            dice.Chance(
                visitBp >= 1_500 ? 5_500
                : visitBp >= 700 ? 2_000
                : 300
            ),
            dice.Chance(2_500)
        );
    }

    private static string Phone(Dice dice, HashSet<string> phones)
    {
        string phone;
        do phone = "139" + dice.Between(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture);
        while (!phones.Add(phone));
        return phone;
    }

    private static BirthdayText Birthday(Dice dice)
    {
        var month = dice.Between(1, 12);
        return dice.Chance(400)
            ? new(BirthdayKind.Lunar, month, dice.Between(1, 29))
            : new(BirthdayKind.Solar, month, dice.Between(1, 28), dice.Chance(6_000) ? dice.Between(1968, 2006) : null);
    }
}
