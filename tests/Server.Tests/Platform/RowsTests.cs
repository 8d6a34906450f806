using Shouldly;
using Shuke.Core.Sales;
using Shuke.Server.Modules.Sales;
using Shuke.Server.Platform;
using Shuke.Server.Tests.Sales;
using Xunit;

namespace Shuke.Server.Tests.PlatformTests;

/// <summary>Rows that are inserted many at once come back as they went, whatever is in them.</summary>
public sealed class RowsTests
{
    [Theory, EachDatabase]
    public async Task Every_kind_of_value_comes_back_as_it_went(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var shift = ShiftId.Parse(till.Shift, null);
        var merchant = await till.House.Merchant();
        await using var tx = await till.House.Db.Begin(merchant);
        var store = await tx.One<StoreId>("SELECT store_id FROM shift WHERE merchant_id = @m");
        // Quotes and braces mean something in PostgreSQL's text form of rows; a long text outgrows every buffer.
        string[] texts = ["", "熟客的奶茶 🧋", "{\"a\",(b)}\\'\n", new('长', 40_000)];
        var payments = texts
            .Select(
                (text, i) =>
                    new OtherPaymentRow(
                        merchant,
                        tx.NewId<Core.Kinds.Payment>(),
                        PaymentDocument.Topup,
                        4_000_000_000_000_000_000 + i,
                        1,
                        Tender.Recorded,
                        i % 2 == 0 ? null : text,
                        new(long.MaxValue - i),
                        new(long.MaxValue - i),
                        Money.Zero,
                        new(-i),
                        Money.Zero,
                        Money.Zero,
                        text,
                        shift,
                        store,
                        BusinessDay.Of(1999 + i, 2, 28),
                        tx.Now
                    )
            )
            .ToList();
        var printers = texts
            .Select(
                (text, i) =>
                    new PrinterRow(
                        merchant,
                        tx.NewId<Core.Kinds.Printer>(),
                        store,
                        text,
                        "h",
                        1,
                        58,
                        i % 2 == 0,
                        i > 1,
                        true,
                        1
                    )
            )
            .ToList();
        var replies = texts
            .Select(
                (text, i) =>
                    new OnceRow(
                        merchant,
                        $"rows-{i}",
                        new byte[i],
                        200,
                        System.Text.Encoding.UTF8.GetBytes(text),
                        i == 0 ? null : text,
                        tx.Now,
                        i == 0 ? null : i,
                        i == 0 ? null : -i
                    )
            )
            .ToList();

        await tx.InsertMany(payments);
        await tx.InsertMany(printers);
        await tx.InsertMany(replies);

        (await tx.All<OtherPaymentRow>("SELECT * FROM other_payment WHERE merchant_id = @m ORDER BY id")).ShouldBe(
            payments
        );
        (await tx.All<PrinterRow>("SELECT * FROM printer WHERE merchant_id = @m ORDER BY id")).ShouldBe(printers);
        var back = await tx.All<OnceRow>(
            "SELECT * FROM once WHERE merchant_id = @m AND key LIKE 'rows-%' ORDER BY key"
        );
        back.ConvertAll(r => (r.Key, r.Etag, r.ReplyId, r.Place))
            .ShouldBe(replies.ConvertAll(r => (r.Key, r.Etag, r.ReplyId, r.Place)));
        back.ConvertAll(r => Convert.ToHexString(r.RequestHash) + Convert.ToHexString(r.Body))
            .ShouldBe(replies.ConvertAll(r => Convert.ToHexString(r.RequestHash) + Convert.ToHexString(r.Body)));
    }
}
