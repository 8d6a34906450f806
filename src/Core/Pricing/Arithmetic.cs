using System.Collections.Concurrent;

namespace Shuke.Core.Pricing;

/// <summary>How a discount was computed: the numbers from which anybody can compute it again, and the sentence with them.</summary>
public abstract record Arithmetic
{
    private protected abstract Phrase Words { get; }

    private protected abstract IEnumerable<(string, object?)> Numbers { get; }

    /// <summary>"金卡8折:64.00 × 20% = 12.80". A cut at the guard is said.</summary>
    internal Sentence Explain(Offer offer, Money amount, Money wanted)
    {
        var cut = amount < wanted;
        // The patterns of a shop are few, its discounts many.
        if (Patterns.Count > PatternsMax)
            Patterns.Clear();
        var phrase = Patterns.GetOrAdd((offer.Kind.Code, offer.Title.Phrase, Words, cut), static of => Pattern(of));
        return phrase.With([
            .. offer.Title.Args.Select(a => (a.Key, a.Value)),
            ("amount", amount.Fen),
            ("wanted", wanted.Fen),
            .. Numbers,
        ]);
    }

    private const int PatternsMax = 10_000;

    private static readonly ConcurrentDictionary<(string, Phrase, Phrase, bool), Phrase> Patterns = new();

    private static Phrase Pattern((string Code, Phrase Title, Phrase Words, bool IsCut) of) =>
        new(
            $"{of.Code}.{of.Words.Code}{(of.IsCut ? "_cut" : "")}",
            $"{of.Title.Zh}:{of.Words.Zh}{(of.IsCut ? ",到最低价为止减 {amount:money}" : "")}",
            $"{of.Title.En}: {of.Words.En}{(of.IsCut ? ", cut to {amount:money} at the lowest price" : "")}"
        );
}

/// <summary>base × off, halves up.</summary>
public sealed record RateOff(Money Base, Ratio Off) : Arithmetic
{
    private const string Text = "{base:money} × {off} = {wanted:money}";
    private static readonly Phrase Phrase = new("rate", Text, Text);

    private protected override Phrase Words => Phrase;

    private protected override IEnumerable<(string, object?)> Numbers => [("base", Base.Fen), ("off", Off)];

    public Money Result => Base.Times(Off, Rounding.HalfUp);
}

/// <summary>from - to, both for the whole line.</summary>
public sealed record PriceDrop(Money From, Money To) : Arithmetic
{
    private const string Text = "{from:money} - {to:money} = {wanted:money}";
    private static readonly Phrase Phrase = new("drop", Text, Text);

    private protected override Phrase Words => Phrase;

    private protected override IEnumerable<(string, object?)> Numbers => [("from", From.Fen), ("to", To.Fen)];

    public Money Result => From - To;
}

/// <summary>A given amount.</summary>
public sealed record Flat(Money Amount) : Arithmetic
{
    private static readonly Phrase Phrase = new("flat", "减 {wanted:money}", "{wanted:money} off");

    private protected override Phrase Words => Phrase;

    private protected override IEnumerable<(string, object?)> Numbers => [("flat", Amount.Fen)];
}

/// <summary>This line's share of an amount for the whole cart: whole × base / baseSum, by largest remainder.</summary>
public sealed record ShareOf(Money Whole, Money Base, Money BaseSum) : Arithmetic
{
    private static readonly Phrase Phrase = new(
        "share",
        "{whole:money} × {base:money} / {baseSum:money} ≈ {wanted:money}(各行合计正好 {whole:money})",
        "{whole:money} × {base:money} / {baseSum:money} ≈ {wanted:money} (all lines add up to {whole:money})"
    );

    private protected override Phrase Words => Phrase;

    private protected override IEnumerable<(string, object?)> Numbers =>
        [("whole", Whole.Fen), ("base", Base.Fen), ("baseSum", BaseSum.Fen)];
}

/// <summary>One unit of the line is free.</summary>
public sealed record FreeUnit(Money UnitPrice) : Arithmetic
{
    private static readonly Phrase Phrase = new("free_unit", "免 1 件 {unit:money}", "one piece free, {unit:money}");

    private protected override Phrase Words => Phrase;

    private protected override IEnumerable<(string, object?)> Numbers => [("unit", UnitPrice.Fen)];
}

/// <summary>So much off each unit, never more than the line costs.</summary>
public sealed record UnitsOff(Money Off, Quantity Quantity, Money Net) : Arithmetic
{
    private const string Text = "{unit:money} × {quantity} = {wanted:money}";
    private static readonly Phrase Phrase = new("units", Text, Text);

    private protected override Phrase Words => Phrase;

    private protected override IEnumerable<(string, object?)> Numbers =>
        [("unit", Off.Fen), ("quantity", Quantity), ("milli", Quantity.Milli), ("net", Net.Fen)];
}

/// <summary>K of a line's Q pieces at a share less: net × K / Q, then × off, halves up each time.</summary>
public sealed record PiecesOff(Money Net, long K, long Q, Ratio Off) : Arithmetic
{
    private static readonly Phrase Phrase = new(
        "pieces",
        "{net:money} 的 {k}/{q} 件 × {off} = {wanted:money}",
        "{k} of {q} pieces of {net:money} × {off} = {wanted:money}"
    );

    private protected override Phrase Words => Phrase;

    private protected override IEnumerable<(string, object?)> Numbers =>
        [("net", Net.Fen), ("k", K), ("q", Q), ("off", Off)];
}

/// <summary>K of a line's Q pieces at a price of their own: net × K / Q, halves up, less price × K.</summary>
public sealed record PiecesDrop(Money Net, long K, long Q, Money Price) : Arithmetic
{
    private static readonly Phrase Phrase = new(
        "pieces_drop",
        "{net:money} 的 {k}/{q} 件 - {price:money} × {k} = {wanted:money}",
        "{k} of {q} pieces of {net:money} - {price:money} × {k} = {wanted:money}"
    );

    private protected override Phrase Words => Phrase;

    private protected override IEnumerable<(string, object?)> Numbers =>
        [("net", Net.Fen), ("k", K), ("q", Q), ("price", Price.Fen)];
}
