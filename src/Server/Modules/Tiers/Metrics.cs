using Shuke.Core.Ledger;
using Shuke.Core.Tiers;
using Shuke.Server.Modules.Ledger;

namespace Shuke.Server.Modules.Tiers;

/// <summary>
/// Measures what tier rules ask about. A figure since joining is the balance of a counter, so it costs nothing; windows
/// are summed from the ledger's entries in one query.
/// </summary>
internal static class Metrics
{
    public static async Task<IReadOnlyDictionary<Measure, long>> Of(
        DbRead db,
        Book book,
        MemberId member,
        BusinessDay joined,
        BusinessDay today,
        IReadOnlyList<Measure> measures
    )
    {
        var values = new Dictionary<Measure, long>();
        var windows = new List<Measure>();
        foreach (var measure in measures)
            if (AssetOf(book.Assets, measure.Metric) is not { } asset)
                values[measure] = 0;
            else if (IsBalance(measure, joined, today))
                values[measure] = book.Balance(member, asset.Id);
            else
                windows.Add(measure);
        if (windows.Count == 0)
            return values;

        var assets = windows.Select(w => AssetOf(book.Assets, w.Metric)!.Id).Distinct().ToList();
        var sums = await LedgerPublic.DaySums(db, member, assets, windows.Min(w => w.Span.First));
        foreach (var window in windows)
            values[window] = Sum(window, sums, AssetOf(book.Assets, window.Metric)!.Id);
        return values;
    }

    internal static bool IsBalance(Measure measure, BusinessDay joined, BusinessDay today) =>
        measure.Span.First <= joined
        && measure.Span.Last >= today
        && !measure.Gross
        && measure.Metric is not (Metric.TopUpOnce or Metric.PointsEarned);

    private static long Sum(Measure measure, IReadOnlyList<DaySum> sums, AssetId asset)
    {
        // A merge carries a lifetime over on one day; it is no turnover of that day.
        var days = sums.Where(s => s.Asset == asset && s.Counter != Counters.Merge)
            .Where(s => measure.Span.First <= s.Day && s.Day <= measure.Span.Last);
        return measure.Metric switch
        {
            Metric.TopUpOnce => days.Select(s => s.Largest).DefaultIfEmpty(0).Max(),
            // Points that return after a refund were earned before; points taken back were not earned after all.
            Metric.PointsEarned => days.Sum(s =>
                s.Counter switch
                {
                    Counters.Earn => s.CameIn - (measure.Gross ? 0 : s.WentOut),
                    Counters.Refund => measure.Gross ? 0 : -s.WentOut,
                    _ => 0,
                }
            ),
            _ => days.Sum(s => s.CameIn - (measure.Gross ? 0 : s.WentOut)),
        };
    }

    /// <summary>Null for a counter that nobody has counted with yet.</summary>
    internal static Asset? AssetOf(AssetSet assets, Metric metric) =>
        metric switch
        {
            Metric.ToppedUp or Metric.TopUpOnce => assets[AssetCodes.ToppedUp],
            Metric.Spent => assets[AssetCodes.Spent],
            Metric.PointsEarned => assets.Points,
            Metric.Growth => assets.Growth,
            Metric.Purchases => assets[AssetCodes.Visits],
            Metric.Referrals => assets.Find(AssetCodes.Referrals),
            Metric.Tasks => assets.Find(AssetCodes.Tasks),
            Metric.Profile => assets.Find(AssetCodes.Profile),
            Metric.Memberships => assets.Find(AssetCodes.Memberships),
        };
}
