using Shouldly;
using Shuke.Core;
using Shuke.Core.Ledger;
using Shuke.Core.Tiers;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Tiers;
using Shuke.Server.Platform;
using Xunit;

namespace Shuke.Server.Tests.Tiers;

/// <summary>Members rise as the coffee shop's template says: silver at 500 yuan, gold at 1,500.</summary>
public sealed class TierMoveTests
{
    [Theory, EachDatabase]
    public async Task Turnover_lifts_a_member_at_once_and_says_why(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        var member = await shop.Register();

        (await shop.Spend(member, 499_99)).ShouldBeNull();
        (await shop.Standing(member)).Name.ShouldBe("普通会员");

        var moved = (await shop.Spend(member, 1)).ShouldNotBeNull();
        moved.ToName.ShouldBe("银卡");
        moved.SaysZh.ShouldBe("已达到银卡的条件,升级为银卡。");
        var standing = await shop.Standing(member);
        standing.Price.ShouldBe(new Ratio(9_000));
        standing.Until.ShouldBe(BusinessDay.Of(2027, 11, 22));

        (await shop.Spend(member, 100)).ShouldBeNull();
        (await shop.Spend(member, 1_000_00)).ShouldNotBeNull().ToName.ShouldBe("金卡");
        (await shop.Standing(member)).Price.ShouldBe(new Ratio(8_000));
    }

    [Theory, EachDatabase]
    public async Task A_pack_is_given_once_even_if_the_tier_is_reached_again(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        var member = await shop.Register();
        await shop.SetPack("银卡", new PackForm(88, Money.Yuan(5), []));

        var first = (await shop.Spend(member, 500_00)).ShouldNotBeNull();
        first.Pack.ShouldNotBeNull();
        first.SaysZh.ShouldBe("已达到银卡的条件,升级为银卡。获得 88 积分、5.00 元赠金。");
        (await shop.Balance(member, AssetCodes.Points)).ShouldBe(88);
        (await shop.Balance(member, AssetCodes.Bonus)).ShouldBe(500);

        await shop.Execute("DELETE FROM member_tier WHERE merchant_id = @m");
        var again = (await shop.Spend(member, 1_00)).ShouldNotBeNull();
        again.Pack.ShouldBeNull();
        (await shop.Balance(member, AssetCodes.Points)).ShouldBe(88);
    }

    [Theory, EachDatabase]
    public async Task A_monthly_benefit_is_used_once_a_month_and_can_be_given_back(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        var member = await shop.Register();
        await shop.Spend(member, 500_00);
        var snack = (await shop.Standing(member)).Benefits[0];
        snack.Remaining.ShouldBe(1);
        var (order, november, december) = (new OrderId(7), BusinessDay.Of(2026, 11, 30), BusinessDay.Of(2026, 12, 1));

        (await shop.Use(member, snack.Id, order, november)).ShouldBe("ok");
        (await shop.Use(member, snack.Id, new(8), november)).ShouldBe("benefit_used_up");
        (await shop.Use(member, snack.Id, new(9), december)).ShouldBe("ok");
        await shop.Write(tx => TiersPublic.ReturnBenefit(tx, member, snack.Id, order));
        (await shop.Use(member, snack.Id, new(10), november)).ShouldBe("ok");
        (await shop.Use(await shop.Register(), snack.Id, new(11), november)).ShouldBe("benefit_not_held");
    }
}

/// <summary>A shop driven through what modules offer each other, for tests that need no till.</summary>
internal sealed class Shop(House house, MerchantId merchant, StoreInfo store) : IAsyncDisposable
{
    private int _documents;

    public StoreInfo Store => store;
    public MerchantId Merchant => merchant;

    public static async Task<Shop> Of(House house)
    {
        var merchant = await house.Merchant();
        await using var db = await house.Db.Read(merchant);
        return new(house, merchant, (await OrgPublic.Stores(db))[0]);
    }

    public async Task<T> Write<T>(Func<Tx, Task<T>> work)
    {
        await using var tx = await house.Db.Begin(merchant);
        var result = await work(tx);
        await tx.Commit();
        return result;
    }

    public async Task<T> Look<T>(Func<DbRead, Task<T>> work)
    {
        await using var db = await house.Db.Read(merchant);
        return await work(db);
    }

    public Task<int> Execute(string sql, object? args = null) => Write(tx => tx.Execute(sql, args));

    public Task<MemberId> Register(bool registered = true) =>
        Write(async tx =>
        {
            var member = tx.NewId<Core.Kinds.Member>();
            await LedgerPublic.OpenBook(tx, member, registered);
            return member;
        });

    /// <summary>A ticket as the ledger sees it: turnover and a visit.</summary>
    public Task<TierMoved?> Spend(MemberId member, long fen) =>
        Write(async tx =>
        {
            var assets = await LedgerPublic.Assets(tx);
            var book = await LedgerPublic.Lock(tx, assets, member);
            var day = store.DayOf(tx.Now);
            var moves = GrantLot
                .Decide(book, new(assets[AssetCodes.Spent].Id, fen, Counters.Sale, "", null, tx.Now, day))
                .Value;
            moves += GrantLot
                .Decide(book.Apply(moves), new(assets[AssetCodes.Visits].Id, 1, Counters.Sale, "", null, tx.Now, day))
                .Value;
            var id = $"{++_documents}";
            var plan = await LedgerPublic.Post(tx, book, new("sale", "order", id, day, "till", store.Id), moves);
            return await TiersPublic.Examine(tx, plan.After, member, store, "order", id, null);
        });

    /// <summary>A refund as the ledger sees it: turnover goes back.</summary>
    public Task<TierMoved?> Take(MemberId member, long fen) =>
        Write(async tx =>
        {
            var assets = await LedgerPublic.Assets(tx);
            var book = await LedgerPublic.Lock(tx, assets, member);
            var day = store.DayOf(tx.Now);
            var id = $"{++_documents}";
            var moves = Earn.Undo(book, assets[AssetCodes.Spent].Id, fen, tx.Now, day);
            var plan = await LedgerPublic.Post(tx, book, new("refund", "refund", id, day, "till", store.Id), moves);
            return await TiersPublic.AfterRefund(tx, plan.After, member, store, "refund", id, null);
        });

    /// <summary>What would happen, without a trace.</summary>
    public async Task<T> Undone<T>(Func<Tx, Task<T>> work)
    {
        await using var tx = await house.Db.Begin(merchant);
        return await work(tx);
    }

    /// <summary>How often the member's tier has changed.</summary>
    public Task<long> Changes(MemberId member) =>
        Look(db =>
            db.One<long>(
                "SELECT COUNT(*) FROM tier_change WHERE merchant_id = @m AND member_id = @member",
                new { member }
            )
        );

    /// <summary>Value given by hand.</summary>
    public Task<PostingPlan> Grant(MemberId member, string asset, long amount) =>
        Write(async tx =>
        {
            var assets = await LedgerPublic.Assets(tx);
            var book = await LedgerPublic.Lock(tx, assets, member);
            var day = store.DayOf(tx.Now);
            var moves = GrantLot
                .Decide(book, new(assets[asset].Id, amount, Counters.Gift, "", null, tx.Now, day))
                .Value;
            var note = new PostingNote(
                "adjust",
                "adjustment",
                $"{++_documents}",
                day,
                "console",
                store.Id,
                Reason: "test"
            );
            return await LedgerPublic.Post(tx, book, note, moves);
        });

    public Task<TierStanding> Standing(MemberId member) =>
        Look(db => TiersPublic.Standing(db, member, store.DayOf(db.Now)));

    public Task<long> Balance(MemberId member, string asset) =>
        Look(async db =>
        {
            var id = (await LedgerPublic.Assets(db))[asset].Id;
            return (await LedgerPublic.Balances(db, member)).GetValueOrDefault(id);
        });

    public Task<string> Use(MemberId member, BenefitId benefit, OrderId order, BusinessDay day) =>
        Write(async tx => (await TiersPublic.UseBenefit(tx, member, benefit, order, day)).Refusal?.Code ?? "ok");

    public Task<int> SetPack(string tier, PackForm pack) =>
        Execute(
            "UPDATE tier SET pack = @pack WHERE merchant_id = @m AND name = @tier",
            new { pack = Json.Text(pack), tier }
        );

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
