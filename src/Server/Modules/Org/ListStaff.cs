using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Shuke.Server.Modules.Org;

/// <summary>GET /staff: the people of the shop by employee number; phones are masked.</summary>
public static class ListStaff
{
    public sealed record Query(
        [property: StringLength(40)] string? Text = null,
        StaffState? State = null,
        RoleId? Role = null,
        StoreId? Store = null
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/staff", Permission.StaffEdit, Handle).WithSummary("The staff.");

    public static async Task<Outcome<Page<StaffReply>>> Handle(
        [AsParameters] Query query,
        [AsParameters] PageQuery page,
        DbRead db,
        Caller caller,
        Vault vault
    )
    {
        var args = new
        {
            text = query.Text?.Trim().ToLowerInvariant() ?? "",
            state = query.State is { } s ? Names.Of(s) : "",
            role = query.Role,
            store = query.Store,
            after = Cursor.Read(page.After).Text,
        };
        var rows = await db.All<StaffRow>(
            $"SELECT s.* {From} AND s.number > @after ORDER BY s.number LIMIT {page.Fetch.ToString(CultureInfo.InvariantCulture)}",
            args
        );
        var total = await db.One<long>($"SELECT COUNT(*) {From}", args);
        var items = new List<StaffReply>();
        foreach (var row in rows)
            items.Add(await StaffRows.Reply(db, vault, caller, row, masked: true));
        return Page<StaffReply>.Of(page, items, total, i => new(i.Staff.Number, 0));
    }

    private const string From = """
        FROM staff s WHERE s.merchant_id = @m AND (@state = '' OR s.state = @state)
            AND (@text = '' OR lower(s.name) LIKE '%' || @text || '%' OR s.number LIKE @text || '%' OR s.phone_tail = @text)
            AND (@role IS NULL OR EXISTS (SELECT 1 FROM staff_role x WHERE x.merchant_id = s.merchant_id AND x.staff_id = s.id AND x.role_id = @role))
            AND (@store IS NULL OR EXISTS (SELECT 1 FROM staff_store x WHERE x.merchant_id = s.merchant_id AND x.staff_id = s.id AND x.store_id = @store))
        """;
}
