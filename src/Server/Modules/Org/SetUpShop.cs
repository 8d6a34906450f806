using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;

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
        [StringLength(60)] string TimeZone = "Asia/Shanghai",
        [StringLength(40)] string Code = ""
    );

    public sealed record Reply(MerchantId MerchantId, StoreId StoreId, StaffId OwnerId);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Session("POST", "/setup", Permission.Anyone, Handle).WithSummary("Create the owner and the shop, once.");

    public static async Task<Outcome<Reply>> Handle(
        Request request,
        Tx tx,
        Vault vault,
        HttpContext http,
        SetupCode code
    )
    {
        tx.OpenPlatformDoor();
        if (await tx.One<long>("SELECT COUNT(*) FROM merchant") > 0)
            return OrgReasons.AlreadySetUp;
        if (!code.Fits(request.Code))
            return OrgReasons.SetupCodeWrong;
        if ((await Open(request, tx, vault, http.Caller())).No(out var opened, out var refusal))
            return refusal;
        await Sessions.Open(tx, http, opened.Owner, opened.Store);
        return new Reply(tx.Merchant, opened.Store, opened.Owner.Id);
    }

    internal sealed record Opened(StaffRow Owner, StoreId Store);

    /// <summary>Makes the merchant itself; from here on the transaction acts for it.</summary>
    internal static async Task<Outcome<Opened>> Open(Request request, Tx tx, Vault vault, Caller by)
    {
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
        tx.Tell(new ShopOpened(tx.Merchant, store.Id, owner.Id, request.Template, request.Language));
        tx.Audit(
            new(
                by with
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
        return new Opened(owner, store.Id);
    }
}

/// <summary>
/// The one-time code that proves whoever opens the shop sees the server's console (OWASP ASVS 6.3.2): needed when the
/// program can be reached from other computers, printed at the start, worthless once the shop is open.
/// </summary>
public sealed class SetupCode(bool needed)
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 12;
    private readonly string _code = RandomNumberGenerator.GetString(Alphabet, Length);

    public bool Needed => needed;

    /// <summary>An address that only this computer can reach needs no code.</summary>
    public static SetupCode For(Settings settings) => new(!new Uri(settings.Url).IsLoopback);

    /// <summary>As people read it: three groups of four.</summary>
    public string Text => $"{_code[..4]}-{_code[4..8]}-{_code[8..]}";

    public bool Fits(string given)
    {
        var plain = given
            .Replace("-", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal)
            .ToUpperInvariant();
        return !Needed
            || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(plain), Encoding.UTF8.GetBytes(_code));
    }

    /// <summary>What the console says at the start, while there is no shop and the code is needed.</summary>
    public static async Task<string?> Announcement(IServiceProvider services)
    {
        var code = services.GetRequiredService<SetupCode>();
        await using var read = await services.GetRequiredService<Db>().Platform();
        var isOpen = await read.One<long>("SELECT COUNT(*) FROM merchant") > 0;
        return isOpen || !code.Needed ? null : $"开店码 Setup code: {code.Text}";
    }
}
