using System.Text.Json.Nodes;

namespace Shuke.Faults.Harness;

/// <summary>
/// What the shop must hold, from nothing but what was acknowledged: balances of each member, and every document that may
/// exist. A document too many was doubled; one too few was lost.
/// </summary>
internal sealed class Model
{
    private readonly Dictionary<string, (string Member, long Stored, long Points)> _topUps = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, string> _memberOf = new(StringComparer.Ordinal);

    public Dictionary<string, long> Stored { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, long> Points { get; } = new(StringComparer.Ordinal);

    /// <summary>By kind: ids of orders, refunds, top-ups, undone top-ups, shifts, closed shifts; keys of adjustments and cash moves.</summary>
    public Dictionary<string, HashSet<string>> Documents { get; } = new(StringComparer.Ordinal);

    public List<string> Doubled { get; } = [];

    public static Model Of(IEnumerable<(Intent Intent, Answer Answer)> answered)
    {
        var model = new Model();
        // Refunds name orders of other lines; a repeat may be answered late, so originals are read first.
        var done = answered.Where(a => a.Answer.Ok).ToList();
        foreach (var (intent, answer) in done.Where(a => a.Intent.Kind is "order" or "topup"))
            model.Apply(intent, answer.Json);
        foreach (var (intent, answer) in done.Where(a => a.Intent.Kind is not ("order" or "topup")))
            model.Apply(intent, answer.Json);
        return model;
    }

    private void Apply(Intent intent, JsonNode reply)
    {
        var asked = JsonNode.Parse(intent.Body)!;
        switch (intent.Kind)
        {
            case "topup":
                var member = (string)asked["memberId"]!;
                var (pay, points) = ((long)reply["pay"]! + (long)reply["bonus"]!, (long)reply["points"]!);
                Add(Stored, member, pay);
                Add(Points, member, points);
                _topUps[(string)reply["topUpId"]!] = (member, pay, points);
                Document("topup", (string)reply["topUpId"]!);
                break;
            case "order":
                Document("order", (string)reply["orderId"]!);
                if ((string?)asked["cart"]!["memberId"] is not { } buyer)
                    break;
                _memberOf[(string)reply["orderId"]!] = buyer;
                Add(Stored, buyer, -StoredPaid(asked, reply));
                Add(Points, buyer, (long)reply["earned"]! - (long)reply["pointsUsed"]!);
                break;
            case "refund":
                Document("refund", (string)reply["refundId"]!);
                if (!_memberOf.TryGetValue(intent.Path.Split('/')[2], out var owner))
                    break;
                foreach (var back in reply["tenders"]!.AsArray())
                {
                    if ((string?)back!["tender"] == "stored_value")
                        Add(Stored, owner, (long)back["amount"]! - (long)back["kept"]!);
                    Add(Points, owner, (long)back["points"]!);
                }
                Add(Points, owner, -(long)reply["pointsTaken"]!);
                break;
            case "topup_refund":
                var undone = _topUps[intent.Path.Split('/')[2]];
                Document("topup_refund", intent.Path.Split('/')[2]);
                Add(Stored, undone.Member, -undone.Stored);
                Add(Points, undone.Member, -undone.Points);
                break;
            case "adjust":
                Document("adjust", intent.Key);
                Add(Points, intent.Path.Split('/')[3], (long)asked["amount"]!);
                break;
            case "shift":
                Document("shift", (string)reply["id"]!);
                break;
            case "shift_close":
                Document("shift_close", (string)reply["id"]!);
                break;
            case "cash":
                Document("cash", intent.Key);
                break;
            default:
                throw new InvalidOperationException("Unknown kind " + intent.Kind);
        }
    }

    /// <summary>A payment without an amount took the rest, which is what was due less the others.</summary>
    private static long StoredPaid(JsonNode asked, JsonNode reply)
    {
        var payments = asked["payments"]!.AsArray();
        long named = 0,
            stored = 0;
        var restIsStored = false;
        foreach (var payment in payments)
        {
            var (isStored, amount) = ((string?)payment!["tender"] == "stored_value", (long?)payment["amount"]);
            named += amount ?? 0;
            stored += isStored ? amount ?? 0 : 0;
            restIsStored |= isStored && amount is null;
        }
        return restIsStored ? stored + (long)reply["due"]! - named : stored;
    }

    private void Document(string kind, string id)
    {
        if (!Documents.TryGetValue(kind, out var all))
            Documents[kind] = all = new(StringComparer.Ordinal);
        if (!all.Add(id))
            Doubled.Add($"two keys were answered with the same {kind} {id}");
    }

    private static void Add(Dictionary<string, long> balances, string member, long amount) =>
        balances[member] = balances.GetValueOrDefault(member) + amount;
}
