using System.Text;
using Shuke.Server.Platform.Sheets;
using static Shuke.Server.Tests.Sheets.SheetFiles;

namespace Shuke.Server.Tests.Sheets;

public sealed class CsvReadingTests
{
    private const string Table = "商品名称,条码,售价\n哇哈哈,0690208,4.30\n";
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TheoryData<string, byte[]> Encodings() =>
        new()
        {
            { "UTF-8", Encoding.UTF8.GetBytes(Table) },
            { "UTF-8 with mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Table)] },
            { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Table)] },
            { "UTF-16 big end first", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Table)] },
            { "GB18030", Gbk.GetBytes(Table) },
        };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Chinese_is_read_in_every_encoding_shops_have(string encoding, byte[] file)
    {
        var sheet = Read(file).Value;
        sheet.Headers.ShouldBe(["商品名称", "条码", "售价"], encoding);
        sheet.Rows.Single().Cells.ShouldBe(["哇哈哈", "0690208", "4.30"]);
    }

    [Fact]
    public void The_sample_list_of_goods_is_read_whole()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Shuke.slnx")))
            root = root.Parent!;
        var file = File.ReadAllBytes(Path.Combine(root.FullName, "sample", "cn-shop-products.csv"));

        var sheet = Read(file).Value;
        sheet.Headers.ShouldBe(["商品名称", "条码", "进价", "售价", "产地", "库存", "单位", "备注"]);
        sheet
            .Rows[0]
            .Cells.ShouldBe(["500ml娃哈哈思慕C（桃杏味）", "6902083891572", "3.80", "4.30", "杭州", "100", "瓶"]);
        sheet.Rows.Count.ShouldBe(109);
        sheet.Rows.ShouldAllBe(r => Looks.LikeMoney(r[2]) && Looks.LikeMoney(r[3]));
    }

    [Theory]
    [InlineData("a,b\n1,2", "1|2")]
    [InlineData("a;b\n1,5;2", "1,5|2")]
    [InlineData("a\tb\n1\t2", "1|2")]
    [InlineData("sep=;\r\na;b\r\n1;2", "1|2")]
    [InlineData("\"a,x\";b\n1;2", "1|2")]
    [InlineData("a,b\r\n1,2\r\n", "1|2")]
    [InlineData("a,b\r1,2\r", "1|2")]
    [InlineData("a,b\n\"say \"\"hi\"\"\",\"two\nlines\"", "say \"hi\"|two\nlines")]
    [InlineData("a,b\n5\" pizza,2", "5\" pizza|2")]
    [InlineData("a,b\n=\"0012\", 2 ", "0012|2")]
    [InlineData("a,b\n'+86138,'quoted", "+86138|'quoted")]
    [InlineData("a,b\n\"1\" ,\t2", "1|2")]
    public void Cells_are_told_apart(string file, string cells) =>
        string.Join('|', ReadText(file).Value.Rows.Single().Cells).ShouldBe(cells);

    [Fact]
    public void Rows_keep_the_number_Excel_shows_and_blank_ones_are_left_out() =>
        ReadText("a,b\n\n1,2\n,,\n3,4\n").Value.Rows.Select(r => r.Number).ShouldBe([3, 5]);

    [Theory]
    [InlineData("a,b\n1,2\n3,\"open\n5,6\n", 3)]
    [InlineData("a,b\n\"x\"y,2\n3,4\n", 2)]
    [InlineData("\"a,b\n1,2\n", 1)]
    public void A_quote_without_partner_is_reported_with_its_row(string file, int row)
    {
        var refusal = ReadText(file).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe("csv_broken_quote");
        refusal.Args["row"].ShouldBe(row);
    }

    public static TheoryData<string, byte[]> NotTables() =>
        new()
        {
            { "file_not_a_table", [.. "a,b\n1"u8, 0, 2] },
            { "file_not_a_table", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0] },
            { "file_not_a_table", [.. "%PDF-1.7\n"u8] },
            { "file_not_a_table", [.. "<html><table></table></html>"u8] },
            { "encoding_unknown", [.. "a,b\n"u8, 0xFF, 0xFF, 0x20, 0x81] },
            { "encoding_unknown", [0xFF, 0xFE, 0x41] },
            { "xls_not_supported", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
            {
                "file_encrypted",
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")]
            },
            { "file_empty", [] },
            { "file_empty", [.. "a,b\n"u8] },
        };

    [Theory]
    [MemberData(nameof(NotTables))]
    public void What_is_no_table_is_refused_by_its_content(string code, byte[] file) =>
        Read(file, "商品.csv").Refusal!.Code.ShouldBe(code);

    [Theory]
    [InlineData("a\n1\n2\n3\n4", "too_many_rows")]
    [InlineData("a\n1\n2\n3\n\n\n", null)]
    [InlineData("a,b,c,d\n1", "too_many_columns")]
    [InlineData("a\n123456789012", "cell_too_long")]
    public void Tables_beyond_the_limits_are_refused(string file, string? code)
    {
        var limits = SheetLimits.Goods with { RowsMax = 3, ColumnsMax = 3, CellCharsMax = 10 };
        Read(Encoding.UTF8.GetBytes(file), limits: limits).Refusal?.Code.ShouldBe(code);
        (Read(Encoding.UTF8.GetBytes(file), limits: limits).Refusal is null).ShouldBe(code is null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_huge_file_is_refused_before_it_is_read(bool knowsItsLength)
    {
        using var file = new Endless(200L << 20, knowsItsLength);
        var refusal = SheetReader.Read(file, "商品.csv", SheetLimits.Goods).Refusal!;
        refusal.Code.ShouldBe("file_too_large");
        refusal.Sentence(Language.Zh).ShouldStartWith("文件超过 20 MB");
        file.BytesRead.ShouldBeLessThan(21L << 20);

        using var again = new Endless(200L << 20, knowsItsLength);
        (await SheetReader.ReadAsync(again, "商品.csv", SheetLimits.Goods, default)).Refusal!.Code.ShouldBe(
            "file_too_large"
        );
    }

    private sealed class Endless(long length, bool canSeek) : Stream
    {
        public long BytesRead { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => canSeek;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var n = (int)Math.Min(count, length - BytesRead);
            buffer.AsSpan(offset, n).Fill((byte)'1');
            BytesRead += n;
            return n;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
