using System.Text.Json.Nodes;

namespace Shuke.Server.Tests;

/// <summary>People of the shop for tests: hired by the owner, with a password of their own, and a PIN when wanted.</summary>
public static class Crew
{
    public const string Password = "quiet-river-42";

    /// <summary>The id of the shipped role of this code: cashier, manager, stock ...</summary>
    public static async Task<string> Role(this Client client, string code) =>
        (await client.Get("/roles")).AsArray().Single(r => r!.Text("code") == code)!.Text("id")!;

    /// <summary>A new role with exactly these permissions.</summary>
    public static async Task<string> NewRole(
        this Client client,
        string name,
        string[] permissions,
        Dictionary<string, long>? limits = null
    ) =>
        (
            await client.Post(
                "/roles",
                new
                {
                    name,
                    permissions,
                    limits = limits ?? [],
                    allStores = false,
                }
            )
        ).Text("id")!;

    /// <summary>Hires somebody, lets them choose their password, and answers their client and id.</summary>
    public static async Task<(Client Client, string Id)> Hire(
        this House house,
        Client by,
        string name,
        string phone,
        string role,
        string? store = null,
        string? pin = null
    )
    {
        store ??= (await by.Get("/session")).Text("store.id")!;
        var hired = await by.Post(
            "/staff",
            new
            {
                name,
                phone,
                roles = new[] { role },
                stores = new[] { store },
            }
        );
        var id = hired.Text("id")!;
        var secret = (await by.Post($"/staff/{id}/secret")).Text("secret")!;
        var client = await house.SignIn(phone, secret);
        await client
            .Send(HttpMethod.Put, "/session/password", new { current = secret, next = Password })
            .ShouldSucceed();
        if (pin is not null)
            await client.Send(HttpMethod.Put, "/session/pin", new { password = Password, pin }).ShouldSucceed();
        return (client, id);
    }

    public static string[] Codes(this JsonNode list, string path) => [.. list.AsArray().Select(i => i!.Text(path)!)];
}
