using Shuke.Core.Ledger;
using Shuke.Core.Rewards;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Pricing;
using Shuke.Server.Modules.Sales;

namespace Shuke.Server.Modules.Rewards;

/// <summary>Something happened to a member: it is remembered once, and every rule that listens is answered.</summary>
internal static class Happenings
{
    private const int PastMax = 500;

    /// <summary>Told a second time under the same key it does nothing. Answers what was decided.</summary>
    public static async Task<IReadOnlyList<Verdict>> Tell(Tx tx, RewardEvent happened)
    {
        if (await MembersPublic.Get(tx, happened.Member) is not { } member)
            return [];
        happened = happened with { Member = member.Id };
        if (!await Remember(tx, happened))
            return [];
        var store = await StoreOf(tx, happened.Store);
        var verdicts = await Decide(tx, await Rules.Live(tx, happened.Kind), happened, store);
        foreach (var verdict in verdicts.Where(v => v.Grant is not null))
            await Grant(tx, verdict, happened, store, member);
        await TaskBook.Look(tx, happened, store);
        return verdicts;
    }

    /// <summary>What the rules say, without writing anything; also for try-outs.</summary>
    public static async Task<IReadOnlyList<Verdict>> Decide(
        DbRead db,
        IReadOnlyList<RewardRule> rules,
        RewardEvent happened,
        StoreInfo store
    )
    {
        if (rules.Count == 0)
            return [];
        var settings = await OrgPublic.Setting<RewardSettings>(db);
        var facts = await Facts(db, rules, happened, store, await RewardCounters.Load(db, rules, happened));
        return RewardEngine.Decide(rules, happened, facts, settings.Abuse);
    }

    public static async Task<RewardFacts> Facts(
        DbRead db,
        IReadOnlyList<RewardRule> rules,
        RewardEvent happened,
        StoreInfo store,
        IReadOnlyDictionary<(RewardRuleId Rule, CounterKey Key), long> counters
    )
    {
        var clauses = rules.Select(r => r.Condition).ToList();
        var looksBack = rules.Any(r => r.Trigger.LooksBack) || clauses.Any(c => c.All is not { Count: 0 });
        var past = looksBack ? await Past(db, rules, happened) : [];
        return new(
            past,
            counters,
            (await OrgPublic.Setting<PricingSettings>(db)).WorthOfHundred,
            await Suspicion(db, happened),
            await Known.Load(db, happened, store, clauses, past.Count + 1),
            await IsBlocked(db, happened.Member)
        );
    }

    /// <summary>False when it was told before.</summary>
    public static async Task<bool> Remember(Tx tx, RewardEvent e) =>
        await tx.Execute(
            """
            INSERT INTO reward_event (merchant_id, id, key, happening, side, member_id, store_id, day, at, amount, returned, figure, name, lines)
            VALUES (@m, @id, @Key, @Kind, @Side, @Member, @Store, @Day, @At, @Amount, 0, @Count, @Name, @lines)
            ON CONFLICT (merchant_id, key) DO NOTHING
            """,
            new
            {
                id = tx.NewId(),
                e.Key,
                e.Kind,
                e.Side,
                e.Member,
                e.Store,
                e.Day,
                e.At,
                e.Amount,
                e.Count,
                e.Name,
                lines = e.LinesOrNone.Count == 0 ? "" : Json.Text(e.LinesOrNone),
            }
        ) == 1;

    /// <summary>Earlier events of the kind, net of refunds, oldest first.</summary>
    private static async Task<IReadOnlyList<PastEvent>> Past(
        DbRead db,
        IReadOnlyList<RewardRule> rules,
        RewardEvent happened
    )
    {
        if (happened.Kind == Happening.Purchased)
            return await PastPurchases(db, happened, rules.Any(r => r.Trigger.NamesGoods));
        var rows = await db.All<EventRow>(
            """
            SELECT * FROM reward_event WHERE merchant_id = @m AND member_id = @Member AND happening = @Kind AND side = @Side
            AND key <> @Key AND at <= @At ORDER BY at DESC, id DESC LIMIT
            """ + $" {PastMax}",
            new
            {
                happened.Member,
                happened.Kind,
                happened.Side,
                happened.Key,
                happened.At,
            }
        );
        rows.Reverse();
        return rows.ConvertAll(r => r.ToEvent()).ConvertAll(e => new PastEvent(e.Day, e.Amount, e.LinesOrNone));
    }

    /// <summary>
    /// Tickets are remembered where they were sold. Visits from before the shop used this program are known to the ledger
    /// alone: they stand in front as bare numbers, so that a first purchase is really the first.
    /// </summary>
    private static async Task<IReadOnlyList<PastEvent>> PastPurchases(DbRead db, RewardEvent happened, bool withGoods)
    {
        var tickets = await SalesPublic.PurchasesBefore(
            db,
            happened.Member,
            happened.At,
            Hear.OrderOf(happened.Key),
            PastMax
        );
        var lines = withGoods ? await Hear.Lines(db, tickets.ConvertAll(t => t.OrderId), kept: true) : static _ => [];
        var past = tickets.ConvertAll(t => new PastEvent(t.Day, t.Payable - t.Refunded, lines(t.OrderId)));
        if (past.Count == PastMax)
            return past;
        var earlier = await VisitsBefore(db, happened) - past.Count(p => p.Day < happened.Day && p.Amount.IsPositive);
        return
        [
            .. Enumerable.Repeat(
                new PastEvent(new(DateOnly.MinValue), new Money(1), []),
                (int)Math.Clamp(earlier, 0, PastMax)
            ),
            .. past,
        ];
    }

    private static async Task<long> VisitsBefore(DbRead db, RewardEvent happened)
    {
        var visits = (await LedgerPublic.Assets(db))[AssetCodes.Visits].Id;
        var balance = (await LedgerPublic.Balances(db, happened.Member)).GetValueOrDefault(visits);
        var since = await LedgerPublic.DaySums(db, happened.Member, [visits], happened.Day);
        return balance - since.Sum(s => s.CameIn - s.WentOut);
    }

    private static async Task<Suspicion> Suspicion(DbRead db, RewardEvent happened)
    {
        var row = await db.One<(long Grants, long Refunds)>(
            """
            SELECT
                (SELECT COUNT(*) FROM reward_grant WHERE merchant_id = @m AND member_id = @Member AND day = @Day AND state <> 'test'),
                (SELECT COUNT(*) FROM reward_event WHERE merchant_id = @m AND member_id = @Member AND happening = 'purchased'
                    AND day > @since AND returned > 0)
            """,
            new
            {
                happened.Member,
                happened.Day,
                since = happened.Day.AddDays(-30),
            }
        );
        var device = await db.One<long>(
            """
            SELECT COUNT(DISTINCT b.friend_id) FROM referral a JOIN referral b
                ON b.merchant_id = a.merchant_id AND b.device = a.device
            WHERE a.merchant_id = @m AND a.friend_id = @Member AND a.device IS NOT NULL
            """,
            new { happened.Member }
        );
        return new((int)row.Grants, (int)row.Refunds, (int)device);
    }

    private static async Task<bool> IsBlocked(DbRead db, MemberId member) =>
        await db.One<long?>(
            "SELECT member_id FROM reward_block WHERE merchant_id = @m AND member_id = @member",
            new { member }
        )
            is not null;

    /// <summary>Counts the reward under its limits and writes it down; what may be given at once is given.</summary>
    private static async Task Grant(Tx tx, Verdict verdict, RewardEvent happened, StoreInfo store, MemberInfo member)
    {
        var (rule, grant) = (verdict.Rule, verdict.Grant!);
        if (await RewardCounters.Take(tx, rule, happened.Member, happened.Day, grant.Cost) is not null)
            return;
        var hold = member.State == MemberState.Active ? grant.Hold : FrozenMember.With();
        hold ??= await Odd(tx, happened);
        var row = new GrantRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.RewardGrant>(),
            GrantSource.Rule,
            rule.Id.Value,
            rule.Version,
            happened.Key,
            happened.Kind,
            happened.Member,
            happened.Store,
            verdict.IsTest ? GrantState.Test
                : hold is null ? GrantState.Given
                : ReferenceEquals(hold, grant.Hold) && grant.HoldUntil is not null ? GrantState.Waiting
                : GrantState.Held,
            grant.Cost,
            Json.Text(grant.Items.Select(i => new GivenItem(i.No, i.Effect, i.Amount, i.Dues)).ToList()),
            grant.Why.In(Language.Zh),
            grant.Why.In(Language.En),
            hold?.In(Language.Zh) ?? "",
            hold?.In(Language.En) ?? "",
            ReferenceEquals(hold, grant.Hold) ? grant.HoldUntil : null,
            happened.Day,
            tx.Now,
            null,
            "",
            null
        );
        await tx.Insert(row);
        if (row.State == GrantState.Given)
            await Giving.Give(tx, row, store);
    }

    private static readonly Phrase FrozenMember = new(
        "held_frozen",
        "会员已冻结,解冻并审核后发放。",
        "The member is frozen: given after release and a look."
    );

    /// <summary>A referral that looked odd is kept for a person, for both sides.</summary>
    private static async Task<Sentence?> Odd(DbRead db, RewardEvent happened)
    {
        if (happened.Kind is not (Happening.Referred or Happening.FriendPurchased))
            return null;
        var id = long.Parse(happened.Key.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
        var row = await db.One<ReferralRow>("SELECT * FROM referral WHERE merchant_id = @m AND id = @id", new { id });
        return row is { SuspectZh.Length: > 0 }
            ? RewardPhrases.HeldOdd.With(("why", new Phrase("odd", row.SuspectZh, row.SuspectEn)))
            : null;
    }

    public static async Task<StoreInfo> StoreOf(DbRead db, StoreId? id) =>
        (id is { } store ? await OrgPublic.Store(db, store) : null) ?? (await OrgPublic.Stores(db))[0];
}
