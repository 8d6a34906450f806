using System.Text;
using Shuke.Server.Platform.Printing;

namespace Shuke.Server.Tests.Printing;

public sealed class EscPosTests
{
    private static Receipt Ticket(Paper paper) =>
        new Receipt(paper)
            .Text("熟客便利店", Align.Center, bold: true, size: TextSize.Large)
            .Text("单号 20261122-0001")
            .Divider()
            .Columns([new("品名", 16), new("数量", 6, Align.Right), new("金额", 10, Align.Right)])
            .Columns([new("500ml娃哈哈思慕C（桃杏味）", 16), new("2", 6, Align.Right), new("8.60", 10, Align.Right)])
            .Divider('=')
            .Pair("应收", "¥58.70", bold: true, size: TextSize.Tall)
            .Pair("优惠：金卡八折与第二件半价一起优惠的钱", "-20.30")
            .Text("谢谢惠顾 👍 €", Align.Center)
            .Qr("https://example.com/r/中")
            .Barcode("202611220001")
            .Feed(2)
            .Cut()
            .KickDrawer();

    [Fact]
    public void A_58_mm_ticket_reads()
    {
        EscPos
            .ToText(EscPos.Bytes(Ticket(Paper.Mm58)))
            .ShouldBe(
                """
                   熟客便利店
                单号 20261122-0001
                --------------------------------
                品名              数量      金额
                500ml娃哈哈思慕C     2      8.60
                （桃杏味）
                ================================
                应收                     ￥58.70
                优惠：金卡八折与第二件半
                价一起优惠的钱            -20.30
                         谢谢惠顾 ? €
                [QR https://example.com/r/中]
                [BARCODE 202611220001]


                [CUT]
                [DRAWER]

                """.Replace("\r", "")
            );
    }

    [Fact]
    public void An_80_mm_ticket_uses_the_width()
    {
        var lines = EscPos.ToText(EscPos.Bytes(Ticket(Paper.Mm80))).Split('\n');
        lines[2].ShouldBe(new string('-', 48));
        lines[7].ShouldBe("应收" + new string(' ', 37) + "￥58.70");
        lines.Where(l => !l.StartsWith('[')).ShouldAllBe(l => ReceiptLayout.Width(l) <= 48);
    }

    [Theory]
    [InlineData("abcdef", 4, "abcd|ef")]
    [InlineData("一二三", 4, "一二|三")]
    [InlineData("a一二", 4, "a一|二")]
    [InlineData("一二三", 5, "一二|三")]
    [InlineData("ab\n\ncd", 4, "ab||cd")]
    [InlineData("", 4, "")]
    [InlineData("一", 1, "一")]
    public void Wrapping_never_splits_a_wide_character(string text, int columns, string lines) =>
        string.Join('|', ReceiptLayout.Wrap(text, columns)).ShouldBe(lines);

    [Theory]
    [InlineData("a\tb", "a b")]
    [InlineData("👍", "?")]
    [InlineData("¥5", "￥5")]
    [InlineData("é", "é")]
    [InlineData("𠮷野家", "?野家")]
    [InlineData("㐀", "?")]
    [InlineData("\u001b@\u001dV0", " @ V0")]
    public void What_the_printer_cannot_show_is_replaced_and_commands_cannot_be_smuggled_in(
        string text,
        string printable
    ) => ReceiptLayout.Printable(text).ShouldBe(printable);

    [Fact]
    public void Half_a_surrogate_pair_is_replaced_too() => ReceiptLayout.Printable("a\ud842").ShouldBe("a?");

    [Fact]
    public void Bytes_are_those_of_the_language()
    {
        var receipt = new Receipt(Paper.Mm58)
            .Text("中a", bold: true)
            .Qr("hi", moduleDots: 5)
            .Barcode("12")
            .Cut()
            .KickDrawer();
        Convert
            .ToHexString(EscPos.Bytes(receipt))
            .ShouldBe(
                "1B40"
                    + "1C26" // initialise, Chinese on
                    + "1B4501"
                    + "D6D061"
                    + "0A"
                    + "1B4500" // bold line
                    + "1B6101"
                    + "1D286B040031413200"
                    + "1D286B0300314305"
                    + "1D286B0300314531" // QR: model, size, level
                    + "1D286B0500315030"
                    + "6869"
                    + "1D286B0300315130"
                    + "1B6100" // store, print
                    + "1B6101"
                    + "1D6840"
                    + "1D7702"
                    + "1D4802"
                    + "1D6B4903"
                    + "7B430C"
                    + "1B6100" // CODE128 set C
                    + "1D564200" // cut
                    + "1B700019FA" // drawer
            );
    }

    [Fact]
    public void Sizes_are_set_and_taken_back()
    {
        var bytes = EscPos.Bytes(new Receipt(Paper.Mm58).Text("大", size: TextSize.Large).Text("小"));
        var lines = EscPosReader.Read(bytes).Cast<Printed.Line>().ToList();
        lines[0].ShouldBe(new Printed.Line("大", Align.Left, false, IsWide: true, IsTall: true));
        lines[1].ShouldBe(new Printed.Line("小", Align.Left, false, IsWide: false, IsTall: false));
    }

    [Fact]
    public void The_picture_puts_every_character_on_the_grid()
    {
        var svg = EscPosImage.Svg(EscPos.Bytes(new Receipt(Paper.Mm58).Text("a中 b<").Qr("hi").Cut()), Paper.Mm58);
        svg.ShouldContain(" x=\"0 12 48 60\">a中b&lt;</text>");
        svg.ShouldContain("width=\"416\"");
        // A version 1 code has 21 x 21 modules within a quiet zone of 4; its first corner is always dark.
        svg.ShouldContain("M4 4h1v1h-1z");
        System.Xml.Linq.XDocument.Parse(svg).Root!.Name.LocalName.ShouldBe("svg");
    }

    [Fact]
    public void The_picture_breaks_lines_where_the_paper_ends()
    {
        var bytes = Encoding.ASCII.GetBytes(new string('x', 33) + "\n");
        var texts = EscPosImage.Svg(bytes, Paper.Mm58).Split("<text").Length - 1;
        texts.ShouldBe(2);
    }

    [Fact]
    public void Strange_bytes_neither_break_the_reader_nor_the_picture()
    {
        var random = new Random(20261122);
        var good = EscPos.Bytes(Ticket(Paper.Mm58));
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = i % 2 == 0 ? new byte[200] : (byte[])good.Clone();
            if (i % 2 == 0)
                random.NextBytes(bytes);
            else
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            System.Xml.Linq.XDocument.Parse(EscPosImage.Svg(bytes, Paper.Mm58)).Root.ShouldNotBeNull();
            EscPos.ToText(bytes.AsSpan(0, random.Next(bytes.Length))).ShouldNotBeNull();
        }
    }

    [Fact]
    public void Impossible_receipts_are_bugs_and_throw()
    {
        var receipt = new Receipt(Paper.Mm58);
        Should.Throw<ArgumentException>(() => receipt.Barcode("中"));
        Should.Throw<ArgumentException>(() => receipt.Barcode(""));
        Should.Throw<ArgumentException>(() => receipt.Columns([new("a", 33)]));
        Should.Throw<ArgumentException>(() => receipt.Qr(new string('x', 1_001)));
    }
}
