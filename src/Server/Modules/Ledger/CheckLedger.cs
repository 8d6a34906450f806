using Shuke.Core.Ledger;

namespace Shuke.Server.Modules.Ledger;

/// <summary>POST /ledger/verify starts a verification in the background; GET /ledger/checks tells what the last ones found.</summary>
public static class CheckLedger
{
    public const string VerifyKind = "ledger.verify";
    public const string SealKind = "ledger.seal";

    public sealed record Started(JobId JobId);

    public sealed record Check(
        Instant StartedAt,
        Instant EndedAt,
        long Entries,
        long Accounts,
        long Days,
        string? Wrong
    )
    {
        public bool Holds => Wrong is null;
    }

    public sealed record Day(BusinessDay On, long Entries, string Root, Instant SealedAt);

    public sealed record Nothing;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Post("/ledger/verify", Permission.LedgerVerify, Handle).WithSummary("Verify the whole ledger.");
        routes.Get("/ledger/checks", Permission.SignedIn, Checks).WithSummary("What the last verifications found.");
        routes.Get("/ledger/days", Permission.LedgerView, Days).WithSummary("The roots of sealed business days.");
    }

    public static async Task<Outcome<Started>> Handle(Tx tx, Caller caller)
    {
        tx.Audit(new(caller, "ledger.verify_started", "ledger", "all"));
        return new Started(await Jobs.Start(tx, VerifyKind, "核对账本", new Nothing(), caller.StaffId));
    }

    public static async Task<Outcome<IReadOnlyList<Check>>> Checks(DbRead db) =>
        await db.All<Check>(
            """
            SELECT started_at, ended_at, entries, accounts, days, wrong FROM ledger_check
            WHERE merchant_id = @m ORDER BY id DESC LIMIT 20
            """
        );

    public static async Task<Outcome<IReadOnlyList<Day>>> Days(DbRead db) =>
        (
            await db.All<DayRootRow>("SELECT * FROM day_root WHERE merchant_id = @m ORDER BY day DESC LIMIT 100")
        ).ConvertAll(r => new Day(r.Day, r.Entries, Convert.ToHexStringLower(r.Root), r.SealedAt));

    /// <summary>The job: verify within one read, then note the result.</summary>
    internal static async Task<object?> Verify(JobRun run)
    {
        var started = run.Db.Now;
        LedgerReport report;
        await using (var read = await run.Db.Read(run.Merchant, run.Stopping))
            report = await VerifyLedger.Run(
                read,
                run.Services.GetServices<VerifyAgainstLedger>(),
                async (done, total) =>
                {
                    await using var tx = await run.Db.Begin(run.Merchant, run.Stopping);
                    await run.Save(tx, done, total, "");
                    await tx.Commit();
                }
            );
        await using var note = await run.Db.Begin(run.Merchant, run.Stopping);
        await note.Insert(
            new LedgerCheckRow(
                note.Merchant,
                note.NewId(),
                started,
                note.Now,
                report.Entries,
                report.Accounts,
                report.Days,
                report.Wrong?.Says
            )
        );
        await note.Commit();
        return report;
    }

    internal static async Task<object?> Seal(JobRun run)
    {
        await using var tx = await run.Db.Begin(run.Merchant, run.Stopping);
        var sealed_ = await SealDays.Run(tx);
        await tx.Commit();
        return new { days = sealed_ };
    }
}
