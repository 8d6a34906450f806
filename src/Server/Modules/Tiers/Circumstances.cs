using Shuke.Core.Tiers;
using Shuke.Server.Modules.Members;

namespace Shuke.Server.Modules.Tiers;

/// <summary>What besides figures decides about a tier: whether terms run for the member yet, and what protects from falling.</summary>
internal static class Circumstances
{
    public static async Task<TierFacts> Add(DbRead db, Case subject, TierPolicy policy, TierFacts facts) =>
        facts with
        {
            IsActive = await MembersPublic.IsActive(db, subject.Member),
            IsBirthMonth =
                MayFall(policy)
                && policy.ProtectBirthMonth
                && await BenefitUses.IsBirthMonth(db, subject.Member, subject.Day),
            ProtectedUntil = MayFall(policy)
                ? await db.One<BusinessDay?>(
                    "SELECT until FROM tier_protection WHERE merchant_id = @m AND member_id = @member",
                    new { member = subject.Member }
                )
                : null,
        };

    private static bool MayFall(TierPolicy policy) => policy.Downgrade != Downgrade.Off;
}
