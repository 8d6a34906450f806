using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shuke.Server.Modules.Catalog;
using Shuke.Server.Platform;
using Shuke.Server.Tests.Sheets;

namespace Shuke.Server.Tests.Catalog;

public sealed class ImportTests
{
    private static byte[] Sample()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "sample", "cn-shop-products.csv")))
            folder = folder.Parent;
        return File.ReadAllBytes(Path.Combine(folder.FullName, "sample", "cn-shop-products.csv"));
    }

    private static async Task<string> Upload(Client who, byte[] file, string name = "goods.csv") =>
        (await who.SendFile("/goods/imports?name=" + name, file).ShouldSucceed()).Text("id")!;

    private static Task<string> Upload(Client who, string text) => Upload(who, Encoding.UTF8.GetBytes(text));

    private static async Task<JsonNode> Run(Client who, string id)
    {
        await who.Post($"/goods/imports/{id}/run");
        return await Ended(who, id);
    }

    private static async Task<JsonNode> Ended(Client who, string id)
    {
        for (var i = 0; i < 300; i++)
        {
            var import = await who.Get("/goods/imports/" + id);
            if (import.Text("stage") != "running")
                return import;
            await Task.Delay(50);
        }
        throw new TimeoutException("The import did not end.");
    }

    private static string Counts(JsonNode import) =>
        $"{import.Text("stage")} +{import.Long("counts.created")} ~{import.Long("counts.updated")} skip {import.Long("counts.skipped")} fail {import.Long("counts.failed")}";

    private static async Task<string> Decide(Client who, string id, object decision) =>
        (await who.Send(HttpMethod.Put, $"/goods/imports/{id}/decisions", decision)).Code;

    [Theory, EachDatabase]
    public async Task The_sample_shop_comes_in_whole_with_its_shared_barcodes_decided_by_the_owner(Engine engine)
    {
        await using var house = await House.WithShop(engine, "convenience");
        using var owner = await house.Owner();
        var id = await Upload(owner, Sample());
        var import = await owner.Get("/goods/imports/" + id);
        (import.Long("rowsTotal"), import["preview"]!["rows"]!.AsArray().Count).ShouldBe((109, 20));
        string.Join(' ', import["mapping"]!.AsObject().OrderBy(m => (int)m.Value!).Select(m => m.Key))
            .ShouldBe("name barcode cost price origin stock unit remark");

        var check = await owner.Get($"/goods/imports/{id}/decisions");
        (
            check.Long("rows"),
            check.Long("ready"),
            check.Long("inGroups"),
            check.Long("faulty"),
            check.Long("undecided")
        ).ShouldBe((109, 102, 7, 0, 2));
        (
            check.Text("groups.0.key"),
            check["groups"]![0]!["rows"]!.AsArray().Count,
            check.Text("groups.0.proposal")
        ).ShouldBe(("6911316540309", 5, "keep_all"));
        (
            check.Text("groups.1.key"),
            check["groups"]![1]!["rows"]!.AsArray().Count,
            check.Long("groups.1.rows.0.number")
        ).ShouldBe(("6926475201015", 2, 88));
        (await owner.RefusedPost($"/goods/imports/{id}/run", null)).ShouldBe("import_decisions_missing");
        (await owner.Get("/goods")).Long("total").ShouldBe(0);

        (
            await Decide(
                owner,
                id,
                new
                {
                    each = new[]
                    {
                        new
                        {
                            by = "barcode",
                            key = "6911316540309",
                            choice = "keep_all",
                        },
                    },
                }
            )
        ).ShouldBe("ok");
        (
            await Decide(
                owner,
                id,
                new
                {
                    each = new[]
                    {
                        new
                        {
                            by = "barcode",
                            key = "6926475201015",
                            choice = "update_existing",
                        },
                    },
                }
            )
        ).ShouldBe("import_choice_impossible");
        (
            await Decide(
                owner,
                id,
                new
                {
                    each = new[]
                    {
                        new
                        {
                            by = "barcode",
                            key = "000",
                            choice = "skip",
                        },
                    },
                }
            )
        ).ShouldBe("import_group_unknown");
        (await Decide(owner, id, new { inTable = "first_keeps" })).ShouldBe("ok");
        Counts(await Run(owner, id)).ShouldBe("done +109 ~0 skip 0 fail 0");
        (await Decide(owner, id, new { asProposed = true })).ShouldBe("import_already_started");
        (await owner.RefusedPost($"/goods/imports/{id}/run", null)).ShouldBe("import_finished");

        (await owner.Get("/goods")).Long("total").ShouldBe(109);
        (await owner.Get("/goods/find?q=6911316540309"))["items"]!.AsArray().Count.ShouldBe(5);
        (await owner.Get("/goods/find?q=6926475201015"))["items"]!.AsArray().Count.ShouldBe(1);
        var first = (await owner.Get("/goods?q=6902083891572"))["items"]![0]!;
        (
            first.Text("barcodes.0"),
            first.Long("price"),
            first.Long("cost"),
            first.Long("initialStock"),
            first.Text("origin")
        ).ShouldBe(("6902083891572", 430, 380, 100_000, "杭州"));

        // The same file once more: every product is found to be there, nothing is doubled.
        var again = await Upload(owner, Sample());
        var repeat = await owner.Get($"/goods/imports/{again}/decisions?limit=200");
        (repeat.Long("ready"), repeat.Long("inGroups")).ShouldBe((0L, 109L));
        repeat["groups"]!.AsArray().ShouldAllBe(g => g!["existing"]!.AsArray().Count > 0);
        (await Decide(owner, again, new { withShop = "skip" })).ShouldBe("ok");
        Counts(await Run(owner, again)).ShouldBe("done +0 ~0 skip 109 fail 0");
        (await owner.Get("/goods")).Long("total").ShouldBe(109);
    }

    [Theory, EachDatabase]
    public async Task Bad_rows_come_back_with_their_reason_and_good_ones_go_in(Engine engine)
    {
        await using var house = await House.WithShop(engine, "empty");
        using var owner = await house.Owner();
        var id = await Upload(
            owner,
            "名称,条码,售价,库存,分类\n苹果,,三块八,1,水果\n梨,６９０２０８３８９１５７３,3.80,1,水果/国产\n,111,1,,\n桃,222,2.5,约10,\n西瓜,条码,1.00,,\n"
        );
        var check = await owner.Get($"/goods/imports/{id}/decisions");
        (check.Long("faulty"), check.Long("warningsTotal"), check.Text("warnings.0.sentence")).ShouldBe(
            (4L, 1L, "条码 6902083891573 的校验位不对,可能抄错了一位。")
        );
        check.Text("faults.0.sentence").ShouldBe("售价“三块八”不是金额,请写成 3.80 这样。");
        var done = await Run(owner, id);
        (Counts(done), done.Long("counts.warnings")).ShouldBe(("done +1 ~0 skip 0 fail 4", 1L));
        var pear = (await owner.Get("/goods"))["items"]![0]!;
        (pear.Text("name"), pear.Long("price"), pear.Text("category"), pear.Text("barcodes.0")).ShouldBe(
            ("梨", 380, "国产", "6902083891573")
        );
        var errors = await owner.Send(HttpMethod.Get, $"/goods/imports/{id}/rows");
        errors
            .Text.TrimStart('\uFEFF')
            .Split("\r\n")[..2]
            .ShouldBe([
                "名称,条码,售价,库存,分类,行号,原因",
                "苹果,,三块八,1,水果,2,\"售价“三块八”不是金额,请写成 3.80 这样。\"",
            ]);
        // The file of errors, corrected, is a file to import.
        var corrected = await Upload(owner, errors.Text.Replace("三块八", "3.80", StringComparison.Ordinal));
        (await owner.Get($"/goods/imports/{corrected}/decisions")).Long("ready").ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task Existing_goods_are_updated_only_where_the_table_tells_something(Engine engine)
    {
        await using var house = await House.WithShop(engine, "empty");
        using var owner = await house.Owner();
        var product = await owner.Post(
            "/goods",
            new
            {
                name = "可乐",
                price = 300,
                cost = 200,
                memberPrice = 280,
                barcodes = new[] { "111" },
                remark = "冰柜",
            }
        );
        var id = await Upload(owner, "名称,条码,售价,备注\n可口可乐,111,3.50,\n百事可乐,111,3.50,\n雪碧,333,2.00,\n");
        (await Decide(owner, id, new { withShop = "update_existing" })).ShouldBe("ok");
        Counts(await Run(owner, id)).ShouldBe("done +1 ~1 skip 1 fail 0");
        var after = await owner.Get("/goods/" + product.Text("id"));
        (
            after.Text("name"),
            after.Long("price"),
            after.Long("cost"),
            after.Text("remark"),
            after.Long("version")
        ).ShouldBe(("可口可乐", 350, 200, "冰柜", 2));

        var low = await Upload(owner, "名称,条码,售价\n可口可乐,111,2.00\n");
        (await Decide(owner, low, new { asProposed = true })).ShouldBe("ok");
        Counts(await Run(owner, low)).ShouldBe("done +0 ~0 skip 0 fail 1");
        (await owner.Send(HttpMethod.Get, $"/goods/imports/{low}/rows")).Text.ShouldContain(
            "会员价 2.80 高于售价 2.00"
        );
    }

    [Theory, EachDatabase]
    public async Task An_import_is_undone_as_a_whole_until_something_was_built_on_it(Engine engine)
    {
        await using var house = await House.WithShop(engine, "empty");
        using var owner = await house.Owner();
        var product = await owner.Post(
            "/goods",
            new
            {
                name = "可乐",
                price = 300,
                barcodes = new[] { "111" },
            }
        );
        const string table = "名称,条码,售价,分类\n可口可乐,111,3.50,饮料\n雪碧,333,2.00,饮料/汽水\n";
        var id = await Upload(owner, table);
        await Decide(owner, id, new { asProposed = true });
        await Decide(owner, id, new { withShop = "update_existing" });
        // "asProposed" had decided already: other names stay apart, and "withShop" speaks for undecided groups only.
        Counts(await Run(owner, id)).ShouldBe("done +2 ~0 skip 0 fail 0");
        (await owner.Post($"/goods/imports/{id}/undo")).Text("stage").ShouldBe("undone");
        (
            (await owner.Get("/goods")).Long("total"),
            (await owner.Get("/categories"))["items"]!.AsArray().Count
        ).ShouldBe((1L, 0));
        (await owner.RefusedPost($"/goods/imports/{id}/undo", null)).ShouldBe("import_undone");

        var second = await Upload(owner, table);
        await Decide(owner, second, new { withShop = "update_existing" });
        Counts(await Run(owner, second)).ShouldBe("done +1 ~1 skip 0 fail 0");
        await owner.Post($"/goods/imports/{second}/undo");
        var back = await owner.Get("/goods/" + product.Text("id"));
        (back.Text("name"), back.Long("price"), back.Text("category")).ShouldBe(("可乐", 300, null));

        var third = await Upload(owner, table);
        await Decide(owner, third, new { withShop = "update_existing" });
        await Run(owner, third);
        var sprite = (await owner.Get("/goods?q=333"))["items"]![0]!;
        await owner.Put($"/goods/{sprite.Text("id")}/state", new { favourite = true }, 1);
        var refused = await owner.Send(HttpMethod.Post, $"/goods/imports/{third}/undo");
        (refused.Code, refused.Json.Text("args.name")).ShouldBe(("import_built_upon", "雪碧"));
    }

    [Theory, EachDatabase]
    public async Task What_was_sold_keeps_an_import_from_being_undone(Engine engine)
    {
        await using var house = await House.WithShop(engine, "empty");
        using var owner = await house.Owner();
        var id = await Upload(owner, "名称,售价\n苹果,3.50\n梨,2.00\n");
        await Run(owner, id);
        await using var tx = await house.Db.Begin(await GoodsTests.Merchant(house));
        var caller = new Caller
        {
            MerchantId = tx.Merchant,
            IsOwner = true,
            StaffId = new(1),
            Name = "王店主",
        };
        ProductsInUse sold = (_, products) => Task.FromResult<IReadOnlyList<ProductId>>([products[1]]);
        var refused = await UndoImport.Handle(GoodsImportId.Parse(id, null), tx, caller, [sold]);
        (refused.Refusal!.Code, refused.Refusal.Args["name"]).ShouldBe(("import_built_upon", "梨"));
    }

    [Theory, EachDatabase]
    public async Task A_long_import_goes_on_behind_the_last_row_after_a_restart_and_loses_none(Engine engine)
    {
        const int rows = 3_000;
        var house = await House.WithShop(engine, "empty");
        try
        {
            var table = new StringBuilder("名称,条码,售价\n");
            for (var i = 0; i < rows; i++)
                table.Append(System.Globalization.CultureInfo.InvariantCulture, $"货{i},A{i % 2_990},1.00\n");
            string id;
            using (var owner = await house.Owner())
            {
                id = await Upload(owner, table.ToString());
                (await Decide(owner, id, new { inTable = "keep_all" })).ShouldBe("ok");
                await owner.Post($"/goods/imports/{id}/run");
                while ((await owner.Get("/goods/imports/" + id)).Long("progressDone") == 0)
                    await Task.Delay(5);
            }
            house = await house.Restart();
            house.Clock.Advance(TimeSpan.FromSeconds(31));
            using var later = await house.Owner();
            Counts(await Ended(later, id)).ShouldBe($"done +{rows} ~0 skip 0 fail 0");
            (await later.Get("/goods")).Long("total").ShouldBe(rows);
            (await later.Get("/goods/find?q=A3"))["items"]!.AsArray().Count.ShouldBe(2);
        }
        finally
        {
            await house.DisposeAsync();
        }
    }

    [Theory, EachDatabase]
    public async Task A_cancelled_import_keeps_what_it_did_and_can_go_on_or_be_undone(Engine engine)
    {
        await using var house = await House.WithShop(engine, "empty");
        using var owner = await house.Owner();
        var table = new StringBuilder("名称,售价\n");
        for (var i = 0; i < 6_000; i++)
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"货{i},1.00\n");
        var id = await Upload(owner, table.ToString());
        await owner.Post($"/goods/imports/{id}/run");
        (await owner.RefusedPost($"/goods/imports/{id}/run", null)).ShouldBe("import_running");
        await owner.Post($"/goods/imports/{id}/cancel");
        var stopped = await Ended(owner, id);
        stopped.Text("stage").ShouldBe("cancelled");
        stopped.Long("counts.created").ShouldBeLessThan(6_000);
        (await owner.Get("/goods")).Long("total").ShouldBe(stopped.Long("counts.created"));
        (await owner.RefusedPost($"/goods/imports/{id}/cancel", null)).ShouldBe("import_not_running");
        Counts(await Run(owner, id)).ShouldBe("done +6000 ~0 skip 0 fail 0");
    }

    public static TheoryData<string, byte[], string> Files()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string good = "名称,条码,售价\n苹果汁,111,3.80\n";
        return new()
        {
            { "gbk.csv", Encoding.GetEncoding("GB18030").GetBytes(good), "苹果汁 380" },
            { "bom.csv", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(good)], "苹果汁 380" },
            { "tabs.txt", Encoding.UTF8.GetBytes(good.Replace(',', '\t')), "苹果汁 380" },
            { "quote.csv", Encoding.UTF8.GetBytes("名称,售价\n苹果,1\n\"梨,2\n桃,3\n"), "csv_broken_quote row 3" },
            {
                "sheet.xlsx",
                SheetFiles.Xlsx(
                    "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>名称</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>售价</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>苹果汁</t></is></c><c r=\"B2\"><f>1.9*2</f><v>3.7999999999999998</v></c></row></sheetData>"
                ),
                "苹果汁 380"
            },
            { "photo.csv", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0], "file_not_a_table row " },
            { "old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "xls_not_supported row " },
            { "empty.csv", [], "file_empty row " },
        };
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Tables_of_other_programs_are_read_and_what_is_none_is_named(
        string name,
        byte[] file,
        string expected
    )
    {
        await using var house = await House.WithShop(Engine.Sqlite, "empty");
        using var owner = await house.Owner();
        var answer = await owner.SendFile("/goods/imports?name=" + name, file);
        if (!answer.Ok)
        {
            $"{answer.Code} row {answer.Json.At("args.row")}".ShouldBe(expected);
            return;
        }
        Counts(await Run(owner, answer.Json.Text("id")!)).ShouldStartWith("done +1");
        var product = (await owner.Get("/goods"))["items"]![0]!;
        $"{product.Text("name")} {product.Long("price")}".ShouldBe(expected);
    }

    [Fact]
    public async Task A_formula_without_a_result_fails_its_row_only()
    {
        await using var house = await House.WithShop(Engine.Sqlite, "empty");
        using var owner = await house.Owner();
        var id = await Upload(
            owner,
            SheetFiles.Xlsx(
                "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>名称</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>售价</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>苹果</t></is></c><c r=\"B2\"><f>A1+1</f></c></row><row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>梨</t></is></c><c r=\"B3\"><v>2</v></c></row></sheetData>"
            ),
            "f.xlsx"
        );
        (await owner.Get($"/goods/imports/{id}/decisions"))
            .Text("faults.0.sentence")
            .ShouldBe("单元格 B2 是没有结果的公式。请用 Excel 打开并保存一次，或改成数值。");
        Counts(await Run(owner, id)).ShouldBe("done +1 ~0 skip 0 fail 1");
    }

    [Fact]
    public async Task Two_hundred_megabytes_are_refused_before_they_are_sent()
    {
        await using var house = await House.WithShop(Engine.Sqlite, "empty");
        using var owner = await house.Owner();
        var cookie = await Cookie(house);
        using var socket = new TcpClient("127.0.0.1", new Uri(house.Address).Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /api/goods/imports?name=big.csv HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\nIdempotency-Key: big-file-1\r\nContent-Length: {200L << 20}\r\n\r\n"
            )
        );
        var answer = new byte[8_192];
        var n = await stream.ReadAsync(answer).AsTask().WaitAsync(TimeSpan.FromSeconds(10));
        var text = Encoding.UTF8.GetString(answer, 0, n);
        text.ShouldStartWith("HTTP/1.1 413");
        text.ShouldContain("file_too_large");
        text.ShouldContain("20 MB");
        (await owner.SendFile("/goods/imports?name=big.csv", new byte[(20 << 20) + 1])).Code.ShouldBe("file_too_large");
    }

    [Fact]
    public async Task Columns_can_be_told_by_hand()
    {
        await using var house = await House.WithShop(Engine.Sqlite, "empty");
        using var owner = await house.Owner();
        var id = await Upload(owner, "甲,乙,丙\n苹果,3.80,红\n");
        (await owner.Send(HttpMethod.Get, $"/goods/imports/{id}/decisions")).Code.ShouldBe("import_column_missing");
        async Task<string> MapTo(object mapping) =>
            (await owner.Send(HttpMethod.Put, $"/goods/imports/{id}/mapping", new { mapping })).Code;
        (await MapTo(new { name = 0 })).ShouldBe("import_column_missing");
        (await MapTo(new { name = 0, price = 0 })).ShouldBe("import_column_twice");
        (await MapTo(new { name = 0, price = 7 })).ShouldBe("import_column_unknown");
        (
            await MapTo(
                new
                {
                    name = 0,
                    price = 1,
                    colour = 2,
                }
            )
        ).ShouldBe("bad_request");
        (
            await MapTo(
                new
                {
                    name = 0,
                    price = 1,
                    remark = 2,
                }
            )
        ).ShouldBe("ok");
        Counts(await Run(owner, id)).ShouldBe("done +1 ~0 skip 0 fail 0");
        (await owner.Get("/goods")).Text("items.0.remark").ShouldBe("红");
        (await owner.Send(HttpMethod.Get, "/goods/imports/template")).Bytes[..2].ShouldBe("PK"u8.ToArray());
    }

    private static async Task<string> Cookie(House house)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false });
        using var body = new StringContent(
            Json.Text(new { phone = House.OwnerPhone, password = House.Password }),
            Encoding.UTF8,
            "application/json"
        );
        using var answer = await http.PostAsync(new Uri(house.Address + "/api/session"), body);
        return answer.Headers.GetValues("Set-Cookie").First().Split(';')[0];
    }
}
