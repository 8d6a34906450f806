using Shouldly;
using Shuke.Core.Coupons;
using Xunit;

namespace Shuke.Core.Tests.Coupons;

/// <summary>What coupons say, when they can be used, and where they are in their life.</summary>
public sealed class CouponTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly ProductId Latte = new(7);
    private static readonly MemberId Lin = new(11);
    private static readonly MemberId Wang = new(12);
    private static readonly StoreId Here = new(3);

    private static Instant At(string local) =>
        Instant.From(new DateTimeOffset(DateTime.Parse(local), TimeSpan.FromHours(8)));

    private static readonly CouponValidity Week = new(CouponValidityKind.Days, Days: 7);

    [Theory]
    [InlineData("cash_off 0", "coupon_amount_missing")]
    [InlineData("threshold 20 min 20", "coupon_threshold_below_amount")]
    [InlineData("threshold 20 min 100", "ok")]
    [InlineData("percent 0", "coupon_percent_wrong")]
    [InlineData("percent 10000", "coupon_percent_wrong")]
    [InlineData("percent 8500", "ok")]
    [InlineData("exchange all", "coupon_goods_missing")]
    [InlineData("exchange latte", "ok")]
    [InlineData("points 10000", "coupon_multiplier_wrong")]
    [InlineData("partner ''", "coupon_partner_missing")]
    [InlineData("days 0", "coupon_days_wrong")]
    [InlineData("dates reversed", "coupon_dates_reversed")]
    [InlineData("dates missing", "coupon_dates_missing")]
    [InlineData("sunday in a working week", "coupon_never_open")]
    [InlineData("weekday 8", "coupon_weekdays_wrong")]
    [InlineData("hours equal", "coupon_hours_wrong")]
    [InlineData("hours half", "coupon_hours_wrong")]
    [InlineData("cap 0", "coupon_amount_negative")]
    public void What_could_not_be_meant_is_refused(string said, string answer)
    {
        var ten = new CouponTerms
        {
            Kind = CouponKind.CashOff,
            Amount = Money.Yuan(10),
            Validity = Week,
        };
        var monday = BusinessDay.Of(2026, 11, 23);
        var terms = said switch
        {
            "cash_off 0" => ten with { Amount = Money.Zero },
            "threshold 20 min 20" => ten with
            {
                Kind = CouponKind.ThresholdOff,
                Amount = Money.Yuan(20),
                MinSpend = Money.Yuan(20),
            },
            "threshold 20 min 100" => ten with
            {
                Kind = CouponKind.ThresholdOff,
                Amount = Money.Yuan(20),
                MinSpend = Money.Yuan(100),
            },
            "percent 0" => ten with { Kind = CouponKind.PercentOff, Price = Ratio.Zero },
            "percent 10000" => ten with { Kind = CouponKind.PercentOff, Price = Ratio.One },
            "percent 8500" => ten with { Kind = CouponKind.PercentOff, Price = new(8_500) },
            "exchange all" => ten with { Kind = CouponKind.Exchange },
            "exchange latte" => ten with { Kind = CouponKind.Exchange, Products = [Latte] },
            "points 10000" => ten with { Kind = CouponKind.PointsMultiplier, Multiplier = Ratio.One },
            "partner ''" => ten with { Kind = CouponKind.ThirdParty },
            "days 0" => ten with { Validity = new(CouponValidityKind.Days) },
            "dates reversed" => ten with { Validity = new(CouponValidityKind.Dates, monday, monday.AddDays(-1)) },
            "dates missing" => ten with { Validity = new(CouponValidityKind.Dates, monday) },
            "sunday in a working week" => ten with
            {
                Validity = new(CouponValidityKind.Dates, monday, monday.AddDays(4), Weekdays: [7]),
            },
            "weekday 8" => ten with { Validity = Week with { Weekdays = [8] } },
            "hours equal" => ten with { Validity = Week with { FromMinute = 60, ToMinute = 60 } },
            "hours half" => ten with { Validity = Week with { FromMinute = 60 } },
            "cap 0" => ten with { Cap = Money.Zero },
            _ => throw new InvalidOperationException(said),
        };
        (CouponTermsCheck.WhyNot(terms)?.Code ?? "ok").ShouldBe(answer);
    }

    [Theory]
    // received             kind   first moment          last day
    [InlineData("2026-11-22 10:00", "7 days", "2026-11-22 10:00", "2026-11-28")]
    [InlineData("2026-11-22 23:59", "1 day", "2026-11-22 23:59", "2026-11-22")]
    [InlineData("2026-11-22 10:00", "next 7", "2026-11-23 00:00", "2026-11-29")]
    [InlineData("2026-11-22 10:00", "dates", "2026-11-11 00:00", "2026-11-30")]
    public void A_window_counts_days_of_the_shop(string received, string kind, string from, string lastDay)
    {
        CouponValidity validity = kind switch
        {
            "7 days" => Week,
            "1 day" => new(CouponValidityKind.Days, Days: 1),
            "next 7" => new(CouponValidityKind.DaysFromNextDay, Days: 7),
            _ => new(CouponValidityKind.Dates, BusinessDay.Of(2026, 11, 11), BusinessDay.Of(2026, 11, 30)),
        };
        var (begin, end) = CouponCalendar.Window(validity, At(received), Shanghai);
        begin.ShouldBe(At(from));
        CouponLife.LastDay(end, Shanghai).ToString().ShouldBe(lastDay);
        end.ShouldBe(At(lastDay + " 00:00").Plus(TimeSpan.FromDays(1)));
    }

    [Theory]
    // 2026-11-21 is a Saturday.
    [InlineData("2026-11-21 10:59", false)]
    [InlineData("2026-11-21 11:00", true)]
    [InlineData("2026-11-21 13:59", true)]
    [InlineData("2026-11-21 14:00", false)]
    [InlineData("2026-11-20 12:00", false)]
    public void Hours_and_weekdays_are_those_of_the_shop(string now, bool open) =>
        CouponCalendar
            .IsOpen(Week with { Weekdays = [6, 7], FromMinute = 11 * 60, ToMinute = 14 * 60 }, At(now), Shanghai)
            .ShouldBe(open);

    [Theory]
    [InlineData("2026-11-21 22:00", true)]
    [InlineData("2026-11-22 01:59", true)] // still Saturday's night
    [InlineData("2026-11-22 02:00", false)]
    [InlineData("2026-11-22 22:30", false)] // Sunday's own night
    [InlineData("2026-11-21 01:00", false)] // Friday's night
    public void A_night_belongs_to_the_day_it_began_on(string now, bool open) =>
        CouponCalendar
            .IsOpen(Week with { Weekdays = [6], FromMinute = 22 * 60, ToMinute = 2 * 60 }, At(now), Shanghai)
            .ShouldBe(open);

    private static readonly CouponFacts Coupon = new(
        new(1),
        CouponState.Issued,
        Lin,
        At("2026-11-20 00:00"),
        At("2026-11-27 00:00")
    );

    private static CouponFacts Locked(string until) =>
        Coupon with
        {
            State = CouponState.Locked,
            LockedFor = "order:5",
            LockedUntil = At(until),
        };

    [Theory]
    [InlineData("issued", "2026-11-22 10:00", CouponState.Issued)]
    [InlineData("issued", "2026-11-27 00:00", CouponState.Expired)]
    [InlineData("returned", "2026-11-22 10:00", CouponState.Returned)]
    [InlineData("locked", "2026-11-22 10:00", CouponState.Locked)]
    [InlineData("locked", "2026-11-22 11:00", CouponState.Issued)] // the lock ended by itself
    [InlineData("locked", "2026-11-28 00:00", CouponState.Expired)]
    [InlineData("used", "2026-11-28 00:00", CouponState.Used)]
    [InlineData("void", "2026-11-28 00:00", CouponState.Void)]
    public void The_clock_ends_locks_and_coupons(string written, string now, CouponState state)
    {
        var coupon = written switch
        {
            "issued" => Coupon,
            "returned" => Coupon with { State = CouponState.Returned },
            "locked" => Locked("2026-11-22 11:00"),
            "used" => Coupon with { State = CouponState.Used },
            _ => Coupon with { State = CouponState.Void },
        };
        CouponLife.StateAt(coupon, At(now)).ShouldBe(state);
    }

    [Theory]
    [InlineData("mine", "ok")]
    [InlineData("another's", "coupon_not_yours")]
    [InlineData("another's, transferable", "ok")]
    [InlineData("nobody's", "ok")]
    [InlineData("used", "coupon_used")]
    [InlineData("void", "coupon_void")]
    [InlineData("tomorrow", "coupon_not_yet")]
    [InlineData("last week", "coupon_expired")]
    [InlineData("held by another order", "coupon_locked")]
    [InlineData("held by this order", "ok")]
    [InlineData("other store", "coupon_wrong_store")]
    [InlineData("gold only", "coupon_wrong_tier")]
    [InlineData("on Mondays", "coupon_wrong_time")]
    [InlineData("a partner's", "coupon_partners_only")]
    public void Whether_a_coupon_can_be_used_here_and_now(string which, string answer)
    {
        var now = At("2026-11-22 10:00"); // a Sunday
        var terms = new CouponTerms
        {
            Kind = CouponKind.CashOff,
            Amount = Money.Yuan(10),
            Validity = Week,
        };
        var visit = new CouponVisit(now, Shanghai, Here, Lin, new(1));
        (CouponFacts Coupon, CouponTerms Terms, CouponVisit Visit) at = which switch
        {
            "mine" => (Coupon, terms, visit),
            "another's" => (Coupon, terms, visit with { Member = Wang }),
            "another's, transferable" => (Coupon, terms with { Transferable = true }, visit with { Member = Wang }),
            "nobody's" => (Coupon with { Holder = null }, terms, visit with { Member = null }),
            "used" => (Coupon with { State = CouponState.Used }, terms, visit),
            "void" => (Coupon with { State = CouponState.Void }, terms, visit),
            "tomorrow" => (Coupon with { ValidFrom = At("2026-11-23 00:00") }, terms, visit),
            "last week" => (Coupon with { ValidTo = At("2026-11-16 00:00") }, terms, visit),
            "held by another order" => (Locked("2026-11-22 11:00"), terms, visit with { LockFor = "order:6" }),
            "held by this order" => (Locked("2026-11-22 11:00"), terms, visit with { LockFor = "order:5" }),
            "other store" => (Coupon, terms with { Stores = [new(4)] }, visit),
            "gold only" => (Coupon, terms with { Tiers = [new(9)] }, visit),
            "on Mondays" => (Coupon, terms with { Validity = Week with { Weekdays = [1] } }, visit),
            "a partner's" => (Coupon, terms with { Kind = CouponKind.ThirdParty, Partner = "视频网站" }, visit),
            _ => throw new InvalidOperationException(which),
        };
        (CouponLife.WhyNot(at.Coupon, at.Terms, at.Visit)?.Code ?? "ok").ShouldBe(answer);
    }

    [Theory]
    // full policy, partial policy, whole back, still earned -> until
    [InlineData("comes_back", "stays", true, false, "2026-11-26 00:00", "2026-11-27 00:00")] // it had longer anyway
    [InlineData("comes_back", "stays", true, false, "2026-11-30 00:00", "2026-11-30 00:00")] // at least until then
    [InlineData("as_it_was", "stays", true, false, "2026-11-30 00:00", "2026-11-27 00:00")]
    [InlineData("forfeited", "stays", true, false, "2026-11-30 00:00", null)]
    [InlineData("comes_back", "stays", false, false, "2026-11-30 00:00", null)]
    [InlineData("comes_back", "if_fails", false, false, "2026-11-30 00:00", "2026-11-30 00:00")]
    [InlineData("comes_back", "if_fails", false, true, "2026-11-30 00:00", null)]
    public void What_comes_back_after_a_refund(
        string full,
        string partial,
        bool whole,
        bool earned,
        string atLeast,
        string? until
    )
    {
        var policy = new CouponReturnPolicy(
            full switch
            {
                "comes_back" => AfterFullRefund.ComesBack,
                "as_it_was" => AfterFullRefund.AsItWas,
                _ => AfterFullRefund.Forfeited,
            },
            partial == "stays" ? AfterPartialRefund.StaysUsed : AfterPartialRefund.ComesBackIfConditionFails,
            At(atLeast)
        );
        CouponLife.ComesBackUntil(policy, whole, earned, Coupon.ValidTo).ShouldBe(until is null ? null : At(until));
    }

    [Theory]
    [InlineData(
        "threshold",
        "满 100.00 元减 20.00 元;领取后 7 天内有效",
        "20.00 yuan off from 100.00 yuan on; good for 7 days"
    )]
    [InlineData(
        "percent",
        "打 8.5 折,最多减 30.00 元;领取后 7 天内有效",
        "15% off, at most 30.00 yuan; good for 7 days"
    )]
    [InlineData(
        "weekend",
        "减 5.00 元;领取后 7 天内有效,限周六、周日,11:00–14:30",
        "5.00 yuan off; good for 7 days, only Sat, Sun, 11:00–14:30"
    )]
    [InlineData("fuel", "每升减 0.30 元;领取后 7 天内有效", "0.30 yuan off a litre; good for 7 days")]
    public void A_coupon_says_what_it_does(string which, string zh, string en)
    {
        var basis = new CouponTerms
        {
            Kind = CouponKind.CashOff,
            Amount = Money.Yuan(5),
            Validity = Week,
        };
        var terms = which switch
        {
            "threshold" => basis with
            {
                Kind = CouponKind.ThresholdOff,
                Amount = Money.Yuan(20),
                MinSpend = Money.Yuan(100),
            },
            "percent" => basis with { Kind = CouponKind.PercentOff, Price = new(8_500), Cap = Money.Yuan(30) },
            "weekend" => basis with { Validity = Week with { Weekdays = [7, 6], FromMinute = 660, ToMinute = 870 } },
            _ => basis with { Kind = CouponKind.Fuel, Amount = new(30) },
        };
        var sentence = CouponSentence.Of(terms);
        (sentence.In(Language.Zh), sentence.In(Language.En)).ShouldBe((zh, en));
    }

    [Fact]
    public void A_pack_that_does_not_add_up_is_told_its_author()
    {
        // 3x2 + 5x2 + 8x2 + 12x2 + 18x2 = 92, sold as 89.
        PackPart[] parts =
        [
            .. new[] { 3, 5, 8, 12, 18 }.Select((yuan, i) => new PackPart(new(i + 1), 2, Money.Yuan(yuan))),
        ];
        CouponPacks.Worth(parts).ShouldBe(Money.Yuan(92));
        CouponPacks
            .Warning(Money.Yuan(89), parts)!
            .In(Language.Zh)
            .ShouldBe("名义金额 89.00 元,券面合计 92.00 元,相差 3.00 元,请确认。");
        CouponPacks.Warning(Money.Yuan(92), parts).ShouldBeNull();
        CouponPacks.Warning(null, parts).ShouldBeNull();
        CouponPacks.Warning(Money.Yuan(89), [.. parts, new(new(9), 1, null)]).ShouldBeNull();
    }
}
