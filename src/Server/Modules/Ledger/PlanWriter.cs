using Shuke.Core.Ledger;

namespace Shuke.Server.Modules.Ledger;

/// <summary>
/// The one piece of code that writes value. It takes sealed plans - one, or those of a batch in the order they were
/// decided - and turns them into rows: postings with their entries and new lots as they are, books and lots as the last plan leaves them. The caller holds the books' locks.
/// </summary>
internal sealed class PlanWriter : ILateWrite
{
    public static readonly PlanWriter Kind = new();

    private static readonly RowUpdate<LotUpdate> LotsAt = new(
        "lot",
        keys: ["merchant_id", "id"],
        sets: ["remaining", "expires_on", "live"]
    );

    private PlanWriter() { }

    public void Write(Pipeline pipeline, IReadOnlyList<object> items)
    {
        var postings = new List<PostingRow>(items.Count);
        var books = new Dictionary<MemberId, (PostingPlan Last, long Fresh)>();
        var made = new Dictionary<LotId, (LotState Lot, PostingPlan Plan)>();
        var changed = new Dictionary<LotId, (LotState Lot, PostingPlan Plan)>();
        foreach (PostingPlan plan in items)
        {
            postings.Add(PostingRow.Of(plan));
            foreach (var account in plan.Accounts)
                books[account.After.Member] = (
                    plan,
                    books.GetValueOrDefault(account.After.Member).Fresh + account.After.Seq - account.SeqBefore
                );
            foreach (var lot in plan.NewLots)
                made[lot.Id] = (lot, plan);
            foreach (var lot in plan.ChangedLots)
                (made.ContainsKey(lot.Id) ? made : changed)[lot.Id] = (lot, plan);
        }

        pipeline.Insert<PostingRow>(postings);
        pipeline.Insert<LotRow>([
            .. made.Values.Select(l =>
                LotRow.Of(
                    l.Plan.Header.Merchant,
                    l.Lot,
                    l.Plan.After.IsLive(l.Lot),
                    l.Plan.After.Assets[l.Lot.Asset].Kind == AssetKind.Points
                )
            ),
        ]);
        // In order of ids, as everything else that takes locks.
        pipeline.Update(
            LotsAt,
            [
                .. changed
                    .Values.OrderBy(l => l.Lot.Id)
                    .Select(l => new LotUpdate(
                        l.Plan.Header.Merchant,
                        l.Lot.Id,
                        l.Lot.Remaining,
                        l.Lot.ExpiresOn,
                        l.Plan.After.IsLive(l.Lot)
                    )),
            ]
        );
        pipeline.Update(
            BookUpdate.Kind,
            [
                .. books
                    .OrderBy(b => b.Key)
                    .Select(b =>
                        BookUpdate.Of(
                            b.Value.Last.Header.Merchant,
                            b.Key,
                            b.Value.Last.After.Accounts.Where(a => a.Member == b.Key),
                            b.Value.Last.After.Assets,
                            b.Value.Fresh
                        )
                    ),
            ]
        );
    }

    private sealed record LotUpdate(MerchantId MerchantId, LotId Id, long Remaining, BusinessDay? ExpiresOn, bool Live);
}
