using System.ComponentModel.DataAnnotations;

namespace Shuke.Server.Modules.Org;

/// <summary>
/// POST /approvals: a second person approves one exact command of the person at the till, by PIN or by phone and password.
/// The command is named by the hash that came with approval_required; it is then sent again with the Approval-Id header.
/// </summary>
public static class GiveApproval
{
    private const int HashLength = 32;

    public sealed record Request(
        [StringLength(64, MinimumLength = 64)] string CommandHash,
        StaffId? StaffId = null,
        [StringLength(6)] string? Pin = null,
        [StringLength(20)] string? Phone = null,
        [StringLength(128)] string? Password = null,
        [StringLength(200)] string Reason = ""
    );

    public sealed record Reply(ApprovalId Id, string ApprovedBy, Instant ExpiresAt);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Session("POST", "/approvals", Permission.SignedIn, Handle)
            .WithSummary("Approve what exceeds a colleague's limit.");

    public static async Task<Outcome<Reply>> Handle(Request request, Tx tx, Caller caller, Db db, Vault vault)
    {
        if (Hash(request.CommandHash) is not { } hash)
            return OrgReasons.CommandHashInvalid;
        if (caller.MustChangePassword)
            return OrgReasons.PasswordNeeded;
        var known = request.StaffId is { } id
            ? await Pins.Check(tx, db, caller, id, request.Pin ?? "")
            : await ByPassword(tx, db, caller, vault, request);
        if (known.No(out var approver, out var refusal))
            return refusal;
        if (approver.Id == caller.Staff)
            return OrgReasons.ApproverSelf;
        var rights = await Rights.Of(tx, approver.Id, approver.IsOwner);
        if (!rights.May(Permission.ApprovalsGive) || !rights.MayAt(caller.Store))
            return OrgReasons.ApproverMay.With(("name", approver.Name));
        var row = new ApprovalRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.Approval>(),
            hash,
            caller.Staff,
            approver.Id,
            request.Reason.Trim(),
            tx.Now,
            tx.Now.Plus(Approvals.Life),
            null
        );
        await tx.Insert(row);
        tx.Audit(
            new(
                caller with
                {
                    ApprovedBy = approver.Id,
                },
                "approval.given",
                "approval",
                row.Id.ToString(),
                After: new { command = request.CommandHash },
                Reason: row.Reason.Length > 0 ? row.Reason : null
            )
        );
        return new Reply(row.Id, approver.Name, row.ExpiresAt);
    }

    private static byte[]? Hash(string text)
    {
        var hash = new byte[HashLength];
        return
            Convert.FromHexString(text, hash, out _, out var written) == System.Buffers.OperationStatus.Done
            && written == HashLength
            ? hash
            : null;
    }

    /// <summary>Wrong ones count like wrong logins, so that the till is no way around the brake of the login page.</summary>
    private static async Task<Outcome<StaffRow>> ByPassword(Tx tx, Db db, Caller caller, Vault vault, Request request)
    {
        var phone = Phones.Normalize(request.Phone ?? "") ?? "";
        var key = SignIn.LoginKey(vault, phone);
        if (await Throttle.Wait(tx, key) is > 0 and var seconds)
            return OrgReasons.LoginThrottled.With(("seconds", seconds));
        var staff = await tx.One<StaffRow>(
            "SELECT * FROM staff WHERE merchant_id = @m AND phone_index = @index AND state = 'active' AND secret_until IS NULL",
            new { index = vault.BlindIndex(tx.Merchant, "staff-phone", phone) }
        );
        if (await Passwords.Fits(staff?.PasswordHash, request.Password ?? ""))
            return staff!;
        await Throttle.Note(
            db,
            tx,
            [key],
            new(caller, "approval.refused", "phone", phone.Length == 11 ? Phones.Mask(phone) : "?")
        );
        return OrgReasons.LoginWrong;
    }
}
