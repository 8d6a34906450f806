using Shuke.Core.Pricing;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server.Modules.Sales;

/// <summary>GET /till/members/{id}: what the cashier sees of a member beside the cart.</summary>
public static class ShowTillMember
{
    public sealed record Reply(
        MemberId Id,
        long Number,
        string Name,
        string? Phone,
        MemberState State,
        string? Birthday,
        Money StoredValue,
        Money Principal,
        Money Bonus,
        Points Points,
        Tier? Tier,
        IReadOnlyList<FreeItem> FreeItems,
        string? Progress
    );

    public sealed record Tier(string Name, string Colour, Ratio Price);

    /// <param name="Until">last day; null = no end</param>
    public sealed record FreeItem(FreeItemKind Kind, string SourceId, string Title, long Remaining, BusinessDay? Until);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/till/members/{id}", Permission.TillSell, Handle).WithSummary("A member as the till shows one.");

    public static async Task<Outcome<Reply>> Handle(MemberId id, DbRead db, Caller caller)
    {
        if (caller.StoreId is null)
            return HttpReasons.StoreNeeded;
        if (await MembersPublic.Get(db, id, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        var store = (await OrgPublic.Store(db, caller.Store))!;
        var day = store.DayOf(db.Now);
        var infos = await LedgerPublic.AssetInfos(db);
        var assets = new Core.Ledger.AssetSet([.. infos.Select(a => a.Asset)]);
        var book = (await LedgerPublic.Read(db, assets, member.Id))!;
        var standing = await TiersPublic.Standing(db, member.Id, day);
        var (principal, bonus) = (book.Balance(assets.Principal.Id), book.Balance(assets.Bonus.Id));
        return new Reply(
            member.Id,
            member.Number,
            member.Name,
            member.Phone,
            member.State,
            member.Birthday?.ToString(),
            new Money(principal + bonus),
            new Money(principal),
            new Money(bonus),
            new Points(PricedCart.Usable(book, assets.Points.Id, db.Now, day)),
            standing.TierId is null ? null : new Tier(standing.Name, standing.Colour, standing.Price),
            FreeItems(infos, book, standing, db.Now, day, caller.Language),
            await TiersPublic.NextStep(db, book, store, caller.Language)
        );
    }

    private static List<FreeItem> FreeItems(
        IReadOnlyList<AssetInfo> assets,
        Core.Ledger.Book book,
        TierStanding standing,
        Instant now,
        BusinessDay day,
        Language language
    )
    {
        var items = new List<FreeItem>();
        foreach (var asset in assets.Where(a => a.Covers is not null))
        {
            var lots = book
                .Lots.Where(l => l.Asset == asset.Asset.Id && l.Remaining > 0 && l.IsUsable(now, day))
                .ToList();
            if (lots.Count > 0)
                items.Add(
                    new(
                        FreeItemKind.Times,
                        asset.Asset.Id.ToString(),
                        asset.Name(language),
                        lots.Sum(l => l.Remaining),
                        lots.Min(l => l.ExpiresOn)
                    )
                );
        }
        foreach (var benefit in standing.Benefits.Where(b => b.Covers is not null && b.CanBeUsed))
            items.Add(
                new(FreeItemKind.Benefit, benefit.Id.ToString(), benefit.Title(language), benefit.Remaining ?? 99, null)
            );
        return items;
    }
}
