using Shuke.Core.Calendar;
using Shuke.Core.Conditions;
using Shuke.Core.Ledger;
using Shuke.Core.Rewards;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Sales;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server.Modules.Rewards;

/// <summary>
/// What conditions ask about a member and an event. Loaded only when a rule asks at all; the same loader serves the
/// engine, the try-out and "why not".
/// </summary>
internal sealed class Known : IConditionFacts
{
    private readonly RewardEvent _happened;
    private readonly MemberTraits? _member;
    private readonly TierId? _tier;
    private readonly Book? _book;
    private readonly IReadOnlyList<DaySum> _days;
    private readonly IReadOnlyList<EventRow> _events;
    private readonly long _number;
    private readonly BusinessDay _joined;
    private readonly BusinessDay? _lastPurchase;

    private Known(
        RewardEvent happened,
        Moment at,
        MemberTraits? member,
        TierId? tier,
        Book? book,
        IReadOnlyList<DaySum> days,
        IReadOnlyList<EventRow> events,
        long number,
        BusinessDay joined,
        BusinessDay? lastPurchase
    ) =>
        (_happened, At, _member, _tier, _book, _days, _events, _number, _joined, _lastPurchase) = (
            happened,
            at,
            member,
            tier,
            book,
            days,
            events,
            number,
            joined,
            lastPurchase
        );

    public Moment At { get; }

    /// <summary>Nothing but the time: for rules that ask nothing.</summary>
    public static Known Only(RewardEvent happened, StoreInfo store) =>
        new(
            happened,
            Moment.Of(happened.At, store.Zone, store.CutoffMinutes),
            null,
            null,
            null,
            [],
            [],
            0,
            default,
            null
        );

    public static async Task<Known> Load(
        DbRead db,
        RewardEvent happened,
        StoreInfo store,
        IEnumerable<Clause> clauses,
        long number
    )
    {
        var asked = clauses.SelectMany(Asked).ToList();
        if (asked.Count == 0)
            return Only(happened, store);
        var member = await MembersPublic.Traits(db, happened.Member);
        var assets = await LedgerPublic.Assets(db);
        var book = member is null ? null : await LedgerPublic.Read(db, assets, member.Id);
        var span = asked.Max(a => a.Days ?? 0);
        var ids = new[] { AssetCodes.Spent, AssetCodes.Visits, AssetCodes.ToppedUp, AssetCodes.Points }
            .Select(c => assets[c].Id)
            .ToList();
        var days = member is null
            ? []
            : await LedgerPublic.DaySums(db, member.Id, ids, happened.Day.AddDays(-Math.Max(span, 1)));
        var events = member is null
            ? []
            : await db.All<EventRow>(
                """
                SELECT * FROM reward_event WHERE merchant_id = @m AND member_id = @member
                AND happening IN ('checked_in', 'referred') AND key <> @key ORDER BY id DESC LIMIT 500
                """,
                new { member = member.Id, key = happened.Key }
            );
        var standing = await TiersPublic.Standing(db, happened.Member, happened.Day);
        return new(
            happened,
            Moment.Of(happened.At, store.Zone, store.CutoffMinutes),
            member,
            standing.TierId,
            book,
            days,
            events,
            number,
            member is null ? happened.Day : store.DayOf(member.CreatedAt),
            member is null ? null : await SalesPublic.LastPurchase(db, member.Id, happened.At)
        );
    }

    private static IEnumerable<(string Field, int? Days)> Asked(Clause clause)
    {
        foreach (var part in (clause.All ?? clause.Any ?? clause.None ?? []).SelectMany(Asked))
            yield return part;
        if (clause.Field is { } field)
            yield return (field, clause.Days);
    }

    public long? Number(Field field, int? days)
    {
        if (field == Fields.EventAmount)
            return _happened.Amount.Fen;
        if (field == Fields.EventNumber)
            return _number;
        if (_member is not { } member || _book is not { } book)
            return null;
        var today = At.Day;
        if (field == Fields.Age)
            return member.BirthYear is { } year ? today.Date.Year - year : null;
        if (field == Fields.BirthdayDistance)
            return member.Birthday is { } birthday ? BirthdayDistance.From(birthday, today.Date) : null;
        if (field == Fields.JoinedOn)
            return _joined.Date.DayNumber;
        if (field == Fields.DaysSinceJoined)
            return today.Date.DayNumber - _joined.Date.DayNumber;
        if (field == Fields.LastPurchaseOn)
            return _lastPurchase?.Date.DayNumber;
        if (field == Fields.DaysSincePurchase)
            return _lastPurchase is { } last ? today.Date.DayNumber - last.Date.DayNumber : null;
        if (field == Fields.CheckIns)
            return Events(Happening.CheckedIn, days).Count();
        if (field == Fields.Referrals)
            return Events(Happening.Referred, days).Count(e => e.Side == Side.Member);
        if (field == Fields.StoredValue)
            return book.Balance(book.Assets.Principal.Id) + book.Balance(book.Assets.Bonus.Id);
        if (field == Fields.Points)
            return book.Balance(book.Assets.Points.Id);
        if (field == Fields.Growth)
            return book.Balance(book.Assets.Growth.Id);
        return Turnover(field, days, book);
    }

    private long? Turnover(Field field, int? days, Book book)
    {
        var isPurchase = _happened.Kind == Happening.Purchased;
        // The ledger knows this very purchase already; "before this one" leaves it out.
        if (field == Fields.Purchases)
            return Math.Max(Total(book.Assets[AssetCodes.Visits], days) - (isPurchase ? 1 : 0), 0);
        if (field == Fields.Spent)
            return Math.Max(Total(book.Assets[AssetCodes.Spent], days) - (isPurchase ? _happened.Amount.Fen : 0), 0);
        if (field == Fields.AverageTicket)
        {
            var n = Total(book.Assets[AssetCodes.Visits], days);
            return n == 0 ? null : Divide.Exact(Total(book.Assets[AssetCodes.Spent], days), n, Rounding.HalfUp);
        }
        if (field == Fields.ToppedUp)
            return Total(book.Assets[AssetCodes.ToppedUp], days);
        if (field == Fields.LargestTopUp)
            return Days(book.Assets[AssetCodes.ToppedUp], days).Select(d => d.Largest).DefaultIfEmpty(0).Max();
        if (field == Fields.PointsEarned)
            return Days(book.Assets.Points, days).Where(d => d.Counter == Counters.Earn).Sum(d => d.CameIn - d.WentOut);
        return null;
    }

    private long Total(Asset asset, int? days) =>
        days is null ? _book!.Balance(asset.Id) : Days(asset, days).Sum(d => d.CameIn - d.WentOut);

    private IEnumerable<DaySum> Days(Asset asset, int? days) =>
        _days.Where(d =>
            d.Asset == asset.Id
            && d.Counter != Counters.Merge
            && (days is null || d.Day > At.Day.AddDays(-days.Value))
            && d.Day <= At.Day
        );

    private IEnumerable<EventRow> Events(Happening happening, int? days) =>
        _events.Where(e => e.Happening == happening && (days is null || e.Day > At.Day.AddDays(-days.Value)));

    public bool Has(Field field, ChoiceValue value)
    {
        if (field == Fields.Store)
            return _happened.Store?.Value == value.Id && value.Id != 0;
        if (field == Fields.EventProducts)
            return _happened.LinesOrNone.Any(l => l.Product?.Value == value.Id);
        if (field == Fields.EventCategories)
            return _happened.LinesOrNone.Any(l => l.Categories.Any(c => c.Value == value.Id));
        if (field == Fields.Channel)
            return value.Text == "till";
        if (field == Fields.IsMember)
            return value.Text == "yes";
        if (field == Fields.Tier)
            return _tier?.Value == value.Id;
        if (_member is not { } member)
            return false;
        if (field == Fields.Tags)
            return member.Tags.Contains(new(value.Id));
        if (field == Fields.Gender)
            return Names.Of(member.Gender) == value.Text;
        if (field == Fields.Source)
            return Names.Of(member.Source) == value.Text;
        if (field == Fields.HomeStore)
            return member.HomeStore?.Value == value.Id;
        if (field == Fields.BirthdayMonth)
            return value.Text
                == (member.Birthday is { } b && BirthdayDistance.IsThisMonth(b, At.Day.Date) ? "yes" : "no");
        return false;
    }
}
