using Shuke.Core.Pricing.Promotions;

namespace Shuke.Server.Modules.Pricing;

// What limited promotions have used up: read with the batch, counted on in memory ticket by ticket (the next one of the
// batch sees it), written set-based by conditional upserts in order of key. A row that is not touched means that somebody
// else took the last meanwhile: nothing of the batch is kept, and its commands decide anew, one by one.
public sealed partial class PromotionCounters
{
    private static readonly KeyedQuery<string, CounterRow> ByKey = new(
        "promotion_counter",
        "SELECT merchant_id, key, used FROM promotion_counter WHERE {key}",
        r => (r.MerchantId, r.Key)
    );

    private static readonly PromotionCounters None = new([], null, default, []);

    private readonly IReadOnlyList<Promotion> _limited;
    private readonly MemberId? _member;
    private readonly BusinessDay _day;
    private readonly Dictionary<string, long> _used;

    private PromotionCounters(
        IReadOnlyList<Promotion> limited,
        MemberId? member,
        BusinessDay day,
        Dictionary<string, long> used
    ) => (_limited, _member, _day, _used) = (limited, member, day, used);

    internal static void Ahead(Ahead ahead, PromotionSet set, MemberId? member, IEnumerable<BusinessDay> days)
    {
        foreach (var promotion in set.Limited)
        foreach (var day in days)
        foreach (var counter in LimitsOf(promotion, member, day))
            ahead.Want(ByKey, counter.Key);
    }

    /// <summary>Without limited promotions nothing is asked; what was not read ahead is read at once.</summary>
    internal static async ValueTask<PromotionCounters> Load(
        DbRead db,
        PromotionSet set,
        MemberId? member,
        BusinessDay day
    )
    {
        if (set.Limited.Count == 0)
            return None;
        var used = new Dictionary<string, long>(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var promotion in set.Limited)
        {
            var known = (db as Tx)?.State<Counted>(promotion.Id.Value)?.Used;
            foreach (var (key, _, _) in LimitsOf(promotion, member, day))
                if (known?.TryGetValue(key, out var number) == true)
                    used[key] = number;
                else if (db.Knows(ByKey, key, out var rows))
                    used[key] = rows is [var row, ..] ? row.Used : 0;
                else
                    missing.Add(key);
        }
        foreach (var keys in missing.Chunk(1_000))
        foreach (
            var row in await db.All<CounterRow>(
                "SELECT merchant_id, key, used FROM promotion_counter WHERE merchant_id = @m AND key IN @keys",
                new { keys }
            )
        )
            used[row.Key] = row.Used;
        return new(set.Limited, member, day, used);
    }

    /// <summary>What is used up for this ticket's member and day, for <c>PricingFacts.Usage</c>.</summary>
    public IReadOnlyDictionary<PromotionId, OfferUsage> Usage
    {
        get
        {
            var usage = new Dictionary<PromotionId, OfferUsage>(_limited.Count);
            foreach (var p in _limited)
                usage[p.Id] = new(
                    _member is { } m ? Tickets(OfMember(p.Id, m)) : 0,
                    _member is { } n ? Tickets(OfMemberDay(p.Id, n, _day)) : 0,
                    Tickets(OfDay(p.Id, _day)),
                    Tickets(OfAll(p.Id)),
                    new(_used.GetValueOrDefault(OfBudget(p.Id)))
                );
            return usage;
        }
    }

    /// <summary>The ticket takes part in this promotion: counted for the next ticket at once, written with the batch.</summary>
    /// <returns>false where the promotion has no limits</returns>
    internal bool Count(Tx tx, PromotionId id, Money given)
    {
        if (_limited.FirstOrDefault(p => p.Id == id) is not { } promotion)
            return false;
        var used = new Dictionary<string, long>(
            tx.State<Counted>(id.Value)?.Used ?? new Dictionary<string, long>(),
            StringComparer.Ordinal
        );
        foreach (var (key, max, isMoney) in LimitsOf(promotion, _member, _day))
        {
            var number = isMoney ? given.Fen : 1;
            if (number == 0)
                continue;
            _used[key] = used[key] = _used.GetValueOrDefault(key) + number;
            tx.Later(CounterWriter.Kind, new CounterUpsert(tx.Merchant, key, number, max));
        }
        tx.SetState(id.Value, new Counted(used), Tables);
        return true;
    }

    private static readonly string[] Tables = ["promotion_counter"];

    /// <summary>A ticket came back whole: what it used up is free again.</summary>
    internal static async Task GiveBack(Tx tx, IReadOnlyList<PromotionUseRow> uses)
    {
        foreach (var use in uses.Where(u => u.Limited).OrderBy(u => u.PromotionId))
        {
            var keys = new List<string> { OfAll(use.PromotionId), OfDay(use.PromotionId, use.Day) };
            if (use.MemberId is { } member)
                keys.AddRange([OfMember(use.PromotionId, member), OfMemberDay(use.PromotionId, member, use.Day)]);
            await tx.Execute(
                "UPDATE promotion_counter SET used = used - 1 WHERE merchant_id = @m AND key IN @keys AND used > 0",
                new { keys }
            );
            await tx.Execute(
                "UPDATE promotion_counter SET used = used - @given WHERE merchant_id = @m AND key = @key AND used >= @given",
                new { key = OfBudget(use.PromotionId), given = use.Discount }
            );
        }
    }

    private readonly record struct Counter(string Key, long Max, bool IsMoney = false);

    private static IEnumerable<Counter> LimitsOf(Promotion p, MemberId? member, BusinessDay day)
    {
        if (p.Limits.Total is { } total)
            yield return new(OfAll(p.Id), total);
        if (p.Limits.PerDay is { } perDay)
            yield return new(OfDay(p.Id, day), perDay);
        if (p.Limits.Budget is { } budget)
            yield return new(OfBudget(p.Id), budget.Fen, IsMoney: true);
        if (member is not { } m)
            yield break;
        if (p.Limits.PerMember is { } perMember)
            yield return new(OfMember(p.Id, m), perMember);
        if (p.Limits.PerMemberDay is { } perMemberDay)
            yield return new(OfMemberDay(p.Id, m, day), perMemberDay);
    }

    private int Tickets(string key) => (int)Math.Min(_used.GetValueOrDefault(key), int.MaxValue);

    private static string OfAll(PromotionId id) => $"{id}:all";

    private static string OfBudget(PromotionId id) => $"{id}:budget";

    private static string OfDay(PromotionId id, BusinessDay day) => $"{id}:{day}";

    private static string OfMember(PromotionId id, MemberId member) => $"{id}:m{member}";

    private static string OfMemberDay(PromotionId id, MemberId member, BusinessDay day) => $"{id}:m{member}:{day}";

    private sealed record CounterRow(MerchantId MerchantId, string Key, long Used);

    /// <summary>What a promotion has used up after tickets of this batch that are not written yet, by key.</summary>
    private sealed record Counted(IReadOnlyDictionary<string, long> Used);

    private sealed record CounterUpsert(MerchantId MerchantId, string Key, long Used, long LimitMax);

    private sealed class CounterWriter : ILateWrite
    {
        public static readonly CounterWriter Kind = new();

        private static readonly RowStatement<CounterUpsert> Add = RowStatement<CounterUpsert>.Insert(
            "promotion_counter",
            Column<CounterUpsert>.All(),
            """
            ON CONFLICT (merchant_id, key) DO UPDATE SET used = promotion_counter.used + excluded.used, limit_max = excluded.limit_max
            WHERE promotion_counter.used + excluded.used <= excluded.limit_max
            """
        );

        /// <summary>Tickets of one counter together, in order of key: two batches never wait for each other in a ring.</summary>
        public void Write(Pipeline pipeline, IReadOnlyList<object> items) =>
            pipeline.Put(
                "promotion_counter",
                Add,
                [
                    .. items
                        .Cast<CounterUpsert>()
                        .GroupBy(c => (c.MerchantId, c.Key))
                        .Select(g => g.Last() with { Used = g.Sum(c => c.Used) })
                        .OrderBy(c => c.MerchantId)
                        .ThenBy(c => c.Key, StringComparer.Ordinal),
                ]
            );
    }
}
