namespace Shuke.Server.Modules.Org;

/// <summary>Spends approvals: one exact command, once, by another person, within ten minutes (invariant I35).</summary>
public static class Approvals
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public static async Task<Outcome<Caller>> Use(Tx tx, Caller caller, ApprovalId id, byte[] commandHash)
    {
        var row = await tx.One<ApprovalRow>("SELECT * FROM approval WHERE merchant_id = @m AND id = @id", new { id });
        if (
            row is null
            || !row.CommandHash.AsSpan().SequenceEqual(commandHash)
            || row.AskedBy != caller.Staff
            || row.ApprovedBy == caller.Staff
        )
            return HttpReasons.ApprovalUnknown;
        var used = await tx.Execute(
            "UPDATE approval SET used_at = @now WHERE merchant_id = @m AND id = @id AND used_at IS NULL AND expires_at > @now",
            new { id, now = tx.Now }
        );
        if (used == 0)
            return HttpReasons.ApprovalUsed;
        var approver = await tx.One<StaffRow>(
            "SELECT * FROM staff WHERE merchant_id = @m AND id = @id AND state = 'active'",
            new { id = row.ApprovedBy }
        );
        if (approver is null)
            return HttpReasons.ApprovalUnknown;
        var rights = await Rights.Of(tx, approver.Id, approver.IsOwner);
        var limits = new Dictionary<Limit, long>();
        foreach (var limit in Enum.GetValues<Limit>())
            limits[limit] = Math.Max(caller.LimitOf(limit), rights.LimitOf(limit));
        // The approver's limits count for this one request; the asker's permissions stay the asker's.
        return caller with { Limits = limits, ApprovedBy = approver.Id };
    }
}
