using System.Security.Cryptography;

namespace Shuke.Server.Modules.Org;

/// <summary>
/// POST /staff/{id}/secret: an initial password, made by the program and shown once (OWASP ASVS 6.4.1, 6.4.6: whoever
/// manages staff never chooses their password). It ends by itself, opens nothing but the choice of a password of one's
/// own, and ends every session of the person.
/// </summary>
public static class ResetSecret
{
    // Without letters and digits that are mistaken for one another on paper.
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Length = 10;

    public sealed record Reply(string Secret, Instant Until);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Session("POST", "/staff/{id}/secret", Permission.StaffEdit, Handle)
            .WithSummary("Make an initial password, shown once.");

    public static async Task<Outcome<Reply>> Handle(StaffId id, Tx tx, Caller caller)
    {
        if (await StaffRows.Find(tx, id) is not { State: StaffState.Active } staff)
            return CommonReasons.NotFound.With(("what", id));
        if (id == caller.StaffId || !Rights.Covers(caller, await Rights.Of(tx, id, staff.IsOwner)))
            return OrgReasons.BeyondYours;
        var secret = RandomNumberGenerator.GetString(Alphabet, Length);
        var until = tx.Now.Plus(TimeSpan.FromHours((await OrgPublic.Setting<PasswordPolicy>(tx)).InitialHours));
        await tx.Execute(
            "UPDATE staff SET password_hash = @hash, secret_until = @until, pin_hash = NULL WHERE merchant_id = @m AND id = @id",
            new
            {
                id,
                hash = await Passwords.Hash(secret),
                until,
            }
        );
        await Sessions.EndAll(tx, id);
        tx.Audit(new(caller, "staff.secret_issued", "staff", id.ToString(), After: new { until }));
        return new Reply(secret, until);
    }
}
