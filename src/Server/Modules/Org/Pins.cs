namespace Shuke.Server.Modules.Org;

/// <summary>Checks a PIN inside a session; all wrong ones of the session count together.</summary>
internal static class Pins
{
    private const int WrongMax = 5;

    public static async Task<Outcome<StaffRow>> Check(Tx tx, Db db, Caller caller, StaffId id, string pin)
    {
        if (!(await OrgPublic.Setting<PinPolicy>(tx, caller.StoreId)).Enabled)
            return OrgReasons.PinOff;
        var session = $"pin:{caller.SessionId}:";
        if (await Throttle.Failures(tx, session) >= WrongMax)
            return OrgReasons.PinLocked;
        var staff = await StaffRows.Find(tx, id);
        var fits =
            staff is { State: StaffState.Active, SecretUntil: null }
            && (await Rights.Of(tx, staff.Id, staff.IsOwner)).MayAt(caller.Store);
        if (await Passwords.Fits(fits ? staff!.PinHash : null, pin))
        {
            // Only this person's wrong tries are forgiven: with one's own PIN nobody gets new tries at another's.
            await Throttle.Succeeded(tx, session + id);
            return staff!;
        }
        await Throttle.Note(db, tx, [session + id], new(caller, "session.pin_refused", "staff", id.ToString()));
        return OrgReasons.PinWrong;
    }
}
