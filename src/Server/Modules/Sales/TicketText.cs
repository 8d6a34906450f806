using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Shuke.Core.Sales;

namespace Shuke.Server.Modules.Sales;

/// <summary>One line of a ticket, in its row. Discount = Original - Net. Cost is of the whole line; fen and thousandths.</summary>
/// <param name="Returned">what came back so far, with what was paid back for it: the sums of refund_line</param>
internal sealed record PackedLine(
    int LineNo,
    ProductId? ProductId,
    CategoryId? CategoryId,
    string Name,
    string Unit,
    Quantity Quantity,
    Money UnitPrice,
    Money Original,
    Money Discount,
    Money Net,
    Money? Cost,
    Quantity Returned,
    Money Refunded
)
{
    /// <summary>What cannot be true of a line, null when all is well: no CHECK of the database sees into the text.</summary>
    public string? Wrong =>
        Quantity <= Quantity.Zero ? "its quantity is not above 0"
        : Net.IsNegative ? "it costs less than 0"
        : Original - Discount != Net ? "its price less its discount is not what it costs"
        : Returned < Quantity.Zero || Returned > Quantity ? "more came back than was sold"
        : Refunded.IsNegative || Refunded > Net ? "more was paid back than it cost"
        : null;
}

/// <summary>One payment of a ticket, in its row. Tendered = Amount + Change; shift, store, day and moment are the ticket's.</summary>
/// <param name="Points">the points behind a payment with points</param>
/// <param name="Bonus">of a payment with stored value: how much of it was bonus</param>
internal sealed record PackedPayment(
    int Seq,
    Tender Tender,
    string? Method,
    Money Amount,
    Money Tendered,
    Money Change,
    Points Points,
    Money Bonus,
    string? Reference
)
{
    /// <summary>What cannot be true of a payment, null when all is well.</summary>
    public string? Wrong =>
        Amount.IsNegative ? "it is below 0"
        : Tendered - Change != Amount ? "what was given less the change is not its amount"
        : null;
}

/// <summary>
/// A ticket's lines and payments as they stand in its row: JSON without names, one list for each, in the order of the
/// columns below; the views order_line and payment unfold them by these places.
/// <code>
/// lines:    [[line_no,product_id|null,category_id|null,name,unit,quantity,unit_price,original,net,cost|null,returned,refunded],...]
/// payments: [[seq,tender,method|null,amount,change,points,bonus,reference|null],...]
/// </code>
/// Money in fen, quantities in thousandths; numbers rise. Nothing that is wrong is written; what has another shape is not read.
/// </summary>
internal static class TicketText
{
    public static string Of(IReadOnlyList<PackedLine> lines)
    {
        if (Wrong(lines) is { } wrong)
            throw new InvalidOperationException(wrong);
        var (bytes, json) = Begin();
        foreach (var line in lines)
        {
            json.WriteStartArray();
            json.WriteNumberValue(line.LineNo);
            Put(json, line.ProductId?.Value);
            Put(json, line.CategoryId?.Value);
            json.WriteStringValue(line.Name);
            json.WriteStringValue(line.Unit);
            json.WriteNumberValue(line.Quantity.Milli);
            json.WriteNumberValue(line.UnitPrice.Fen);
            json.WriteNumberValue(line.Original.Fen);
            json.WriteNumberValue(line.Net.Fen);
            Put(json, line.Cost?.Fen);
            json.WriteNumberValue(line.Returned.Milli);
            json.WriteNumberValue(line.Refunded.Fen);
            json.WriteEndArray();
        }
        return End(bytes, json);
    }

    public static string Of(IReadOnlyList<PackedPayment> payments)
    {
        if (Wrong(payments) is { } wrong)
            throw new InvalidOperationException(wrong);
        var (bytes, json) = Begin();
        foreach (var payment in payments)
        {
            json.WriteStartArray();
            json.WriteNumberValue(payment.Seq);
            json.WriteStringValue(Names.OfEnum(payment.Tender));
            json.WriteStringValue(payment.Method);
            json.WriteNumberValue(payment.Amount.Fen);
            json.WriteNumberValue(payment.Change.Fen);
            json.WriteNumberValue(payment.Points.Value);
            json.WriteNumberValue(payment.Bonus.Fen);
            json.WriteStringValue(payment.Reference);
            json.WriteEndArray();
        }
        return End(bytes, json);
    }

    /// <summary>The lines in a text; FormatException when it is no such text. What the lines say is not judged.</summary>
    public static List<PackedLine> Lines(string text) => Read(text, Line);

    /// <summary>The payments in a text; FormatException when it is no such text.</summary>
    public static List<PackedPayment> Payments(string text) => Read(text, Payment);

    /// <summary>What cannot be true of a ticket's lines, the first of it; null when all is well.</summary>
    public static string? Wrong(IReadOnlyList<PackedLine> lines)
    {
        var last = 0;
        foreach (var line in lines)
        {
            if ((line.LineNo <= last ? OutOfOrder : line.Wrong) is { } wrong)
                return $"line {line.LineNo}: {wrong}";
            last = line.LineNo;
        }
        return null;
    }

    /// <summary>What cannot be true of a ticket's payments, the first of it; null when all is well.</summary>
    public static string? Wrong(IReadOnlyList<PackedPayment> payments)
    {
        var last = 0;
        foreach (var payment in payments)
        {
            if ((payment.Seq <= last ? OutOfOrder : payment.Wrong) is { } wrong)
                return $"payment {payment.Seq}: {wrong}";
            last = payment.Seq;
        }
        return null;
    }

    private const string OutOfOrder = "its number is not above the one before it";

    private static PackedLine Line(ref Utf8JsonReader from)
    {
        var number = checked((int)Number(ref from));
        ProductId? product = NumberOrNull(ref from) is { } p ? new(p) : null;
        CategoryId? category = NumberOrNull(ref from) is { } c ? new(c) : null;
        var (name, unit) = (Text(ref from), Text(ref from));
        var quantity = new Quantity(Number(ref from));
        var (price, original, net) = (Fen(ref from), Fen(ref from), Fen(ref from));
        Money? cost = NumberOrNull(ref from) is { } fen ? new(fen) : null;
        var returned = new Quantity(Number(ref from));
        return new(
            number,
            product,
            category,
            name,
            unit,
            quantity,
            price,
            original,
            original - net,
            net,
            cost,
            returned,
            Fen(ref from)
        );
    }

    private static PackedPayment Payment(ref Utf8JsonReader from)
    {
        var seq = checked((int)Number(ref from));
        var tender = Names.Parse<Tender>(Text(ref from));
        var method = TextOrNull(ref from);
        var (amount, change) = (Fen(ref from), Fen(ref from));
        var points = new Points(Number(ref from));
        return new(seq, tender, method, amount, amount + change, change, points, Fen(ref from), TextOrNull(ref from));
    }

    // One writer for each thread: a lane writes its tickets one after the other.
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json)? _own;

    // Relaxed, so that names stay as short as they are; the text is never put into HTML.
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json) Begin()
    {
        if (_own is not var (bytes, json))
        {
            bytes = new ArrayBufferWriter<byte>(1024);
            json = new Utf8JsonWriter(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            _own = (bytes, json);
        }
        bytes.ResetWrittenCount();
        json.Reset();
        json.WriteStartArray();
        return (bytes, json);
    }

    private static string End(ArrayBufferWriter<byte> bytes, Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Put(Utf8JsonWriter json, long? value)
    {
        if (value is { } number)
            json.WriteNumberValue(number);
        else
            json.WriteNullValue();
    }

    private delegate T Row<T>(ref Utf8JsonReader from);

    private static List<T> Read<T>(string text, Row<T> row)
    {
        try
        {
            var from = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            var rows = new List<T>();
            Next(ref from, JsonTokenType.StartArray);
            while (from.Read() && from.TokenType == JsonTokenType.StartArray)
            {
                rows.Add(row(ref from));
                Next(ref from, JsonTokenType.EndArray);
            }
            return from.TokenType == JsonTokenType.EndArray && !from.Read()
                ? rows
                : throw new FormatException("expected a list of lists");
        }
        catch (Exception e) when (e is JsonException or OverflowException or InvalidOperationException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static void Next(ref Utf8JsonReader from, JsonTokenType expected)
    {
        if (!from.Read() || from.TokenType != expected)
            throw new FormatException($"expected {expected}, found {from.TokenType} at {from.TokenStartIndex}");
    }

    private static bool IsNull(ref Utf8JsonReader from) => from.Read() && from.TokenType == JsonTokenType.Null;

    private static long Number(ref Utf8JsonReader from) =>
        NumberOrNull(ref from) ?? throw new FormatException($"expected a number at {from.TokenStartIndex}");

    private static long? NumberOrNull(ref Utf8JsonReader from) =>
        IsNull(ref from) ? null
        : from.TokenType == JsonTokenType.Number && from.TryGetInt64(out var number) ? number
        : throw new FormatException($"expected a whole number at {from.TokenStartIndex}");

    private static Money Fen(ref Utf8JsonReader from) => new(Number(ref from));

    private static string Text(ref Utf8JsonReader from) =>
        TextOrNull(ref from) ?? throw new FormatException($"expected a text at {from.TokenStartIndex}");

    private static string? TextOrNull(ref Utf8JsonReader from) =>
        IsNull(ref from) ? null
        : from.TokenType == JsonTokenType.String ? from.GetString()
        : throw new FormatException($"expected a text at {from.TokenStartIndex}");
}
