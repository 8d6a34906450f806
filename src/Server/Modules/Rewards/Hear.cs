using Shuke.Core.Rewards;
using Shuke.Server.Modules.Catalog;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Sales;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server.Modules.Rewards;

/// <summary>Hears what other modules tell and passes it to the engine as events.</summary>
internal static class Hear
{
    public static async Task Registered(Tx tx, MemberRegistered fact, IServiceProvider services)
    {
        var store = await Happenings.StoreOf(tx, fact.StoreId);
        await Happenings.Tell(
            tx,
            new(
                $"registered:{fact.MemberId}",
                Happening.Registered,
                fact.MemberId,
                store.DayOf(fact.At),
                fact.At,
                fact.StoreId
            )
        );
    }

    public static async Task Completed(Tx tx, ProfileCompleted fact, IServiceProvider services)
    {
        var store = await Happenings.StoreOf(tx, fact.StoreId);
        await Happenings.Tell(
            tx,
            new(
                $"profile:{fact.MemberId}",
                Happening.ProfileCompleted,
                fact.MemberId,
                store.DayOf(fact.At),
                fact.At,
                fact.StoreId
            )
        );
        await Deed(tx, fact.MemberId, Core.Tiers.Deed.Profile, store, $"profile:{fact.MemberId}");
    }

    /// <summary>Growth for what members do, where the merchant gives some.</summary>
    internal static Task Deed(Tx tx, MemberId member, Core.Tiers.Deed deed, Org.StoreInfo store, string id) =>
        TiersPublic.Did(tx, member, deed, store, "reward_event", id, null);

    internal static string KeyOf(OrderId order) => $"order:{order}";

    internal static OrderId OrderOf(string key) => OrderId.Parse(key["order:".Length..], null);

    public static async Task Paid(Tx tx, OrderPaid fact, IServiceProvider services)
    {
        if (fact.MemberId is not { } member)
            return;
        var key = KeyOf(fact.OrderId);
        var lines = await Lines(tx, [fact.OrderId]);
        await Happenings.Tell(
            tx,
            new(key, Happening.Purchased, member, fact.Day, fact.At, fact.StoreId, fact.Payable, lines(fact.OrderId))
        );
        if (fact.Payable.IsPositive)
            await ReferMember.FirstPurchase(tx, member, key, fact);
    }

    /// <summary>
    /// Many tickets at once, as long as no rule, task or badge waits for any and no buyer is a referred friend's first: then
    /// there is nothing to do. A rule that comes later knows the number of earlier purchases from the ledger.
    /// </summary>
    public static async Task<bool> PaidTogether(Tx tx, IReadOnlyList<OrderPaid> facts)
    {
        if (await AnybodyWaits(tx))
            return false;
        var buyers = facts.Where(f => f.MemberId is not null).Select(f => f.MemberId!.Value).Distinct().ToList();
        return buyers.Count == 0
            || await tx.One<long?>(
                "SELECT friend_id FROM referral WHERE merchant_id = @m AND friend_id IN @buyers AND first_order_key IS NULL LIMIT 1",
                new { buyers }
            )
                is null;
    }

    /// <summary>Whether a purchase can matter here: to a rule, task or badge, or because a referred friend has yet to buy.</summary>
    public static async ValueTask<bool> AwaitPurchases(DbRead db) =>
        await AnybodyWaits(db) || await ReferMember.AwaitPurchases(db);

    private static async Task<bool> AnybodyWaits(DbRead db) =>
        (await Rules.AllLive(db)).Count + (await TaskBook.Tasks(db)).Count + (await TaskBook.Badges(db)).Count > 0;

    public static async Task Refunded(Tx tx, OrderRefunded fact, IServiceProvider services)
    {
        if (fact.MemberId is null)
            return;
        var store = await Happenings.StoreOf(tx, fact.StoreId);
        var key = KeyOf(fact.OrderId);
        var kept = (await Lines(tx, [fact.OrderId], kept: true))(fact.OrderId);
        await TakeBackRewards.After(tx, key, fact.Amount, store, kept);
        var referral = await tx.One<ReferralRow>(
            "SELECT * FROM referral WHERE merchant_id = @m AND friend_id = @friend AND first_order_key = @key",
            new { friend = fact.MemberId, key }
        );
        if (referral is not null)
            foreach (var side in new[] { Side.Member, Side.Friend })
                await TakeBackRewards.After(tx, ReferMember.FirstKey(referral.Id, side), fact.Amount, store);
    }

    public static async Task TopUpRefunded(Tx tx, TopUpRefunded fact, IServiceProvider services) =>
        await TakeBackRewards.After(tx, $"topup:{fact.TopUpId}", fact.Pay, await Happenings.StoreOf(tx, fact.StoreId));

    public static Task ToppedUp(Tx tx, ToppedUp fact, IServiceProvider services) =>
        Happenings.Tell(
            tx,
            new($"topup:{fact.TopUpId}", Happening.ToppedUp, fact.MemberId, fact.Day, fact.At, fact.StoreId, fact.Pay)
        );

    public static async Task Moved(Tx tx, MemberMoved fact, IServiceProvider services)
    {
        if (await Event(tx, fact) is { } happened)
            await Happenings.Tell(tx, happened);
    }

    /// <summary>Many moves at once, while no rule, task or badge waits for any: they are remembered, for try-outs.</summary>
    public static async Task<bool> MovedTogether(Tx tx, IReadOnlyList<MemberMoved> facts)
    {
        if (await AnybodyWaits(tx))
            return false;
        foreach (var fact in facts)
            if (await Event(tx, fact) is { } happened)
                await Happenings.Remember(tx, happened);
        return true;
    }

    private static async Task<RewardEvent?> Event(DbRead db, MemberMoved fact)
    {
        if (fact.FromTierId == fact.ToTierId || fact.How == HowMoved.Merge)
            return null;
        var ladder = (await TiersPublic.All(db)).Select(t => t.Id).ToList();
        var up = ladder.IndexOf(fact.ToTierId) > ladder.IndexOf(fact.FromTierId);
        return new(
            $"tier:{fact.MemberId}:{fact.ToTierId}:{fact.At.UnixMs}",
            up ? Happening.TierUp : Happening.TierDown,
            fact.MemberId,
            fact.Day,
            fact.At,
            Name: fact.ToTierId.ToString()
        );
    }

    /// <summary>Two members became one: what happened to either happened to the one that stays.</summary>
    public static async Task Merged(Tx tx, MembersMerged fact, IServiceProvider services)
    {
        foreach (var table in new[] { "reward_event", "reward_grant", "draw_play", "redeemed" })
            await tx.Execute(
                $"UPDATE {table} SET member_id = @ToId WHERE merchant_id = @m AND member_id = @FromId",
                fact
            );
        await tx.Execute(
            "UPDATE referral SET inviter_id = @ToId WHERE merchant_id = @m AND inviter_id = @FromId AND friend_id <> @ToId",
            fact
        );
        await tx.Execute(
            """
            INSERT INTO draw_player (merchant_id, draw_id, member_id, chances, misses)
            SELECT merchant_id, draw_id, @ToId, chances, misses FROM draw_player WHERE merchant_id = @m AND member_id = @FromId
            ON CONFLICT (merchant_id, draw_id, member_id) DO UPDATE SET chances = draw_player.chances + excluded.chances
            """,
            fact
        );
        await tx.Execute(
            """
            INSERT INTO check_in (merchant_id, member_id, day, streak, points, made_up, at)
            SELECT merchant_id, @ToId, day, streak, points, made_up, at FROM check_in WHERE merchant_id = @m AND member_id = @FromId
            ON CONFLICT DO NOTHING
            """,
            fact
        );
        await tx.Execute(
            """
            INSERT INTO member_badge (merchant_id, badge_id, member_id, level, at)
            SELECT merchant_id, badge_id, @ToId, level, at FROM member_badge WHERE merchant_id = @m AND member_id = @FromId
            ON CONFLICT (merchant_id, badge_id, member_id) DO UPDATE
            SET level = CASE WHEN excluded.level > member_badge.level THEN excluded.level ELSE member_badge.level END
            """,
            fact
        );
        await tx.Execute("DELETE FROM draw_player WHERE merchant_id = @m AND member_id = @FromId", fact);
        await tx.Execute("DELETE FROM check_in WHERE merchant_id = @m AND member_id = @FromId", fact);
        await tx.Execute("DELETE FROM member_badge WHERE merchant_id = @m AND member_id = @FromId", fact);
    }

    /// <summary>What was bought on each of these tickets, with the categories each product is in.</summary>
    /// <param name="kept">without what came back since</param>
    internal static async Task<Func<OrderId, IReadOnlyList<EventLine>>> Lines(
        DbRead db,
        IReadOnlyList<OrderId> orders,
        bool kept = false
    )
    {
        var sold = kept ? await SalesPublic.KeptLines(db, orders) : await SalesPublic.Lines(db, orders);
        var products = await CatalogPublic.ForPricing(
            db,
            sold.SelectMany(l => l).Select(l => l.ProductId).OfType<ProductId>().ToHashSet()
        );
        return order =>
            [
                .. sold[order]
                    .Select(l => new EventLine(
                        l.ProductId,
                        l.ProductId is { } id && products.TryGetValue(id, out var product) ? product.CategoryPath : [],
                        l.Net,
                        l.Quantity
                    )),
            ];
    }
}
