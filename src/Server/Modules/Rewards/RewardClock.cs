using Shuke.Core.Calendar;
using Shuke.Core.Rewards;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Sales;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server.Modules.Rewards;

/// <summary>
/// Sets off rules of the calendar and gives what has come due, each day at eight in the morning of the zone: the rule's
/// mark says up to which day it has looked, so days of downtime are caught up, and the key of each event - member, rule,
/// day it is about - lets it happen once however many processes look.
/// </summary>
public sealed class RewardClock(Db db, ListMerchants merchants, ILogger<RewardClock> log) : BackgroundService
{
    private const int Hour = 8;
    private const int AtOnce = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        while (await Ticks.Next(timer, stoppingToken))
        {
            try
            {
                await LookOnce(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The rewards of the calendar could not be given; trying again");
            }
        }
    }

    /// <summary>Gives what is due now; answers how many events and parts.</summary>
    public async Task<int> LookOnce(CancellationToken cancel = default)
    {
        IReadOnlyList<(MerchantId Merchant, TimeZoneInfo Zone)> all;
        await using (var read = await db.Platform(cancel))
            all = await merchants(read);
        var given = 0;
        foreach (var (merchant, _) in all)
            given += await LookAt(merchant, cancel);
        return given;
    }

    private async Task<int> LookAt(MerchantId merchant, CancellationToken cancel)
    {
        IReadOnlyList<StoreInfo> stores;
        IReadOnlyList<RewardRule> rules;
        await using (var read = await db.Read(merchant, cancel))
        {
            stores = await OrgPublic.Stores(read);
            rules = [.. (await Rules.AllLive(read)).Where(r => r.Trigger.IsOfTheClock)];
        }
        var given = 0;
        foreach (var zone in stores.GroupBy(s => s.Zone.Id, StringComparer.Ordinal))
        {
            var store = zone.First();
            var local = TimeZoneInfo.ConvertTime(db.Now.ToDateTimeOffset(), store.Zone);
            var today = new BusinessDay(DateOnly.FromDateTime(local.DateTime).AddDays(local.Hour < Hour ? -1 : 0));
            foreach (var rule in rules)
                given += await CatchUp(merchant, rule, store, stores, today, cancel);
        }
        var first = stores[0];
        return given + await GiveDue(merchant, first, cancel) + await Release(merchant, first, cancel);
    }

    private async Task<int> CatchUp(
        MerchantId merchant,
        RewardRule rule,
        StoreInfo store,
        IReadOnlyList<StoreInfo> stores,
        BusinessDay today,
        CancellationToken cancel
    )
    {
        BusinessDay through;
        await using (var tx = await db.Begin(merchant, cancel))
        {
            // A new rule begins today; what was before it was made is none of its business.
            await tx.Execute(
                """
                INSERT INTO reward_clock (merchant_id, rule_id, zone, through) VALUES (@m, @id, @zone, @before) ON CONFLICT DO NOTHING
                """,
                new
                {
                    id = rule.Id,
                    zone = store.Zone.Id,
                    before = today.AddDays(-1),
                }
            );
            through = await tx.One<BusinessDay>(
                "SELECT through FROM reward_clock WHERE merchant_id = @m AND rule_id = @id AND zone = @zone",
                new { id = rule.Id, zone = store.Zone.Id }
            );
            await tx.Commit();
        }
        var given = 0;
        while (through < today)
        {
            var day = through.AddDays(1);
            given += await OneDay(merchant, rule, store, stores, day, cancel);
            await using var tx = await db.Begin(merchant, cancel);
            await tx.Execute(
                """
                UPDATE reward_clock SET through = @day WHERE merchant_id = @m AND rule_id = @id AND zone = @zone AND through < @day
                """,
                new
                {
                    id = rule.Id,
                    zone = store.Zone.Id,
                    day,
                }
            );
            await tx.Commit();
            through = day;
        }
        return given;
    }

    /// <summary>All members of the zone for whom the day counts, page by page; each page is one transaction.</summary>
    private async Task<int> OneDay(
        MerchantId merchant,
        RewardRule rule,
        StoreInfo store,
        IReadOnlyList<StoreInfo> stores,
        BusinessDay day,
        CancellationToken cancel
    )
    {
        var (given, after) = (0, new MemberId(0));
        while (true)
        {
            await using var tx = await db.Begin(merchant, cancel);
            var page = await Page(tx, rule, store, stores, day, after);
            foreach (var happened in page.Events)
                given += await Happenings.Tell(tx, happened) is { Count: > 0 } ? 1 : 0;
            await tx.Commit();
            if (page.Last is not { } last)
                return given;
            after = last;
        }
    }

    private static async Task<(IReadOnlyList<RewardEvent> Events, MemberId? Last)> Page(
        DbRead db,
        RewardRule rule,
        StoreInfo store,
        IReadOnlyList<StoreInfo> stores,
        BusinessDay day,
        MemberId after
    )
    {
        var about = day.AddDays(rule.Trigger.Days);
        if (rule.Trigger.On == Happening.PointsExpiring)
        {
            var points = (await LedgerPublic.Assets(db)).Points.Id;
            var rows = await LedgerPublic.ExpiringOn(db, points, about, after, AtOnce);
            return (
                [.. rows.Select(r => Event(rule, r.Member, new(day, about), db.Now, r.Amount))],
                rows.Count < AtOnce ? null : rows[^1].Member
            );
        }
        if (rule.Trigger.On == Happening.TierEnding)
        {
            var ending = await TiersPublic.EndingOn(db, about, after, AtOnce);
            return (
                [.. ending.Select(m => Event(rule, m, new(day, about), db.Now, rule.Trigger.Days))],
                ending.Count < AtOnce ? null : ending[^1]
            );
        }
        if (rule.Trigger.On == Happening.NotSeen)
        {
            var seen = day.AddDays(-rule.Trigger.Days);
            var gone = await SalesPublic.LastSeenOn(db, seen, await AllStores(db), after, AtOnce);
            return (
                [.. gone.Select(m => Event(rule, m, new(day, seen), db.Now, rule.Trigger.Days))],
                gone.Count < AtOnce ? null : gone[^1]
            );
        }
        if (rule.Trigger.On == Happening.Festival && !ClockEvents.IsFestival(rule.Trigger.Festival, about))
            return ([], null);
        var members = await MembersPublic.CalendarAfter(db, after, Months(rule.Trigger, about), AtOnce);
        var leap = (await OrgPublic.Setting<RewardSettings>(db)).LeapDay;
        return (
            [
                .. members
                    .Where(m => ZoneOf(m.PreferredStoreId, stores) == store.Zone.Id)
                    .SelectMany(m =>
                        ClockEvents
                            .Due(
                                rule.Trigger,
                                new(m.Id, store.DayOf(m.CreatedAt), m.Birthday, null),
                                day.AddDays(-1),
                                day,
                                leap
                            )
                            .Select(d => Event(rule, m.Id, d, db.Now, 0))
                    ),
            ],
            members.Count < AtOnce ? null : members[^1].Id
        );
    }

    /// <summary>The months a birthday must have to fall on this day: the solar one, its neighbour for 29 February, the lunar one.</summary>
    private static List<int>? Months(Trigger trigger, BusinessDay about)
    {
        if (trigger.On != Happening.Birthday)
            return null;
        var months = new HashSet<int> { about.Date.Month, about.AddDays(-1).Date.Month };
        if (Lunar.FromSolar(about.Date) is { } lunar)
            months.Add(lunar.Month);
        return [.. months];
    }

    private static async Task<IReadOnlyList<StoreId>> AllStores(DbRead db) =>
        (await OrgPublic.Stores(db)).Select(s => s.Id).ToList();

    private static string ZoneOf(StoreId? preferred, IReadOnlyList<StoreInfo> stores) =>
        (stores.FirstOrDefault(s => s.Id == preferred) ?? stores[0]).Zone.Id;

    internal static RewardEvent Event(RewardRule rule, MemberId member, ClockDue due, Instant now, long count) =>
        new(due.Key(rule, member), rule.Trigger.On, member, due.On, now, Count: count, Name: rule.Id.ToString());

    internal static async Task<MemberClock> Of(DbRead db, MemberInfo member, StoreInfo store) =>
        new(
            member.Id,
            store.DayOf(member.CreatedAt),
            member.Birthday,
            await SalesPublic.LastPurchase(db, member.Id, db.Now)
        );

    /// <summary>Delayed rewards and instalments whose day has come.</summary>
    private async Task<int> GiveDue(MerchantId merchant, StoreInfo store, CancellationToken cancel)
    {
        var given = 0;
        while (true)
        {
            await using var tx = await db.Begin(merchant, cancel);
            // Taken by the update: another process that looks at the same moment finds them given.
            var due = await tx.All<DueRow>(
                $"""
                UPDATE reward_due SET state = 'given' WHERE merchant_id = @m AND state = 'open' AND (grant_id, item, part) IN (
                    SELECT grant_id, item, part FROM reward_due WHERE merchant_id = @m AND state = 'open' AND due_on <= @day
                    ORDER BY due_on, grant_id, item, part LIMIT {AtOnce}) RETURNING *
                """,
                new { day = store.DayOf(tx.Now) }
            );
            foreach (var part in due.OrderBy(d => d.GrantId).ThenBy(d => d.Item).ThenBy(d => d.Part))
            {
                var grant = (await Grants.Find(tx, part.GrantId))!;
                await Giving.GiveDue(tx, grant, part, await Happenings.StoreOf(tx, grant.StoreId));
            }
            await tx.Commit();
            given += due.Count;
            if (due.Count < AtOnce)
                return given;
        }
    }

    /// <summary>Rewards that waited for the days of returns to be over.</summary>
    private async Task<int> Release(MerchantId merchant, StoreInfo store, CancellationToken cancel)
    {
        await using var tx = await db.Begin(merchant, cancel);
        var ready = await tx.All<GrantRow>(
            """
            UPDATE reward_grant SET state = 'given', decided_at = @now
            WHERE merchant_id = @m AND state = 'waiting' AND hold_until <= @day RETURNING *
            """,
            new { day = store.DayOf(tx.Now), now = tx.Now }
        );
        foreach (var grant in ready.OrderBy(g => g.Id))
            await Giving.Give(tx, grant, await Happenings.StoreOf(tx, grant.StoreId));
        await tx.Commit();
        return ready.Count;
    }
}
