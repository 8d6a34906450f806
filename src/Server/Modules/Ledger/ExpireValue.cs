using Shuke.Core.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Ledger;

/// <summary>
/// POST /ledger/expire: what is past its last day leaves the accounts, member by member, each in its own transaction. A
/// lot past its day is never spent in the meantime, so it does not matter when this runs.
/// </summary>
public static class ExpireValue
{
    public const string Kind = "ledger.expire";
    private const int MembersAtOnce = 200;

    public sealed record Started(JobId JobId);

    public sealed record Nothing;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Post("/ledger/expire", Permission.LedgerAdjust, Handle).WithSummary("Book out what has expired.");

    public static async Task<Outcome<Started>> Handle(Tx tx, Caller caller)
    {
        tx.Audit(new(caller, "ledger.expire_started", "ledger", "all"));
        return new Started(await Jobs.Start(tx, Kind, "到期清零", new Nothing(), caller.StaffId));
    }

    /// <summary>The job; it starts anew after a break, because what has been booked out is not met again.</summary>
    internal static async Task<object?> Run(JobRun run)
    {
        var (after, done) = (new MemberId(0), 0L);
        while (true)
        {
            List<MemberId> members;
            BusinessDay day;
            await using (var read = await run.Db.Read(run.Merchant, run.Stopping))
            {
                // The day must have begun at every store, so that no lot ends early at the one furthest behind.
                day = (await OrgPublic.Stores(read)).Select(s => s.DayOf(read.Now)).Min();
                members = await read.All<MemberId>(
                    """
                    SELECT DISTINCT member_id FROM lot
                    WHERE merchant_id = @m AND live AND remaining > 0 AND expires_on < @day AND member_id > @after
                    ORDER BY member_id LIMIT
                    """ + $" {MembersAtOnce}",
                    new { day, after }
                );
            }
            foreach (var member in members)
            {
                await using var tx = await run.Db.Begin(run.Merchant, run.Stopping);
                done += await One(tx, member, day) ? 1 : 0;
                await run.Save(tx, done, 0, "");
                await tx.Commit();
            }
            if (members.Count < MembersAtOnce)
                return new { members = done };
            after = members[^1];
        }
    }

    internal static async Task<bool> One(Tx tx, MemberId member, BusinessDay day)
    {
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), member);
        var moves = Expire.Decide(book, tx.Now, day);
        if (moves.IsEmpty)
            return false;
        var note = new PostingNote(
            "expire",
            "expiry",
            $"{day}:{member}",
            day,
            "job",
            Key: $"expire:{day}:{member}:{tx.NewId()}"
        );
        await LedgerPublic.Post(tx, book, note, moves);
        return true;
    }
}
