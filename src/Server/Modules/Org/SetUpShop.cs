using System.ComponentModel.DataAnnotations;

namespace Shuke.Server.Modules.Org;

/// <summary>POST /setup: the first-run wizard makes the owner, the shop, its roles - once - and signs the owner in.</summary>
public static class SetUpShop
{
    public sealed record Request(
        [StringLength(40, MinimumLength = 1)] string OwnerName,
        [StringLength(20)] string OwnerPhone,
        [StringLength(128)] string Password,
        [StringLength(40, MinimumLength = 1)] string ShopName,
        [StringLength(20)] string Template,
        Language Language = Language.Zh,
        [StringLength(60)] string TimeZone = "Asia/Shanghai"
    );

    public sealed record Reply(MerchantId MerchantId, StoreId StoreId, StaffId OwnerId);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Session("POST", "/setup", Permission.Anyone, Handle).WithSummary("Create the owner and the shop, once.");

    public static async Task<Outcome<Reply>> Handle(Request request, Tx tx, Vault vault, HttpContext http)
    {
        if (await tx.One<long>("SELECT COUNT(*) FROM merchant") > 0)
            return OrgReasons.AlreadySetUp;
        if (Templates.All.All(t => t.Code != request.Template))
            return OrgReasons.UnknownTemplate;
        if (Phones.Normalize(request.OwnerPhone) is not { } phone)
            return OrgReasons.PhoneInvalid;
        if (!Passwords.IsStrong(request.Password, phone, request.ShopName))
            return OrgReasons.PasswordWeak;
        if (!Zones.Exists(request.TimeZone))
            return CommonReasons.NotFound.With(("what", request.TimeZone));

        tx.ActFor(tx.NewId<Core.Kinds.Merchant>());
        var zh = request.Language == Language.Zh;
        await tx.Insert(
            new MerchantRow(tx.Merchant, request.ShopName.Trim(), request.Template, request.Language, tx.Now)
        );
        var store = new StoreRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.Store>(),
            "01",
            request.ShopName.Trim(),
            StoreKind.Direct,
            "",
            "",
            "",
            request.TimeZone,
            0,
            "",
            zh ? "谢谢惠顾,欢迎再来" : "Thank you, see you soon",
            Active: true,
            1,
            tx.Now
        );
        await tx.Insert(store);
        foreach (var role in ShippedRoles.All)
            await tx.Insert(
                new RoleRow(
                    tx.Merchant,
                    tx.NewId<Core.Kinds.Role>(),
                    role.Code,
                    zh ? role.Zh : role.En,
                    Json.Text(role.Permissions),
                    Json.Text(role.Limits),
                    role.AllStores,
                    1
                )
            );
        var owner = new StaffRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.Staff>(),
            "001",
            request.OwnerName.Trim(),
            vault.Seal(tx.Merchant, phone),
            vault.BlindIndex(tx.Merchant, "staff-phone", phone),
            phone[^4..],
            await Passwords.Hash(request.Password),
            null,
            IsOwner: true,
            StaffState.Active,
            request.Language,
            1,
            tx.Now
        );
        await tx.Insert(owner);
        await Sessions.Open(tx, http, owner, store.Id);
        tx.Tell(new ShopOpened(tx.Merchant, store.Id, owner.Id, request.Template, request.Language));
        tx.Audit(
            new(
                http.Caller() with
                {
                    StaffId = owner.Id,
                    Name = owner.Name,
                    StoreId = store.Id,
                },
                "shop.opened",
                "merchant",
                tx.Merchant.ToString(),
                After: new { name = request.ShopName, request.Template }
            )
        );
        return new Reply(tx.Merchant, store.Id, owner.Id);
    }
}
