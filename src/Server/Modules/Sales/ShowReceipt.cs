using System.Text;
using Shuke.Server.Modules.Org;
using Shuke.Server.Platform.Printing;

namespace Shuke.Server.Modules.Sales;

/// <summary>GET /orders/{id}/receipt: the receipt as a picture drawn from the very bytes a printer gets, or those bytes.</summary>
public static class ShowReceipt
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/orders/{id}/receipt", Permission.TillSell, Handle).WithSummary("The receipt as a picture (SVG).");
        routes
            .Get("/orders/{id}/receipt/bytes", Permission.TillSell, Bytes)
            .WithSummary("The receipt as ESC/POS bytes (GB18030).");
        routes
            .Get("/orders/{id}/receipt/text", Permission.TillSell, AsText)
            .WithSummary("The receipt's lines as text, for printing a page.");
    }

    public sealed record TextReply(int Width, string Text);

    public static async Task<Outcome<FileReply>> Handle(OrderId id, DbRead db, Caller caller, int width = 58)
    {
        if ((await Load(db, id, caller, PaperOf(width))).No(out var bytes, out var refusal))
            return refusal;
        var svg = EscPosImage.Svg(bytes, PaperOf(width));
        return new FileReply($"receipt-{id}.svg", EscPosImage.ContentType, Encoding.UTF8.GetBytes(svg), Inline: true);
    }

    public static async Task<Outcome<FileReply>> Bytes(OrderId id, DbRead db, Caller caller, int width = 58) =>
        (await Load(db, id, caller, PaperOf(width))).No(out var bytes, out var refusal)
            ? refusal
            : new FileReply($"receipt-{id}.bin", "application/octet-stream", bytes);

    public static async Task<Outcome<TextReply>> AsText(OrderId id, DbRead db, Caller caller, int width = 58) =>
        (await Load(db, id, caller, PaperOf(width))).No(out var bytes, out var refusal)
            ? refusal
            : new TextReply(width == 80 ? 48 : 32, EscPos.ToText(bytes));

    internal static async Task<Outcome<byte[]>> Load(
        DbRead db,
        OrderId id,
        Caller caller,
        Paper paper,
        bool drawer = false
    )
    {
        if ((await ShowOrder.Load(db, id, caller)).No(out var order, out var refusal))
            return refusal;
        var store = (await OrgPublic.Store(db, order.StoreId))!;
        return EscPos.Bytes(
            TicketReceipt.Of(order, store, await OrgPublic.MerchantName(db), paper, caller.Language, drawer)
        );
    }

    internal static Paper PaperOf(int width) => width == 80 ? Paper.Mm80 : Paper.Mm58;
}
