namespace Shuke.Core.Tests.Ledger;

public sealed class StoryTests
{
    [Fact]
    public void Stored_value_is_used_in_proportion_and_comes_back_as_it_went() =>
        LedgerTable.Play(
            """
            topup  W1 500+50       -> ok principal +500.00 bonus +50.00
            pay    T1 55           -> ok principal -50.00 bonus -5.00
            pay    T2 0.01         -> ok principal -0.01
            pay    T3 0.10         -> ok principal -0.09 bonus -0.01
            pay    T4 999          -> balance_too_low
            pay    T5 0            -> amount_out_of_range
            refund T1 55           -> ok principal +50.00 bonus +5.00
            refund T1 0.01         -> refund_exceeds_taken
            pay    T6 549.89       -> ok principal -499.90 bonus -49.99
            has    principal       -> 0.00
            has    bonus           -> 0.00
            """
        );

    [Fact]
    public void Partial_refunds_add_up_to_what_was_taken_and_not_a_fen_more() =>
        LedgerTable.Play(
            """
            topup  W1 100+30       -> ok principal +100.00 bonus +30.00
            pay    T1 10.01        -> ok principal -7.70 bonus -2.31
            refund T1 3.33         -> ok principal +2.56 bonus +0.77
            refund T1 3.33         -> ok principal +2.56 bonus +0.77
            refund T1 3.36         -> refund_exceeds_taken
            refund T1 3.35         -> ok principal +2.58 bonus +0.77
            has    principal       -> 100.00
            has    bonus           -> 30.00
            """
        );

    [Fact]
    public void Principal_first_and_bonus_first_are_frozen_in_the_lot() =>
        LedgerTable.Play(
            """
            order  principalfirst
            topup  W1 100+20       -> ok principal +100.00 bonus +20.00
            order  bonusfirst
            topup  W2 100+20       -> ok principal +100.00 bonus +20.00
            pay    T1 110          -> ok principal -100.00 bonus -10.00
            pay    T2 15           -> ok bonus -15.00
            pay    T3 20           -> ok principal -5.00 bonus -15.00
            """
        );

    [Fact]
    public void Bonus_covers_no_more_of_a_ticket_than_it_may() =>
        LedgerTable.Play(
            """
            topup  W1 100+100      -> ok principal +100.00 bonus +100.00
            pay    T1 60 bonusmax 10   -> ok principal -50.00 bonus -10.00
            pay    T2 60 bonusmax 0    -> balance_too_low
            pay    T3 60 bonusmax 10   -> ok principal -50.00 bonus -10.00
            pay    T4 1  bonusmax 0    -> balance_too_low
            pay    T5 80           -> ok bonus -80.00
            """
        );

    [Fact]
    public void Guards_of_a_top_up_answer_in_this_order() =>
        LedgerTable.Play(
            """
            topup  W1 0            -> amount_out_of_range
            topup  W1 499 fixed 500    -> topup_amount_fixed
            topup  W1 4600+400 points 100 -> ok principal +4600.00 bonus +400.00 points +100
            topup  W2 0.01         -> card_limit_exceeded
            freeze
            topup  W2 0.01         -> account_frozen
            pay    T1 0            -> amount_out_of_range
            pay    T1 9999         -> account_frozen
            spend  T1 points 1     -> account_frozen
            """
        );

    [Fact]
    public void An_anonymous_card_holds_a_thousand_yuan_with_its_bonus() =>
        LedgerTable.Play(
            """
            anonymous
            topup  W1 900+100.01   -> card_limit_exceeded
            topup  W1 900+100      -> ok principal +900.00 bonus +100.00
            """
        );

    [Fact]
    public void Bonus_in_monthly_parts_is_there_when_its_month_comes() =>
        LedgerTable.Play(
            """
            day    2026-01-31
            topup  W1 500+50 releases 5    -> ok principal +500.00 bonus +50.00
            usable bonus           -> 1000
            day    2026-02-27
            usable bonus           -> 1000
            day    2026-02-28
            usable bonus           -> 2000
            day    2026-03-30
            usable bonus           -> 2000
            day    2026-05-31
            usable bonus           -> 5000
            """
        );

    [Fact]
    public void A_top_up_can_be_undone_while_nothing_of_it_is_spent() =>
        LedgerTable.Play(
            """
            topup  W1 500+50       -> ok principal +500.00 bonus +50.00
            pay    T1 0.01         -> ok principal -0.01
            undo   W1              -> topup_partly_spent
            refund T1 0.01         -> ok principal +0.01
            undo   W1              -> ok principal -500.00 bonus -50.00
            """
        );

    [Theory]
    [InlineData("paidshare", "ok principal -500.00 bonus -100.00 pays 500.00")]
    [InlineData("listprice", "ok principal -500.00 bonus -100.00 pays 400.00")]
    public void Paid_1000_plus_200_with_600_used_pays_out_by_the_formula_of_the_court(string basis, string answer) =>
        LedgerTable.Play(
            $"""
            topup  W1 1000+200     -> ok principal +1000.00 bonus +200.00
            pay    T1 600          -> ok principal -500.00 bonus -100.00
            freeze
            close  {basis}         -> {answer}
            close  {basis}         -> card_empty
            """
        );

    [Fact]
    public void Points_that_end_first_are_used_first_and_nothing_expires_early() =>
        LedgerTable.Play(
            """
            day    2026-01-15
            earn   E1 points 100   -> ok points +100
            day    2026-02-15
            earn   E2 points 100   -> ok points +100
            spend  S1 points 150   -> ok points -150
            day    2027-01-31
            expire                 -> ok
            refund S1 120          -> ok points +120
            day    2027-02-01
            expire                 -> ok points -80
            expire                 -> ok
            usable points          -> 90
            day    2027-03-01
            expire                 -> ok points -90
            spend  S2 points 1     -> points_too_low
            """
        );

    [Fact]
    public void Refunded_points_of_an_expired_lot_live_on_for_the_grace_period() =>
        LedgerTable.Play(
            """
            earn   E1 points 100   -> ok points +100
            spend  S1 points 60    -> ok points -60
            day    2027-02-10
            refund S1 50           -> ok points +10
            usable points          -> 50
            day    2027-03-12
            usable points          -> 50
            day    2027-03-13
            expire                 -> ok points -50
            revive 30 principal
            refund S1 10           -> ok forfeited 10
            """
        );

    [Fact]
    public void Pending_points_cannot_be_spent_before_the_refund_period_is_over() =>
        LedgerTable.Play(
            """
            earn   E1 points 100 after 7   -> ok points +100
            spend  S1 points 1     -> points_too_low
            takebackpolicy pendingonly
            takeback E1 30         -> ok points -30
            day    2026-01-22
            spend  S1 points 60    -> ok points -60
            takeback E1 30         -> ok missing 30 deduct 0.00
            """
        );

    [Fact]
    public void Points_already_spent_are_deducted_from_the_refund_or_go_below_zero() =>
        LedgerTable.Play(
            """
            earn   E1 points 100   -> ok points +100
            spend  S1 points 75    -> ok points -75
            takeback E1 100        -> ok points -25 missing 75 deduct 0.75
            earn   E2 points 100   -> ok points +100
            spend  S2 points 100   -> ok points -100
            takebackpolicy belowzero
            takeback E2 100        -> ok points -100
            has    points          -> -100
            earn   E3 points 130   -> ok points +130
            usable points          -> 30
            """
        );

    [Fact]
    public void Nine_stamps_make_a_free_cup_that_ends_after_thirty_days() =>
        LedgerTable.Play(
            """
            earn   C1 stamps 8     -> ok stamps +8
            punch                  -> ok
            earn   C2 stamps 12    -> ok stamps +12
            punch                  -> ok stamps -18 cups +2
            spend  F1 cups 1       -> ok cups -1
            spend  F2 cups 2       -> times_too_low
            spend  F3 stamps 1     -> asset_not_spendable
            day    2026-02-15
            expire                 -> ok cups -1
            """
        );

    [Fact]
    public void Any_activity_renews_rolling_points() =>
        LedgerTable.Play(
            """
            earn   E1 beans 10     -> ok beans +10
            day    2026-02-10
            spend  S1 beans 1      -> ok beans -1
            day    2026-03-12
            usable beans           -> 9
            earn   E2 beans 5      -> ok beans +5
            day    2026-04-11
            usable beans           -> 14
            day    2026-04-12
            expire                 -> ok beans -14
            """
        );

    [Fact]
    public void Corrections_go_up_and_down_but_not_below_zero() =>
        LedgerTable.Play(
            """
            grant  points 50       -> ok points +50
            down   points 60       -> points_too_low
            down   points 50       -> ok points -50
            down   growth 1        -> counter_too_low
            grant  growth 7        -> ok growth +7
            down   growth 7        -> ok growth -7
            grant  points 0        -> count_out_of_range
            """
        );
}
