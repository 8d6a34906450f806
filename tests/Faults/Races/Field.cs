using System.Text.Json;
using Shuke.Faults.Harness;

namespace Shuke.Faults.Races;

/// <summary>
/// Where a race is run: one shop behind one or several processes, and clients that all start at once. Requests that are
/// told to come again do so with the same key, so every one of them ends with a last word.
/// </summary>
internal sealed class Field(IReadOnlyList<Api> nodes, Shop shop, string shift, int seed)
{
    private int _members;
    private int _keys;

    public Shop Shop => shop;
    public string Shift => shift;
    public Random Random { get; } = new(seed);
    public Api Api => nodes[0];

    /// <summary>Answers nobody may get, however many press at once.</summary>
    public List<string> Wrong { get; } = [];

    public Task<string> Member() => shop.Register(Api, Interlocked.Increment(ref _members) + 5_000_000);

    public async Task<string> MemberWith(long fen)
    {
        var member = await Member();
        await Api.Must(
            "/topups",
            new
            {
                shiftId = shift,
                memberId = member,
                tender = "cash",
                pay = fen,
            }
        );
        return member;
    }

    public string NewKey(string name) => $"{name}-{Interlocked.Increment(ref _keys):000000}";

    /// <summary>A ticket over one thing at this price, paid as told.</summary>
    public object Ticket(
        string? member,
        long price,
        object[] payments,
        object? points = null,
        string? inShift = null,
        long? expectedDue = null
    ) =>
        new
        {
            shiftId = inShift ?? shift,
            cart = new
            {
                lines = new[]
                {
                    new
                    {
                        lineNo = 1,
                        name = "抢",
                        price,
                        quantity = 1_000,
                    },
                },
                memberId = member,
                points,
            },
            payments,
            expectedDue,
        };

    public static object[] Stored => [new { tender = "stored_value" }];
    public static object[] Cash => [new { tender = "cash" }];

    /// <summary>All at once, spread over the processes; each sent until it has its last word.</summary>
    public async Task<Answer[]> Together(IReadOnlyList<(string Path, object Body, string Key)> requests)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = requests
            .Select(
                (r, i) =>
                    Task.Run(async () =>
                    {
                        var body = JsonSerializer.Serialize(r.Body, Json.Options);
                        await gate.Task;
                        return await nodes[i % nodes.Count].SendUntilFinal(HttpMethod.Post, r.Path, body, r.Key);
                    })
            )
            .ToList();
        gate.SetResult();
        var answers = await Task.WhenAll(running);
        foreach (var answer in answers.Where(a => !a.IsFinal))
            lock (Wrong)
                Wrong.Add($"an answer nobody may get: {answer.Status} {answer.Text}");
        return answers;
    }

    public Task<Answer[]> Together(int count, string name, string path, Func<int, object> body) =>
        Together([.. Enumerable.Range(0, count).Select(i => (path, body(i), NewKey(name)))]);

    public async Task<(long Stored, long Points)> Held(string member)
    {
        var value = await Api.Get($"/ledger/members/{member}");
        var points = value["holdings"]!.AsArray().FirstOrDefault(h => (string?)h!["code"] == "points");
        return ((long)value["storedValue"]!, (long?)points?["balance"] ?? 0);
    }
}
