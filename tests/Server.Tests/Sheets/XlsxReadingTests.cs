using System.Buffers.Binary;
using Shuke.Server.Platform.Sheets;
using static Shuke.Server.Tests.Sheets.SheetFiles;

namespace Shuke.Server.Tests.Sheets;

public sealed class XlsxReadingTests
{
    private const string Header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>名称</t></is></c></row>";

    [Theory]
    [InlineData("<c r=\"A2\"><v>3.7999999999999998</v></c>", "3.8")]
    [InlineData("<c r=\"A2\"><v>3.3000000000000003</v></c>", "3.3")]
    [InlineData("<c r=\"A2\" s=\"3\"><v>3.8</v></c>", "3.8")]
    [InlineData("<c r=\"A2\"><v>6902083891572</v></c>", "6902083891572")]
    [InlineData("<c r=\"A2\"><v>6.902083891572E12</v></c>", "6902083891572")]
    [InlineData("<c r=\"A2\" s=\"2\"><v>12345</v></c>", "0000000012345")]
    [InlineData("<c r=\"A2\" t=\"s\"><v>0</v></c>", "0012")]
    [InlineData("<c r=\"A2\" t=\"inlineStr\"><is><t> 007 </t></is></c>", "007")]
    [InlineData("<c r=\"A2\" s=\"1\"><v>46000</v></c>", "2025-12-09")]
    [InlineData("<c r=\"A2\" t=\"b\"><v>1</v></c>", "TRUE")]
    [InlineData("<c r=\"A2\"><f>1.1*3</f><v>3.3000000000000003</v></c>", "3.3")]
    [InlineData("<c r=\"A2\" t=\"str\"><f>B1&amp;B2</f><v>合计</v></c>", "合计")]
    public void Cells_arrive_as_people_see_them(string cell, string text)
    {
        var sheet = ReadXlsx(Header + $"<row r=\"2\">{cell}</row>", "<si><t>0012</t></si>").Value;
        sheet.Rows.Single()[0].ShouldBe(text);
        sheet.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<c r=\"B2\"><f>A1+1</f></c>", "formula_without_value", "B2")]
    [InlineData("<c r=\"B2\"><f>A1+1</f><v/></c>", "formula_without_value", "B2")]
    [InlineData("<c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "cell_has_error", "B2")]
    [InlineData("<c r=\"B2\"><v>690208389157212345</v></c>", "number_lost_digits", "B2")]
    public void Cells_without_a_true_value_are_reported_by_name(string cell, string code, string name)
    {
        var sheet = ReadXlsx(Header + $"<row r=\"2\"><c r=\"A2\"><v>1</v></c>{cell}</row>").Value;
        var fault = sheet.Faults.ShouldHaveSingleItem();
        (fault.Row, fault.Column, fault.Refusal.Code, fault.Refusal.Args["cell"]).ShouldBe((2, 1, code, name));
    }

    [Fact]
    public void Empty_results_and_gaps_are_no_faults()
    {
        var sheet = ReadXlsx(
            Header
                + "<row r=\"4\"><c r=\"A4\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"C4\"><v>5</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row>"
        ).Value;
        sheet.Faults.ShouldBeEmpty();
        (sheet.Rows.Single().Number, sheet.Rows.Single()[2]).ShouldBe((4, "5"));
    }

    [Fact]
    public void Limits_hold()
    {
        var limits = SheetLimits.Goods with { RowsMax = 2, ColumnsMax = 3, InflatedBytesMax = 100_000 };
        string Code(string row) => ReadXlsx(Header + row, limits: limits).Refusal!.Code;
        Code("<row r=\"4\"><c r=\"A4\"><v>1</v></c></row>").ShouldBe("too_many_rows");
        Code("<row r=\"2\"><c r=\"D2\"><v>1</v></c></row>").ShouldBe("too_many_columns");
        Code($"<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><!--{new string('x', 200_000)}-->")
            .ShouldBe("file_expands_too_much");
    }

    [Fact]
    public void A_zip_bomb_is_refused_by_its_ratio() =>
        ReadXlsx(Header + $"<!--{new string(' ', 50_000_000)}-->").Refusal!.Code.ShouldBe("file_expands_too_much");

    [Fact]
    public void A_bomb_that_lies_about_its_size_is_not_unpacked()
    {
        var file = Xlsx($"<sheetData>{Header}</sheetData><!--{new string(' ', 50_000_000)}-->");
        for (var at = 0; at < file.Length - 46; at++)
            if (
                file.AsSpan(at).StartsWith("PK\u0001\u0002"u8)
                && BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 24)) > 1_000_000
            )
                BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at + 24), 1_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(file).Refusal!.Code.ShouldBe("xlsx_broken");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20_000_000);
    }

    [Fact]
    public void Damaged_and_foreign_archives_are_refused()
    {
        var good = Xlsx($"<sheetData>{Header}</sheetData>");
        Read(good[..(good.Length / 2)]).Refusal!.Code.ShouldBe("xlsx_broken");
        Read(Xlsx("<sheetData><row><c>")).Refusal!.Code.ShouldBe("xlsx_broken");
        Read(Xlsx("<sheetData><row r=\"x\"><c/></row></sheetData>")).Refusal!.Code.ShouldBe("xlsx_broken");
        Read(Zip(("word/document.xml", "<x/>"))).Refusal!.Code.ShouldBe("file_not_a_table");
        Read(Xlsx("<sheetData/>")).Refusal!.Code.ShouldBe("file_empty");
    }

    [Fact]
    public void Any_damaged_byte_is_survived()
    {
        var good = Xlsx(
            $"<sheetData>{Header}<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row></sheetData>",
            "<si><t>a</t></si>"
        );
        for (var at = 4; at < good.Length; at += 5)
        {
            var bad = (byte[])good.Clone();
            bad[at] ^= 0xFF;
            Should.NotThrow(() => Read(bad));
        }
    }
}
