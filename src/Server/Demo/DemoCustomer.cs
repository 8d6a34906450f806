using Shuke.Core.Pricing;
using Shuke.Core.Sales;
using Shuke.Server.Modules.Sales;

namespace Shuke.Server.Demo;

/// <summary>A member as the story goes on: what the till last told about their value.</summary>
internal sealed class DemoCustomer(Habits habits, MemberId id)
{
    public Habits Habits => habits;
    public MemberId Id => id;
    public Money Stored { get; set; }
    public Points Points { get; set; }

    // A voucher lasts half a year; people do not wait for its last week.
    private static readonly TimeSpan VoucherLife = TimeSpan.FromDays(150);
    private readonly Queue<DateTimeOffset> _vouchers = [];

    public void Got(int vouchers, DateTimeOffset at)
    {
        for (var i = 0; i < vouchers; i++)
            _vouchers.Enqueue(at);
    }

    public bool HasVoucher(DateTimeOffset at)
    {
        while (_vouchers.TryPeek(out var got) && at - got > VoucherLife)
            _vouchers.Dequeue();
        return _vouchers.Count > 0;
    }

    public void UsedVoucher() => _vouchers.Dequeue();

    /// <summary>After a refund: a voucher that was taken back is not there any more.</summary>
    public void HasAtMost(long vouchers)
    {
        while (_vouchers.Count > vouchers)
            _vouchers.Dequeue();
    }
}

/// <summary>What people order and how they pay.</summary>
internal static class DemoWishes
{
    private static readonly string[] GuestMethods = ["wechat", "alipay", "bank_card"];

    public static CartRequest Cart(Dice dice, DemoMenu menu, DemoCustomer? who, DateTimeOffset at, string? voucher)
    {
        var lines = new List<CartRequest.Line>();
        void Add(ProductId product, int pieces = 1)
        {
            if (lines.All(l => l.ProductId != product))
                lines.Add(new(lines.Count + 1, Quantity.Of(pieces), product));
        }

        var favourite = who is not null && dice.Chance(7_000) ? who.Habits.Favourite : dice.Roll(menu.Drinks.Count);
        var (medium, large) = menu.Drinks[favourite];
        // Whoever has a voucher takes the cup it is for.
        var usesVoucher = voucher is not null && who?.HasVoucher(at) == true;
        Add(usesVoucher || dice.Chance(6_400) ? medium.Id : large.Id, !usesVoucher && dice.Chance(700) ? 2 : 1);
        if (dice.Chance(usesVoucher ? 5_500 : 1_700))
            Add(menu.Drinks[dice.Roll(menu.Drinks.Count)].Large.Id);
        if (dice.Chance(at.Hour < 11 ? 4_200 : 2_600))
            Add(dice.Pick(menu.Bakery).Id);
        if (dice.Chance(170))
            Add(dice.Pick(menu.Extras).Id);
        return new(
            lines,
            who?.Id,
            dice.Chance(180) ? new CartRequest.Off(dice.Pick([500, 1_000])) : null,
            who is { Habits.LikesPoints: true } && who.Points.Value >= 500 && dice.Chance(1_500) ? new() : null,
            usesVoucher ? [new CartRequest.FreeUse(FreeItemKind.Times, voucher!, 1)] : null
        );
    }

    /// <param name="atMost">what the goods cost before any discount</param>
    /// <param name="open">what is due may be anything up to that</param>
    public static List<SellCart.Request.Payment> Payments(Dice dice, DemoCustomer? who, Money atMost, bool open)
    {
        if (who is { Stored.IsPositive: true })
        {
            if (who.Stored >= atMost)
                return [new(Tender.StoredValue)];
            // Half of the price list is surely due, whatever the discounts are: the rest of the card goes into it.
            var part = Money.Min(who.Stored, new(atMost.Fen / 2));
            if (!open && dice.Chance(5_000))
                return [new(Tender.StoredValue, part), new(Tender.Recorded, Method: "wechat")];
        }
        if (dice.Chance(who is null ? 1_500 : 900))
            return [Cash(dice, atMost)];
        return [new(Tender.Recorded, Method: GuestMethods[dice.Weighed([68, 24, 8])])];
    }

    public static Money CashFor(Dice dice, Money atMost)
    {
        // Notes that cover it: exact tens, a fifty, a hundred.
        var step = dice.Pick([1_000L, 5_000L, 10_000L]);
        return new((atMost.Fen + step - 1) / step * step);
    }

    private static SellCart.Request.Payment Cash(Dice dice, Money atMost) => new(Tender.Cash, CashFor(dice, atMost));
}
