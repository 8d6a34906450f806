using Shuke.Core.Conditions;

namespace Shuke.Core.Tests.Conditions;

public sealed class ClauseTests
{
    private static readonly Clause Gold = Clause.Of(Fields.Tier, Op.AnyOf, "3", "4");

    [Fact]
    public void A_tree_is_checked_from_left_to_right_and_names_the_first_failure()
    {
        var clause = Clause.AllOf(
            Gold,
            Clause.Of(Fields.Spent, Op.AtLeast, 20_000, days: 90),
            Clause.NoneOf(Clause.Of(Fields.Tags, Op.AnyOf, "7"))
        );
        var facts = new FactsOf
        {
            ["tier"] = "3",
            ["spent/90"] = 18_760L,
            ["tags"] = "8",
        };
        var unmet = Condition.Of(clause).Unmet(facts)!;
        unmet.Field.ShouldBe(Fields.Spent);
        unmet.Distance.ShouldBe(1_240);
        unmet.Why.In(Language.Zh).ShouldBe("需要近 90 天累计消费满 200.00 元,还差 12.40 元");
        unmet.Why.In(Language.En).ShouldBe("needs spent in 90 days at least 200.00 yuan; 12.40 yuan to go");
        Condition.Of(clause).Holds(new FactsOf { ["tier"] = "4", ["spent/90"] = 20_000L }).ShouldBeTrue();
        Condition
            .Of(clause)
            .Holds(
                new FactsOf
                {
                    ["tier"] = "4",
                    ["spent/90"] = 20_000L,
                    ["tags"] = "7",
                }
            )
            .ShouldBeFalse();
    }

    [Theory]
    [InlineData(Op.AtLeast, 10, true)]
    [InlineData(Op.AtLeast, 11, false)]
    [InlineData(Op.AtMost, 10, true)]
    [InlineData(Op.AtMost, 9, false)]
    [InlineData(Op.Above, 9, true)]
    [InlineData(Op.Above, 10, false)]
    [InlineData(Op.Below, 11, true)]
    [InlineData(Op.Below, 10, false)]
    [InlineData(Op.Is, 10, true)]
    [InlineData(Op.IsNot, 10, false)]
    public void Ten_purchases_are_compared(Op op, long number, bool holds)
    {
        var condition = Condition.Of(Clause.Of(Fields.Purchases, op, number));
        condition.Holds(new FactsOf { ["purchases"] = 10L }).ShouldBe(holds);
        (condition.Unmet(new FactsOf { ["purchases"] = 10L }) is null).ShouldBe(holds);
        condition.Holds(new FactsOf()).ShouldBeFalse(); // what is not known never passes
    }

    [Theory]
    [InlineData(Op.AnyOf, "1,9", true)]
    [InlineData(Op.AnyOf, "9", false)]
    [InlineData(Op.AllOf, "1,2", true)]
    [InlineData(Op.AllOf, "1,9", false)]
    [InlineData(Op.NoneOf, "8,9", true)]
    [InlineData(Op.NoneOf, "2,9", false)]
    public void A_member_with_tags_1_and_2(Op op, string values, bool holds) =>
        Condition
            .Of(Clause.Of(Fields.Tags, op, values.Split(',')))
            .Holds(new FactsOf { ["tags"] = "1,2" })
            .ShouldBe(holds);

    [Fact]
    public void An_empty_all_is_always_true_and_an_empty_any_never()
    {
        Condition.Of(Clause.Always).Holds(new FactsOf()).ShouldBeTrue();
        Condition.Of(Clause.AnyOf()).Holds(new FactsOf()).ShouldBeFalse();
    }

    [Fact]
    public void The_sentence_is_made_from_the_data_in_both_languages()
    {
        var clause = Clause.AllOf(
            Gold,
            Clause.AnyOf(
                Clause.Of(Fields.Purchases, Op.AtLeast, 3, days: 30),
                Clause.Of(Fields.IsMember, Op.AnyOf, "no")
            ),
            Clause.NoneOf(Clause.Between(Fields.BirthdayDistance, -3, 3))
        );
        var sentence = ClauseWords.Sentence(clause, (_, id) => id == "3" ? "金卡" : null);
        sentence
            .In(Language.Zh)
            .ShouldBe("等级为 金卡、4且(近 30 天消费次数满 3 次或不是会员)且不满足“距生日天数在 -3 天 到 3 天 之间”");
        sentence
            .In(Language.En)
            .ShouldBe(
                "tier 金卡, 4 and (purchases in 30 days at least 3 times or not is a member) and not (days to the birthday from -3 days to 3 days)"
            );
    }

    public static TheoryData<string, Clause> Contradictions =>
        new()
        {
            {
                "spent at least 200 and below 100",
                Clause.AllOf(Clause.Of(Fields.Spent, Op.AtLeast, 20_000), Clause.Of(Fields.Spent, Op.Below, 10_000))
            },
            {
                "two tiers at once",
                Clause.AllOf(Clause.Of(Fields.Tier, Op.AnyOf, "1"), Clause.Of(Fields.Tier, Op.AnyOf, "2"))
            },
            { "a tier and not that tier", Clause.AllOf(Gold, Clause.NoneOf(Gold)) },
            { "neither yes nor no", Clause.Of(Fields.IsMember, Op.NoneOf, "yes", "no") },
            {
                "every branch contradicts itself",
                Clause.AllOf(
                    Clause.Of(Fields.Age, Op.AtLeast, 60),
                    Clause.AnyOf(Clause.Of(Fields.Age, Op.Below, 20), Clause.Of(Fields.Age, Op.Is, 30))
                )
            },
            { "nothing to choose from", Clause.AnyOf() },
            { "less than nothing", Clause.Of(Fields.Purchases, Op.Below, 0) },
            {
                "all of the tags but none of them",
                Clause.AllOf(Clause.Of(Fields.Tags, Op.AllOf, "1", "2"), Clause.Of(Fields.Tags, Op.NoneOf, "2"))
            },
            {
                "a Monday that is a Tuesday",
                Clause.AllOf(
                    Clause.At(new() { Weekdays = [DayOfWeek.Monday] }),
                    Clause.At(new() { Weekdays = [DayOfWeek.Tuesday] })
                )
            },
            {
                "no 31st in a February",
                Clause.At(
                    new()
                    {
                        From = Day(2026, 2, 1),
                        Until = Day(2026, 2, 28),
                        DaysOfMonth = [31],
                    }
                )
            },
            { "ends before it starts", Clause.At(new() { From = Day(2026, 2, 2), Until = Day(2026, 2, 1) }) },
            {
                "morning and evening at once",
                Clause.AllOf(
                    Clause.At(new() { Hours = [new(480, 600)] }),
                    Clause.At(new() { Hours = [new(1_200, 60)] })
                )
            },
        };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void What_can_never_be_true_is_found(string why, Clause clause) =>
        ClauseCheck.Refuse(clause, FieldUse.Cart)?.Code.ShouldBe("condition_never_true", why);

    public static TheoryData<string, Clause> Sound =>
        new()
        {
            { "always", Clause.Always },
            {
                "between the two",
                Clause.AllOf(Clause.Of(Fields.Spent, Op.AtLeast, 10_000), Clause.Of(Fields.Spent, Op.Below, 20_000))
            },
            {
                "different windows",
                Clause.AllOf(
                    Clause.Of(Fields.Spent, Op.AtLeast, 20_000),
                    Clause.Of(Fields.Spent, Op.Below, 10_000, days: 30)
                )
            },
            { "one branch lives", Clause.AnyOf(Clause.Of(Fields.Age, Op.Below, 0), Gold) },
            {
                "a Monday in the evening",
                Clause.AllOf(
                    Clause.At(new() { Weekdays = [DayOfWeek.Monday] }),
                    Clause.At(new() { Hours = [new(1_200, 60)] })
                )
            },
            {
                "two tags at once",
                Clause.AllOf(Clause.Of(Fields.Tags, Op.AnyOf, "1"), Clause.Of(Fields.Tags, Op.AnyOf, "2"))
            },
            { "outside a range", Clause.NoneOf(Clause.Between(Fields.Age, 18, 60)) },
        };

    [Theory]
    [MemberData(nameof(Sound))]
    public void What_can_be_true_passes(string why, Clause clause) =>
        ClauseCheck.Refuse(clause, FieldUse.Cart).ShouldBeNull(why);

    [Fact]
    public void Wrong_shapes_are_named()
    {
        string? Code(Clause clause, FieldUse use = FieldUse.Cart) => ClauseCheck.Refuse(clause, use)?.Code;
        Code(
                new()
                {
                    Field = "shoe_size",
                    Op = Op.Is,
                    Number = 42,
                }
            )
            .ShouldBe("condition_unknown_field");
        Code(Clause.Of(Fields.EventAmount, Op.AtLeast, 1)).ShouldBe("condition_unknown_field");
        Code(Clause.Of(Fields.EventAmount, Op.AtLeast, 1), FieldUse.Event).ShouldBeNull();
        Code(
                new()
                {
                    Field = "tier",
                    Op = Op.AtLeast,
                    Number = 1,
                }
            )
            .ShouldBe("condition_value_wrong");
        Code(Clause.Of(Fields.Tier, Op.AnyOf, (IReadOnlyList<string>)[])).ShouldBe("condition_value_wrong");
        Code(Clause.Of(Fields.Gender, Op.AnyOf, "cat")).ShouldBe("condition_value_wrong");
        Code(Clause.Of(Fields.Age, Op.AtLeast, 1, days: 3)).ShouldBe("condition_value_wrong");
        Code(Clause.Of(Fields.JoinedOn, Op.AtLeast, 1)).ShouldBe("condition_value_wrong");
        Code(new()).ShouldBe("condition_value_wrong");
        Code(Clause.AllOf([.. Enumerable.Repeat(Gold, 100)])).ShouldBe("condition_too_large");
    }

    /// <summary>Whatever the check calls impossible is false for every member of a small world.</summary>
    [Fact]
    public void Nothing_that_is_refused_ever_holds()
    {
        var random = new Random(20_261_125);
        var refused = 0;
        for (var i = 0; i < 5_000; i++)
        {
            var clause = Some(random, 3);
            if (ClauseCheck.Refuse(clause, FieldUse.Cart) is not { } no)
                continue;
            no.Code.ShouldBe("condition_never_true");
            refused++;
            var condition = Condition.Of(clause);
            for (var age = 0; age < 5; age++)
            for (var tier = 1; tier <= 3; tier++)
            for (var tags = 0; tags < 4; tags++)
                condition
                    .Holds(
                        new FactsOf
                        {
                            ["age"] = (long)age,
                            ["tier"] = $"{tier}",
                            ["tags"] = string.Join(',', new[] { "1", "2" }.Where((_, t) => (tags >> t & 1) != 0)),
                        }
                    )
                    .ShouldBeFalse();
        }
        refused.ShouldBeGreaterThan(200);
    }

    private static Clause Some(Random random, int depth)
    {
        if (depth > 0 && random.Next(3) > 0)
        {
            var parts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Some(random, depth - 1)).ToList();
            return random.Next(3) switch
            {
                0 => Clause.AllOf(parts),
                1 => Clause.AnyOf(parts),
                _ => Clause.NoneOf(parts),
            };
        }
        return random.Next(3) switch
        {
            0 => Clause.Of(Fields.Age, (Op)random.Next((int)Op.Between), random.Next(5)),
            1 => Clause.Of(Fields.Tier, random.Next(2) == 0 ? Op.AnyOf : Op.NoneOf, $"{random.Next(1, 4)}"),
            _ => Clause.Of(Fields.Tags, Op.AnyOf + random.Next(3), $"{random.Next(1, 3)}"),
        };
    }

    private static BusinessDay Day(int year, int month, int day) => BusinessDay.Of(year, month, day);
}

/// <summary>Facts by the field's code ("spent/90" for a window): a number, or values parted by commas.</summary>
internal sealed class FactsOf : Dictionary<string, object>, IConditionFacts
{
    public Moment At { get; init; }

    public long? Number(Field field, int? days) =>
        TryGetValue(days is null ? field.Code : $"{field.Code}/{days}", out var value) ? (long)value : null;

    public bool Has(Field field, ChoiceValue value) =>
        TryGetValue(field.Code, out var held) && ((string)held).Split(',').Contains(value.Text);
}
