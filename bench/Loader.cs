using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Shuke.Core.Sales;
using Shuke.Server;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Sales;

namespace Shuke.Bench;

internal sealed record Person(MemberId Id, string Phone, bool HasStoredValue);

internal sealed record Goods(ProductId Id, Money Price);

internal sealed record Shop(IReadOnlyList<Person> People, IReadOnlyList<Goods> Goods);

/// <summary>
/// Fills a shop through the product's own commands, five hundred to a transaction: every member is registered, every tenth
/// also tops up 500 yuan. Only the commit is shared; what is written is what the till writes.
/// </summary>
internal static class Loader
{
    public const string Phone = "13800000001";
    public const string Password = "correct-horse-9";
    private const int Batch = 500;
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private const string Given = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂欣怡浩然子轩雨桐";

    public static async Task<Shop> Load(string folder, int members, Action<string> say)
    {
        await using var app = App.Build(Settings.Read(new Dictionary<string, string>(), ["--data", folder]));
        await App.Prepare(app.Services);
        var (owner, db) = await Open(app.Services);
        var vault = app.Services.GetRequiredService<Vault>();

        ShiftId shift;
        await using (var tx = await db.Begin(owner.MerchantId))
        {
            shift = (await OpenShift.Handle(new(Money.Zero, "bench"), tx, owner)).Value.Id;
            await tx.Commit();
        }
        var people = new List<Person>(members);
        while (people.Count < members)
        {
            await using var tx = await db.Begin(owner.MerchantId);
            for (var i = 0; i < Batch && people.Count < members; i++)
                people.Add(await Register(tx, owner, vault, shift, people.Count));
            await tx.Commit();
            if (people.Count % 20_000 == 0)
                say(string.Create(CultureInfo.InvariantCulture, $"... {people.Count:#,0} members"));
        }
        await using var read = await db.Read(owner.MerchantId);
        return new(
            people,
            await read.All<Goods>(
                "SELECT id, price FROM product WHERE merchant_id = @m AND active AND price > 0 ORDER BY id"
            )
        );
    }

    /// <summary>Opens the shop past the wizard; answers its owner.</summary>
    public static async Task<(Caller Owner, Db Db)> Open(IServiceProvider services)
    {
        var (db, vault) = (services.GetRequiredService<Db>(), services.GetRequiredService<Vault>());
        MerchantId merchant;
        SetUpShop.Opened opened;
        await using (var tx = await db.Begin(default))
        {
            opened = (
                await SetUpShop.Open(new("店主", Phone, Password, "量一量", "coffee"), tx, vault, Caller.Nobody)
            ).Value;
            merchant = tx.Merchant;
            await tx.Commit();
        }
        var pump = services.GetRequiredService<OutboxPump>();
        while (await pump.PumpOnce() > 0) { }
        await using var read = await db.Read(merchant);
        var owner = await Rights.Of(read, opened.Owner.Id, isOwner: true) with
        {
            StoreId = opened.Store,
            Name = "店主",
        };
        return (owner, db);
    }

    private static async Task<Person> Register(Tx tx, Caller owner, Vault vault, ShiftId shift, int i)
    {
        var phone = "139" + (10_000_000 + i * 7L).ToString(CultureInfo.InvariantCulture);
        var name = $"{Surnames[i % Surnames.Length]}{Given[i / 7 % Given.Length]}{Given[i / 31 % Given.Length]}";
        var member = (await RegisterMember.Handle(new(phone, name), tx, owner, vault)).Value;
        if (i % 10 == 0)
            _ = (
                await SellTopUp.Handle(
                    new(shift, member.Id, Tender.Recorded, Pay: Money.Yuan(500), Method: "wechat"),
                    tx,
                    owner
                )
            ).Value;
        return new(member.Id, phone, i % 10 == 0);
    }
}
