using Shuke.Core.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Ledger;

/// <summary>GET /ledger/members/{id}: what a member holds of each asset, in which lots, and what runs out soon.</summary>
public static class ShowMemberValue
{
    private const int SoonDays = 30;

    public sealed record Lot(
        LotId Id,
        long Granted,
        long Remaining,
        Instant ActiveAt,
        BusinessDay? ExpiresOn,
        Money? Paid,
        bool IsPending,
        bool IsExpired,
        Instant CreatedAt
    );

    /// <param name="Soon">what can be used now and runs out within 30 days</param>
    public sealed record Holding(
        AssetId AssetId,
        string Code,
        AssetKind Kind,
        AssetUnit Unit,
        string Name,
        long Balance,
        long TotalIn,
        long TotalOut,
        long Soon,
        BusinessDay? SoonBy,
        IReadOnlyList<Lot> Lots
    );

    public sealed record Reply(
        MemberId MemberId,
        bool Frozen,
        Money StoredValue,
        Money Room,
        IReadOnlyList<Holding> Holdings
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Get("/ledger/members/{id}", Permission.MembersView, Handle)
            .WithSummary("What a member holds, with lots.");

    public static async Task<Outcome<Reply>> Handle(MemberId id, DbRead db, Caller caller)
    {
        var infos = await LedgerPublic.AssetInfos(db);
        if (await LedgerPublic.Read(db, new(infos.Select(i => i.Asset).ToList()), id) is not { } book)
            return CommonReasons.NotFound.With(("what", "会员"));
        var day = await Today(db, caller);
        var holdings = new List<Holding>();
        foreach (var info in infos)
            if (book.Account(id, info.Asset.Id) is { } account)
                holdings.Add(Held(db, book, info, account, day, caller.Language));
        var stored = new Money(book.Balance(book.Assets.Principal.Id) + book.Balance(book.Assets.Bonus.Id));
        return new Reply(id, book.Holder.Frozen, stored, CardLimits.Shipped.Room(book), holdings);
    }

    internal static async Task<BusinessDay> Today(DbRead db, Caller caller)
    {
        var store = caller.StoreId is { } id ? await OrgPublic.Store(db, id) : null;
        return (store ?? (await OrgPublic.Stores(db))[0]).DayOf(db.Now);
    }

    private static Holding Held(
        DbRead db,
        Book book,
        AssetInfo info,
        AccountState account,
        BusinessDay day,
        Language language
    )
    {
        var lots = book
            .Lots.Where(l => l.Asset == info.Asset.Id && l.Remaining > 0)
            .OrderBy(l => l.ExpiresOn?.Date ?? DateOnly.MaxValue)
            .ThenBy(l => l.Id)
            .ToList();
        var soon = lots.Where(l => l.IsUsable(db.Now, day) && l.ExpiresOn <= day.AddDays(SoonDays)).ToList();
        return new(
            info.Asset.Id,
            info.Asset.Code,
            info.Asset.Kind,
            info.Asset.Unit,
            info.Name(language),
            account.Balance,
            account.TotalIn,
            account.TotalOut,
            soon.Sum(l => l.Remaining),
            soon.Select(l => l.ExpiresOn).Min(),
            lots.ConvertAll(l => new Lot(
                l.Id,
                l.Granted,
                l.Remaining,
                l.ActiveAt,
                l.ExpiresOn,
                l.Paid,
                !l.IsActive(db.Now),
                l.IsExpired(day),
                l.CreatedAt
            ))
        );
    }
}
