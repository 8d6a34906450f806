using Shuke.Core.Sales;
using Shuke.Server.Modules.Org;
using Shuke.Server.Platform.Printing;

namespace Shuke.Server.Modules.Sales;

/// <summary>Lays a ticket out as a receipt. Printed, previewed and shown as a page from the very same bytes.</summary>
internal static class TicketReceipt
{
    public static Receipt Of(
        ShowOrder.Reply order,
        StoreInfo store,
        string merchant,
        Paper paper,
        Language language,
        bool drawer
    )
    {
        var zh = language == Language.Zh;
        var receipt = new Receipt(paper);
        receipt.Text(merchant, Align.Center, bold: true, TextSize.Large);
        if (store.Name != merchant)
            receipt.Text(store.Name, Align.Center);
        if (store.ReceiptHeader.Length > 0)
            receipt.Text(store.ReceiptHeader, Align.Center);
        receipt.Divider();
        receipt.Pair(zh ? "单号" : "No.", order.Number);
        receipt.Pair(zh ? "时间" : "Time", Local(order.At, store));
        receipt.Pair(zh ? "收银" : "Cashier", order.Staff);
        if (order.Member is not null)
            receipt.Pair(zh ? "会员" : "Member", $"{order.Member} {order.TierName}".Trim());
        receipt.Divider();
        foreach (var line in order.Lines)
        {
            receipt.Text(line.Name);
            receipt.Pair($"  {line.UnitPrice} × {line.Quantity}{line.Unit}", line.Original.ToString());
            foreach (var off in line.Discounts)
                receipt.Pair("  " + off.Title, "-" + off.Amount);
        }
        receipt.Divider();
        Totals(receipt, order, zh);
        foreach (var refund in order.Refunds)
            receipt.Pair(
                $"{(refund.IsVoid ? (zh ? "作废" : "Voided") : (zh ? "退款" : "Refund"))} {refund.Number}",
                "-" + (refund.Amount - refund.Kept)
            );
        if (store.ReceiptFooter.Length > 0)
            receipt.Divider().Text(store.ReceiptFooter, Align.Center);
        receipt.Feed(2).Cut();
        return drawer && order.Payments.Any(p => p.Tender == Tender.Cash) ? receipt.KickDrawer() : receipt;
    }

    private static void Totals(Receipt receipt, ShowOrder.Reply order, bool zh)
    {
        if (!order.Discount.IsZero)
        {
            receipt.Pair(zh ? "原价合计" : "Before discounts", order.Original.ToString());
            receipt.Pair(zh ? "优惠" : "You saved", "-" + order.Discount);
        }
        receipt.Pair(zh ? "应收" : "Total", "¥" + order.Payable, bold: true, TextSize.Tall);
        foreach (var p in order.Payments)
            receipt.Pair(TenderName(p, zh), (p.Tender == Tender.Cash ? p.Tendered : p.Amount).ToString());
        if (!order.Change.IsZero)
            receipt.Pair(zh ? "找零" : "Change", order.Change.ToString());
        if (order.Earned.Value > 0)
            receipt.Pair(zh ? "本单积分" : "Points earned", "+" + order.Earned);
    }

    private static string TenderName(ShowOrder.Payment p, bool zh) =>
        (p.Tender, p.Method) switch
        {
            (Tender.Cash, _) => zh ? "现金" : "Cash",
            (Tender.StoredValue, _) => zh ? "储值" : "Stored value",
            (Tender.Points, _) => zh ? $"积分抵扣({p.Points} 积分)" : $"Points ({p.Points})",
            (Tender.Recorded, "wechat") => zh ? "微信" : "WeChat",
            (Tender.Recorded, "alipay") => zh ? "支付宝" : "Alipay",
            (Tender.Recorded, "bank_card") => zh ? "银行卡" : "Bank card",
            (Tender.Recorded, _) => zh ? "其他" : "Other",
        };

    private static string Local(Instant at, StoreInfo store) =>
        TimeZoneInfo
            .ConvertTime(at.ToDateTimeOffset(), store.Zone)
            .ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
