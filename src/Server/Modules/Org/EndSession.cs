namespace Shuke.Server.Modules.Org;

/// <summary>DELETE /sessions/{id}: signs a device out, one's own or with the right to manage staff another's.</summary>
public static class EndSession
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Delete("/sessions/{id}", Permission.SignedIn, Handle).WithSummary("Sign a device out.");

    public static async Task<Outcome<Done>> Handle(SessionId id, Tx tx, Caller caller)
    {
        var row = await tx.One<SessionRow>("SELECT * FROM session WHERE merchant_id = @m AND id = @id", new { id });
        if (
            row is null
            || row.OpenedBy != caller.StaffId
                && row.StaffId != caller.StaffId
                && await Foreign(tx, caller, row.OpenedBy) is not null
        )
            return CommonReasons.NotFound.With(("what", id));
        await tx.Execute(
            "UPDATE session SET ended_at = @now WHERE merchant_id = @m AND id = @id AND ended_at IS NULL",
            new { id, now = tx.Now }
        );
        tx.Audit(new(caller, "session.ended", "staff", row.StaffId.ToString(), Before: new { session = id }));
        SessionGate.Clear();
        return Done.Ok;
    }

    /// <summary>Somebody else's sessions are for those who manage staff, and not of people with more rights than they.</summary>
    internal static async Task<Refusal?> Foreign(DbRead db, Caller caller, StaffId staff)
    {
        if (staff == caller.StaffId)
            return null;
        if (!caller.May(Permission.StaffEdit))
            return HttpReasons.NotAllowed.With(
                ("permission", PermissionWords.Of(Permission.StaffEdit).In(caller.Language))
            );
        if (await StaffRows.Find(db, staff) is not { } row)
            return CommonReasons.NotFound.With(("what", staff));
        return Rights.Covers(caller, await Rights.Of(db, staff, row.IsOwner)) ? null : (Refusal)OrgReasons.BeyondYours;
    }
}
