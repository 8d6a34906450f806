using System.Text.Json.Nodes;
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

/// <summary>The night's review: whole chunks at once, resumable, and as a preview without a trace.</summary>
public sealed class ReviewTests
{
    private static readonly DateTimeOffset YearLater = new(2027, 11, 23, 2, 0, 0, TimeSpan.Zero);

    [Theory, EachDatabase]
    public async Task A_preview_says_what_the_review_then_does(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        var (keeps, falls) = (await shop.Register(), await shop.Register());
        await shop.Spend(keeps, 500_00);
        await shop.Spend(falls, 500_00);
        house.Clock.MoveTo(YearLater.AddDays(-10));
        await shop.Spend(keeps, 500_00);
        // What 银卡 was reached with lies in the term as well: only a refund of it makes one fall.
        await shop.Take(falls, 1_00);
        house.Clock.MoveTo(YearLater);

        var preview = await Review(house, new { preview = true });
        Moves(preview).ShouldBe(["downgrade 1", "keep 1"]);
        (await shop.Standing(falls)).Name.ShouldBe("银卡");

        Moves(await Review(house, new { preview = false })).ShouldBe(["downgrade 1", "keep 1"]);
        (await shop.Standing(falls)).Name.ShouldBe("普通会员");
        (await shop.Standing(keeps)).Until.ShouldBe(BusinessDay.Of(2028, 11, 23));
        (await shop.Changes(falls)).ShouldBe(2);
        (await shop.Changes(keeps)).ShouldBe(2);

        Moves(await Review(house, new { preview = false })).ShouldBeEmpty();
        (await shop.Changes(falls)).ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task Killed_in_the_middle_it_goes_on_and_moves_nobody_twice(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        var members = new List<MemberId>();
        for (var i = 0; i < 7; i++)
            members.Add(await shop.Register());
        foreach (var member in members)
            await shop.Spend(member, 500_00);
        house.Clock.MoveTo(YearLater.AddDays(-2));
        foreach (var member in members)
            await shop.Take(member, 500_00);
        house.Clock.MoveTo(YearLater);

        var orders = new ReviewTiers.Orders(MembersAtOnce: 2);
        ReviewTiers.Place? saved = null;
        var crashes = 0;
        while (saved?.Phase != ReviewTiers.Phase.Over)
        {
            await using var tx = await house.Db.Begin(shop.Merchant);
            var next = saved is null ? await BeginPlace(shop) : await (await ReviewStep.Load(tx, saved, orders)).Take();
            // Every chunk is killed once before its commit: the checkpoint and the moves are lost together.
            if (crashes++ % 2 == 0)
                continue;
            saved = Json.Parse<ReviewTiers.Place>(Json.Text(next));
            await tx.Commit();
        }
        saved.Looked.ShouldBe(7);
        saved.Moves.ShouldHaveSingleItem().Members.ShouldBe(7);
        foreach (var member in members)
        {
            (await shop.Standing(member)).Name.ShouldBe("普通会员");
            (await shop.Changes(member)).ShouldBe(2);
        }
    }

    [Theory, EachDatabase]
    public async Task The_review_of_thousands_decides_like_the_one_for_a_single_member(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        await Policy(house, p => p["graceDays"] = 10);
        var dice = new Random(7);
        var members = new List<MemberId>();
        for (var i = 0; i < 24; i++)
        {
            var member = await shop.Register();
            await shop.Spend(member, dice.Next(500, 3_000) * 100);
            members.Add(member);
        }
        house.Clock.MoveTo(YearLater.AddDays(-200));
        foreach (var member in members)
            await shop.Take(member, dice.Next(400, 2_000) * 100);
        house.Clock.MoveTo(YearLater.AddDays(11));

        var alone = new List<string>();
        foreach (var member in members)
            alone.Add(
                await shop.Undone(async tx =>
                    await Examination.Review(tx, member, shop.Store) is { } moved
                        ? $"{moved.Change} {moved.ToName} {moved.Until}"
                        : "Stay"
                )
            );
        await Review(house, new { preview = false });
        var together = new List<string>();
        foreach (var member in members)
        {
            var (standing, moved) = (await shop.Standing(member), await shop.Changes(member) > 1);
            var change = alone[together.Count].Split(' ')[0];
            together.Add(moved ? $"{change} {standing.Name} {standing.Until}" : "Stay");
        }
        together.ShouldBe(alone);
        alone.Select(a => a.Split(' ')[0]).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Theory, EachDatabase]
    public async Task Who_is_protected_does_not_fall_until_the_protection_ends(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        using var owner = await house.Owner();
        var member = MemberId.Parse(
            (await owner.Post("/members", new { phone = "13900001111", name = "林小满" })).Text("id")!,
            null
        );
        await shop.Spend(member, 500_00);
        await shop.Take(member, 500_00);
        await owner.Post($"/members/{member}/tier/protect", new { reason = "孕期礼包", until = "2027-12-31" });
        house.Clock.MoveTo(YearLater);
        (await Review(house, new { preview = false })).Long("protected").ShouldBe(1);
        (await shop.Standing(member)).Name.ShouldBe("银卡");
        house.Clock.MoveTo(new DateTimeOffset(2028, 1, 1, 2, 0, 0, TimeSpan.Zero));
        Moves(await Review(house, new { preview = false })).ShouldBe(["downgrade 1"]);
    }

    [Theory, EachDatabase]
    public async Task A_tier_of_the_end_of_the_month_is_given_once_even_if_the_first_was_missed(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        using var owner = await house.Owner();
        await TierLifeTests.Change(
            owner,
            1,
            t =>
            {
                t["upgrade"]!["when"] = "period_end";
                t["upgrade"]!["conditions"] = JsonNode.Parse(
                    """[{"metric":"purchases","window":"month","atLeast":2}]"""
                );
                t["pack"] = JsonNode.Parse("""{"points":50,"bonus":0,"vouchers":[]}""");
            }
        );
        var (two, one) = (await shop.Register(), await shop.Register());
        (await shop.Spend(two, 10_00)).ShouldBeNull();
        (await shop.Spend(two, 10_00)).ShouldBeNull("the month is not over");
        await shop.Spend(one, 10_00);
        house.Clock.MoveTo(new DateTimeOffset(2026, 12, 3, 2, 0, 0, TimeSpan.Zero));
        Moves(await Review(house, new { preview = true })).ShouldBe(["upgrade 1"]);
        Moves(await Review(house, new { preview = false })).ShouldBe(["upgrade 1"]);
        (await shop.Standing(two)).Name.ShouldBe("银卡");
        (await shop.Standing(one)).Name.ShouldBe("普通会员");
        (await shop.Balance(two, AssetCodes.Points)).ShouldBe(50);
        Moves(await Review(house, new { preview = false })).ShouldBeEmpty();
        (await shop.Balance(two, AssetCodes.Points)).ShouldBe(50);
    }

    internal static async Task<JsonNode> Review(House house, object request)
    {
        // Signed in anew: the clock has been turned since.
        using var owner = await house.Owner();
        var job = (await owner.Post("/tiers/review", request)).Text("jobId");
        for (var i = 0; i < 200; i++)
        {
            var state = await owner.Get($"/jobs/{job}");
            if (state.Text("state") is "done")
                return state.At("result")!;
            state.Text("state").ShouldBeOneOf("waiting", "running");
            await Task.Delay(50);
        }
        throw new TimeoutException("The review did not end.");
    }

    internal static async Task Policy(House house, Action<JsonObject> change)
    {
        using var owner = await house.Owner();
        var policy = await owner.Get("/settings/tiers");
        var value = policy["value"]!.AsObject();
        change(value);
        await owner.Put("/settings/tiers", value.ToJsonString(), policy.Long("version"));
    }

    private static string[] Moves(JsonNode result) =>
        [.. result["moves"]!.AsArray().Select(m => $"{m!.Text("change")} {m!.Long("members")}").Order()];

    private static Task<ReviewTiers.Place> BeginPlace(Shop shop) =>
        shop.Look(db =>
            Task.FromResult(
                new ReviewTiers.Place(
                    shop.Store.DayOf(db.Now),
                    ReviewTiers.Phase.Trials,
                    null,
                    null,
                    WindowKind.SinceJoining,
                    0,
                    0,
                    0,
                    0,
                    0,
                    []
                )
            )
        );
}
