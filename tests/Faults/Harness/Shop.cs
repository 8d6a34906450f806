using System.Globalization;

namespace Shuke.Faults.Harness;

internal sealed record Product(string Id, long Price);

/// <summary>A shop opened over HTTP: its owner's cookie, goods, members. All that a load needs to know.</summary>
internal sealed record Shop(
    string Cookie,
    IReadOnlyList<Product> Goods,
    IReadOnlyList<string> Members,
    string PointsAsset
)
{
    private const string Phone = "13800000001";
    private const string Password = "correct-horse-9";

    public static async Task<Shop> Open(string address, int members, string template = "coffee")
    {
        var cookie = await Api.SignIn(
            address,
            "/setup",
            new
            {
                ownerName = "王店主",
                ownerPhone = Phone,
                password = Password,
                shopName = "摔不坏",
                template,
            }
        );
        using var api = new Api(address, cookie);
        var points = await Assets(api);
        var goods = new List<Product>();
        foreach (var price in new long[] { 1_800, 3_200, 4_550, 6_999 })
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"试品{price}");
            var made = await api.Must(
                "/goods",
                new
                {
                    name,
                    price,
                    unit = "件",
                }
            );
            goods.Add(new((string)made["id"]!, price));
        }
        var shop = new Shop(cookie, goods, [], points);
        var people = new List<string>();
        for (var i = 0; i < members; i++)
            people.Add(await shop.Register(api, i));
        return shop with { Members = people };
    }

    public async Task<string> Register(Api api, int number) =>
        (string)
            (
                await api.Must(
                    "/members",
                    new
                    {
                        phone = string.Create(CultureInfo.InvariantCulture, $"139{number:00000000}"),
                        name = string.Create(CultureInfo.InvariantCulture, $"会员{number}"),
                    }
                )
            )["id"]!;

    public async Task<string> OpenShift(Api api, string till) =>
        (string)(await api.Must("/shifts", new { @float = 20_000, till }))["id"]!;

    /// <summary>What a new shop starts with arrives as facts, a moment after the shop itself.</summary>
    private static async Task<string> Assets(Api api)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            var health = await api.Get("/health");
            var assets = (await api.Get("/ledger/assets")).AsArray();
            if (
                assets.FirstOrDefault(a => (string?)a!["code"] == "points") is { } points
                && (long)health["outboxWaiting"]! == 0
            )
                return (string)points["id"]!;
            await Task.Delay(50);
        }
        throw new TimeoutException("The new shop got no assets.");
    }
}
