using Shuke.Core.Ledger;

namespace Shuke.Server.Modules.Ledger;

/// <summary>What an entry was, in the words of a shop.</summary>
internal static class EntryPhrases
{
    private static readonly Dictionary<string, (Phrase In, Phrase Out)> ByCounter = new(StringComparer.Ordinal)
    {
        [Counters.TopUp] = Pair("topup", "充值到账", "Topped up", "撤销充值", "Top-up undone"),
        [Counters.Sale] = Pair("sale", "消费退回", "Given back", "消费使用", "Paid with"),
        [Counters.Earn] = Pair("earn", "消费获得", "Earned by a purchase", "退货扣回", "Taken back after a return"),
        [Counters.Gift] = Pair("gift", "赠送", "A gift", "赠送撤回", "A gift taken back"),
        [Counters.Expire] = Pair("expire", "到期恢复", "Revived", "到期清零", "Expired"),
        [Counters.Adjust] = Pair("adjust", "人工增加", "Added by hand", "人工扣减", "Taken by hand"),
        [Counters.Refund] = Pair("refund", "退款退回", "Returned by a refund", "退款扣回", "Taken back by a refund"),
        [Counters.Forfeit] = Pair("forfeit", "恢复", "Restored", "退卡作废", "Forfeited when the card was closed"),
        [Counters.Merge] = Pair(
            "merge",
            "会员合并转入",
            "Came with a merged member",
            "会员合并转出",
            "Went to a merged member"
        ),
        [Counters.Plan] = Pair("plan", "购买所得", "Bought", "购买付费会员或次卡", "Paid for a membership or a card"),
        [Counters.Service] = Pair("service", "次数退回", "Uses given back", "服务核销", "Used for a service"),
        [Counters.Clear] = Pair("clear", "清零恢复", "Restored", "积分清零", "Points cleared"),
        [Counters.Transfer] = Pair("transfer", "收到礼物", "A gift from a member", "送给朋友", "Given to a friend"),
        [Counters.Redeem] = Pair("redeem", "积分兑换所得", "Redeemed", "积分兑换", "Points redeemed"),
        [Counters.Deed] = Pair("deed", "行为奖励", "For what you did", "成长值减少", "Growth taken back"),
        [Counters.Punch] = Pair(
            "punch",
            "集点兑换所得",
            "Reward of a full punch card",
            "集满兑换",
            "Stamps turned into a reward"
        ),
    };

    private static readonly Phrase Counted = new("entry_counted", "计入", "Counted");
    private static readonly Phrase Moved = new("entry_moved", "变动", "Moved");

    public static Sentence Of(string kind, string counter, long amount, Asset asset)
    {
        if (asset.Kind == AssetKind.Counter && amount > 0 && counter == Counters.Earn)
            return Counted.With();
        if (kind == "tier_pack")
            return new Phrase("entry_tier_pack", "升级礼包", "Upgrade pack").With();
        return ByCounter.TryGetValue(counter, out var pair) ? (amount > 0 ? pair.In : pair.Out).With() : Moved.With();
    }

    private static (Phrase, Phrase) Pair(string code, string zhIn, string enIn, string zhOut, string enOut) =>
        (new($"entry_{code}_in", zhIn, enIn), new($"entry_{code}_out", zhOut, enOut));
}
