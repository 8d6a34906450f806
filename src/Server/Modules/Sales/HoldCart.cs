using System.ComponentModel.DataAnnotations;

namespace Shuke.Server.Modules.Sales;

/// <summary>POST /holds: a cart is parked so that the next customer can be served.</summary>
public static class HoldCart
{
    private const int HoldsMax = 100;

    public sealed record Request([StringLength(60)] string Title, CartRequest Cart);

    public sealed record Reply(HoldId Id, string Title, Instant At);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Post("/holds", Permission.TillSell, Handle).WithSummary("Park a cart.");

    public static async Task<Outcome<Reply>> Handle(Request request, Tx tx, Caller caller)
    {
        if (caller.StoreId is null)
            return HttpReasons.StoreNeeded;
        if (request.Cart.Lines.Count == 0)
            return Core.Sales.SalesReasons.CartEmpty;
        if (
            await tx.One<long>(
                "SELECT COUNT(*) FROM hold WHERE merchant_id = @m AND store_id = @store",
                new { store = caller.Store }
            ) >= HoldsMax
        )
            return TillReasons.TooManyHolds.With(("max", HoldsMax));
        var row = new HoldRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.Hold>(),
            caller.Store,
            caller.Staff,
            request.Title.Trim(),
            Json.Text(request.Cart),
            tx.Now
        );
        await tx.Insert(row);
        return new Reply(row.Id, row.Title, row.At);
    }
}
