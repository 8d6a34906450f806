using Shuke.Core.Membership;
using Shuke.Core.Sales;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server.Modules.Sales;

/// <summary>
/// Each night: memberships that renew themselves are paid from stored value on their last day. Where it does not work the
/// reason stays with the term and is tried again for a week; then renewal is switched off. A renewed term hands its switch
/// to the next one in the same transaction, so none is paid twice.
/// </summary>
public static class RenewMemberships
{
    public const string Kind = "memberships.renew";
    private const int AtOnce = 100;
    private const int TriesDays = 7;

    internal static async Task<object?> Run(JobRun run)
    {
        var (after, renewed, failed) = (new MembershipId(0), 0L, 0L);
        while (true)
        {
            List<MembershipInfo> due;
            StoreInfo store;
            BusinessDay day;
            await using (var read = await run.Db.Read(run.Merchant, run.Stopping))
            {
                store = (await OrgPublic.Stores(read))[0];
                day = store.DayOf(read.Now);
                due = await MembershipPublic.Due(read, day, after, AtOnce);
            }
            foreach (var term in due)
            {
                await using var tx = await run.Db.Begin(run.Merchant, run.Stopping);
                if (await One(tx, term, store, day) is { } reason)
                {
                    var goesOn = day <= term.Term.Last.AddDays(TriesDays);
                    await MembershipPublic.SetRenewal(tx, term.Id, goesOn, reason.Sentence(Language.Zh));
                    failed++;
                }
                else
                    renewed++;
                await run.Save(tx, renewed + failed, 0, "");
                await tx.Commit();
            }
            if (due.Count < AtOnce)
                return new { renewed, failed };
            after = due[^1].Id;
        }
    }

    /// <summary>Null when it was renewed; else why not, and nothing was written.</summary>
    private static async Task<Refusal?> One(Tx tx, MembershipInfo term, StoreInfo store, BusinessDay day)
    {
        if (await MembersPublic.Get(tx, term.MemberId) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (member.WhyNot() is { } whyNot)
            return whyNot;
        if (await MembershipPublic.Offer(tx, term.PlanId) is not { Active: true } offer)
            return TillReasons.PlanNotOnSale;
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), member.Id);
        // Looked at again under the lock: a till may have renewed or refunded it since.
        if (await MembershipPublic.Find(tx, term.Id) is not { AutoRenew: true, State: MembershipState.Sold })
            return null;
        var sold = Memberships.Buy(offer.Terms, term.Term.Last >= day ? term.Term.Last : null, true, day);
        if (
            (
                await SellMembership.Write(
                    tx,
                    Caller.Nobody,
                    null,
                    store.Id,
                    member.Id,
                    book,
                    offer,
                    sold,
                    new(Tender.StoredValue),
                    autoRenew: true,
                    day
                )
            ).No(out _, out var refusal)
        )
            return refusal;
        await MembershipPublic.SetRenewal(tx, term.Id, false);
        return null;
    }
}
