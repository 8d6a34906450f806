namespace Shuke.Core.Ledger;

/// <summary>What is past its last day leaves the member's accounts.</summary>
public static class Expire
{
    /// <param name="day">
    /// the business day that has begun, in the shop's zone; a lot expires when its last day is before it, so never early
    /// </param>
    /// <returns>one move per asset; none if nothing has run out. An emptied lot is not met again, so it expires once.</returns>
    public static Moves Decide(Book book, Instant at, BusinessDay day)
    {
        var draft = new Draft(book, at, day);
        foreach (var asset in book.Assets.All.Where(a => a.HasLots))
        {
            var lots = Lots.Open(book, book.Member, asset.Id);
            lots.RemoveAll(l => !l.IsExpired(day));
            draft.Add(
                asset.Id,
                -lots.Sum(l => l.Remaining),
                Counters.Expire,
                lots.ConvertAll(l => new LotMove(l.Id, -l.Remaining))
            );
        }
        return draft.Moves;
    }
}
