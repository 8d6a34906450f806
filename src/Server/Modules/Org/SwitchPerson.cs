using System.ComponentModel.DataAnnotations;

namespace Shuke.Server.Modules.Org;

/// <summary>
/// POST /session/pin: a colleague takes the till over with a PIN. Only inside a session that a password opened; five
/// wrong ones lock PINs on this device until somebody signs in with a password.
/// </summary>
public static class SwitchPerson
{
    public sealed record Request(StaffId StaffId, [StringLength(6)] string Pin);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Session("POST", "/session/pin", Permission.SignedIn, Handle)
            .WithSummary("A colleague takes the till over.");

    public static async Task<Outcome<ShowSession.Reply>> Handle(Request request, Tx tx, Caller caller, Db db)
    {
        if (caller.MustChangePassword)
            return OrgReasons.PasswordNeeded;
        if ((await Pins.Check(tx, db, caller, request.StaffId, request.Pin)).No(out var staff, out var refusal))
            return refusal;
        await tx.Execute(
            "UPDATE session SET staff_id = @staff, by_pin = TRUE WHERE merchant_id = @m AND id = @id",
            new { staff = staff.Id, id = caller.SessionId }
        );
        var rights = await Rights.Of(tx, staff.Id, staff.IsOwner);
        var next = Rights.ByPin(
            rights with
            {
                SessionId = caller.SessionId,
                StoreId = caller.StoreId,
                Name = staff.Name,
                Language = staff.Language,
                Address = caller.Address,
            }
        );
        tx.Audit(
            new(
                next,
                "session.person_switched",
                "staff",
                staff.Id.ToString(),
                Before: new { name = caller.Name },
                After: new { name = staff.Name }
            )
        );
        SessionGate.Clear();
        return await ShowSession.Describe(tx, next);
    }
}
