using System.Globalization;
using Shuke.Core.Ledger;
using Shuke.Core.Rewards;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Pricing;

namespace Shuke.Server.Modules.Rewards;

/// <summary>
/// Goods came back: each reward they had earned is looked at again for what is kept (spec 18), and the difference is taken
/// back - parts still to come first, then what is left of what was given. The merchant's policy says whether points may
/// go below zero; the refund itself is paid already, so what is spent stays spent and is noted.
/// </summary>
internal static class TakeBackRewards
{
    /// <param name="key">of the event whose amount came back</param>
    /// <param name="kept">the lines of the ticket that are kept; null where an event has none of its own</param>
    public static async Task After(
        Tx tx,
        string key,
        Money returned,
        StoreInfo store,
        IReadOnlyList<EventLine>? kept = null
    )
    {
        var row = await tx.One<EventRow>(
            """
            UPDATE reward_event SET returned = CASE WHEN returned + @returned > amount THEN amount ELSE returned + @returned END,
                lines = CASE WHEN @lines = '' THEN lines ELSE @lines END
            WHERE merchant_id = @m AND key = @key RETURNING *
            """,
            new
            {
                key,
                returned,
                lines = kept is null ? "" : Json.Text(kept),
            }
        );
        if (row is null)
            return;
        var left = row.ToEvent();
        var grants = await tx.All<GrantRow>(
            """
            SELECT * FROM reward_grant WHERE merchant_id = @m AND event_key = @key AND source_kind = 'rule'
            AND state IN ('test', 'held', 'waiting', 'given') ORDER BY id
            """,
            new { key }
        );
        foreach (var grant in grants)
            await Reconsidered(tx, grant, left, store);
        await TaskBook.LookAgain(tx, left, store);
    }

    private static async Task Reconsidered(Tx tx, GrantRow grant, RewardEvent kept, StoreInfo store)
    {
        var version = await tx.One<RuleVersionRow>(
            "SELECT * FROM reward_rule_version WHERE merchant_id = @m AND rule_id = @rule AND version = @Version",
            new { rule = grant.SourceId, grant.Version }
        );
        if (version is null)
            return;
        var rule = Json.Parse<RuleBody>(version.Body).ToRule(version.RuleId, version.Version, version.State);
        var facts = await Happenings.Facts(tx, [rule], kept, store, new Dictionary<(RewardRuleId, CounterKey), long>());
        var worth = Reconsider.Kept(rule, kept, facts.Past);
        await Shrink(tx, grant, rule, worth, facts.WorthOfHundred, store);
    }

    private static async Task Shrink(
        Tx tx,
        GrantRow grant,
        RewardRule rule,
        IReadOnlyDictionary<int, long> worth,
        Money worthOfHundred,
        StoreInfo store
    )
    {
        var items = grant.ReadItems();
        var less = items.ToDictionary(i => i.No, i => Math.Max(i.Amount - i.Taken - worth.GetValueOrDefault(i.No), 0));
        var whole = worth.Count == 0;
        if (!whole && less.Values.All(v => v == 0))
            return;
        var cheaper = new Money(
            items.Sum(i => RewardEngine.Cost(new(i.No, i.Effect, less[i.No], []), worthOfHundred).Fen)
        );
        var cost = whole ? grant.Cost : Money.Min(cheaper, grant.Cost);
        await RewardCounters.Return(tx, rule, grant.MemberId, grant.Day, cost, whole);
        var after =
            grant.State == GrantState.Given
                ? await TakeBack(tx, grant, items, less, whole, store)
                : Without(items, less);
        await tx.Execute(
            """
            UPDATE reward_grant SET items = @items, cost = cost - @cost, state = CASE WHEN @whole THEN 'taken_back' ELSE state END
            WHERE merchant_id = @m AND id = @id
            """,
            new
            {
                id = grant.Id,
                items = Json.Text(after),
                cost,
                whole,
            }
        );
        if (grant.State == GrantState.Given)
            tx.Tell(new RewardTakenBack(tx.Merchant, grant.Id, grant.MemberId, store.DayOf(tx.Now), tx.Now));
    }

    /// <summary>
    /// Takes the whole grant of a task or badge back that is no longer earned. Its key is freed, so that it can be earned
    /// again.
    /// </summary>
    public static async Task Whole(Tx tx, GrantRow grant, StoreInfo store)
    {
        var items = grant.ReadItems();
        var after =
            grant.State == GrantState.Given
                ? await TakeBack(tx, grant, items, items.ToDictionary(i => i.No, i => i.Amount - i.Taken), true, store)
                : items;
        await tx.Execute(
            """
            UPDATE reward_grant SET items = @items, state = 'taken_back', event_key = event_key || ':' || CAST(id AS TEXT)
            WHERE merchant_id = @m AND id = @id
            """,
            new { id = grant.Id, items = Json.Text(after) }
        );
        tx.Tell(new RewardTakenBack(tx.Merchant, grant.Id, grant.MemberId, store.DayOf(tx.Now), tx.Now));
    }

    /// <summary>What was not given yet is simply less.</summary>
    private static List<GivenItem> Without(IReadOnlyList<GivenItem> items, Dictionary<int, long> less) =>
        [
            .. items.Select(i =>
                less[i.No] == 0 ? i : i with { Amount = i.Amount - less[i.No], Dues = Fewer(i.Dues, less[i.No]) }
            ),
        ];

    private static List<Due> Fewer(IReadOnlyList<Due> dues, long less)
    {
        var kept = dues.ToList();
        for (var i = kept.Count - 1; i >= 0 && less > 0; i--)
        {
            var cut = Math.Min(kept[i].Amount, less);
            kept[i] = kept[i] with { Amount = kept[i].Amount - cut };
            less -= cut;
        }
        return [.. kept.Where(d => d.Amount > 0)];
    }

    private static async Task<List<GivenItem>> TakeBack(
        Tx tx,
        GrantRow grant,
        IReadOnlyList<GivenItem> items,
        Dictionary<int, long> less,
        bool whole,
        StoreInfo store
    )
    {
        var day = store.DayOf(tx.Now);
        var policy = (await OrgPublic.Setting<PricingSettings>(tx)).TakeBack;
        var postings = await tx.All<PostingId>(
            "SELECT posting_id FROM reward_posting WHERE merchant_id = @m AND grant_id = @id ORDER BY posting_id",
            new { id = grant.Id }
        );
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), grant.MemberId);
        var entries = new List<PostedEntry>();
        foreach (var posting in postings)
            entries.AddRange((await LedgerPublic.EntriesOf(tx, posting)).Original);
        book = await LedgerPublic.WithLots(
            tx,
            book,
            entries.SelectMany(e => LotText.Read(e.Entry.Lots)).Select(l => l.Lot)
        );
        var moves = Moves.None;
        var after = new List<GivenItem>();
        foreach (var item in items)
        {
            var take = less[item.No];
            if (!RewardEngine.IsCounted(item.Effect.Kind))
            {
                if (whole && item.Taken == 0)
                    await Undo(tx, grant, item.Effect);
                after.Add(whole ? item with { Taken = Math.Max(item.Amount, 1) } : item);
                continue;
            }
            var cancelled = await CancelDues(tx, grant, item.No, take);
            var rest = take - cancelled;
            var taken = 0L;
            if (rest > 0 && Giving.IsValue(item.Effect.Kind))
            {
                var asset = Giving.AssetOf(book.Assets, item.Effect);
                var more = TakeFrom(book.Apply(moves), asset, rest, entries, policy, tx.Now, day);
                taken = -more.Total(asset.Id);
                moves += more;
            }
            else if (rest > 0 && item.Effect.Kind == EffectKind.Chances)
                taken = await DrawBook.TakeChances(
                    tx,
                    DrawId.Parse(item.Effect.Target, CultureInfo.InvariantCulture),
                    grant.MemberId,
                    rest
                );
            after.Add(item with { Taken = item.Taken + cancelled + taken, Missing = item.Missing + rest - taken });
        }
        if (!moves.IsEmpty)
            await LedgerPublic.Post(
                tx,
                book,
                new PostingNote(
                    "reward_back",
                    "reward",
                    grant.Id.ToString(),
                    day,
                    "till",
                    store.Id,
                    Reason: grant.WhyZh,
                    Key: $"reward_back:{grant.Id}:{tx.NewId()}"
                ),
                moves
            );
        return after;
    }

    private static Moves TakeFrom(
        Book book,
        Asset asset,
        long amount,
        IReadOnlyList<PostedEntry> entries,
        TakeBackPolicy policy,
        Instant now,
        BusinessDay day
    )
    {
        if (!asset.HasLots)
            return Earn.Undo(book, asset.Id, amount, now, day);
        var lots = entries
            .Where(e => e.Asset == asset.Id)
            .SelectMany(e => LotText.Read(e.Entry.Lots))
            .Where(l => l.Amount > 0)
            .Select(l => l.Lot)
            .Distinct()
            .ToList();
        // Bonus and vouchers of other gifts and top-ups are not touched; points are all alike.
        if (asset.Kind != AssetKind.Points)
            amount = Math.Min(amount, lots.Sum(l => book.FindLot(l)?.Remaining ?? 0));
        return amount == 0
            ? Moves.None
            : Core.Ledger.TakeBack.Decide(book, new(asset.Id, amount, lots, policy, Money.Zero, now, day)).Value.Moves;
    }

    private static async Task<long> CancelDues(Tx tx, GrantRow grant, int item, long amount)
    {
        var cancelled = 0L;
        var open = await tx.All<DueRow>(
            """
            SELECT * FROM reward_due WHERE merchant_id = @m AND grant_id = @id AND item = @item AND state = 'open'
            ORDER BY part DESC
            """,
            new { id = grant.Id, item }
        );
        foreach (var due in open.TakeWhile(_ => cancelled < amount))
        {
            var cut = Math.Min(due.Amount, amount - cancelled);
            await tx.Execute(
                cut == due.Amount
                    ? "UPDATE reward_due SET state = 'cancelled' WHERE merchant_id = @m AND grant_id = @id AND item = @item AND part = @Part"
                    : "UPDATE reward_due SET amount = amount - @cut WHERE merchant_id = @m AND grant_id = @id AND item = @item AND part = @Part",
                new
                {
                    id = grant.Id,
                    item,
                    due.Part,
                    cut,
                }
            );
            cancelled += cut;
        }
        return cancelled;
    }

    /// <summary>Tags, badges and tasks that came with a reward go with it; messages are said.</summary>
    private static async Task Undo(Tx tx, GrantRow grant, Effect effect)
    {
        if (!long.TryParse(effect.Target, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return;
        if (effect.Kind == EffectKind.TagAdd)
            await Members.MembersPublic.Tag(tx, grant.MemberId, new(id), on: false);
        else if (effect.Kind == EffectKind.Badge)
            await tx.Execute(
                "DELETE FROM member_badge WHERE merchant_id = @m AND badge_id = @id AND member_id = @member AND level = @level",
                new
                {
                    id,
                    member = grant.MemberId,
                    level = effect.Amount,
                }
            );
        else if (effect.Kind == EffectKind.Task)
            await tx.Execute(
                "DELETE FROM reward_task_offer WHERE merchant_id = @m AND task_id = @id AND member_id = @member",
                new { id, member = grant.MemberId }
            );
    }
}
