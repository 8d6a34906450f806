using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Org;

public sealed class JobAndHealthTests
{
    [Theory, EachDatabase]
    public async Task People_see_and_stop_their_own_jobs_and_the_owner_all(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var (cashier, id) = await house.Hire(owner, "小李", "13900000001", await owner.Role("cashier"));
        var (peer, _) = await house.Hire(owner, "小赵", "13900000002", await owner.Role("cashier"));
        using var a = cashier;
        using var b = peer;
        await using (var tx = await house.Db.Begin(await house.Merchant()))
        {
            // Leased by a node far away for an hour, so that nobody runs them here.
            foreach (var (job, state) in new[] { (71, "running"), (72, "done") })
                await tx.Execute(
                    """
                    INSERT INTO job (merchant_id, id, kind, title, arguments, state, checkpoint, progress_done, progress_total, result, cancel_asked, lease_by, lease_until, attempts, created_by, created_at)
                    VALUES (@m, @job, 'goods.import', '导入商品', '{}', @state, '', 3, 10, '{"rows":3}', FALSE, 9, @until, 1, @id, @now)
                    """,
                    new
                    {
                        job = (long)job,
                        state,
                        id = long.Parse(id, null),
                        now = tx.Now,
                        until = tx.Now.Plus(TimeSpan.FromHours(1)),
                    }
                );
            await tx.Execute(
                "INSERT INTO file (merchant_id, id, name, content_type, content, created_by, created_at) VALUES (@m, 81, '错误.csv', 'text/csv', @bytes, @id, @now)",
                new
                {
                    bytes = "a,b"u8.ToArray(),
                    id = long.Parse(id, null),
                    now = tx.Now,
                }
            );
            await tx.Commit();
        }
        var running = await cashier.Get("/jobs/71");
        (running.Text("title"), running.Long("done"), running.Long("total"), running.Long("result.rows")).ShouldBe(
            ("导入商品", 3, 10, 3)
        );
        (await peer.Send(HttpMethod.Get, "/jobs/71")).Code.ShouldBe("not_found");
        (await peer.Get("/jobs")).Long("total").ShouldBe(0);
        (await owner.Get("/jobs")).Long("total").ShouldBe(2);
        ((bool)(await cashier.Post("/jobs/71/cancel")).At("cancelAsked")!).ShouldBeTrue();
        (await cashier.RefusedPost("/jobs/72/cancel", null)).ShouldBe("job_ended");
        (await peer.RefusedPost("/jobs/71/cancel", null)).ShouldBe("not_found");
        (await cashier.Send(HttpMethod.Get, "/files/81")).Text.ShouldBe("a,b");
        (await peer.Send(HttpMethod.Get, "/files/81")).Code.ShouldBe("not_found");
    }

    [Theory, EachDatabase]
    public async Task Health_says_that_all_is_well_or_that_facts_are_stuck(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var guest = house.Guest();
        var well = await guest.Get("/health");
        ((bool)well.At("ok")!, well.Text("database")).ShouldBe((true, Names.Of(engine)));
        await using (var tx = await house.Db.Begin(await house.Merchant()))
        {
            await tx.Execute(
                "INSERT INTO outbox (merchant_id, id, name, body, at, attempts, next_at) VALUES (@m, 5, 'x', '{}', @old, 3, @later)",
                new { old = tx.Now.Plus(TimeSpan.FromMinutes(-5)), later = tx.Now.Plus(TimeSpan.FromHours(1)) }
            );
            await tx.Commit();
        }
        var stuck = await guest.Get("/health");
        ((bool)stuck.At("ok")!, stuck.Long("outboxWaiting"), stuck.Long("outboxLagSeconds") >= 300).ShouldBe(
            (false, 1, true)
        );
    }

    [Theory, EachDatabase]
    public async Task A_server_others_can_reach_asks_the_code_from_its_console_before_the_shop_is_opened(Engine engine)
    {
        await using var house = await House.Empty(engine, reachable: true);
        using var guest = house.Guest();
        ((bool)(await guest.Get("/setup")).At("codeNeeded")!).ShouldBeTrue();
        object Form(string code) =>
            new
            {
                ownerName = "王店主",
                ownerPhone = House.OwnerPhone,
                password = House.Password,
                shopName = "啡常时光",
                template = "coffee",
                code,
            };
        (await guest.RefusedPost("/setup", Form(""))).ShouldBe("setup_code_wrong");
        (await guest.RefusedPost("/setup", Form("AAAA-BBBB-CCCC"))).ShouldBe("setup_code_wrong");
        var shown = await Modules.Org.SetupCode.Announcement(house.Services);
        (await guest.RefusedPost("/setup", Form(shown!.Split(' ')[^1].ToLowerInvariant()))).ShouldBe("ok");
        (await Modules.Org.SetupCode.Announcement(house.Services)).ShouldBeNull();
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", false)]
    [InlineData("http://localhost:5080", false)]
    [InlineData("http://[::1]:5080", false)]
    [InlineData("http://0.0.0.0:5080", true)]
    [InlineData("https://shop.example", true)]
    public void Only_an_address_of_this_computer_alone_needs_no_code(string url, bool needed) =>
        Modules
            .Org.SetupCode.For(Settings.Read(new Dictionary<string, string>(), ["--url", url]))
            .Needed.ShouldBe(needed);
}
