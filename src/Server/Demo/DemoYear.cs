using Shuke.Core.Sales;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Sales;

namespace Shuke.Server.Demo;

/// <summary>Lives the days of the demo shop in order, through the very commands of the till.</summary>
internal sealed class DemoYear(Till till, DemoPlan plan, DemoCrew crew, DemoMenu menu, Action<int, int> progress)
{
    private static readonly Money Float = Money.Yuan(500);
    private static readonly string[] Reasons = ["做错了口味", "顾客不想要了", "面包卖相不好", "点重了"];

    private readonly Dictionary<int, DemoCustomer> _customers = [];
    private readonly Dictionary<ProductId, Money> _prices = Prices(menu);
    private IReadOnlyList<(TopUpPlanId Id, Money Pay)> _plans = [];
    private string? _voucher;
    private int _tickets;
    private int _total;

    public async Task Live()
    {
        var days = DemoCalendar.Make(plan, DemoPeople.Make(plan, menu.Drinks.Count));
        _total = days.Sum(d => d.Visits.Count);
        _plans = await till.Read(db =>
            db.All<(TopUpPlanId Id, Money Pay)>(
                "SELECT id, pay FROM topup_plan WHERE merchant_id = @m AND active ORDER BY pay"
            )
        );
        _voucher = (await till.Read(LedgerPublic.AssetInfos))
            .FirstOrDefault(a => a.Asset.Kind == Core.Ledger.AssetKind.Times && a.Covers is not null)
            ?.Asset.Id.ToString();
        foreach (var day in days.Where(d => d.Visits.Count > 0))
            await Live(day);
        if (days.LastOrDefault(d => d.Visits.Count > 0) is { } last)
            await ParkCarts(last);
        progress(_tickets, _total);
    }

    private async Task Live(DemoDay day)
    {
        var dice = new Dice(plan.Seed, 100_000 + day.Index);
        var (early, late) = day.Index % 2 == 0 ? (crew.First, crew.Second) : (crew.Second, crew.First);
        till.TurnTo(day.Opens);
        var shift = (await till.Do(tx => OpenShift.Handle(new(Float), tx, early))).Id;
        foreach (var visit in day.Visits)
        {
            till.TurnTo(visit.At);
            await Serve(visit, shift, visit.At.Hour < 14 ? early : late, dice);
        }
        if (day.Closes <= plan.Now)
            await Close(day, shift, late, dice);
        await till.DeliverFacts();
    }

    private async Task Serve(Visit visit, ShiftId shift, Caller cashier, Dice dice)
    {
        var who = visit.Who is { } habits ? await Customer(habits, visit.Joins, cashier) : null;
        if (who is { Habits.LikesStoredValue: true } && who.Stored < Money.Yuan(30) && dice.Chance(7_000))
            await TopUp(who, shift, cashier, dice);
        var cart = DemoWishes.Cart(dice, menu, who, visit.At, _voucher);
        var atMost = cart.Lines.Aggregate(Money.Zero, (sum, l) => sum + _prices[l.ProductId!.Value].Times(l.Quantity));
        var hasFree = cart.FreeItems is not null;
        // Free cups and points take more off than any discount: then nobody says how much the card should pay.
        var open = hasFree || cart.Points is not null;
        var payments = hasFree && cart.Lines.Count == 1 ? [] : DemoWishes.Payments(dice, who, atMost, open);
        var sold = await till.Do(tx => SellCart.Handle(new(shift, cart, payments), tx, cashier));
        if (who is not null)
        {
            if (hasFree)
                who.UsedVoucher();
            who.Got(sold.Gifts.Count, visit.At);
            (who.Stored, who.Points) = (sold.StoredValue ?? who.Stored, sold.Points ?? who.Points);
        }
        if (dice.Chance(90) && sold.Due.IsPositive)
            await Refund(sold.OrderId, cart, shift, who, visit.At, cashier, dice);
        if (++_tickets % 100 == 0)
            progress(_tickets, _total);
    }

    private async Task<DemoCustomer> Customer(Habits habits, bool joins, Caller cashier)
    {
        if (!joins)
            return _customers[habits.Index];
        var member = await till.Do(tx =>
            RegisterMember.Handle(
                new(habits.Phone, habits.Name, habits.Gender, habits.Birthday),
                tx,
                cashier,
                till.Vault
            )
        );
        return _customers[habits.Index] = new(habits, member.Id);
    }

    private async Task TopUp(DemoCustomer who, ShiftId shift, Caller cashier, Dice dice)
    {
        if (_plans.Count == 0)
            return;
        var (id, pay) = _plans[Math.Min(dice.Weighed([45, 35, 20]), _plans.Count - 1)];
        var cash = dice.Chance(2_000);
        var done = await till.Do(tx =>
            SellTopUp.Handle(
                new(
                    shift,
                    who.Id,
                    cash ? Tender.Cash : Tender.Recorded,
                    id,
                    Tendered: cash ? pay : null,
                    Method: cash ? null : "wechat"
                ),
                tx,
                cashier
            )
        );
        who.Stored = done.StoredValue;
    }

    private async Task Refund(
        OrderId order,
        CartRequest cart,
        ShiftId shift,
        DemoCustomer? who,
        DateTimeOffset soldAt,
        Caller cashier,
        Dice dice
    )
    {
        till.TurnTo(soldAt.AddSeconds(40));
        var whole = cart.Lines.Count == 1 || cart.FreeItems is not null || dice.Chance(4_000);
        var request =
            whole && dice.Chance(3_000) ? new RefundOrder.Request(shift, null, IsVoid: true, "点错单")
            : whole ? new RefundOrder.Request(shift, null, Reason: dice.Pick(Reasons))
            : new RefundOrder.Request(shift, [new(cart.Lines.Count, Quantity.One)], Reason: dice.Pick(Reasons));
        var back = await till.Do(tx => RefundOrder.Handle(order, request, tx, request.IsVoid ? crew.Owner : cashier));
        if (who is null)
            return;
        (who.Stored, who.Points) = (back.StoredValue ?? who.Stored, back.Points ?? who.Points);
        if (_voucher is { } voucher)
            who.HasAtMost(
                (await till.Read(db => LedgerPublic.Balances(db, who.Id))).GetValueOrDefault(
                    AssetId.Parse(voucher, null)
                )
            );
    }

    /// <summary>Counts the drawer: mostly right, now and then a coin out; what is above the float goes to the bank.</summary>
    private async Task Close(DemoDay day, ShiftId shift, Caller cashier, Dice dice)
    {
        till.TurnTo(day.Closes);
        var view = (await till.Read(async db => await ShowShift.Handle(shift, db, cashier))).Value;
        var banked = (view.Report.ExpectedCash - Float).Floor(Money.Yuan(100));
        if (banked.IsPositive)
            view = await till.Do(tx => MoveCash.Handle(shift, new(-banked, "营业款存银行"), tx, crew.Owner));
        var difference = dice.Chance(8_200) ? 0 : dice.Pick([-500, -100, -50, 50, 100, 200]);
        await till.Do(tx =>
            CloseShift.Handle(
                shift,
                new(view.Report.ExpectedCash + new Money(difference), difference == 0 ? "" : "零钱找错"),
                tx,
                cashier
            )
        );
    }

    /// <summary>Two carts wait at the till when the visitor of the demo comes in.</summary>
    private async Task ParkCarts(DemoDay day)
    {
        var dice = new Dice(plan.Seed, 2);
        foreach (var (title, hour) in new[] { ("靠窗 2 号桌", 2), ("等朋友的女士", 8) })
            await till.Do(tx =>
                HoldCart.Handle(
                    new(
                        title,
                        DemoWishes.Cart(dice, menu, null, day.Opens.AddHours(hour), null) with
                        {
                            OrderDiscount = null,
                        }
                    ),
                    tx,
                    crew.First
                )
            );
    }

    private static Dictionary<ProductId, Money> Prices(DemoMenu menu) =>
        menu
            .Drinks.SelectMany(d => new[] { d.Medium, d.Large })
            .Concat(menu.Bakery)
            .Concat(menu.Extras)
            .DistinctBy(p => p.Id)
            .ToDictionary(p => p.Id, p => p.Price);
}
