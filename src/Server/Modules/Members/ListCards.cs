using System.ComponentModel.DataAnnotations;
using Shuke.Core.Members;

namespace Shuke.Server.Modules.Members;

/// <summary>GET /cards: the card stock, newest first, by state or by number.</summary>
public static class ListCards
{
    public sealed record Filter(string? State = null, [property: StringLength(40)] string? Number = null);

    public sealed record Item(
        CardId Id,
        string Number,
        CardKind Kind,
        CardState State,
        MemberId? MemberId,
        string? MemberName,
        Instant? BoundAt,
        Instant CreatedAt,
        long Version
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/cards", Permission.CardsManage, Handle).WithSummary("List cards, newest first.");

    public static async Task<Outcome<Page<Item>>> Handle(
        [AsParameters] Filter filter,
        [AsParameters] PageQuery page,
        DbRead db,
        Caller caller
    )
    {
        var where = "merchant_id = @m";
        CardState? state = null;
        if (filter.State is { Length: > 0 } text)
        {
            if (!Names.TryParse<CardState>(text, out var parsed))
                return CommonReasons.NotFound.With(("what", text));
            state = parsed;
            where += " AND state = @state";
        }
        if (filter.Number is { Length: > 0 })
            where += " AND number = @number";
        var args = new
        {
            state,
            number = filter.Number is null ? null : CardNumbers.Normalize(filter.Number) ?? filter.Number,
            after = Cursor.Read(page.After).Number,
            fetch = page.Fetch,
        };
        var total = await db.One<long>($"SELECT COUNT(*) FROM card WHERE {where}", args);
        var rows = await db.All<CardRow>(
            $"SELECT * FROM card WHERE {where} AND id < @after ORDER BY id DESC LIMIT @fetch",
            args
        );
        var members = await MembersPublic.GetMany(
            db,
            rows.Where(r => r.MemberId is not null).Select(r => r.MemberId!.Value).Distinct().ToArray(),
            caller.Language
        );
        var items = rows.ConvertAll(r => new Item(
            r.Id,
            r.Number,
            r.Kind,
            r.State,
            r.MemberId,
            r.MemberId is { } m ? members[m].Name : null,
            r.BoundAt,
            r.CreatedAt,
            r.Version
        ));
        return Page<Item>.Of(page, items, total, i => new("", i.Id.Value));
    }
}
