using Shuke.Core.Ledger;
using Shuke.Core.Tiers;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Tiers;

/// <summary>Growth that comes from what a member does besides buying, and the start of a term at activation.</summary>
internal static class Deeds
{
    public static async Task<TierMoved?> Note(Tx tx, MemberId member, Deed deed, StoreInfo store, Occasion occasion)
    {
        var settings = await OrgPublic.Setting<TierSettings>(tx);
        if (settings.Deeds.All(d => d.Deed != deed || d.Growth == 0))
            return null;
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), member);
        var growth = book.Assets.Growth.Id;
        var change = Growth.Of(settings.Deeds, deed, book.Balance(growth));
        if (change == 0)
            return null;
        var day = store.DayOf(tx.Now);
        var note = new PostingNote(
            "growth",
            occasion.DocumentKind,
            occasion.DocumentId,
            day,
            "event",
            store.Id,
            occasion.Staff,
            Names.Of(deed),
            Key: $"growth:{Names.Of(deed)}:{occasion.DocumentKind}:{occasion.DocumentId}"
        );
        var posting = await LedgerPublic.Post(tx, book, note, Change(book, growth, change));
        return await Examination.AfterValue(tx, posting.After, member, store, occasion);
    }

    /// <summary>Growth is a plain total, so a change is one move without lots.</summary>
    public static Moves Change(Book book, AssetId growth, long amount) =>
        new([new(book.Member, growth, amount, Counters.Deed, [], [])]);

    public static async Task<TierMoved?> Activate(Tx tx, MemberId member, StoreInfo store, Occasion occasion)
    {
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), member);
        if (await Case.Load(tx, member, store) is not { } subject)
            return null;
        var decision = TierRules.Activate(subject.Tiers, await subject.Facts(tx, book, []));
        return await Examination.Move(tx, subject, book, decision, HowMoved.Hand, occasion);
    }
}
