using Shuke.Core.Rewards;

namespace Shuke.Server.Modules.Rewards;

public enum GrantState
{
    /// <summary>Counted by a rule in test mode; nothing was given.</summary>
    Test,

    /// <summary>A person decides.</summary>
    Held,

    /// <summary>Until the days for returns are over.</summary>
    Waiting,
    Given,
    Rejected,
    TakenBack,
}

public enum DueState
{
    Open,
    Given,
    Cancelled,
}

[Table("reward_rule")]
internal sealed record RuleRow(
    MerchantId MerchantId,
    RewardRuleId Id,
    string Form,
    string Name,
    RuleState State,
    Happening Happening,
    string Body,
    long Version,
    Instant CreatedAt
);

[Table("reward_rule_version")]
internal sealed record RuleVersionRow(
    MerchantId MerchantId,
    RewardRuleId RuleId,
    long Version,
    RuleState State,
    string Body,
    StaffId? StaffId,
    Instant At
);

[Table("reward_event")]
internal sealed record EventRow(
    MerchantId MerchantId,
    long Id,
    string Key,
    Happening Happening,
    Side Side,
    MemberId MemberId,
    StoreId? StoreId,
    BusinessDay Day,
    Instant At,
    Money Amount,
    Money Returned,
    long Figure,
    string Name,
    string Lines
)
{
    /// <summary>The event net of what came back since.</summary>
    public RewardEvent ToEvent() =>
        new(
            Key,
            Happening,
            MemberId,
            Day,
            At,
            StoreId,
            Money.Max(Amount - Returned, Money.Zero),
            Kept(),
            Figure,
            Name,
            Side
        );

    /// <summary>
    /// A refund leaves the lines that are kept. Those of an event that was returned before refunds told their lines share
    /// what is kept in proportion.
    /// </summary>
    private IReadOnlyList<EventLine> Kept()
    {
        var lines = Lines.Length == 0 ? [] : Json.Parse<IReadOnlyList<EventLine>>(Lines);
        var left = Money.Max(Amount - Returned, Money.Zero);
        if (Returned.IsZero || lines.Count == 0 || lines.Sum(l => l.Net.Fen) <= left.Fen)
            return lines;
        var parts = left.Split(lines.Select(l => l.Net.Fen).ToArray());
        return [.. lines.Zip(parts, (l, net) => l with { Net = net })];
    }
}

[Table("reward_grant")]
internal sealed record GrantRow(
    MerchantId MerchantId,
    RewardGrantId Id,
    GrantSource SourceKind,
    long SourceId,
    long Version,
    string EventKey,
    Happening Happening,
    MemberId MemberId,
    StoreId? StoreId,
    GrantState State,
    Money Cost,
    string Items,
    string WhyZh,
    string WhyEn,
    string HoldZh,
    string HoldEn,
    BusinessDay? HoldUntil,
    BusinessDay Day,
    Instant At,
    StaffId? StaffId,
    string Note,
    Instant? DecidedAt
)
{
    public IReadOnlyList<GivenItem> ReadItems() => Json.Parse<IReadOnlyList<GivenItem>>(Items);

    public string Why(Language language) => language == Language.Zh ? WhyZh : WhyEn;

    public string Hold(Language language) => language == Language.Zh ? HoldZh : HoldEn;
}

/// <summary>One thing of a grant as it is stored: what, how much, when, and how much was taken back again.</summary>
internal sealed record GivenItem(
    int No,
    Effect Effect,
    long Amount,
    IReadOnlyList<Due> Dues,
    long Taken = 0,
    long Missing = 0
);

[Table("reward_due")]
internal sealed record DueRow(
    MerchantId MerchantId,
    RewardGrantId GrantId,
    int Item,
    int Part,
    BusinessDay DueOn,
    long Amount,
    DueState State
);

[Table("reward_posting")]
internal sealed record RewardPostingRow(MerchantId MerchantId, RewardGrantId GrantId, PostingId PostingId);

[Table("referral")]
internal sealed record ReferralRow(
    MerchantId MerchantId,
    ReferralId Id,
    MemberId InviterId,
    MemberId FriendId,
    byte[]? Device,
    string SuspectZh,
    string SuspectEn,
    string? FirstOrderKey,
    StaffId? StaffId,
    StoreId? StoreId,
    BusinessDay Day,
    Instant At
);

[Table("check_in")]
internal sealed record CheckInRow(
    MerchantId MerchantId,
    MemberId MemberId,
    BusinessDay Day,
    int Streak,
    long Points,
    bool MadeUp,
    Instant At
);

public enum DrawLook
{
    Wheel,
    Scratch,
    Grid,
    Egg,
}

[Table("draw")]
internal sealed record DrawRow(
    MerchantId MerchantId,
    DrawId Id,
    string Name,
    DrawLook Look,
    long? CostPoints,
    int PerDayMax,
    int GuaranteeAfter,
    BusinessDay? ValidFrom,
    BusinessDay? ValidTo,
    bool Active,
    long Version
);

[Table("draw_prize")]
internal sealed record PrizeRow(
    MerchantId MerchantId,
    PrizeId Id,
    DrawId DrawId,
    int Position,
    string TitleZh,
    string TitleEn,
    long Weight,
    long? Stock,
    long? PerDay,
    bool IsNothing,
    string Effects,
    long Given,
    BusinessDay? GivenDay,
    long GivenToday,
    bool Active
)
{
    public DrawPrize ToPrize() => new(Id, Weight, Stock, PerDay, IsNothing);

    public string Title(Language language) => language == Language.Zh || TitleEn.Length == 0 ? TitleZh : TitleEn;
}

[Table("draw_round")]
internal sealed record RoundRow(
    MerchantId MerchantId,
    DrawId DrawId,
    long Round,
    string Commitment,
    string SeedSealed,
    string? Seed,
    string Prizes,
    int GuaranteeAfter,
    long Next,
    Instant OpenedAt,
    Instant? ClosedAt
);

[Table("draw_play")]
internal sealed record PlayRow(
    MerchantId MerchantId,
    DrawId DrawId,
    long Round,
    long Number,
    MemberId MemberId,
    long Ticket,
    PrizeId LandedId,
    PrizeId WonId,
    DrawTurn Turn,
    long MissesBefore,
    string Uses,
    BusinessDay Day,
    Instant At,
    Instant? HandedOverAt
);

[Table("reward_task")]
internal sealed record TaskRow(
    MerchantId MerchantId,
    RewardTaskId Id,
    int Position,
    string TitleZh,
    string TitleEn,
    string Terms,
    string Effects,
    bool ByOffer,
    bool Active,
    long Version
)
{
    public string Title(Language language) => language == Language.Zh || TitleEn.Length == 0 ? TitleZh : TitleEn;

    public TaskTerms ReadTerms() => Json.Parse<TaskTerms>(Terms);

    public IReadOnlyList<Effect> ReadEffects() => Json.Parse<IReadOnlyList<Effect>>(Effects);
}

[Table("reward_task_done")]
internal sealed record TaskDoneRow(
    MerchantId MerchantId,
    RewardTaskId TaskId,
    MemberId MemberId,
    string Period,
    BusinessDay Day,
    bool Claimed,
    Instant At
);

[Table("badge")]
internal sealed record BadgeRow(
    MerchantId MerchantId,
    BadgeId Id,
    int Position,
    string TitleZh,
    string TitleEn,
    string About,
    string Feat,
    string Levels,
    bool Hidden,
    bool Active,
    long Version
)
{
    public string Title(Language language) => language == Language.Zh || TitleEn.Length == 0 ? TitleZh : TitleEn;

    public BadgeFeat ReadFeat() => Json.Parse<BadgeFeat>(Feat);

    public IReadOnlyList<BadgeLevel> ReadLevels() => Json.Parse<IReadOnlyList<BadgeLevel>>(Levels);
}

[Table("member_badge")]
internal sealed record MemberBadgeRow(MerchantId MerchantId, BadgeId BadgeId, MemberId MemberId, int Level, Instant At);
