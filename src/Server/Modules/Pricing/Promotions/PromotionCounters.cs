using System.Globalization;
using Shuke.Core.Pricing.Promotions;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// What limited promotions have used up, for one batch of tickets: loaded by one query, counted on in memory ticket by
/// ticket (the next one sees it), written by conditional updates. A counter that did not come back was taken by somebody
/// else meanwhile: nothing of the batch that used its promotion may be kept.
/// </summary>
public sealed partial class PromotionCounters
{
    private const int SlotsMax = 8;
    private readonly Dictionary<string, long> _used;
    private readonly Dictionary<string, (long Added, long Max, PromotionId Promotion)> _added = new(
        StringComparer.Ordinal
    );
    private readonly IReadOnlyList<Promotion> _limited;

    private PromotionCounters(IReadOnlyList<Promotion> limited, Dictionary<string, long> used) =>
        (_limited, _used) = (limited, used);

    internal static async Task<PromotionCounters> Load(
        DbRead db,
        PromotionSet set,
        IReadOnlyList<(MemberId? Member, BusinessDay Day)> tickets
    )
    {
        var limited = set.Promotions.Where(p => !p.Limits.IsNone).ToList();
        if (limited.Count == 0 || tickets.Count == 0)
            return new(limited, []);
        var keys = (
            from promotion in limited
            from ticket in tickets
            from limit in LimitsOf(promotion, ticket.Member, ticket.Day)
            select limit.Key
        )
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var used = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var part in keys.Chunk(1_000))
        foreach (
            var row in await db.All<(string Key, long Used)>(
                "SELECT key, used FROM promotion_counter WHERE merchant_id = @m AND key IN @part",
                new { part }
            )
        )
            used[row.Key] = row.Used;
        return new(limited, used);
    }

    /// <summary>What is used up for this member on this day, for <c>PricingFacts.Usage</c>.</summary>
    public IReadOnlyDictionary<PromotionId, OfferUsage> For(MemberId? member, BusinessDay day)
    {
        var usage = new Dictionary<PromotionId, OfferUsage>(_limited.Count);
        foreach (var promotion in _limited)
        {
            var id = promotion.Id;
            usage[id] = new(
                member is { } m ? Tickets(OfMember(id, m)) : 0,
                member is { } n ? Tickets(OfMemberDay(id, n, day)) : 0,
                Tickets(OfDay(id, day)),
                Tickets(OfAll(id)),
                new(_used.GetValueOrDefault(OfBudget(id)))
            );
        }
        return usage;
    }

    /// <summary>One ticket used these promotions; a promotion without limits is passed over.</summary>
    public void Count(MemberId? member, BusinessDay day, IEnumerable<(PromotionId Promotion, Money Given)> gave)
    {
        foreach (var (id, given) in gave)
        foreach (var promotion in _limited)
            if (promotion.Id == id)
                foreach (var limit in LimitsOf(promotion, member, day))
                    Add(limit, id, limit.IsMoney ? given.Fen : 1);
    }

    private void Add(Counter counter, PromotionId promotion, long number)
    {
        if (number == 0)
            return;
        _used[counter.Key] = _used.GetValueOrDefault(counter.Key) + number;
        _added[counter.Key] = (_added.GetValueOrDefault(counter.Key).Added + number, counter.Max, promotion);
    }

    /// <summary>Writes what was counted, in order of key; answers the promotions whose limit somebody else has reached meanwhile.</summary>
    internal async Task<IReadOnlySet<PromotionId>> Write(Tx tx)
    {
        var refused = new HashSet<PromotionId>();
        foreach (var part in _added.OrderBy(a => a.Key, StringComparer.Ordinal).Chunk(SlotsMax))
        {
            var kept = await tx.All<string>(AddSql, Slots.Of(part.Select(a => (a.Key, a.Value.Added, a.Value.Max))));
            refused.UnionWith(
                part.Where(a => !kept.Contains(a.Key, StringComparer.Ordinal)).Select(a => a.Value.Promotion)
            );
        }
        return refused;
    }

    /// <summary>A ticket came back whole: what it used up is free again.</summary>
    internal static async Task GiveBack(Tx tx, IReadOnlyList<PromotionUseRow> uses)
    {
        foreach (var use in uses.Where(u => u.Limited))
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

    /// <summary>Eight counters in one statement; one that would pass its limit does not come back.</summary>
    private static readonly string AddSql = $"""
        INSERT INTO promotion_counter (merchant_id, key, used, limit_max)
        SELECT @m, v.column1, v.column2, v.column3 FROM (VALUES {string.Join(
            ", ",
            Enumerable.Range(0, SlotsMax).Select(i => string.Create(CultureInfo.InvariantCulture, $"(@k{i}, @n{i}, @x{i})"))
        )}) AS v
        WHERE v.column1 <> '' AND v.column2 <= v.column3
        ON CONFLICT (merchant_id, key) DO UPDATE SET used = promotion_counter.used + excluded.used, limit_max = excluded.limit_max
            WHERE promotion_counter.used + excluded.used <= excluded.limit_max
        RETURNING key
        """;

    private sealed record Slots(
        string K0,
        long N0,
        long X0,
        string K1,
        long N1,
        long X1,
        string K2,
        long N2,
        long X2,
        string K3,
        long N3,
        long X3,
        string K4,
        long N4,
        long X4,
        string K5,
        long N5,
        long X5,
        string K6,
        long N6,
        long X6,
        string K7,
        long N7,
        long X7
    )
    {
        public static Slots Of(IEnumerable<(string Key, long Added, long Max)> counters)
        {
            var s = counters.Concat(Enumerable.Repeat(("", 0L, 0L), SlotsMax)).Take(SlotsMax).ToArray();
            return new(
                s[0].Item1,
                s[0].Item2,
                s[0].Item3,
                s[1].Item1,
                s[1].Item2,
                s[1].Item3,
                s[2].Item1,
                s[2].Item2,
                s[2].Item3,
                s[3].Item1,
                s[3].Item2,
                s[3].Item3,
                s[4].Item1,
                s[4].Item2,
                s[4].Item3,
                s[5].Item1,
                s[5].Item2,
                s[5].Item3,
                s[6].Item1,
                s[6].Item2,
                s[6].Item3,
                s[7].Item1,
                s[7].Item2,
                s[7].Item3
            );
        }
    }
}
