using System.ComponentModel.DataAnnotations;

namespace Shuke.Server.Modules.Org;

/// <summary>PUT /session/password: one's own password, with the old one; every other session of the person ends.</summary>
public static class ChangePassword
{
    public sealed record Request([StringLength(128)] string Current, [StringLength(128)] string Next);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Session("PUT", "/session/password", Permission.SignedIn, Handle).WithSummary("Change my password.");

    public static async Task<Outcome<ShowSession.Reply>> Handle(
        Request request,
        Tx tx,
        Caller caller,
        Vault vault,
        Db db
    )
    {
        var staff = (await StaffRows.Find(tx, caller.Staff))!;
        if (await OwnPassword.Fault(tx, db, caller, staff, request.Current) is { } fault)
            return fault;
        var policy = await OrgPublic.Setting<PasswordPolicy>(tx);
        if (
            request.Next.Length < policy.LengthMin
            || !Passwords.IsStrong(
                request.Next,
                vault.Unseal(tx.Merchant, staff.PhoneSealed),
                await OrgPublic.MerchantName(tx)
            )
        )
            return OrgReasons.PasswordWeak.With(("min", policy.LengthMin));
        if (request.Next == request.Current)
            return OrgReasons.PasswordOld;
        await tx.Execute(
            "UPDATE staff SET password_hash = @hash, secret_until = NULL WHERE merchant_id = @m AND id = @id",
            new { staff.Id, hash = await Passwords.Hash(request.Next) }
        );
        await Sessions.EndAll(tx, staff.Id, except: caller.SessionId);
        tx.Audit(new(caller, "staff.password_changed", "staff", staff.Id.ToString()));
        SessionGate.Clear();
        var rights = await Rights.Of(tx, staff.Id, staff.IsOwner) with
        {
            SessionId = caller.SessionId,
            StoreId = caller.StoreId,
            Name = caller.Name,
            Language = caller.Language,
        };
        return await ShowSession.Describe(tx, caller.ByPin ? Rights.ByPin(rights) : rights);
    }
}
