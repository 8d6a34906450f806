using System.ComponentModel.DataAnnotations;

namespace Shuke.Server.Modules.Org;

/// <summary>PUT /session/pin: one's own PIN for the till, with one's password.</summary>
public static class SetPin
{
    private static readonly string[] Runs = ["0123456789", "9876543210"];

    public sealed record Request([StringLength(128)] string Password, [StringLength(6)] string Pin);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Session("PUT", "/session/pin", Permission.SignedIn, Handle).WithSummary("Set my PIN.");

    public static async Task<Outcome<Done>> Handle(Request request, Tx tx, Caller caller, Db db)
    {
        if (caller.MustChangePassword)
            return OrgReasons.PasswordNeeded;
        var staff = (await StaffRows.Find(tx, caller.Staff))!;
        if (await OwnPassword.Fault(tx, db, caller, staff, request.Password) is { } fault)
            return fault;
        var policy = await OrgPublic.Setting<PinPolicy>(tx, caller.StoreId);
        if (!policy.Enabled)
            return OrgReasons.PinOff;
        if (
            request.Pin.Length < policy.LengthMin
            || !request.Pin.All(char.IsAsciiDigit)
            || request.Pin.Distinct().Count() == 1
            || Runs.Any(r => r.Contains(request.Pin, StringComparison.Ordinal))
        )
            return OrgReasons.PinWeak.With(("min", policy.LengthMin));
        await tx.Execute(
            "UPDATE staff SET pin_hash = @hash WHERE merchant_id = @m AND id = @id",
            new { staff.Id, hash = await Passwords.Hash(request.Pin) }
        );
        tx.Audit(new(caller, "staff.pin_set", "staff", staff.Id.ToString()));
        return Done.Ok;
    }
}
