namespace Shuke.Server.Modules.Members;

/// <summary>A customer became a member.</summary>
public sealed record MemberRegistered(
    MemberId MemberId,
    long Number,
    MemberSource Source,
    StoreId? StoreId,
    StaffId? StaffId,
    Instant At
) : IFact
{
    public static string Name => "members.registered.v1";
}

/// <summary>Two members became one; the old id still leads to the new one.</summary>
public sealed record MembersMerged(MemberId FromId, MemberId ToId, MergeId MergeId, Instant At) : IFact
{
    public static string Name => "members.merged.v1";
}

/// <summary>A member was frozen, or released again.</summary>
public sealed record MemberFrozen(MemberId MemberId, bool Frozen, Instant At) : IFact
{
    public static string Name => "members.frozen.v1";
}

/// <summary>A profile has name, gender and birthday now, for the first time.</summary>
public sealed record ProfileCompleted(MemberId MemberId, StoreId? StoreId, Instant At) : IFact
{
    public static string Name => "members.profile_completed.v1";
}
