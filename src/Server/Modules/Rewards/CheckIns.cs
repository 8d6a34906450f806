using System.ComponentModel.DataAnnotations;
using Shuke.Core.Ledger;
using Shuke.Core.Rewards;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server.Modules.Rewards;

/// <summary>
/// Checking in: POST /members/{id}/check-in, once a day, or a missed day for points; GET /members/{id}/check-ins, a month
/// of it; GET, PUT /settings/check-in.
/// </summary>
public static class CheckIns
{
    /// <param name="MakeUp">the missed day to make up; null = today</param>
    public sealed record Request(BusinessDay? MakeUp = null);

    public sealed record Reply(BusinessDay Day, int Streak, long Points, long Extra, long Cost, long? Tomorrow);

    /// <summary>A day of the calendar on which the member checked in.</summary>
    public sealed record Mark(BusinessDay Day, int Streak, long Points, bool MadeUp);

    public sealed record Calendar(
        bool Active,
        IReadOnlyList<Mark> Marks,
        int Streak,
        bool Today,
        long Next,
        IReadOnlyList<BusinessDay> CanMakeUp,
        long? MakeUpCost
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Post("/members/{id}/check-in", Permission.RewardsPlay, Handle).WithSummary("Check a member in.");
        routes
            .Get("/members/{id}/check-ins", Permission.MembersView, Show)
            .WithSummary("A month of a member's check-ins.");
        routes.Get("/settings/check-in", Permission.RewardsView, ShowSettings).WithSummary("Rules of checking in.");
        routes
            .Put("/settings/check-in", Permission.RewardsEdit, SaveSettings)
            .WithSummary("Change how checking in works.");
        routes.Get("/settings/rewards", Permission.RewardsView, ShowPolicies).WithSummary("Policies of rewards.");
        routes
            .Put("/settings/rewards", Permission.RewardsEdit, SavePolicies)
            .WithSummary("Change policies of rewards.");
    }

    public static async Task<Outcome<Reply>> Handle(MemberId id, Request request, Tx tx, Caller caller)
    {
        if (await MembersPublic.Get(tx, id, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (member.WhyNot() is { } gone)
            return gone;
        var settings = await OrgPublic.Setting<CheckInSettings>(tx);
        if (!settings.Active)
            return CheckIn.Off;
        var store = await Happenings.StoreOf(tx, caller.StoreId);
        var today = store.DayOf(tx.Now);
        var days = await Days(tx, member.Id, today);
        var decided = request.MakeUp is { } missed
            ? CheckIn.MakeUp(settings.Terms, days, missed, today)
            : CheckIn.Today(settings.Terms, days, today);
        if (decided.No(out var done, out var refusal))
            return refusal;

        var first = await tx.Execute(
            """
            INSERT INTO check_in (merchant_id, member_id, day, streak, points, made_up, at)
            VALUES (@m, @member, @Day, @Streak, @Points, @madeUp, @now) ON CONFLICT DO NOTHING
            """,
            new
            {
                member = member.Id,
                done.Day,
                done.Streak,
                done.Points,
                madeUp = request.MakeUp is not null,
                now = tx.Now,
            }
        );
        if (first == 0)
            return CheckIn.Twice.With(("day", done.Day));
        await Happenings.Tell(
            tx,
            new(
                $"check_in:{member.Id}:{done.Day}",
                Happening.CheckedIn,
                member.Id,
                done.Day,
                tx.Now,
                store.Id,
                Count: done.Streak
            )
        );
        var cost = request.MakeUp is null ? 0 : settings.MakeUpCost!.Value;
        if (cost > 0 && await Pay(tx, caller, member.Id, cost, done.Day, store) is { } poor)
            return poor;
        await Earn(tx, member.Id, done, store);
        await TiersPublic.Did(
            tx,
            member.Id,
            Core.Tiers.Deed.CheckIn,
            store,
            "check_in",
            $"{member.Id}:{done.Day}",
            caller.StaffId
        );
        days.Add(done.Day);
        var next = CheckIn.Today(settings.Terms, days, today.AddDays(1));
        return new Reply(done.Day, done.Streak, done.Points, done.Extra, cost, next.IsOk ? next.Value.Points : null);
    }

    public static async Task<Outcome<Calendar>> Show(MemberId id, DbRead db, Caller caller)
    {
        if (await MembersPublic.Get(db, id, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        var settings = await OrgPublic.Setting<CheckInSettings>(db);
        var today = (await Happenings.StoreOf(db, caller.StoreId)).DayOf(db.Now);
        var rows = await db.All<CheckInRow>(
            "SELECT * FROM check_in WHERE merchant_id = @m AND member_id = @id AND day > @since ORDER BY day",
            new { id = member.Id, since = today.AddDays(-40) }
        );
        var days = await Days(db, member.Id, today);
        var done = days.Contains(today);
        var next = CheckIn.Today(settings.Terms, days, done ? today.AddDays(1) : today).Value;
        return new Calendar(
            settings.Active,
            rows.ConvertAll(r => new Mark(r.Day, r.Streak, r.Points, r.MadeUp)),
            next.Streak - 1,
            done,
            next.Points,
            settings.MakeUpCost is null
                ? []
                :
                [
                    .. Enumerable
                        .Range(1, settings.MakeUpDays)
                        .Select(n => today.AddDays(-n))
                        .Where(d => !days.Contains(d)),
                ],
            settings.MakeUpCost
        );
    }

    public static Task<Outcome<PolicyReply<CheckInSettings>>> ShowSettings(DbRead db, Caller caller) =>
        Policies.Show<CheckInSettings>(db, caller, null);

    public static async Task<Outcome<PolicyReply<CheckInSettings>>> SaveSettings(
        CheckInSettings request,
        Tx tx,
        Caller caller,
        IfMatch match
    )
    {
        var isSound =
            request.Series.Count > 0
            && request.Series.All(p => p is >= 0 and <= 100_000)
            && request.Extras.All(e => e is { Day: >= 1 and <= 366, Points: >= 1 and <= 1_000_000 })
            && request.MakeUpCost is null or >= 0 and <= 1_000_000;
        return isSound
            ? await Policies.Save(tx, caller, request, match, null)
            : RewardRefusals.TriggerInvalid.With(
                ("what", new Phrase("what", "签到积分须在 0–100,000 之间", "points of checking in: 0 to 100,000"))
            );
    }

    public static Task<Outcome<PolicyReply<RewardSettings>>> ShowPolicies(DbRead db, Caller caller) =>
        Policies.Show<RewardSettings>(db, caller, null);

    public static async Task<Outcome<PolicyReply<RewardSettings>>> SavePolicies(
        RewardSettings request,
        Tx tx,
        Caller caller,
        IfMatch match
    ) =>
        request.CostMax.IsNegative
            ? CommonReasons.AmountOutOfRange.With(("max", Money.FenMax))
            : await Policies.Save(tx, caller, request, match, null);

    private static async Task<HashSet<BusinessDay>> Days(DbRead db, MemberId member, BusinessDay today) =>
        (
            await db.All<BusinessDay>(
                "SELECT day FROM check_in WHERE merchant_id = @m AND member_id = @member AND day > @since",
                new { member, since = today.AddDays(-400) }
            )
        ).ToHashSet();

    private static async Task<Refusal?> Pay(
        Tx tx,
        Caller caller,
        MemberId member,
        long cost,
        BusinessDay day,
        StoreInfo store
    )
    {
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), member);
        var today = store.DayOf(tx.Now);
        if (
            SpendPoints.Decide(book, new(book.Assets.Points.Id, cost, tx.Now, today)).No(out var moves, out var refusal)
        )
            return refusal;
        var note = new PostingNote(
            "check_in",
            "check_in_cost",
            $"{member}:{day}",
            today,
            "till",
            store.Id,
            caller.StaffId,
            $"补签 {day}"
        );
        await LedgerPublic.Post(tx, book, note, moves);
        return null;
    }

    private static Task Earn(Tx tx, MemberId member, CheckedIn done, StoreInfo store) =>
        done.Points == 0
            ? Task.CompletedTask
            : TaskBook.Give(
                tx,
                GrantSource.CheckIn,
                0,
                1,
                $"check_in:{member}:{done.Day}",
                Happening.CheckedIn,
                member,
                [new Effect(EffectKind.Points, done.Points)],
                (
                    $"{done.Day} 签到,连续第 {done.Streak} 天。",
                    $"Checked in on {done.Day}, day {done.Streak} in a row."
                ),
                store
            );
}
