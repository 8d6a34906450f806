using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Demo;

/// <summary>The people behind the counter.</summary>
internal sealed record DemoCrew(Caller Owner, Caller First, Caller Second)
{
    private const string CashierPassword = "shouyin-1357";

    /// <summary>Opens the shop and hires two cashiers, with PINs, so that the till's change of persons can be tried.</summary>
    public static async Task<DemoCrew> Open(Till till)
    {
        var opened = await till.Do(async tx =>
        {
            var shop = await SetUpShop.Open(
                new("林知夏", DemoPlan.OwnerPhone, DemoPlan.Password, "啡常时光", "coffee", TimeZone: DemoPlan.Zone),
                tx,
                till.Vault,
                Platform.Caller.Nobody
            );
            if (shop.IsOk)
                await OrgPublic.SaveSetting(tx, new DemoMark { Complete = false });
            till.Merchant = tx.Merchant;
            return shop;
        });
        // The modules fill in their parts of the industry template: tiers, goods, top-up plans, punch card.
        await till.DeliverFacts();
        var owner = await till.Caller(opened.Owner.Id, opened.Owner.Name, opened.Store, isOwner: true);
        await SetPin(till, owner, DemoPlan.Password, DemoPlan.OwnerPin);
        return new(
            owner,
            await Hire(till, owner, "陈小满", "13800000002", "2468"),
            await Hire(till, owner, "周以安", "13800000003", "8642")
        );
    }

    private static async Task<Caller> Hire(Till till, Caller owner, string name, string phone, string pin)
    {
        var role = await till.Read(db =>
            db.One<RoleId>("SELECT id FROM role WHERE merchant_id = @m AND code = 'cashier'")
        );
        var hired = await till.Do(tx =>
            CreateStaff.Handle(new(name, phone, [role], [owner.Store]), tx, owner, till.Vault)
        );
        var cashier = await till.Caller(hired.Id, name, owner.Store, isOwner: false);
        var first = await till.Do(tx => ResetSecret.Handle(hired.Id, tx, owner));
        await till.Do(tx =>
            ChangePassword.Handle(new(first.Secret, CashierPassword), tx, cashier, till.Vault, till.Db)
        );
        await SetPin(till, cashier, CashierPassword, pin);
        return cashier;
    }

    private static Task<Done> SetPin(Till till, Caller who, string password, string pin) =>
        till.Do(tx => Modules.Org.SetPin.Handle(new(password, pin), tx, who, till.Db));
}

/// <summary>Left in the database of a demo: whether its story was told to the end.</summary>
internal sealed record DemoMark : ISetting
{
    public static string Name => "demo";

    public bool Complete { get; init; }
}
