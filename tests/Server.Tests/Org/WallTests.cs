using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Org;

/// <summary>Nobody reaches what is not theirs: every published route is tried, so a forgotten one fails here.</summary>
public sealed class WallTests
{
    /// <summary>The only addresses without a login; adding one is a decision, made here.</summary>
    private static readonly string[] Open =
    [
        "GET /api/claims/{shop}/{code}",
        "GET /api/gifts/{shop}/{code}",
        "GET /api/health",
        "GET /api/setup",
        "POST /api/claims/{shop}/{code}",
        "POST /api/gifts/{shop}/{code}",
        "POST /api/session",
        "POST /api/setup",
    ];

    [Theory, EachDatabase]
    public async Task Every_route_refuses_strangers_and_people_without_the_permission(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var (nobody, _) = await house.Hire(owner, "无权限", "13900000009", await owner.NewRole("空角色", []));
        using var mine = nobody;
        using var guest = house.Guest();
        var routes = Published();
        routes
            .Select(r => r.Name)
            .Order()
            .ShouldBe(Mapped(house).Order(), "openapi.json does not list what the program maps; build it again");

        routes.Where(r => r.Permission == "anyone").Select(r => r.Name).Order().ShouldBe(Open.Order());
        foreach (var route in routes.Where(r => r.Permission != "anyone"))
        {
            (await guest.Send(new(route.Method), route.Address, "{}")).Status.ShouldBe(401, route.Name);
            if (route.Permission != "signed_in")
                (await nobody.Send(new(route.Method), route.Address, "{}")).Status.ShouldBe(403, route.Name);
        }
    }

    [Theory, EachDatabase]
    public async Task No_list_of_one_merchant_shows_anything_of_another(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        using var neighbour = await house.AnotherMerchant("隔壁火锅", "13700000001");
        var theirs = await Ids(house, await house.Merchant());
        theirs.Count.ShouldBeGreaterThan(5);
        foreach (var route in Published().Where(r => r.Method == "GET" && !r.Name.Contains('{')))
        {
            var text = (await owner.Send(HttpMethod.Get, route.Address)).Text;
            text.ShouldNotContain("隔壁火锅", customMessage: route.Name);
            foreach (var id in theirs)
                text.ShouldNotContain($"\"{id}\"", customMessage: route.Name);
        }
    }

    [Theory, EachDatabase]
    public async Task Nothing_of_another_merchant_can_be_read_or_changed_by_its_id(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        using var neighbour = await house.AnotherMerchant("隔壁火锅", "13700000001");
        var store = (await neighbour.Get("/session")).Text("store.id")!;
        var person = (await neighbour.Get("/session")).Text("staffId")!;
        var role = await neighbour.Role("cashier");
        var session = (await neighbour.Get("/sessions"))[0]!.Text("id")!;
        object staff = new
        {
            name = "x",
            phone = "13700000001",
            roles = new[] { role },
            stores = new[] { store },
        };

        (await owner.Send(HttpMethod.Get, "/staff/" + person)).Code.ShouldBe("not_found");
        (await owner.Send(HttpMethod.Put, "/staff/" + person, staff, version: 1)).Code.ShouldBe("not_found");
        (await owner.RefusedPost($"/staff/{person}/secret", null)).ShouldBe("not_found");
        (await owner.RefusedPost("/staff", staff)).ShouldBe("not_found");
        (
            await owner.Send(HttpMethod.Put, "/stores/" + store, new { code = "01", name = "x" }, version: 1)
        ).Code.ShouldBe("not_found");
        (
            await owner.Send(
                HttpMethod.Put,
                "/roles/" + role,
                new
                {
                    name = "x",
                    permissions = Array.Empty<string>(),
                    limits = new { },
                },
                version: 1
            )
        ).Code.ShouldBe("not_found");
        (await owner.Send(HttpMethod.Delete, "/sessions/" + session)).Code.ShouldBe("not_found");
        (await owner.Send(HttpMethod.Get, "/sessions?staffId=" + person)).Code.ShouldBe("not_found");
        (await owner.RefusedPost("/session/store", new { storeId = store })).ShouldBe("store_not_yours");
        (
            await owner.Send(HttpMethod.Put, "/settings/till?storeId=" + store, new { rounding = "none" }, version: 0)
        ).Code.ShouldBe("not_found");
        (await neighbour.Get("/session")).Text("merchant").ShouldBe("隔壁火锅");
    }

    [Theory, EachDatabase]
    public async Task The_same_write_again_gets_the_first_answer_and_another_one_under_its_key_is_refused(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        owner.Replays = false;
        var first = await owner.Send(
            HttpMethod.Post,
            "/stores",
            new { code = "02", name = "城北店" },
            key: "one-key-only"
        );
        var again = await owner.Send(
            HttpMethod.Post,
            "/stores",
            new { code = "02", name = "城北店" },
            key: "one-key-only"
        );
        (again.Text, again.ETag).ShouldBe((first.Text, "\"1\""));
        (await owner.Get("/stores")).AsArray().Count.ShouldBe(2);
        (
            await owner.Send(HttpMethod.Post, "/stores", new { code = "03", name = "城南店" }, key: "one-key-only")
        ).Code.ShouldBe("idempotency_key_reused");
        var rule = ReplayCheck.RememberedBy([
            new DefaultEndpointDataSource(
                ((IEnumerable<EndpointDataSource>)house.Sources).SelectMany(s => s.Endpoints)
            ),
        ]);
        (
            rule(HttpMethod.Post, "/stores"),
            rule(HttpMethod.Post, "/session"),
            rule(HttpMethod.Post, "/staff/7/secret")
        ).ShouldBe((true, false, false));
    }

    private sealed record Route(string Method, string Name, string Address, string Permission);

    private static List<Route> Published()
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(Root(), "web/packages/api/openapi.json")))!;
        return
        [
            .. from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            let method = operation.Key.ToUpperInvariant()
            select new Route(
                method,
                $"{method} {path.Key}",
                System.Text.RegularExpressions.Regex.Replace(
                    path.Key["/api".Length..],
                    @"\{[^}]+\}",
                    "1",
                    System.Text.RegularExpressions.RegexOptions.None,
                    TimeSpan.FromSeconds(1)
                ),
                (string)operation.Value!["x-permission"]!
            ),
        ];
    }

    private static List<string> Mapped(House house) =>
        [
            .. house
                .Sources.SelectMany(s => s.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<NeedsPermission>() is not null)
                .Select(e =>
                    $"{e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} {e.RoutePattern.RawText}"
                ),
        ];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Shuke.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }

    /// <summary>Every id that belongs to another merchant than this one, in the tables that have ids.</summary>
    private static async Task<List<long>> Ids(House house, MerchantId own)
    {
        await using var read = await house.Intruder.Read(default);
        var ids = new List<long>();
        foreach (var table in (string[])["store", "staff", "role", "session"])
            ids.AddRange(await read.All<long>($"SELECT id FROM {table} WHERE merchant_id <> @own", new { own }));
        return ids;
    }
}
