using System.Diagnostics;
using System.Text;
using Shuke.Server.Platform.Sheets;

namespace Shuke.Server.Tests.Sheets;

public sealed class SheetWritingTests
{
    private static readonly SheetColumn[] Columns = [new("名称", 30), new("条码"), new("售价", 10), new("日期")];

    private static byte[] Write(SheetFormat format, Action<SheetWriter> rows)
    {
        using var file = new MemoryStream();
        using (var writer = SheetWriter.Create(format, file, Columns))
            rows(writer);
        return file.ToArray();
    }

    [Fact]
    public void Csv_opens_in_Excel_with_Chinese_intact_and_runs_no_formula()
    {
        var file = Write(
            SheetFormat.Csv,
            w =>
            {
                w.Row("娃哈哈, \"大\"", "0012", new Money(380), new DateOnly(2026, 11, 22));
                w.Row("=1+1", "-2", "@x", "\tx");
                w.Row("two\nlines", null, new Money(-5), "+86 138");
            }
        );
        file[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        Encoding
            .UTF8.GetString(file[3..])
            .ShouldBe(
                "名称,条码,售价,日期\r\n"
                    + "\"娃哈哈, \"\"大\"\"\",0012,3.80,2026-11-22\r\n"
                    + "\"'=1+1\",\"'-2\",\"'@x\",\"'\tx\"\r\n"
                    + "\"two\nlines\",,-0.05,\"'+86 138\"\r\n"
            );
    }

    [Theory]
    [InlineData(SheetFormat.Csv)]
    [InlineData(SheetFormat.Xlsx)]
    public void What_was_exported_can_be_imported_again(SheetFormat format)
    {
        var file = Write(
            format,
            w =>
            {
                w.Row("a<b>&\"c\" 娃 \ud83c\udf51", "0012", new Money(123456789), new DateOnly(2026, 11, 22));
                w.Row("=1+1", 6902083891572, new Quantity(355), "+86");
                w.Row("x\u0001\ud800", 1234567890123456789, new Money(0), null);
            }
        );
        if (format == SheetFormat.Csv)
            file = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file).Replace("\u0001", "\uFFFD"));
        var sheet = SheetFiles.Read(file).Value;
        sheet.Format.ShouldBe(format);
        sheet.Headers.ShouldBe(["名称", "条码", "售价", "日期"]);
        sheet.Rows[0].Cells.ShouldBe(["a<b>&\"c\" 娃 \ud83c\udf51", "0012", "1234567.89", "2026-11-22"]);
        sheet.Rows[1].Cells.ShouldBe(["=1+1", "6902083891572", "0.355", "+86"]);
        sheet.Rows[2].Cells[..2].ShouldBe(["x\uFFFD\uFFFD", "1234567890123456789"]);
        sheet.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void A_hundred_thousand_rows_are_quick_both_ways()
    {
        var watch = Stopwatch.StartNew();
        var file = Write(
            SheetFormat.Xlsx,
            w =>
            {
                for (var i = 0; i < 100_000; i++)
                    w.Row(
                        "500ml娃哈哈思慕C（桃杏味）",
                        "6902083891572",
                        new Money(i),
                        i,
                        "瓶",
                        "杭州",
                        new Money(430),
                        i
                    );
            }
        );
        // The aim is 0.3 s; a busy test machine gets ten times that.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
        watch.Restart();
        SheetFiles.Read(file).Value.Rows.Count.ShouldBe(100_000);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }
}
