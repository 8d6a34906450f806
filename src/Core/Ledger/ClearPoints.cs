namespace Shuke.Core.Ledger;

/// <summary>The merchant clears points by an announced policy (清零): all that was earned before a moment.</summary>
/// <param name="EarnedBefore">lots made before it are cleared, younger ones stay</param>
public sealed record ClearPointsCommand(AssetId Asset, Instant EarnedBefore, Instant At, BusinessDay Day);

public static class ClearPoints
{
    /// <summary>No moves when nothing is there to clear. A debt is not touched: it holds no lots.</summary>
    public static Moves Decide(Book book, ClearPointsCommand command)
    {
        if (book.Assets[command.Asset].Kind != AssetKind.Points)
            throw new ArgumentException("Only points are cleared; what was paid for is not.", nameof(command));
        var lots = Lots.Open(book, book.Member, command.Asset);
        lots.RemoveAll(l => l.CreatedAt >= command.EarnedBefore);
        var draft = new Draft(book, command.At, command.Day);
        draft.Add(
            command.Asset,
            -lots.Sum(l => l.Remaining),
            Counters.Clear,
            lots.ConvertAll(l => new LotMove(l.Id, -l.Remaining))
        );
        return draft.Moves;
    }
}
