using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Shuke.Faults.Races;

/// <summary>
/// The seeded bug of the races: a shop of the same shape over HTTP that reads, thinks and then writes what it worked out,
/// without a lock, and asks for a key before it notes it. Every contest that speaks to it must find it out.
/// </summary>
internal sealed class NaiveShop : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, long> _stored = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _points = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string? Member, long Left, long Stored, long Refunded)> _orders =
        new(StringComparer.Ordinal);
    private long _ids;

    private NaiveShop(WebApplication app) => _app = app;

    public string Address =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<NaiveShop> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var shop = new NaiveShop(builder.Build());
        shop.Map();
        await shop._app.StartAsync();
        return shop;
    }

    private void Map()
    {
        Post("/api/members", _ => Task.FromResult(new JsonObject { ["id"] = NewId() }));
        Post("/api/topups", TopUp);
        Post("/api/orders", Sell);
        Post("/api/orders/{id}/refunds", Refund);
        Post("/api/ledger/members/{id}/adjust", Adjust);
        _app.MapGet(
            "/api/ledger/members/{id}",
            (string id) =>
                Results.Text(
                    new JsonObject
                    {
                        ["storedValue"] = _stored.GetValueOrDefault(id),
                        ["holdings"] = new JsonArray(
                            new JsonObject { ["code"] = "points", ["balance"] = _points.GetValueOrDefault(id) }
                        ),
                    }.ToJsonString(),
                    "application/json"
                )
        );
        _app.MapGet(
            "/api/orders/{id}",
            (string id) =>
                Results.Text(new JsonObject { ["refunded"] = _orders[id].Refunded }.ToJsonString(), "application/json")
        );
    }

    private void Post(string path, Func<(string Id, JsonNode Body), Task<JsonObject>> work) =>
        _app.MapPost(
            path,
            async (HttpContext http) =>
            {
                var key = http.Request.Headers["Idempotency-Key"].ToString();
                // Asks, and notes only afterwards: two at once both find nothing.
                if (_answers.TryGetValue(key, out var known))
                    return Results.Text(known, "application/json");
                var body = (await JsonNode.ParseAsync(http.Request.Body))!;
                var reply = await work(((string?)http.Request.RouteValues["id"] ?? "", body));
                if (reply.ContainsKey("code"))
                    return Results.Text(reply.ToJsonString(), "application/json", null, 422);
                _answers[key] = reply.ToJsonString();
                return Results.Text(reply.ToJsonString(), "application/json");
            }
        );

    private async Task<JsonObject> TopUp((string Id, JsonNode Body) request)
    {
        var member = (string)request.Body["memberId"]!;
        var held = _stored.GetValueOrDefault(member);
        await Think();
        _stored[member] = held + (long)request.Body["pay"]!;
        return new() { ["topUpId"] = NewId(), ["pay"] = (long)request.Body["pay"]! };
    }

    private async Task<JsonObject> Sell((string Id, JsonNode Body) request)
    {
        var cart = request.Body["cart"]!;
        var line = cart["lines"]![0]!;
        var price = (long)line["price"]! * (long)line["quantity"]! / 1_000;
        var member = (string?)cart["memberId"] ?? "";
        var points = (long?)cart["points"]?["number"] ?? 0;
        var payment = request.Body["payments"]![0]!;
        var stored = (string?)payment["tender"] == "stored_value" ? (long?)payment["amount"] ?? price : 0;
        var (held, heap) = (_stored.GetValueOrDefault(member), _points.GetValueOrDefault(member));
        if (held < stored)
            return Refusal("balance_too_low");
        if (heap < points)
            return Refusal("points_too_low");
        await Think();
        _stored[member] = held - stored;
        _points[member] = heap - points;
        var id = NewId();
        _orders[id] = (member, price, stored, 0);
        return new()
        {
            ["orderId"] = id,
            ["pointsUsed"] = points,
            ["earned"] = 0,
            ["payable"] = price,
        };
    }

    private async Task<JsonObject> Refund((string Id, JsonNode Body) request)
    {
        var order = _orders[request.Id];
        const long Piece = 99;
        if (order.Left < Piece)
            return Refusal("illegal_order_state");
        await Think();
        _orders[request.Id] = order with { Left = order.Left - Piece, Refunded = order.Refunded + Piece };
        return new() { ["refundId"] = NewId(), ["amount"] = Piece };
    }

    private Task<JsonObject> Adjust((string Id, JsonNode Body) request)
    {
        _points[request.Id] = _points.GetValueOrDefault(request.Id) + (long)request.Body["amount"]!;
        return Task.FromResult(new JsonObject());
    }

    /// <summary>The moment between reading and writing that a database round trip takes.</summary>
    private static Task Think() => Task.Delay(1);

    private static JsonObject Refusal(string code) => new() { ["code"] = code };

    private string NewId() => Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
