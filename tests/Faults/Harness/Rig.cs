using System.Globalization;

namespace Shuke.Faults.Harness;

/// <summary>
/// A shop that is about to be mistreated: a server, its database, eight tills, the journal, and the questions asked after
/// every blow.
/// </summary>
internal sealed class Rig : IAsyncDisposable
{
    public const string DatabaseName = "shop";
    private const int Tills = 8;
    private const int Members = 24;

    private readonly string _folder;
    private readonly Journal _journal;
    private readonly string _journalFile;
    private int _replayed;

    private Rig(string folder, ServerProcess server, string? database, Shop shop, int seed)
    {
        (_folder, Server, DirectDatabase, Shop) = (folder, server, database, shop);
        _journalFile = Path.Combine(folder, "journal.jsonl");
        _journal = new(_journalFile);
        All = [.. Enumerable.Range(1, Tills).Select(n => new Till(n, unchecked(seed * 31 + n), shop, _journal))];
    }

    public ServerProcess Server { get; }
    public Shop Shop { get; }
    public IReadOnlyList<Till> All { get; }
    public int Acknowledged => _journal.Count;
    public int Resent { get; private set; }
    public int ComeAgain => All.Sum(t => t.ComeAgain);

    /// <summary>Straight to the database as its owner, past any proxy and any wall between merchants; null on SQLite.</summary>
    public string? DirectDatabase { get; }

    public static async Task<Rig> Open(
        string folder,
        string? database,
        PostgresProcess? postgres,
        int seed,
        string? data = null
    )
    {
        data ??= Path.Combine(folder, "data");
        Directory.CreateDirectory(data);
        var server = ServerProcess.For(data, database);
        await server.Start();
        return new(folder, server, postgres?.Admin(DatabaseName), await Shop.Open(server.Address, Members), seed);
    }

    /// <summary>The tills work until they are told to stop or nobody answers; the blow happens meanwhile.</summary>
    public async Task Under(Func<Task> blow, TimeSpan? patience = null)
    {
        using var api = new Api(Server.Address, Shop.Cookie, patience);
        using var stop = new CancellationTokenSource();
        var before = _journal.Count;
        var working = All.Select(t => Task.Run(() => t.Work(api, stop.Token))).ToList();
        // A program just started is slow at first; the blow should hit a shop that is busy.
        for (var waited = 0; _journal.Count < before + Tills && waited < 200; waited++)
            await Task.Delay(10, CancellationToken.None);
        await blow();
        await stop.CancelAsync();
        await Task.WhenAll(working);
    }

    /// <summary>Every key that was asked and not answered is asked again, with the same words, until it is answered.</summary>
    public async Task<List<string>> Resolve()
    {
        using var api = new Api(Server.Address, Shop.Cookie);
        var open = _journal.Unanswered;
        Resent += open.Count;
        await Task.WhenAll(
            open.Select(async intent =>
                All[intent.Client - 1]
                    .Settle(intent, await api.SendUntilFinal(HttpMethod.Post, intent.Path, intent.Body, intent.Key))
            )
        );
        return _journal.Unanswered.ConvertAll(i => $"{i.Kind} {i.Key} got no last word");
    }

    /// <summary>What was answered, answered again: the same bytes.</summary>
    public async Task<List<string>> Replay()
    {
        using var api = new Api(Server.Address, Shop.Cookie);
        var wrong = new List<string>();
        var answered = _journal.AnsweredSince(_replayed).Where(a => a.Answer.Ok).ToList();
        _replayed = _journal.Count;
        await Parallel.ForEachAsync(
            answered,
            new ParallelOptions { MaxDegreeOfParallelism = Tills },
            async (a, _) =>
            {
                var again = await api.SendUntilFinal(HttpMethod.Post, a.Intent.Path, a.Intent.Body, a.Intent.Key);
                if (again.Status != a.Answer.Status || !again.Body.AsSpan().SequenceEqual(a.Answer.Body))
                    lock (wrong)
                        wrong.Add(
                            $"{a.Intent.Kind} {a.Intent.Key} was answered {a.Answer.Text} and is now answered {again.Status} {again.Text}"
                        );
            }
        );
        return wrong;
    }

    /// <summary>Everything that must hold while the program is up and idle.</summary>
    public async Task<List<string>> Audit()
    {
        var wrong = new List<string>();
        foreach (var till in All)
            lock (till.Wrong)
            {
                wrong.AddRange(till.Wrong);
                till.Wrong.Clear();
            }
        // The model is made from the journal as it is on disk, and from nothing else.
        var model = Model.Of(Journal.Read(_journalFile));
        wrong.AddRange(model.Doubled);
        await using var db = DirectDatabase is null
            ? await Reader.Sqlite(Server.Data)
            : await Reader.Postgres(DirectDatabase);
        foreach (var (kind, sql) in DocumentsSql)
            wrong.AddRange(Compare(kind, model.Documents.GetValueOrDefault(kind) ?? [], await db.Texts(sql)));
        wrong.AddRange(await Balances(db, model));
        wrong.AddRange(await Invariants.Broken(db));
        return wrong;
    }

    /// <summary>Blow by blow: resend, replay, ask everything.</summary>
    public async Task<List<string>> Recover() => [.. await Resolve(), .. await Replay(), .. await Audit()];

    /// <summary>The product's own proof, on the database as the kill left it or beside the living server.</summary>
    public async Task<List<string>> Verify()
    {
        var (code, said) = await Server.Run("verify");
        return code == 0 ? [] : [$"verify: exit code {code}: {said}"];
    }

    private static readonly (string Kind, string Sql)[] DocumentsSql =
    [
        ("order", "SELECT id FROM orders"),
        ("refund", "SELECT id FROM refund"),
        ("topup", "SELECT id FROM topup"),
        ("topup_refund", "SELECT document_id FROM other_payment WHERE document_kind = 'topup_refund'"),
        ("adjust", "SELECT reason FROM posting WHERE kind = 'adjust'"),
        ("shift", "SELECT id FROM shift"),
        ("shift_close", "SELECT id FROM shift WHERE state = 'closed'"),
        ("cash", "SELECT reason FROM shift_cash"),
    ];

    private static IEnumerable<string> Compare(string kind, HashSet<string> acknowledged, List<string> written)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in written)
            if (!seen.Add(id))
                yield return $"DOUBLED: {kind} {id} is there twice";
        foreach (var id in acknowledged.Except(written, StringComparer.Ordinal))
            yield return $"LOST: {kind} {id} was acknowledged and is not there";
        foreach (var id in seen.Except(acknowledged, StringComparer.Ordinal))
            yield return $"DOUBLED: {kind} {id} is there and answers no request";
    }

    private static async Task<List<string>> Balances(Reader db, Model model)
    {
        var wrong = new List<string>();
        var rows = await db.Rows(
            """
            SELECT CAST(a.member_id AS TEXT), CASE WHEN s.kind = 'points' THEN 'points' ELSE 'stored' END, SUM(a.balance)
            FROM account a JOIN asset s ON s.merchant_id = a.merchant_id AND s.id = a.asset_id
            WHERE s.kind IN ('principal', 'bonus', 'points') GROUP BY 1, 2
            """
        );
        var held = rows.ToDictionary(
            r => ((string)r[0]!, (string)r[1]!),
            r => Convert.ToInt64(r[2], CultureInfo.InvariantCulture)
        );
        foreach (var (what, expected) in new[] { ("stored", model.Stored), ("points", model.Points) })
        foreach (var member in expected.Keys.Union(held.Keys.Where(k => k.Item2 == what).Select(k => k.Item1)))
            if (held.GetValueOrDefault((member, what)) != expected.GetValueOrDefault(member))
                wrong.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"member {member} holds {held.GetValueOrDefault((member, what))} {what}, the journal says {expected.GetValueOrDefault(member)}"
                    )
                );
        return wrong;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _journal.Dispose();
    }

    public override string ToString() => _folder;
}

/// <summary>Times until the program answered again, in milliseconds.</summary>
internal sealed class ReadyTimes(double secondsMax)
{
    private readonly List<double> _all = [];

    public List<string> Note(TimeSpan time)
    {
        _all.Add(time.TotalMilliseconds);
        return time.TotalSeconds <= secondsMax
            ? []
            :
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"ready after {time.TotalSeconds:0.0} s, more than {secondsMax:0.0} s"
                ),
            ];
    }

    public override string ToString()
    {
        var sorted = _all.Order().ToList();
        return sorted.Count == 0
            ? "never restarted"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"ready after p50 {sorted[sorted.Count / 2]:0} ms, max {sorted[^1]:0} ms"
            );
    }
}
