namespace Shuke.Core.Sales;

/// <summary>Where an order is in its life.</summary>
public enum OrderState
{
    Draft,
    Placed,
    Paid,
    PartlyRefunded,
    Refunded,
    Void,
}

/// <summary>The life of an order as a table: what is not written here is refused.</summary>
public static class OrderStates
{
    private static readonly (OrderState From, OrderState To)[] Edges =
    [
        (OrderState.Draft, OrderState.Placed),
        // At the till an order is placed and paid in one step.
        (OrderState.Draft, OrderState.Paid),
        (OrderState.Draft, OrderState.Void),
        (OrderState.Placed, OrderState.Paid),
        (OrderState.Placed, OrderState.Void),
        (OrderState.Paid, OrderState.PartlyRefunded),
        (OrderState.Paid, OrderState.Refunded),
        (OrderState.Paid, OrderState.Void),
        (OrderState.PartlyRefunded, OrderState.PartlyRefunded),
        (OrderState.PartlyRefunded, OrderState.Refunded),
    ];

    public static bool MayBecome(this OrderState from, OrderState to) => Edges.Contains((from, to));

    /// <summary>The next state, or why not.</summary>
    public static Outcome<OrderState> Become(this OrderState from, OrderState to) =>
        from.MayBecome(to) ? to : SalesReasons.IllegalOrderState.With(("from", from.Code()), ("to", to.Code()));

    /// <summary>The word in the database and the API.</summary>
    public static string Code(this OrderState state) =>
        state switch
        {
            OrderState.Draft => "draft",
            OrderState.Placed => "placed",
            OrderState.Paid => "paid",
            OrderState.PartlyRefunded => "partly_refunded",
            OrderState.Refunded => "refunded",
            OrderState.Void => "void",
        };
}
