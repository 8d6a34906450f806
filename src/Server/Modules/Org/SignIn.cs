using System.ComponentModel.DataAnnotations;

namespace Shuke.Server.Modules.Org;

/// <summary>POST /session: a member of staff signs in with phone and password.</summary>
public static class SignIn
{
    public sealed record Request([StringLength(20)] string Phone, [StringLength(128)] string Password);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Session("POST", "/session", Permission.Anyone, Handle).WithSummary("Sign in.");

    public static async Task<Outcome<ShowSession.Reply>> Handle(
        Request request,
        Tx tx,
        Db db,
        Vault vault,
        HttpContext http
    )
    {
        var phone = Phones.Normalize(request.Phone) ?? "";
        tx.OpenPlatformDoor();
        var staff = await Find(tx, vault, phone);
        tx.ActFor(staff?.MerchantId ?? default);
        string[] keys = [LoginKey(vault, phone), $"address:{http.Connection.RemoteIpAddress}"];
        foreach (var key in keys)
            if (await Throttle.Wait(tx, key) is > 0 and var seconds)
                return OrgReasons.LoginThrottled.With(("seconds", seconds));

        if (!await Passwords.Fits(staff?.PasswordHash, request.Password))
        {
            await NoteFailure(db, tx, keys, http, phone);
            return OrgReasons.LoginWrong;
        }
        await Throttle.Succeeded(tx, keys[0]);
        if (staff!.SecretUntil < tx.Now)
            return OrgReasons.SecretExpired;
        var store = await FirstStore(tx, staff!);
        await Sessions.Open(tx, http, staff!, store);
        var caller = await Rights.Of(tx, staff!.Id, staff.IsOwner) with
        {
            Name = staff.Name,
            StoreId = store,
            Language = staff.Language,
            Address = http.Caller().Address,
        };
        tx.Audit(new(caller, "session.opened", "staff", staff.Id.ToString()));
        if (staff.SecretUntil is not null)
            caller = Rights.Fresh(caller);
        return await ShowSession.Describe(tx, caller);
    }

    /// <summary>A phone may work for several merchants of one installation; the first active one counts until asked otherwise.</summary>
    internal static async Task<StaffRow?> Find(Tx tx, Vault vault, string phone)
    {
        if (phone.Length == 0)
            return null;
        foreach (var merchant in await tx.All<MerchantId>("SELECT merchant_id FROM merchant ORDER BY merchant_id"))
        {
            var row = await tx.One<StaffRow>(
                "SELECT * FROM staff WHERE merchant_id = @merchant AND phone_index = @index AND state = 'active'",
                new { merchant, index = vault.BlindIndex(merchant, "staff-phone", phone) }
            );
            if (row is not null)
                return row;
        }
        return null;
    }

    internal static string LoginKey(Vault vault, string phone) =>
        $"login:{Convert.ToHexString(vault.BlindIndex(default, "login", phone))}";

    private static async Task<StoreId?> FirstStore(Tx tx, StaffRow staff)
    {
        var rights = await Rights.Of(tx, staff.Id, staff.IsOwner);
        var stores = await tx.All<StoreId>("SELECT id FROM store WHERE merchant_id = @m AND active ORDER BY code");
        return stores.Where(rights.MayAt).Select(s => (StoreId?)s).FirstOrDefault();
    }

    private static Task NoteFailure(Db db, Tx tx, string[] keys, HttpContext http, string phone) =>
        Throttle.Note(
            db,
            tx,
            keys,
            tx.Merchant.Value == 0
                ? null
                : new(
                    http.Caller() with
                    {
                        MerchantId = tx.Merchant,
                    },
                    "session.refused",
                    "phone",
                    phone.Length == 11 ? Phones.Mask(phone) : "?"
                )
        );
}
