using System.Collections.Immutable;
using System.Globalization;
using Shuke.Core.Ledger;

namespace Shuke.Core.Tests.Ledger;

/// <summary>A small shop's ledger in memory: seals every decision, keeps every row, and can prove itself.</summary>
internal sealed class Shop
{
    public static readonly AssetSet Assets = new([
        new(new(1), AssetCodes.Principal, AssetKind.Principal, AssetUnit.Fen, true, false, Expiry.Never),
        new(new(2), AssetCodes.Bonus, AssetKind.Bonus, AssetUnit.Fen, true, false, Expiry.AfterMonths(12)),
        new(new(3), AssetCodes.Points, AssetKind.Points, AssetUnit.Point, true, true, Expiry.PointsDefault),
        new(new(4), AssetCodes.Growth, AssetKind.Growth, AssetUnit.Point, false, false, Expiry.Never),
        new(new(5), "stamps", AssetKind.Counter, AssetUnit.Count, false, false, Expiry.Never),
        new(new(6), "cups", AssetKind.Times, AssetUnit.Count, true, false, Expiry.AfterDays(90)),
        new(new(7), "beans", AssetKind.Points, AssetUnit.Point, true, false, Expiry.RollingDays(30)),
    ]);

    private readonly List<(PostingHeader Header, Entry Entry)> _rows = [];
    private long _ids;

    public Shop(long member = 1) => (Book, _ids) = (Book.Empty(Assets, new(new(member))), member * 100_000);

    public Book Book { get; set; }
    public BusinessDay Day { get; set; } = BusinessDay.Of(2026, 1, 15);
    public Instant At => Instant.From(new DateTimeOffset(Day.Date, new TimeOnly(4, 0), TimeSpan.Zero));
    public IReadOnlyList<(PostingHeader Header, Entry Entry)> Rows => _rows;

    public long Balance(string asset) => Book.Balance(Assets[asset].Id);

    public PostingPlan Post(Moves moves, string kind = "test", string key = "")
    {
        var id = ++_ids;
        var header = new PostingHeader(
            new(9),
            new(id),
            kind,
            "order",
            id.ToString(CultureInfo.InvariantCulture),
            new(3),
            new(4),
            "till",
            At,
            Day,
            "测试",
            null,
            Chain.Format,
            key.Length > 0 ? key : "key-" + id
        );
        var plan = Posting.Seal(Book, header, moves, () => ++_ids);
        _rows.AddRange(plan.Entries.Select(e => (header, e)));
        Book = plan.After;
        return plan;
    }

    public void Join(Shop other)
    {
        Book = Book.Join(other.Book);
        _rows.AddRange(other._rows);
        _ids = Math.Max(_ids, other._ids) + 1000;
    }

    /// <summary>Every account from its first entry: chain, balances and lots (I3, I4, I12, I16, I27).</summary>
    public void MustHold()
    {
        foreach (var account in Book.Accounts)
        {
            var lots = Book.Lots.Where(l => l.Account == account.Id).ToImmutableArray();
            var rows = _rows.Where(r => r.Entry.Account == account.Id).OrderBy(r => r.Entry.Seq).ToList();
            Verifier.Check(account, Assets[account.Asset], lots, rows).ShouldBeNull();
            var (rebuilt, rebuiltLots) = Rebuild.Of(account, lots, rows);
            rebuilt.ShouldBe(account);
            rebuiltLots.ShouldBe(lots.OrderBy(l => l.Id));
        }
    }
}
