using Shuke.Core.Ledger;

namespace Shuke.Server.Modules.Ledger;

/// <summary>
/// The one piece of code that writes value. It takes sealed plans - one, or those of a batch in the order they were
/// decided - and turns them into rows: postings with their entries and new lots as they are, accounts and lots as the last plan
/// leaves them. The caller holds the books' locks.
/// </summary>
internal sealed class PlanWriter : ILateWrite
{
    public static readonly PlanWriter Kind = new();

    private static readonly RowUpdate<AccountUpdate> AccountsAt = new(
        "account",
        keys: ["merchant_id", "id"],
        sets: ["balance", "seq", "head", "total_in", "total_out"],
        guard: "t.seq = u.seq_before"
    );

    private static readonly RowUpdate<LotUpdate> LotsAt = new(
        "lot",
        keys: ["merchant_id", "id"],
        sets: ["remaining", "expires_on", "live"]
    );

    private PlanWriter() { }

    public void Write(Pipeline pipeline, IReadOnlyList<object> items)
    {
        var postings = new List<PostingRow>(items.Count);
        var accounts = new Dictionary<AccountId, (AccountChange Change, PostingPlan Plan)>();
        var made = new Dictionary<LotId, (LotState Lot, PostingPlan Plan)>();
        var changed = new Dictionary<LotId, (LotState Lot, PostingPlan Plan)>();
        foreach (PostingPlan plan in items)
        {
            postings.Add(PostingRow.Of(plan));
            foreach (var account in plan.Accounts)
                accounts[account.After.Id] = (
                    accounts.TryGetValue(account.After.Id, out var first)
                        ? first.Change with
                        {
                            After = account.After,
                        }
                        : account,
                    plan
                );
            foreach (var lot in plan.NewLots)
                made[lot.Id] = (lot, plan);
            foreach (var lot in plan.ChangedLots)
                (made.ContainsKey(lot.Id) ? made : changed)[lot.Id] = (lot, plan);
        }

        pipeline.Insert<AccountRow>([
            .. accounts
                .Values.Where(a => a.Change.IsNew)
                .Select(a =>
                    AccountRow.Of(a.Plan.Header.Merchant, a.Change.After, a.Plan.After.Assets[a.Change.After.Asset])
                ),
        ]);
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
            AccountsAt,
            [
                .. accounts
                    .Values.Where(a => !a.Change.IsNew)
                    .OrderBy(a => a.Change.After.Id)
                    .Select(a => AccountUpdate.Of(a.Plan.Header.Merchant, a.Change)),
            ]
        );
    }

    private sealed record AccountUpdate(
        MerchantId MerchantId,
        AccountId Id,
        long SeqBefore,
        long Balance,
        long Seq,
        byte[] Head,
        long TotalIn,
        long TotalOut
    )
    {
        public static AccountUpdate Of(MerchantId merchant, AccountChange change) =>
            new(
                merchant,
                change.After.Id,
                change.SeqBefore,
                change.After.Balance,
                change.After.Seq,
                change.After.Head,
                change.After.TotalIn,
                change.After.TotalOut
            );
    }

    private sealed record LotUpdate(MerchantId MerchantId, LotId Id, long Remaining, BusinessDay? ExpiresOn, bool Live);
}
