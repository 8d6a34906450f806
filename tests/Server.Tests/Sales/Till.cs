using System.Text.Json.Nodes;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Sales;

/// <summary>A shop with an open shift, a few goods and a cashier's hands: what most tests of the till begin with.</summary>
public sealed class Till : IAsyncDisposable
{
    private Till(House house, Client client, string shift) => (House, Client, Shift) = (house, client, shift);

    public House House { get; }
    public Client Client { get; }
    public string Shift { get; private set; }

    public static async Task<Till> Open(Engine engine, string template = "coffee")
    {
        var house = await House.WithShop(engine, template);
        var client = await house.Owner();
        var shift = await client.Post("/shifts", new { @float = 20_000 });
        return new(house, client, shift.Text("id")!);
    }

    public async Task<string> Product(string name, long price, object? more = null)
    {
        var body = JsonNode
            .Parse(
                Json.Text(
                    new
                    {
                        name,
                        price,
                        unit = "杯",
                    }
                )
            )!
            .AsObject();
        if (more is not null)
            foreach (var (key, value) in JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more))!.AsObject())
                body[key] = value?.DeepClone();
        return (await Client.Send(HttpMethod.Post, "/goods", body.ToJsonString()).ShouldSucceed()).Text("id")!;
    }

    public async Task<string> Member(string phone, string name = "") =>
        (await Client.Post("/members", new { phone, name })).Text("id")!;

    public Task<JsonNode> TopUp(string member, long pay) =>
        Client.Post(
            "/topups",
            new
            {
                shiftId = Shift,
                memberId = member,
                tender = "cash",
                pay,
            }
        );

    public static object Line(int no, string product, int pieces) =>
        new
        {
            lineNo = no,
            productId = product,
            quantity = pieces * 1000L,
        };

    public static object Cash(long? amount = null) => new { tender = "cash", amount };

    public static object Stored(long? amount = null) => new { tender = "stored_value", amount };

    public object Sale(string? member, object[] lines, object[] payments, object? more = null) =>
        new
        {
            shiftId = Shift,
            cart = new
            {
                lines,
                memberId = member,
                points = more,
            },
            payments,
        };

    public async Task<JsonNode> Sell(string? member, object[] lines, params object[] payments) =>
        await Client.Post("/orders", Sale(member, lines, payments));

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        return House.DisposeAsync();
    }
}
