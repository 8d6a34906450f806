using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shuke.Faults.Harness;

/// <summary>
/// One till under load: tops up, sells for stored value, points and cash, refunds, adjusts points, opens and closes its
/// shift, one request after the other, each journalled before it is sent. It gives up when the program does.
/// </summary>
internal sealed class Till(int number, int seed, Shop shop, Journal journal)
{
    private readonly Random _random = new(seed);
    private readonly List<string> _orders = [];
    private readonly List<string> _topUps = [];
    private string? _shift;
    private int _requests;

    /// <summary>How often it was told to come again, and did.</summary>
    public int ComeAgain { get; private set; }

    /// <summary>When it was told that something is done.</summary>
    public List<DateTime> ConfirmedAt { get; } = [];

    /// <summary>Answers nobody may get, whatever breaks.</summary>
    public List<string> Wrong { get; } = [];

    public async Task Work(Api api, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var intent = Next();
            journal.Asked(intent);
            if (!await Send(api, intent, stop))
                return;
        }
    }

    /// <summary>One request to its last word.</summary>
    public async Task<(Intent Intent, Answer Answer)> One(Api api)
    {
        var intent = Next();
        journal.Asked(intent);
        var answer = await api.SendUntilFinal(HttpMethod.Post, intent.Path, intent.Body, intent.Key);
        Settle(intent, answer);
        return (intent, answer);
    }

    /// <summary>True when the till may go on; false when it heard nothing and must not know what became of its request.</summary>
    private async Task<bool> Send(Api api, Intent intent, CancellationToken stop)
    {
        while (true)
        {
            var answer = await api.Send(HttpMethod.Post, intent.Path, intent.Body, intent.Key);
            if (Settle(intent, answer))
                return true;
            if (answer.Status == 0 || stop.IsCancellationRequested)
                return false;
            ComeAgain++;
            await Task.Delay(50, CancellationToken.None);
        }
    }

    /// <summary>Notes the answer; true when it was the last word.</summary>
    public bool Settle(Intent intent, Answer answer)
    {
        if (!answer.IsAllowed)
            lock (Wrong)
                Wrong.Add($"{intent.Kind} {intent.Path} was answered {answer.Status} {answer.Code}");
        if (!answer.IsFinal)
            return false;
        journal.Answered(intent, answer);
        if (answer.Ok)
        {
            ConfirmedAt.Add(DateTime.UtcNow);
            Learn(intent, answer.Json);
        }
        else if (intent.Kind is "refund" && answer.Code is "illegal_order_state")
            _orders.Remove(intent.Path.Split('/')[2]);
        else if (intent.Kind is "topup_refund")
            _topUps.Remove(intent.Path.Split('/')[2]);
        return true;
    }

    private void Learn(Intent intent, JsonNode reply)
    {
        switch (intent.Kind)
        {
            case "shift":
                _shift = (string)reply["id"]!;
                break;
            case "shift_close":
                _shift = null;
                break;
            case "order":
                _orders.Add((string)reply["orderId"]!);
                break;
            case "topup":
                _topUps.Add((string)reply["topUpId"]!);
                break;
            case "topup_refund":
                _topUps.Remove(intent.Path.Split('/')[2]);
                break;
        }
    }

    private Intent Next()
    {
        if (_shift is not { } shift)
            return Ask("shift", "/shifts", new { @float = 20_000, till = $"k{number}" });
        var member = shop.Members[_random.Next(shop.Members.Count)];
        return _random.Next(100) switch
        {
            < 28 => Ask(
                "topup",
                "/topups",
                new
                {
                    shiftId = shift,
                    memberId = member,
                    tender = _random.Next(2) == 0 ? "cash" : "recorded",
                    method = "wechat",
                    pay = _random.Next(10, 200) * 100,
                }
            ),
            < 72 => Sale(shift, member),
            < 82 when _orders.Count > 0 => Refund(shift),
            < 86 when _topUps.Count > 0 => Ask(
                "topup_refund",
                $"/topups/{_topUps[_random.Next(_topUps.Count)]}/refund",
                new { shiftId = shift, reason = "不要了" }
            ),
            < 94 => Adjust(member),
            < 97 => Cash(shift),
            _ => Ask("shift_close", $"/shifts/{shift}/close", new { counted = _random.Next(0, 1_000_000), note = "" }),
        };
    }

    private Intent Sale(string shift, string member)
    {
        var lines = Enumerable
            .Range(1, _random.Next(1, 4))
            .Select(no => new
            {
                lineNo = no,
                productId = shop.Goods[_random.Next(shop.Goods.Count)].Id,
                quantity = _random.Next(1, 3) * 1_000,
            })
            .ToList();
        object[] payments = _random.Next(4) switch
        {
            0 => [new { tender = "cash" }],
            1 => [new { tender = "recorded", method = "alipay" }],
            2 => [new { tender = "stored_value", amount = _random.Next(1, 1_500) }, new { tender = "cash" }],
            _ => [new { tender = "stored_value" }],
        };
        object? points = _random.Next(3) == 0 ? new { number = 100 } : null;
        return Ask(
            "order",
            "/orders",
            new
            {
                shiftId = shift,
                cart = new
                {
                    lines,
                    memberId = _random.Next(8) == 0 && payments.Length == 1 && points is null ? null : member,
                    points,
                },
                payments,
            }
        );
    }

    private Intent Refund(string shift)
    {
        var order = _orders[_random.Next(_orders.Count)];
        object? lines = _random.Next(2) == 0 ? null : new[] { new { lineNo = 1, quantity = 1_000 } };
        return Ask(
            "refund",
            $"/orders/{order}/refunds",
            new
            {
                shiftId = shift,
                lines,
                reason = "退",
            }
        );
    }

    private Intent Adjust(string member)
    {
        var key = NewKey();
        var amount = _random.Next(2) == 0 ? _random.Next(1, 400) : -_random.Next(1, 100);
        // The reason carries the key, so that the posting can be told from all others.
        return new(
            key,
            number,
            "adjust",
            $"/ledger/members/{member}/adjust",
            JsonSerializer.Serialize(
                new
                {
                    assetId = shop.PointsAsset,
                    amount,
                    reason = key,
                }
            )
        );
    }

    private Intent Cash(string shift)
    {
        var key = NewKey();
        return new(
            key,
            number,
            "cash",
            $"/shifts/{shift}/cash",
            JsonSerializer.Serialize(new { amount = _random.Next(1, 5_000), reason = key })
        );
    }

    private Intent Ask(string kind, string path, object body) =>
        new(NewKey(), number, kind, path, JsonSerializer.Serialize(body));

    private string NewKey() => string.Create(CultureInfo.InvariantCulture, $"till{number}-{++_requests:000000}");
}
