using Shuke.Core.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Ledger;

/// <summary>GET /ledger/members/{id}/statement: every movement of a member's value, newest first, with what was behind it.</summary>
public static class ShowStatement
{
    public sealed record Filter(AssetId? Asset = null, BusinessDay? From = null, BusinessDay? To = null);

    /// <param name="Why">what happened, for people</param>
    /// <param name="Lots">the lots that were moved, as the ledger writes them</param>
    public sealed record Line(
        EntryId Id,
        PostingId PostingId,
        AssetId AssetId,
        string Asset,
        AssetUnit Unit,
        long Amount,
        long BalanceAfter,
        string Kind,
        string Counter,
        string Why,
        string DocumentKind,
        string DocumentId,
        string? Store,
        string? Staff,
        string Reason,
        string Lots,
        BusinessDay Day,
        Instant At
    );

    private sealed record Row(
        EntryId Id,
        PostingId PostingId,
        AccountId AccountId,
        long Amount,
        long BalanceAfter,
        string Counter,
        string Lots,
        BusinessDay Day,
        string Kind,
        string DocumentKind,
        string DocumentId,
        StoreId? StoreId,
        StaffId? StaffId,
        string Reason,
        Instant At
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Get("/ledger/members/{id}/statement", Permission.MembersView, Handle)
            .WithSummary("Every movement of a member's value, newest first.");

    public static async Task<Outcome<Page<Line>>> Handle(
        MemberId id,
        [AsParameters] Filter filter,
        [AsParameters] PageQuery page,
        DbRead db,
        Caller caller
    )
    {
        var accounts = (await LedgerPublic.AccountsOf(db, [id]))
            .Where(a => filter.Asset is not { } asset || a.Asset == asset)
            .ToDictionary(a => a.Id, a => a.Asset);
        var args = new
        {
            member = id,
            accounts = accounts.Keys.ToList(),
            from = filter.From ?? BusinessDay.Of(1, 1, 1),
            to = filter.To ?? BusinessDay.Of(9999, 12, 31),
            before = Cursor.Read(page.After).Number,
            limit = page.Fetch,
        };
        const string Chosen = $"""
            {LedgerPublic.EntryOfMember}
            AND e.account_id IN @accounts AND e.day BETWEEN @from AND @to
            """;
        var rows = await db.All<Row>(
            $"""
            SELECT e.id, e.posting_id, e.account_id, e.amount, e.balance_after, e.counter, e.lots, e.day, p.kind,
                p.document_kind, p.document_id, p.store_id, p.staff_id, p.reason, p.at
            FROM (SELECT e.* {Chosen} AND e.id < @before ORDER BY e.id DESC LIMIT @limit) e
            JOIN posting p ON p.merchant_id = e.merchant_id AND p.id = e.posting_id ORDER BY e.id DESC
            """,
            args
        );
        var total = await db.One<long>($"SELECT COUNT(*) {Chosen}", args);
        return Page<Line>.Of(page, await Lines(db, rows, accounts, caller.Language), total, l => new("", l.Id.Value));
    }

    private static async Task<List<Line>> Lines(
        DbRead db,
        List<Row> rows,
        Dictionary<AccountId, AssetId> accounts,
        Language language
    )
    {
        var assets = (await LedgerPublic.AssetInfos(db)).ToDictionary(i => i.Asset.Id);
        var stores = (await OrgPublic.Stores(db)).ToDictionary(s => s.Id, s => s.Name);
        var staff = new Dictionary<StaffId, string?>();
        foreach (var id in rows.Select(r => r.StaffId).OfType<StaffId>().Distinct())
            staff[id] = await OrgPublic.StaffName(db, id);
        return rows.ConvertAll(r => new Line(
            r.Id,
            r.PostingId,
            accounts[r.AccountId],
            AssetOf(r).Name(language),
            AssetOf(r).Asset.Unit,
            r.Amount,
            r.BalanceAfter,
            r.Kind,
            r.Counter,
            EntryPhrases.Of(r.Kind, r.Counter, r.Amount, AssetOf(r).Asset).In(language),
            r.DocumentKind,
            r.DocumentId,
            r.StoreId is { } store ? stores.GetValueOrDefault(store) : null,
            r.StaffId is { } person ? staff[person] : null,
            r.Reason,
            r.Lots,
            r.Day,
            r.At
        ));

        AssetInfo AssetOf(Row row) => assets[accounts[row.AccountId]];
    }
}
