using Shuke.Core.Conditions;
using Shuke.Core.Rewards;

namespace Shuke.Core.Tests.Rewards;

public sealed class EngineTests
{
    private static readonly BusinessDay Today = BusinessDay.Of(2026, 11, 25);
    private static readonly MemberId Ann = new(1);
    private static readonly CategoryId Coffee = new(70);
    private static readonly CategoryId Cake = new(71);

    // what the rule asks of purchases | purchases so far in yuan | this purchase -> points given, or why not
    [Theory]
    [InlineData("any", "", "10", "100")]
    [InlineData("min 30", "", "30", "100")]
    [InlineData("min 30", "", "17.60", "满 30.00 元才有奖励,还差 12.40 元。")]
    [InlineData("nth 1", "", "10", "100")]
    [InlineData("nth 1", "10", "10", "这是第 2 次,第 1 次才有奖励。")]
    [InlineData("nth 1", "0", "10", "100")]
    [InlineData("nth 2 days 7", "10@7", "10", "100")]
    [InlineData("nth 2 days 7", "10@8", "10", "距上次消费 8 天,超过 7 天。")]
    [InlineData("every 3", "10 10", "10", "100")]
    [InlineData("every 3", "10 10 10", "10", "每 3 次奖励一次,还差 2 次。")]
    [InlineData("every 3 min 20", "20 5 20", "20", "100")]
    [InlineData("each 100", "60", "39.99", "累计满 100.00 元奖励一次,还差 0.01 元。")]
    [InlineData("each 100", "60", "40", "100")]
    [InlineData("each 100", "60", "240", "300")]
    [InlineData("each 100", "260", "40", "100")]
    public void Purchases_are_rewarded_by_the_ticket_the_number_or_the_sum(
        string trigger,
        string past,
        string now,
        string expected
    )
    {
        var rule = Rule(trigger, new Effect(EffectKind.Points, 100));
        var verdict = Decide([rule], Yuan(now), Past(past)).ShouldHaveSingleItem();
        var says = verdict.Grant is { } grant
            ? grant.Items.Sum(i => i.Amount).ToString(System.Globalization.CultureInfo.InvariantCulture)
            : verdict.WhyNot!.Sentence(Language.Zh);
        says.ShouldBe(expected);
    }

    [Fact]
    public void Only_the_goods_named_count()
    {
        var rule = Rule("min 20", new Effect(EffectKind.Bonus, RateBp: 1_000)) with { };
        rule = rule with { Trigger = rule.Trigger with { Categories = [Coffee] } };
        EventLine Line(CategoryId category, long yuan) => new(null, [category], Money.Yuan(yuan), Quantity.One);
        Verdict Of(params EventLine[] lines) =>
            RewardEngine.Decide([rule], Bought(Money.Yuan(100)) with { Lines = lines }, Facts(), AbuseLimits.Shipped)[
                0
            ];

        Of(Line(Coffee, 25), Line(Cake, 75)).Grant!.Items[0].Amount.ShouldBe(250);
        Of(Line(Coffee, 15), Line(Cake, 85)).WhyNot!.Code.ShouldBe("reward_amount_too_small");
        Of(Line(Cake, 100)).WhyNot!.Code.ShouldBe("reward_other_goods");
    }

    [Fact]
    public void Cash_back_comes_in_parts_that_add_up_to_the_fen()
    {
        var rule = Rule(
            "any",
            new Effect(EffectKind.Bonus, RateBp: 500, Max: 100_00, DelayDays: 7, Parts: 3, EveryDays: 30)
        );
        var item = Decide([rule], Money.Yuan(200), [])[0].Grant!.Items.ShouldHaveSingleItem();
        item.Amount.ShouldBe(10_00);
        item.Dues.Select(d => $"{d.Day} {d.Amount}").ShouldBe(["2026-12-02 334", "2027-01-01 333", "2027-01-31 333"]);
        Decide([rule], Money.Yuan(3_000), [])[0].Grant!.Items[0].Amount.ShouldBe(100_00);
        Decide([rule], new Money(19), [])[0].WhyNot!.Code.ShouldBe("reward_nothing");
    }

    [Theory]
    [InlineData(CapScope.EachMember, CapWindow.Day, CapUnit.Times, 2, 1, "ok")]
    [InlineData(CapScope.EachMember, CapWindow.Day, CapUnit.Times, 2, 2, "每位会员每天最多 2 次,已经用完。")]
    [InlineData(CapScope.Everybody, CapWindow.Ever, CapUnit.Times, 100, 100, "所有会员共最多 100 次,已经用完。")]
    [InlineData(CapScope.Everybody, CapWindow.Ever, CapUnit.Fen, 1_000_00, 999_00, "ok")]
    [InlineData(
        CapScope.Everybody,
        CapWindow.Ever,
        CapUnit.Fen,
        1_000_00,
        999_01,
        "活动预算剩余 0.99 元,这次需要 1.00 元。"
    )]
    public void Caps_say_what_is_left(
        CapScope scope,
        CapWindow window,
        CapUnit unit,
        long max,
        long used,
        string expected
    )
    {
        var cap = new Cap(scope, window, unit, max);
        var rule = Rule("any", new Effect(EffectKind.Bonus, 1_00)) with { Caps = [cap] };
        var facts = Facts() with
        {
            Counters = new Dictionary<(RewardRuleId, CounterKey), long> { [(rule.Id, cap.Key(Ann, Today))] = used },
        };
        var verdict = RewardEngine.Decide([rule], Bought(Money.Yuan(10)), facts, AbuseLimits.Shipped)[0];
        (verdict.WhyNot?.Sentence(Language.Zh) ?? "ok").ShouldBe(expected);
    }

    [Fact]
    public void Points_cost_what_they_are_worth_rounded_up_so_that_no_budget_is_overspent()
    {
        var rule = Rule("any", new Effect(EffectKind.Points, 101));
        var facts = Facts() with { WorthOfHundred = new(99) };
        RewardEngine
            .Decide([rule], Bought(Money.Yuan(10)), facts, AbuseLimits.Shipped)[0]
            .Grant!.Cost.ShouldBe(new Money(100));
    }

    [Fact]
    public void Of_an_exclusive_group_only_the_first_that_fits_gives_and_a_test_takes_no_place()
    {
        RewardRule In(long id, int priority, string trigger, RuleState state = RuleState.Running) =>
            Rule(trigger, new Effect(EffectKind.Points, id)) with
            {
                Id = new(id),
                Name = $"R{id}",
                Priority = priority,
                Group = "fest",
                State = state,
            };
        var verdicts = Decide(
            [In(1, 5, "any"), In(2, 9, "min 99"), In(3, 8, "any", RuleState.Test), In(4, 1, "any")],
            Money.Yuan(10),
            []
        );
        verdicts
            .Select(v => $"{v.Rule.Id}:{v.WhyNot?.Code ?? (v.IsTest ? "test" : "grant")}")
            .ShouldBe(["2:reward_amount_too_small", "3:test", "1:grant", "4:reward_group_taken"]);
        verdicts[3].WhyNot!.Sentence(Language.Zh).ShouldBe("同组活动只能享受一个,已享受「R1」。");
    }

    [Theory]
    [InlineData("2026-11-26", null, "活动从 2026-11-26 开始。")]
    [InlineData(null, "2026-11-24", "活动已于 2026-11-24 结束。")]
    [InlineData("2026-11-25", "2026-11-25", "ok")]
    public void A_rule_holds_from_its_first_day_to_its_last(string? from, string? to, string expected)
    {
        BusinessDay? Day(string? text) => text is null ? null : BusinessDay.Parse(text, null);
        var rule = Rule("any", new Effect(EffectKind.Points, 1)) with
        {
            Validity = new(new Schedule { From = Day(from), Until = Day(to) }),
        };
        var verdict = Decide([rule], Money.Yuan(10), [])[0];
        (verdict.WhyNot?.Sentence(Language.Zh) ?? "ok").ShouldBe(expected);
    }

    [Fact]
    public void A_wrong_weekday_says_the_next_right_one()
    {
        var rule = Rule("any", new Effect(EffectKind.Points, 1)) with
        {
            Validity = new(new Schedule { Weekdays = [DayOfWeek.Tuesday, DayOfWeek.Sunday] }),
        };
        // 25 November 2026 is a Wednesday.
        Decide([rule], Money.Yuan(10), [])[0]
            .WhyNot!.Sentence(Language.Zh)
            .ShouldBe("现在不在活动时间,下一次是 2026-11-29。");
    }

    [Fact]
    public void What_looks_odd_waits_for_a_person_and_what_may_come_back_waits_for_the_day()
    {
        var rule = Rule("any", new Effect(EffectKind.Bonus, 600_00));
        string Hold(RewardRule r, Suspicion seen) =>
            RewardEngine
                .Decide([r], Bought(Money.Yuan(10)), Facts() with { Suspicion = seen }, AbuseLimits.Shipped)[0]
                .Grant!.Hold?.Phrase.Code
            ?? "";
        var small = Rule("any", new Effect(EffectKind.Points, 1));
        Hold(rule, new()).ShouldBe("held_costly");
        Hold(small, new()).ShouldBe("");
        Hold(small, new(GrantsToday: 20)).ShouldBe("held_too_many");
        Hold(small, new(RefundsLately: 5)).ShouldBe("held_refunds");
        Hold(small, new(Device: 4)).ShouldBe("held_device");
        Hold(small with { Review = true }, new()).ShouldBe("held_for_review");
        var waiting = Decide([small with { HoldDays = 7 }], Money.Yuan(10), [])[0].Grant!;
        (waiting.Hold!.Phrase.Code, waiting.HoldUntil).ShouldBe(("held_days", BusinessDay.Of(2026, 12, 2)));
        RewardEngine
            .Decide([small], Bought(Money.Yuan(10)), Facts() with { Blocked = true }, AbuseLimits.Shipped)[0]
            .WhyNot!.Code.ShouldBe("reward_member_blocked");
    }

    [Fact]
    public void Each_side_of_a_referral_gets_its_own()
    {
        var rule = Rule(
            "any",
            new Effect(EffectKind.Points, 100),
            new Effect(EffectKind.Points, 50, For: Side.Friend)
        ) with
        {
            Trigger = new(Happening.Referred),
        };
        RewardEvent Event(Side side) => new("r:1", Happening.Referred, Ann, Today, default, Side: side);
        RewardEngine
            .Decide([rule], Event(Side.Member), Facts(), AbuseLimits.Shipped)[0]
            .Grant!.Items[0]
            .Amount.ShouldBe(100);
        RewardEngine
            .Decide([rule], Event(Side.Friend), Facts(), AbuseLimits.Shipped)[0]
            .Grant!.Items[0]
            .Amount.ShouldBe(50);
        RewardEngine
            .Decide(
                [Rule("any", new Effect(EffectKind.Points, 1)) with { Trigger = new(Happening.Referred) }],
                Event(Side.Friend),
                Facts(),
                AbuseLimits.Shipped
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_grant_says_rule_version_and_amount()
    {
        var grant = Decide([Rule("any", new Effect(EffectKind.Points, 1)) with { Version = 3 }], new Money(58_70), [])[
            0
        ].Grant!;
        grant.Why.In(Language.Zh).ShouldBe("2026-11-25 消费 58.70 元,符合「R」(第 3 版)。");
        grant.Why.In(Language.En).ShouldBe("2026-11-25, purchased, 58.70 yuan: fits rule R, version 3.");
    }

    // The rule as it is stored -> the sentence beside the form.
    [Fact]
    public void The_sentence_beside_the_form_is_written_from_the_rule()
    {
        string Zh(RewardRule rule) => new RuleSentence(id => id == "70" ? "咖啡" : id, Language.Zh).Of(rule);
        string En(RewardRule rule) => new RuleSentence(id => id == "70" ? "Coffee" : id, Language.En).Of(rule);
        var second = Rule("nth 2 days 30", new Effect(EffectKind.Points, 200)) with
        {
            Caps = [new(CapScope.EachMember, CapWindow.Ever, CapUnit.Times, 1)],
        };
        Zh(second).ShouldBe("上次消费后 30 天内第 2 次消费,获得 200 积分,每人最多 1 次。");
        En(second)
            .ShouldBe("On the 2nd purchase within 30 days of the one before, gets 200 points, at most 1 times each.");
        var back = Rule("min 50", new Effect(EffectKind.Bonus, RateBp: 500, Max: 20_00, DelayDays: 7)) with
        {
            Caps = [new(CapScope.Everybody, CapWindow.Ever, CapUnit.Fen, 1_000_00)],
            Validity = new(
                new Schedule
                {
                    From = BusinessDay.Of(2026, 12, 1),
                    Until = BusinessDay.Of(2026, 12, 31),
                    Weekdays = [DayOfWeek.Saturday],
                }
            ),
        };
        back = back with { Trigger = back.Trigger with { Categories = [Coffee] } };
        Zh(back)
            .ShouldBe(
                "消费「咖啡」满 50.00 元,获得 本次金额 5% 的赠金(最多 20.00 元)(7 天后到账),总预算 1000.00 元,活动时间:2026-12-01 至 2026-12-31 每周六。"
            );
        var autumn = Rule("any", new Effect(EffectKind.Points, 88)) with
        {
            Trigger = new(Happening.Festival, Days: 3, Festival: new(8, 15, IsLunar: true)),
        };
        Zh(autumn).ShouldBe("每年农历八月十五前 3 天,获得 88 积分。");
    }

    private static RewardRule Rule(string trigger, params Effect[] effects) =>
        new(new(9), 1, "purchase", "R", RuleState.Running, Parse(trigger), effects, [], new(), Clause.Always);

    private static Trigger Parse(string text)
    {
        var trigger = new Trigger(Happening.Purchased);
        var words = text.Split(' ');
        for (var i = 0; i + 1 < words.Length; i += 2)
        {
            var n = int.Parse(words[i + 1], System.Globalization.CultureInfo.InvariantCulture);
            trigger = words[i] switch
            {
                "min" => trigger with { MinAmount = Money.Yuan(n) },
                "nth" => trigger with { Nth = n },
                "every" => trigger with { Every = n },
                "days" => trigger with { Days = n },
                "each" => trigger with { EachAmount = Money.Yuan(n) },
                _ => throw new ArgumentException(words[i], nameof(text)),
            };
        }
        return trigger;
    }

    private static Money Yuan(string text) =>
        new((long)(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture) * 100));

    private static IReadOnlyList<PastEvent> Past(string text) =>
        [
            .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(t => t.Split('@'))
                .Select(p => new PastEvent(
                    Today.AddDays(
                        -(p.Length > 1 ? int.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture) : 1)
                    ),
                    Yuan(p[0]),
                    []
                )),
        ];

    private static RewardEvent Bought(Money amount) =>
        new("order:1", Happening.Purchased, Ann, Today, default, new StoreId(3), amount);

    private static RewardFacts Facts(IReadOnlyList<PastEvent>? past = null) =>
        new(past ?? [], new Dictionary<(RewardRuleId, CounterKey), long>(), Money.Yuan(1), new(), new Known());

    private static IReadOnlyList<Verdict> Decide(RewardRule[] rules, Money amount, IReadOnlyList<PastEvent> past) =>
        RewardEngine.Decide(rules, Bought(amount), Facts(past), AbuseLimits.Shipped);

    [Fact]
    public void A_condition_that_is_not_met_says_how_far_it_is()
    {
        var rule = Rule("any", new Effect(EffectKind.Points, 1)) with
        {
            Condition = Clause.Of(Fields.Spent, Op.AtLeast, 200_00, days: 30),
        };
        string Says(long spent) =>
            RewardEngine
                .Decide([rule], Bought(Money.Yuan(10)), Facts() with { Known = new Known(spent) }, AbuseLimits.Shipped)[
                    0
                ]
                .WhyNot?.Sentence(Language.Zh)
            ?? "ok";
        Says(200_00).ShouldBe("ok");
        Says(187_60).ShouldBe("条件未满足:需要近 30 天累计消费满 200.00 元,还差 12.40 元。");
    }

    private sealed record Known(long Spent = 0) : IConditionFacts
    {
        public Moment At => new(Today, Today.Date, 12 * 60);

        public long? Number(Field field, int? days) => field == Fields.Spent ? Spent : null;

        public bool Has(Field field, ChoiceValue value) => false;
    }
}
