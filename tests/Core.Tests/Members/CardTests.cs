using Shuke.Core.Members;

namespace Shuke.Core.Tests.Members;

public sealed class CardTests
{
    [Theory]
    //                              ReportLoss ReleaseLoss Freeze  Unfreeze Cancel
    [InlineData(CardState.Blank, "     -          -         -        -     Cancelled")]
    [InlineData(CardState.Active, "    Lost       -       Frozen     -     Cancelled")]
    [InlineData(CardState.Lost, "      -        Active      -        -     Cancelled")]
    [InlineData(CardState.Frozen, "    -          -         -      Active  Cancelled")]
    [InlineData(CardState.Replaced, "  -          -         -        -         -")]
    [InlineData(CardState.Cancelled, " -          -         -        -         -")]
    public void A_card_changes_only_along_its_life(CardState state, string expected) =>
        Enum.GetValues<CardChange>()
            .Select(change => Cards.After(state, change)?.ToString() ?? "-")
            .ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
