using Shuke.Core.Ledger;
using Shuke.Core.Tiers;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Tiers;

/// <summary>What led to a look at a member's tier.</summary>
internal sealed record Occasion(string DocumentKind, string DocumentId, StaffId? Staff, string Reason = "");

/// <summary>Looks at a member's tier and moves the member; all in the caller's transaction.</summary>
internal static class Examination
{
    public static async Task<TierMoved?> AfterValue(
        Tx tx,
        Book book,
        MemberId member,
        StoreInfo store,
        Occasion occasion
    )
    {
        var subject = await Case.Load(tx, member, store);
        return subject is null ? null : await Decide(tx, subject, book, HowMoved.Rule, occasion);
    }

    /// <summary>For a tier that has ended: the same decision, made on its own.</summary>
    public static async Task<TierMoved?> Review(Tx tx, MemberId member, StoreInfo store)
    {
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), member);
        var subject = await Case.Load(tx, member, store);
        return subject is null
            ? null
            : await Decide(tx, subject, book, HowMoved.Review, new("review", subject.Day.ToString(), null));
    }

    public static async Task<TierMoved?> AfterRefund(
        Tx tx,
        Book book,
        MemberId member,
        StoreInfo store,
        Occasion occasion
    )
    {
        var settings = await OrgPublic.Setting<TierSettings>(tx);
        if (
            settings.AfterRefund != Core.Tiers.AfterRefund.AtOnce
            || await Case.Load(tx, member, store) is not { } subject
        )
            return null;
        var facts = await subject.Facts(tx, book, subject.AllMeasures());
        var decision = TierRules.OnRefund(subject.Tiers, settings.ToPolicy(), facts);
        return await Move(tx, subject, book, decision, HowMoved.Refund, occasion);
    }

    public static async Task<TierMoved?> Give(
        Tx tx,
        Book book,
        MemberId member,
        StoreInfo store,
        TierId tier,
        Occasion occasion
    )
    {
        var subject = await Case.Load(tx, member, store);
        if (subject?.Tiers.Any(t => t.Id == tier) != true)
            return null;
        var decision = TierRules.Give(subject.Tiers, tier, await subject.Facts(tx, book, []));
        return await Move(tx, subject, book, decision, HowMoved.Topup, occasion);
    }

    private static async Task<TierMoved?> Decide(Tx tx, Case subject, Book book, HowMoved how, Occasion occasion)
    {
        // Beside a ticket a member only rises; keeping and falling is the night's review, which knows of protections.
        var policy =
            how == HowMoved.Review ? (await OrgPublic.Setting<TierSettings>(tx)).ToPolicy() : TierPolicy.RiseOnly;
        var measures = TierRules.MeasuresToExamine(subject.Tiers, policy, subject.State, subject.Day, subject.Joined);
        if (measures.Count == 0 && !TierRules.HasEnded(subject.Tiers, policy, subject.State, subject.Day))
            return null;
        var facts = await subject.Facts(tx, book, measures);
        var decision = TierRules.Examine(subject.Tiers, policy, facts);
        // Asked only of the few that move: whether a term runs yet, and what protects from falling.
        if (decision.Change != TierChange.Stay)
            decision = TierRules.Examine(subject.Tiers, policy, await Circumstances.Add(tx, subject, policy, facts));
        if (decision.Asks is { } asks)
            await TierRequests.Open(tx, subject.Member, asks, TierRequestKind.Rule, "", null);
        return await Move(tx, subject, book, decision, how, occasion);
    }

    internal static async Task<TierMoved?> Move(
        Tx tx,
        Case subject,
        Book book,
        TierDecision decision,
        HowMoved how,
        Occasion occasion
    )
    {
        if (decision.Change == TierChange.Stay)
            return null;
        var (before, after, member) = (subject.State, decision.After, subject.Member);
        Ladder.Put(tx, new(tx.Merchant, member, after.Tier, after.Since, after.Until, how));
        var granted = decision.Pack is { } pack ? await Packs.Grant(tx, book, subject, after.Tier, pack) : null;
        var (to, old) = (subject.Ladder.Row(after.Tier), subject.Ladder.Row(before.Tier));
        var given = granted is null ? ("", "") : await Packs.Words(tx, granted.Value.Pack);
        await tx.Insert(
            new TierChangeRow(
                tx.Merchant,
                tx.NewId(),
                member,
                before.Tier,
                after.Tier,
                how,
                decision.Why.In(Language.Zh) + given.Item1,
                decision.Why.In(Language.En) + given.Item2,
                occasion.DocumentKind,
                occasion.DocumentId,
                occasion.Staff,
                occasion.Reason,
                subject.Day,
                tx.Now
            )
        );
        tx.Tell(new MemberMoved(tx.Merchant, member, before.Tier, after.Tier, how, after.Until, subject.Day, tx.Now));
        return new(
            before.Tier,
            after.Tier,
            old.Name,
            to.Name,
            to.Colour,
            decision.Change,
            after.Until,
            granted?.Pack,
            decision.Why.In(Language.Zh) + given.Item1,
            decision.Why.In(Language.En) + given.Item2,
            granted?.Book ?? book
        );
    }
}

/// <summary>One member before the ladder: what is known before anything is measured.</summary>
internal sealed record Case(
    MemberId Member,
    StoreInfo Store,
    Ladder Ladder,
    IReadOnlyList<TierDef> Tiers,
    TierState State,
    MemberTierRow? Held,
    BusinessDay Day,
    BusinessDay Joined
)
{
    /// <summary>Null when the merchant has no tiers.</summary>
    public static async Task<Case?> Load(DbRead db, MemberId member, StoreInfo store)
    {
        var ladder = await Ladder.Load(db);
        if (ladder.Base is null)
            return null;
        var held = await Ladder.Held(db, member);
        var joined = store.DayOf(await LedgerPublic.OpenedAt(db, member));
        var state = ladder.State(held, joined);
        return new(member, store, ladder, ladder.For(state.Tier), state, held, store.DayOf(db.Now), joined);
    }

    public IReadOnlyList<Measure> AllMeasures() => TierRules.Measures(Tiers, State, Day, Joined);

    public async Task<TierFacts> Facts(DbRead db, Book book, IReadOnlyList<Measure> measures) =>
        new(Day, Joined, State, await Metrics.Of(db, book, Member, Joined, Day, measures));
}
