using Shuke.Core.Conditions;
using Shuke.Core.Ledger;
using Shuke.Core.Pricing;
using Shuke.Core.Pricing.Promotions;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server.Modules.Sales;

/// <summary>
/// What pricing knows of the member. Tier, points and totals are at hand anyway; the rest is read only where a promotion
/// that counts now asks about it.
/// </summary>
internal static class BuyerFacts
{
    private static readonly HashSet<Field> OfTheRow =
    [
        Fields.Tags,
        Fields.Gender,
        Fields.HomeStore,
        Fields.Age,
        Fields.JoinedOn,
        Fields.DaysSinceJoined,
    ];

    public static async Task<Buyer> Of(
        DbRead db,
        MemberInfo member,
        TierStanding standing,
        Book book,
        StoreInfo store,
        BusinessDay day,
        PromotionSet promotions
    )
    {
        var points = book.Assets.Points.Id;
        // A paid membership runs beside the tier: the better price and the better multiplier count, not both.
        var paid = await MembershipPublic.Running(db, member.Id, day);
        var buyer = new Buyer
        {
            MemberId = member.Id,
            TierId = standing.TierId ?? default,
            TierName = standing.Name,
            TierPrice = paid?.Price < standing.Price ? paid.Price : standing.Price,
            Membership = paid?.Price < standing.Price ? new($"{paid.PlanId}", paid.Plan) : null,
            PointsMultiplier =
                paid?.PointsMultiplier > standing.Multiplier ? paid.PointsMultiplier : standing.Multiplier,
            // Without its lots of points the book belongs to a ticket that neither spends any nor asks; see NeedsPoints.
            SpendablePoints = new(
                book.Holder.Frozen || !book.HasPointLots ? 0 : PricedCart.Usable(book, points, db.Now, day)
            ),
            Birthday = member.Birthday,
            Purchases = book.Balance(book.Assets[AssetCodes.Visits].Id),
            Spent = new(book.Balance(book.Assets[AssetCodes.Spent].Id)),
        };
        if (promotions.Asked.Any(a => OfTheRow.Contains(a.Field)))
            buyer = await WithTraits(db, buyer, store, promotions);
        if (promotions.Asks(Fields.LastPurchaseOn) || promotions.Asks(Fields.DaysSincePurchase))
            buyer = buyer with
            {
                LastPurchaseOn = await LedgerPublic.LastDay(db, member.Id, book.Assets[AssetCodes.Visits].Id),
            };
        var windows = promotions.Asked.Where(a => a.Days is not null).ToList();
        return windows.Count == 0 ? buyer : buyer with { Windows = await Windows(db, member.Id, book, day, windows) };
    }

    private static async Task<Buyer> WithTraits(DbRead db, Buyer buyer, StoreInfo store, PromotionSet promotions)
    {
        var traits = (await MembersPublic.Traits(db, buyer.MemberId, promotions.Asks(Fields.Tags)))!;
        return buyer with
        {
            Tags = traits.Tags,
            Gender = Names.Of(traits.Gender),
            HomeStore = traits.HomeStore ?? default,
            BirthYear = traits.BirthYear,
            JoinedOn = store.DayOf(traits.CreatedAt),
        };
    }

    private static async Task<IReadOnlyDictionary<(string, int), long>> Windows(
        DbRead db,
        MemberId member,
        Book book,
        BusinessDay day,
        List<(Field Field, int? Days)> windows
    )
    {
        var (spent, visits) = (book.Assets[AssetCodes.Spent].Id, book.Assets[AssetCodes.Visits].Id);
        var from = day.AddDays(1 - windows.Max(w => w.Days!.Value));
        var sums = await LedgerPublic.DaySums(db, member, [spent, visits], from);
        var known = new Dictionary<(string, int), long>();
        foreach (var (field, days) in windows)
            known[(field.Code, days!.Value)] = sums.Where(s =>
                    s.Asset == (field == Fields.Purchases ? visits : spent)
                    && s.Counter != Counters.Merge
                    && s.Day > day.AddDays(-days.Value)
                )
                .Sum(s => s.CameIn - s.WentOut);
        return known;
    }
}
