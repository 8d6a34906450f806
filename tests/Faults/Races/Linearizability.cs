using System.Diagnostics;
using System.Globalization;
using Shuke.Faults.Harness;

namespace Shuke.Faults.Races;

/// <summary>
/// C7: what clients saw of one card can be put into one order, in which nothing that had ended before something else
/// began comes after it, and in which every answer is right. The search is Wing and Gong's with Lowe's memory: the state
/// of a card follows from which operations were placed, so a set of placed operations is visited once.
/// </summary>
internal static class Linearizability
{
    private const int Clients = 8;

    // Few and small enough that no member reaches a tier with other prices.
    private const int PerClient = 10;
    private const int Cards = 4;

    /// <param name="Amount">below zero spends</param>
    /// <param name="After">the balance the answer told; null = refused for want of balance</param>
    internal sealed record Operation(long Began, long Ended, long Amount, long? After);

    public static async Task<List<string>> Round(Field field)
    {
        var wrong = new List<string>();
        for (var card = 0; card < Cards; card++)
        {
            var history = await History(field, await field.MemberWith(3_000));
            if (!Holds(3_000, history))
                wrong.Add("no order of these operations explains their answers: " + Text(history));
        }
        // The seeded bug: a history in which one balance was spent twice must be refused.
        List<Operation> impossible = [new(0, 10, -3_000, 0), new(1, 11, -3_000, 0)];
        if (Holds(3_000, impossible))
            wrong.Add("the checker explained one balance that was spent twice");
        List<Operation> stale = [new(0, 1, -1_000, 2_000), new(2, 3, -1_000, 2_000)];
        if (Holds(3_000, stale))
            wrong.Add("the checker explained an answer from the past");
        return wrong;
    }

    private static async Task<List<Operation>> History(Field field, string member)
    {
        var seeds = Enumerable.Range(0, Clients).Select(_ => field.Random.Next()).ToList();
        var all = await Task.WhenAll(
            seeds.Select(seed =>
                Task.Run(async () =>
                {
                    var (random, mine) = (new Random(seed), new List<Operation>());
                    for (var i = 0; i < PerClient; i++)
                        mine.Add(await Do(field, member, random));
                    return mine;
                })
            )
        );
        return [.. all.SelectMany(o => o)];
    }

    private static async Task<Operation> Do(Field field, string member, Random random)
    {
        var amount = random.Next(3) == 0 ? random.Next(1, 10) * 100L : -random.Next(1, 10) * 100L;
        var (path, body) =
            amount < 0
                ? ("/orders", field.Ticket(member, -amount, Field.Stored))
                : (
                    "/topups",
                    new
                    {
                        shiftId = field.Shift,
                        memberId = member,
                        tender = "cash",
                        pay = amount,
                    }
                );
        var began = Stopwatch.GetTimestamp();
        var answer = (await field.Together([(path, body, field.NewKey("c7"))]))[0];
        if (!answer.Ok && answer.Code != "balance_too_low")
            throw new InvalidOperationException($"refused with {answer.Status} {answer.Code}");
        return new(began, Stopwatch.GetTimestamp(), amount, answer.Ok ? (long)answer.Json["storedValue"]! : null);
    }

    internal static bool Holds(long start, List<Operation> history)
    {
        var operations = history.OrderBy(o => o.Began).ToArray();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var placed = new System.Collections.BitArray(operations.Length);
        return Search(operations, placed, 0, start, visited);
    }

    private static bool Search(
        Operation[] operations,
        System.Collections.BitArray placed,
        int count,
        long balance,
        HashSet<string> visited
    )
    {
        if (count == operations.Length)
            return true;
        if (!visited.Add(Key(placed)))
            return false;
        // Whatever began before the first of the open ones ended may come next; nothing else may.
        var firstEnd = long.MaxValue;
        for (var i = 0; i < operations.Length; i++)
            if (!placed[i])
                firstEnd = Math.Min(firstEnd, operations[i].Ended);
        for (var i = 0; i < operations.Length && operations[i].Began <= firstEnd; i++)
        {
            if (placed[i] || Apply(operations[i], balance) is not { } after)
                continue;
            placed[i] = true;
            if (Search(operations, placed, count + 1, after, visited))
                return true;
            placed[i] = false;
        }
        return false;
    }

    /// <summary>The balance after it, or null if it would not have been answered so.</summary>
    private static long? Apply(Operation operation, long balance)
    {
        var after = balance + operation.Amount;
        return operation.After is { } told
            ? after == told
                ? after
                : null
            : after < 0
                ? balance
                : null;
    }

    private static string Key(System.Collections.BitArray placed)
    {
        var bytes = new byte[(placed.Length + 7) / 8];
        placed.CopyTo(bytes, 0);
        return Convert.ToBase64String(bytes);
    }

    private static string Text(List<Operation> history) =>
        string.Join(
            ' ',
            history
                .OrderBy(o => o.Began)
                .Select(o =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"[{o.Amount}->{(o.After?.ToString(CultureInfo.InvariantCulture) ?? "refused")}]"
                    )
                )
        );
}
