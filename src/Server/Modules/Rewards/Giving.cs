using System.Globalization;
using Shuke.Core.Ledger;
using Shuke.Core.Rewards;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Pricing;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server.Modules.Rewards;

/// <summary>Gives what a grant holds: value through the ledger, everything else by its owner; later parts are put in line.</summary>
internal static class Giving
{
    public static async Task Give(Tx tx, GrantRow grant, StoreInfo store)
    {
        var items = grant.ReadItems();
        var today = store.DayOf(tx.Now);
        var later = new List<DueRow>();
        var now = new List<(Effect Effect, long Amount)>();
        foreach (var item in items)
            for (var part = 0; part < item.Dues.Count; part++)
                if (item.Dues[part].Day <= today || !RewardEngine.IsCounted(item.Effect.Kind))
                    now.Add((item.Effect, item.Dues[part].Amount));
                else
                    later.Add(
                        new(
                            tx.Merchant,
                            grant.Id,
                            item.No,
                            part,
                            item.Dues[part].Day,
                            item.Dues[part].Amount,
                            DueState.Open
                        )
                    );
        await tx.InsertMany(later);
        await Apply(tx, grant, now, store, today, $"reward:{grant.Id}");
        var says = await RewardNames.Say(tx, items);
        tx.Tell(
            new RewardGiven(tx.Merchant, grant.Id, grant.SourceKind, grant.MemberId, says.Zh, says.En, today, tx.Now)
        );
    }

    /// <summary>Gives one part that has come due.</summary>
    public static Task GiveDue(Tx tx, GrantRow grant, DueRow due, StoreInfo store)
    {
        var effect = grant.ReadItems().First(i => i.No == due.Item).Effect;
        return Apply(
            tx,
            grant,
            [(effect, due.Amount)],
            store,
            store.DayOf(tx.Now),
            $"reward:{grant.Id}:{due.Item}:{due.Part}"
        );
    }

    private static async Task Apply(
        Tx tx,
        GrantRow grant,
        IReadOnlyList<(Effect Effect, long Amount)> parts,
        StoreInfo store,
        BusinessDay day,
        string key
    )
    {
        foreach (var (effect, amount) in parts)
            await Other(tx, grant, effect, amount, day, store);
        var value = parts.Where(p => IsValue(p.Effect.Kind)).ToList();
        if (value.Count == 0)
            return;
        var assets = await LedgerPublic.Assets(tx);
        var book = await LedgerPublic.Lock(tx, assets, grant.MemberId);
        var moves = Moves.None;
        foreach (var (effect, amount) in value)
        {
            var asset = AssetOf(assets, effect);
            // The law's limit of a card holds for gifts too: bonus that has no room is not given.
            var fits =
                effect.Kind == EffectKind.Bonus
                    ? Math.Min(amount, CardLimits.Shipped.Room(book.Apply(moves)).Fen)
                    : amount;
            if (fits <= 0)
                continue;
            var command = new GrantCommand(
                asset.Id,
                fits,
                Counters.Gift,
                $"reward:{grant.SourceId}:{grant.Version}",
                null,
                tx.Now,
                day
            );
            moves += GrantLot.Decide(book.Apply(moves), command).Value;
        }
        if (moves.IsEmpty)
            return;
        var note = new PostingNote(
            "reward",
            "reward",
            grant.Id.ToString(),
            day,
            "till",
            store.Id,
            Reason: grant.WhyZh,
            Key: key
        );
        var plan = await LedgerPublic.Post(tx, book, note, moves);
        await tx.Insert(new RewardPostingRow(tx.Merchant, grant.Id, plan.Header.Id));
        await TiersPublic.Examine(tx, plan.After, grant.MemberId, store, "reward", grant.Id.ToString(), null);
    }

    /// <summary>Issues promised coupons; what cannot be issued any more is noted on the grant.</summary>
    public static async Task Coupons(Tx tx, CouponsPromised fact, IServiceProvider services)
    {
        var vault = services.GetRequiredService<Vault>();
        var given = await PricingPublic.GiveCoupons(tx, vault, fact.TemplateId, fact.MemberId, fact.Count, "奖励规则");
        if (given.Refusal is { } refusal)
            await tx.Execute(
                "UPDATE reward_grant SET note = @note WHERE merchant_id = @m AND id = @GrantId",
                new { fact.GrantId, note = refusal.Sentence(Language.Zh) }
            );
    }

    public static bool IsValue(EffectKind kind) =>
        kind is EffectKind.Points or EffectKind.Growth or EffectKind.Bonus or EffectKind.Voucher;

    public static Asset AssetOf(AssetSet assets, Effect effect) =>
        effect.Kind switch
        {
            // Petrol and diesel points apart: a rule can name another kind than the shop's own.
            EffectKind.Points when effect.Target.Length == 0 => assets.Points,
            EffectKind.Growth => assets.Growth,
            EffectKind.Bonus => assets.Bonus,
            _ => assets[AssetId.Parse(effect.Target, CultureInfo.InvariantCulture)],
        };

    private static async Task Other(Tx tx, GrantRow grant, Effect effect, long amount, BusinessDay day, StoreInfo store)
    {
        var id =
            effect.Target.Length > 0 && effect.Target.All(char.IsAsciiDigit)
                ? long.Parse(effect.Target, CultureInfo.InvariantCulture)
                : 0;
        switch (effect.Kind)
        {
            case EffectKind.Coupon:
                tx.Tell(
                    new CouponsPromised(
                        tx.Merchant,
                        grant.Id,
                        grant.MemberId,
                        new(id),
                        (int)Math.Min(amount, 1_000),
                        grant.WhyZh,
                        tx.Now
                    )
                );
                break;
            case EffectKind.Chances:
                await DrawBook.AddChances(tx, new(id), grant.MemberId, amount);
                break;
            case EffectKind.TagAdd or EffectKind.TagRemove:
                await MembersPublic.Tag(tx, grant.MemberId, new(id), effect.Kind == EffectKind.TagAdd);
                break;
            case EffectKind.Badge:
                await TaskBook.GiveBadge(tx, new(id), grant.MemberId, (int)amount, day);
                break;
            case EffectKind.Task:
                await tx.Execute(
                    """
                    INSERT INTO reward_task_offer (merchant_id, task_id, member_id, at) VALUES (@m, @id, @member, @now)
                    ON CONFLICT DO NOTHING
                    """,
                    new
                    {
                        id,
                        member = grant.MemberId,
                        now = tx.Now,
                    }
                );
                break;
            case EffectKind.Tier:
                await TiersPublic.Lend(
                    tx,
                    grant.MemberId,
                    new(id),
                    (int)Math.Clamp(amount, 1, 366),
                    store,
                    grant.WhyZh
                );
                break;
            case EffectKind.Message:
                tx.Tell(new RewardMessage(tx.Merchant, grant.Id, grant.MemberId, effect.TextZh, effect.TextEn, tx.Now));
                break;
            default:
                break;
        }
    }
}
