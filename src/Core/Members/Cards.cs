namespace Shuke.Core.Members;

/// <summary>What a card is made of; it says how the till reads it.</summary>
public enum CardKind
{
    Magnetic,
    Ic,
    Id,
    Barcode,
    Qr,
    Virtual,
}

/// <summary>Where a card is in its life. Only an active card opens a member at the till.</summary>
public enum CardState
{
    Blank,
    Active,
    Lost,
    Frozen,
    Replaced,
    Cancelled,
}

/// <summary>What may be done to a card beside handing it out and replacing it.</summary>
public enum CardChange
{
    ReportLoss,
    ReleaseLoss,
    Freeze,
    Unfreeze,
    Cancel,
}

public static class Cards
{
    /// <summary>The state after a change, or null where the card's state does not allow it.</summary>
    public static CardState? After(CardState state, CardChange change) =>
        (state, change) switch
        {
            // A frozen card stays frozen: releasing a loss would unfreeze it behind the manager's back.
            (CardState.Active, CardChange.ReportLoss) => CardState.Lost,
            (CardState.Lost, CardChange.ReleaseLoss) => CardState.Active,
            (CardState.Active, CardChange.Freeze) => CardState.Frozen,
            (CardState.Frozen, CardChange.Unfreeze) => CardState.Active,
            (CardState.Blank or CardState.Active or CardState.Lost or CardState.Frozen, CardChange.Cancel) =>
                CardState.Cancelled,
            _ => null,
        };

    /// <summary>A card in a member's hands, or reported as not being there, can be replaced by a blank one.</summary>
    public static bool IsReplaceable(CardState state) =>
        state is CardState.Active or CardState.Lost or CardState.Frozen;
}
