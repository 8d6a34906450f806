using System.ComponentModel.DataAnnotations;
using Shuke.Core.Calendar;
using Shuke.Core.Rewards;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Rewards;

/// <summary>Where a reward comes from.</summary>
public enum GrantSource
{
    Rule,
    Draw,
    Task,
    Badge,
    CheckIn,
}

/// <summary>What other modules may tell the reward engine, and ask it.</summary>
public static class RewardsPublic
{
    /// <summary>What the rules of this module say now, for the written membership policy.</summary>
    public static Task<IReadOnlyList<Chapter>> Chapters(DbRead db, Language language) =>
        RewardChapters.Write(db, language);

    /// <summary>
    /// Something happened that this module cannot hear by itself (a review, a share, a form): rules, tasks and badges look at
    /// it in this transaction. Told twice under one key, it counts once.
    /// </summary>
    /// <param name="name">what the rules call it</param>
    public static Task Happened(Tx tx, MemberId member, string name, string key, StoreInfo store, Money amount) =>
        Happenings.Tell(
            tx,
            new RewardEvent(
                $"custom:{name}:{key}",
                Happening.Custom,
                member,
                store.DayOf(tx.Now),
                tx.Now,
                store.Id,
                amount,
                Name: name
            )
        );
}

/// <summary>Policies of rewards: from where on a person looks, and when people born on 29 February celebrate.</summary>
public sealed record RewardSettings : ISetting
{
    public static string Name => "rewards";

    /// <summary>More rewards a day for one member wait for a person; 0 = never.</summary>
    [Range(0, 1_000)]
    public int GrantsPerDayMax { get; init; } = AbuseLimits.Shipped.GrantsPerDayMax;

    /// <summary>After so many tickets given back in 30 days rewards wait for a person; 0 = never.</summary>
    [Range(0, 1_000)]
    public int RefundsPerMonthMax { get; init; } = AbuseLimits.Shipped.RefundsPerMonthMax;

    [Range(0, 1_000)]
    public int MembersPerDeviceMax { get; init; } = AbuseLimits.Shipped.MembersPerDeviceMax;

    /// <summary>A reward worth more waits for a person, fen; 0 = never.</summary>
    public Money CostMax { get; init; } = AbuseLimits.Shipped.CostMax;

    /// <summary>Friends a day from which on a person looks, and at which it ends; 0 = no limit.</summary>
    [Range(0, 1_000)]
    public int FriendsPerDaySuspect { get; init; } = ReferralLimits.Shipped.PerDaySuspect;

    [Range(0, 1_000)]
    public int FriendsPerDayMax { get; init; } = ReferralLimits.Shipped.PerDayMax;

    [Range(0, 1_000)]
    public int FriendsPerDeviceMax { get; init; } = ReferralLimits.Shipped.PerDeviceMax;

    /// <summary>So many days after joining a referrer can still be named; 0 = always.</summary>
    [Range(0, 3_650)]
    public int FriendDaysMax { get; init; } = ReferralLimits.Shipped.FriendDaysMax;

    public LeapDay LeapDay { get; init; } = LeapDay.February28;

    internal AbuseLimits Abuse => new(GrantsPerDayMax, RefundsPerMonthMax, MembersPerDeviceMax, CostMax);

    internal ReferralLimits Referral => new(FriendDaysMax, FriendsPerDaySuspect, FriendsPerDayMax, FriendsPerDeviceMax);
}

/// <summary>How checking in works at this merchant.</summary>
public sealed record CheckInSettings : ISetting
{
    public static string Name => "check_in";

    public bool Active { get; init; }

    /// <summary>The first login of a day in the member app counts as checking in.</summary>
    public bool LoginCounts { get; init; }

    [MaxLength(31)]
    public IReadOnlyList<long> Series { get; init; } = [1, 2, 3, 5, 8];
    public CheckInCycle Cycle { get; init; } = CheckInCycle.None;

    [MaxLength(31)]
    public IReadOnlyList<CheckInExtra> Extras { get; init; } = [new(7, 10), new(30, 100)];

    /// <summary>Points for making up a missed day; null = cannot be made up.</summary>
    public long? MakeUpCost { get; init; }

    [Range(1, 31)]
    public int MakeUpDays { get; init; } = 7;

    internal CheckInTerms Terms => new(Series, Cycle, Extras, MakeUpCost, MakeUpDays);
}
