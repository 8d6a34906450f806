namespace Shuke.Server.Modules.Org;

/// <summary>Asks for the password again before a secret changes; wrong ones are counted like wrong logins.</summary>
internal static class OwnPassword
{
    public static async Task<Refusal?> Fault(Tx tx, Db db, Caller caller, StaffRow staff, string password)
    {
        var key = $"password:{staff.Id}";
        if (await Throttle.Wait(tx, key) is > 0 and var seconds)
            return OrgReasons.LoginThrottled.With(("seconds", seconds));
        if (await Passwords.Fits(staff.PasswordHash, password))
        {
            await Throttle.Succeeded(tx, key);
            return null;
        }
        await Throttle.Note(db, tx, [key], new(caller, "session.refused", "staff", staff.Id.ToString()));
        return OrgReasons.PasswordWrong;
    }
}
