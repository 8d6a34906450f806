namespace Shuke.Core.Sales;

/// <summary>The sum of one kind of payment in a shift.</summary>
/// <param name="Method">wechat, alipay, bank_card ... for recorded payments</param>
public sealed record TenderSum(Tender Tender, string? Method, Money Amount, int Count);

/// <summary>Everything that happened in a shift, summed by the database.</summary>
public sealed record ShiftFigures
{
    public required Money Float { get; init; }
    public Money CashIn { get; init; }
    public Money CashOut { get; init; }

    /// <summary>Sales net of change.</summary>
    public IReadOnlyList<TenderSum> Sales { get; init; } = [];

    /// <summary>Paid out, positive amounts.</summary>
    public IReadOnlyList<TenderSum> Refunds { get; init; } = [];
    public IReadOnlyList<TenderSum> TopUps { get; init; } = [];

    /// <summary>Stored value paid out in money, positive amounts.</summary>
    public IReadOnlyList<TenderSum> TopUpRefunds { get; init; } = [];
    public Money Bonus { get; init; }
    public Money Discounts { get; init; }
    public Points PointsEarned { get; init; }
    public Points PointsUsed { get; init; }
    public int Orders { get; init; }
}

/// <summary>One line of the report: what came in and went out by one way of paying.</summary>
public sealed record MethodReport(
    Tender Tender,
    string? Method,
    Money Sales,
    Money Refunds,
    Money TopUps,
    Money TopUpRefunds
)
{
    /// <summary>What should be in the drawer, on the card terminal's slip or in the provider's statement.</summary>
    public Money Net => Sales - Refunds + TopUps - TopUpRefunds;
}

/// <summary>The report of a shift.</summary>
/// <param name="ExpectedCash">what the drawer should hold</param>
/// <param name="Difference">counted - expected: negative means cash is missing; null while nobody has counted</param>
public sealed record ShiftReport(
    ShiftFigures Figures,
    IReadOnlyList<MethodReport> Methods,
    Money Sales,
    Money Refunds,
    Money TopUps,
    Money ExpectedCash,
    Money? Counted,
    Money? Difference
);

/// <summary>The arithmetic of a shift (invariant I25: float + in - out + cash moves = counted - difference).</summary>
public static class ShiftMath
{
    public static ShiftReport Report(ShiftFigures figures, Money? counted)
    {
        var methods = Methods(figures);
        var cash = Money.Zero;
        foreach (var method in methods)
            if (method.Tender == Tender.Cash)
                cash += method.Net;
        var expected = figures.Float + figures.CashIn - figures.CashOut + cash;
        return new(
            figures,
            methods,
            Sum(figures.Sales),
            Sum(figures.Refunds),
            Sum(figures.TopUps) - Sum(figures.TopUpRefunds),
            expected,
            counted,
            counted - expected
        );
    }

    private static List<MethodReport> Methods(ShiftFigures figures)
    {
        IEnumerable<TenderSum> all = [.. figures.Sales, .. figures.Refunds, .. figures.TopUps, .. figures.TopUpRefunds];
        return
        [
            .. all.Select(s => (s.Tender, s.Method))
                .Distinct()
                .OrderBy(k => k.Tender)
                .ThenBy(k => k.Method, StringComparer.Ordinal)
                .Select(k => new MethodReport(
                    k.Tender,
                    k.Method,
                    Of(figures.Sales, k),
                    Of(figures.Refunds, k),
                    Of(figures.TopUps, k),
                    Of(figures.TopUpRefunds, k)
                )),
        ];
    }

    private static Money Of(IReadOnlyList<TenderSum> sums, (Tender Tender, string? Method) key) =>
        Sum(sums.Where(s => s.Tender == key.Tender && s.Method == key.Method));

    private static Money Sum(IEnumerable<TenderSum> sums)
    {
        var total = Money.Zero;
        foreach (var sum in sums)
            total += sum.Amount;
        return total;
    }
}
