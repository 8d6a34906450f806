using Shuke.Core.Ledger;
using Shuke.Core.Membership;
using Shuke.Core.Tiers;

namespace Shuke.Server.Modules.Tiers;

public enum MembershipState
{
    Sold,
    Refunded,
}

/// <summary>A paid membership on sale.</summary>
public sealed record MembershipOffer(MembershipPlanId Id, MembershipTerms Terms, string Perks, bool Active);

/// <summary>A term of membership a member bought or tried.</summary>
/// <param name="RenewalNote">why the last renewal from stored value did not work; empty when it did</param>
public sealed record MembershipInfo(
    MembershipId Id,
    string Number,
    MemberId MemberId,
    MembershipPlanId PlanId,
    string Plan,
    MembershipTerm Term,
    Ratio Price,
    Ratio PointsMultiplier,
    bool PackGiven,
    bool AutoRenew,
    MembershipState State,
    BusinessDay BoughtOn,
    string RenewalNote
);

/// <summary>What other modules may do with paid memberships; money for them is taken at the till.</summary>
public static class MembershipPublic
{
    public static async Task<MembershipOffer?> Offer(DbRead db, MembershipPlanId id) =>
        await MembershipPlans.Find(db, id) is { } row ? new(row.Id, row.Terms, row.Perks, row.Active) : null;

    /// <summary>All terms of a member, the latest first.</summary>
    public static async Task<List<MembershipInfo>> Of(DbRead db, MemberId member) =>
        (
            await db.All<MembershipRow>(
                "SELECT * FROM membership WHERE merchant_id = @m AND member_id = @member ORDER BY last DESC, id DESC LIMIT 100",
                new { member }
            )
        ).ConvertAll(View);

    public static async Task<MembershipInfo?> Find(DbRead db, MembershipId id) =>
        await db.One<MembershipRow>("SELECT * FROM membership WHERE merchant_id = @m AND id = @id", new { id })
            is { } row
            ? View(row)
            : null;

    /// <summary>The running term with the best price on this day; null without one.</summary>
    public static async Task<MembershipInfo?> Running(DbRead db, MemberId member, BusinessDay day) => (
            await db.All<MembershipRow>(
                """
                SELECT * FROM membership WHERE merchant_id = @m AND member_id = @member AND state = 'sold'
                AND first <= @day AND last >= @day ORDER BY price_bp, id
                """,
                new { member, day }
            )
        ).Select(View).FirstOrDefault();

    /// <summary>Writes a term that was sold or tried; its pack is posted by the seller in the same transaction.</summary>
    public static async Task<MembershipInfo> Enrol(
        Tx tx,
        MembershipId id,
        string number,
        MemberId member,
        MembershipOffer offer,
        MembershipSold sold,
        bool autoRenew,
        BusinessDay day
    )
    {
        var row = new MembershipRow(
            tx.Merchant,
            id,
            number,
            member,
            offer.Id,
            offer.Terms.Name,
            sold.Term.First,
            sold.Term.Last,
            sold.Term.Paid,
            offer.Terms.Price,
            offer.Terms.PointsMultiplier,
            sold.Pack is not null,
            autoRenew,
            MembershipState.Sold,
            day,
            tx.Now,
            ""
        );
        await tx.Insert(row);
        return View(row);
    }

    /// <summary>The moves that give an opening pack, as far as the card's limit allows.</summary>
    public static Moves PackMoves(Book book, TierPack pack, MembershipPlanId plan, Instant now, BusinessDay day) =>
        Packs.Decide(book, pack, $"membership:{plan}", null, now, day).Moves;

    /// <summary>Ends a term because it was given back: its last day was yesterday, or it never began. False if it was given back already.</summary>
    public static async Task<bool> End(Tx tx, MembershipId id) =>
        await tx.Execute(
            "UPDATE membership SET state = 'refunded', auto_renew = FALSE WHERE merchant_id = @m AND id = @id AND state = 'sold'",
            new { id }
        ) == 1;

    public static Task SetRenewal(Tx tx, MembershipId id, bool autoRenew, string note = "") =>
        tx.Execute(
            "UPDATE membership SET auto_renew = @autoRenew, renewal_note = @note WHERE merchant_id = @m AND id = @id",
            new
            {
                id,
                autoRenew,
                note,
            }
        );

    /// <summary>Terms that renew themselves and whose last day has come or gone, one page in the order of ids.</summary>
    public static async Task<List<MembershipInfo>> Due(DbRead db, BusinessDay day, MembershipId after, int count) =>
        (
            await db.All<MembershipRow>(
                """
                SELECT * FROM membership WHERE merchant_id = @m AND auto_renew AND state = 'sold' AND last <= @day
                AND id > @after ORDER BY id LIMIT @count
                """,
                new
                {
                    day,
                    after,
                    count,
                }
            )
        ).ConvertAll(View);

    private static MembershipInfo View(MembershipRow r) =>
        new(
            r.Id,
            r.Number,
            r.MemberId,
            r.PlanId,
            r.PlanName,
            new(r.First, r.Last, r.Paid),
            r.PriceBp,
            r.MultiplierBp,
            r.PackGiven,
            r.AutoRenew,
            r.State,
            r.BoughtOn,
            r.RenewalNote
        );
}
