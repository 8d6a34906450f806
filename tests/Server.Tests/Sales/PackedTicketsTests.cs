using Shouldly;
using Shuke.Core.Sales;
using Shuke.Server.Modules.Sales;
using Shuke.Server.Platform;
using Xunit;

namespace Shuke.Server.Tests.Sales;

/// <summary>A shop from before tickets were one row: after the step the views show what the tables held.</summary>
public sealed class PackedTicketsTests : IDisposable
{
    private const string Step = "0320";
    private readonly string _folder = Directory.CreateTempSubdirectory("shuke-packed-").FullName;

    private sealed record Line(
        long MerchantId,
        long OrderId,
        long LineNo,
        long? ProductId,
        long? CategoryId,
        string Name,
        string Unit,
        long Quantity,
        long UnitPrice,
        long Original,
        long Discount,
        long Net,
        long? Cost,
        long Returned,
        long Refunded
    );

    private sealed record Paid(
        long MerchantId,
        string DocumentKind,
        long DocumentId,
        long Seq,
        string Tender,
        string? Method,
        long Amount,
        long Tendered,
        long Change,
        long Points,
        long Bonus,
        long Kept,
        string? Reference,
        long ShiftId,
        long StoreId,
        BusinessDay Day,
        long At
    );

    [Theory, EachDatabase]
    public async Task The_views_show_what_the_tables_held(Engine engine)
    {
        await using var old = await OldDatabase.Before(engine, Step);
        var db = old.Db;
        await Fill(db);
        var (lines, payments) = await Look(db);
        (lines.Count, payments.Count).ShouldBe((5, 9));

        (await SchemaRunner.Run(db)).ShouldBeGreaterThan(0);

        var (linesNow, paymentsNow) = await Look(db);
        linesNow.ShouldBe(lines);
        paymentsNow.ShouldBe(payments);
        await using var read = await db.Read(new(1));
        var texts = await read.All<(string Lines, string Payments)>(
            "SELECT lines, payments FROM orders WHERE merchant_id = @m ORDER BY id"
        );
        texts
            .ConvertAll(t => (TicketText.Lines(t.Lines).Count, TicketText.Payments(t.Payments).Count))
            .ShouldBe([(3, 4), (1, 1), (0, 0)]);
        texts[0].Lines.ShouldStartWith("""[[1,11,21,"拿铁 \"大\" \\","杯",2000,""");
        // As the program itself would have written it.
        TicketText.Of(TicketText.Payments(texts[0].Payments)).ShouldBe(texts[0].Payments);
        (await read.All<long>("SELECT id FROM other_payment WHERE merchant_id = @m ORDER BY id")).ShouldBe([
            906,
            907,
            908,
        ]);
        (await read.One<(long, long)>("SELECT order_id, amount FROM order_discount WHERE merchant_id = @m")).ShouldBe(
            (101, 200)
        );
        (await read.One<(long, string)>("SELECT line_no, kind FROM order_free_item WHERE merchant_id = @m")).ShouldBe(
            (3, "times")
        );
    }

    [Theory, EachDatabase]
    public async Task What_hangs_on_a_ticket_hangs_on_its_row_and_what_was_written_once_stays(Engine engine)
    {
        await using var old = await OldDatabase.Before(engine, Step);
        var db = old.Db;
        await Fill(db);
        await SchemaRunner.Run(db);
        await Refused(db, "INSERT INTO order_free_item VALUES (1, 199, 1, 1, 'times', 'x', FALSE)");
        await Refused(db, "DELETE FROM orders WHERE id = 101");
        await Refused(db, "INSERT INTO order_line (merchant_id, order_id) VALUES (1, 101)");
        await Refused(db, "DELETE FROM payment");
        if (engine == Engine.Sqlite)
        {
            await Refused(db, "INSERT INTO order_discount VALUES (1, 199, 1, 1, 'x', 'x', 1, '', '', '', '')");
            await Refused(db, "UPDATE order_discount SET amount = 1");
            await Refused(db, "UPDATE other_payment SET amount = 1, tendered = 1");
            await Refused(db, "DELETE FROM other_payment");
        }
        Walls.AppendOnly.ShouldContain("other_payment");
        Walls.AppendOnly.ShouldContain("order_discount");
        Walls.AppendOnly.ShouldNotContain("payment");
        SchemaRank.ParentsOf("order_discount").ShouldContain("orders");
        SchemaRank.ParentsOf("order_free_item").ShouldContain("orders");
        SchemaRank.ParentsOf("other_payment").ShouldContain("shift");
    }

    /// <summary>The rows of the old tables are read into the old tables, and packed there.</summary>
    [Theory]
    [InlineData(Engine.Sqlite, Engine.Sqlite)]
    [InlineData(Engine.Sqlite, Engine.Postgres)]
    [InlineData(Engine.Postgres, Engine.Sqlite)]
    public async Task A_backup_from_before_is_restored_into_either_database(Engine from, Engine to)
    {
        var keys = BackupKeys.Open(At("--backup-key", Path.Combine(_folder, "backup.key")), mayMake: true);
        string backup;
        (List<Line> Lines, List<Paid> Payments) before;
        // From a time when memberships were not yet there, though rewards, which come after them, were.
        await using (var old = await OldDatabase.Before(from, Step, "0251", "0252"))
        {
            await Fill(old.Db);
            before = await Look(old.Db);
            (backup, _) = await Backups.Make(old.Db, Path.Combine(_folder, "backups"), keys, Vault.Open(_folder));
        }

        var target = Directory.CreateDirectory(Path.Combine(_folder, "target")).FullName;
        var settings =
            to == Engine.Sqlite ? At("--data", target) : At("--database", Postgres.Owner(await Postgres.NewDatabase()));
        await using var restored = new Db(settings, TimeProvider.System);
        await Restore.Run(restored, settings, backup, keys, _ => Task.FromResult<string?>(null));

        var after = await Look(restored);
        after.Lines.ShouldBe(before.Lines);
        after.Payments.ShouldBe(before.Payments);
    }

    private static async Task Refused(Db db, string sql)
    {
        await using var tx = await db.Begin(new(1));
        await Should.ThrowAsync<System.Data.Common.DbException>(() => tx.Execute(sql), sql);
    }

    private static async Task<(List<Line> Lines, List<Paid> Payments)> Look(Db db)
    {
        await using var read = await db.Read(new(1));
        return (
            await read.All<Line>(
                """
                SELECT merchant_id, order_id, line_no, product_id, category_id, name, unit, quantity, unit_price, original, discount,
                    net, cost, returned, refunded
                FROM order_line ORDER BY merchant_id, order_id, line_no
                """
            ),
            await read.All<Paid>(
                """
                SELECT merchant_id, document_kind, document_id, seq, tender, method, amount, tendered, change, points, bonus, kept,
                    reference, shift_id, store_id, day, at
                FROM payment ORDER BY merchant_id, document_kind, document_id, seq
                """
            )
        );
    }

    private static Settings At(string option, string where) =>
        Settings.Read(
            new Dictionary<string, string>(),
            option == "--database" ? [option, where, "--database-owner", where] : [option, where]
        );

    private static async Task Fill(Db db)
    {
        await using var tx = await db.Begin(new(1));
        foreach (var sql in Rows)
            await tx.Execute(sql);
        await tx.Commit();
    }

    private static readonly string[] Rows =
    [
        "INSERT INTO merchant (merchant_id, name, template, language, created_at) VALUES (1, '一店', 'coffee', 'zh', 1), (2, '二店', 'coffee', 'zh', 1)",
        """
            INSERT INTO store (merchant_id, id, code, name, kind, address, phone, opening_hours, time_zone, cutoff_minutes,
                receipt_header, receipt_footer, active, version, created_at)
            VALUES (1, 31, 'A', '', 'direct', '', '', '', 'Asia/Shanghai', 0, '', '', TRUE, 1, 1),
                (2, 31, 'A', '', 'direct', '', '', '', 'Asia/Shanghai', 0, '', '', TRUE, 1, 1)
            """,
        """
            INSERT INTO shift (merchant_id, id, store_id, till, number, state, opened_by, opened_at, opened_day, float, note, version)
            VALUES (1, 41, 31, '1', 1, 'open', 1, 1, '2026-03-01', 0, '', 1), (2, 41, 31, '1', 1, 'open', 1, 1, '2026-03-01', 0, '', 1)
            """,
        // The second merchant has a ticket of the same id: nothing of it may come into the first one's.
        """
            INSERT INTO orders (merchant_id, id, number, store_id, day, at, state, channel, shift_id, staff_id, tier_name, original,
                discount, payable, points_money, change, earned, earned_base, earned_back, refunded, note, fingerprint, version)
            VALUES (1, 101, 'A1', 31, '2026-03-01', 5000, 'partly_refunded', 'store', 41, 1, '', 10700, 200, 10500, 500, 1000, 0, 0, 0,
                    2500, '', 'x', 1),
                (1, 102, 'A2', 31, '2026-03-02', 6000, 'paid', 'store', 41, 1, '', 800, 0, 800, 0, 0, 0, 0, 0, 0, '', 'x', 1),
                (1, 103, 'A3', 31, '2026-03-02', 7000, 'draft', 'store', 41, 1, '', 0, 0, 0, 0, 0, 0, 0, 0, 0, '', 'x', 1),
                (2, 101, 'A1', 31, '2026-03-01', 5000, 'paid', 'store', 41, 1, '', 1, 0, 1, 0, 0, 0, 0, 0, 0, '', 'x', 1)
            """,
        """
            INSERT INTO order_line VALUES
                (1, 101, 1, 11, 21, '拿铁 "大" \', '杯', 2000, 2600, 5200, 200, 5000, 1800, 1000, 2500),
                (1, 101, 2, NULL, NULL, '杂项
            🧋', '', 500, 11000, 5500, 0, 5500, NULL, 0, 0),
                (1, 101, 3, 4611686018427387903, NULL, '', '份', 1000, 0, 0, 0, 0, 0, 0, 0),
                (1, 102, 10, 12, 22, '美式', '杯', 1000, 800, 800, 0, 800, NULL, 0, 0),
                (2, 101, 1, 77, NULL, '别家', '杯', 1000, 1, 1, 0, 1, NULL, 0, 0)
            """,
        "INSERT INTO order_discount VALUES (1, 101, 1, 1, 'tier', 's', 200, '会', 'tier', '', '')",
        "INSERT INTO order_free_item VALUES (1, 101, 3, 1, 'times', 'card', FALSE)",
        """
            INSERT INTO payment VALUES
                (1, 902, 'order', 101, 2, 'points', NULL, 500, 500, 0, 50, 0, 0, NULL, 41, 31, '2026-03-01', 5000),
                (1, 901, 'order', 101, 1, 'stored_value', NULL, 4000, 4000, 0, 0, 700, 0, NULL, 41, 31, '2026-03-01', 5000),
                (1, 903, 'order', 101, 3, 'recorded', 'wechat', 3000, 3000, 0, 0, 0, 0, '单"号\1', 41, 31, '2026-03-01', 5000),
                (1, 904, 'order', 101, 4, 'cash', NULL, 3000, 4000, 1000, 0, 0, 0, NULL, 41, 31, '2026-03-01', 5000),
                (1, 905, 'order', 102, 1, 'cash', NULL, 800, 800, 0, 0, 0, 0, NULL, 41, 31, '2026-03-02', 6000),
                (1, 906, 'refund', 201, 4, 'cash', NULL, 2000, 2000, 0, 0, 0, 500, NULL, 41, 31, '2026-03-02', 6500),
                (1, 907, 'topup', 301, 1, 'recorded', 'alipay', 10000, 10000, 0, 0, 0, 0, 'r', 41, 31, '2026-03-02', 6600),
                (1, 908, 'topup_refund', 301, 1, 'recorded', 'alipay', 10000, 10000, 0, 0, 0, 0, 'r', 41, 31, '2026-03-02', 6700),
                (2, 901, 'order', 101, 1, 'cash', NULL, 1, 1, 0, 0, 0, 0, NULL, 41, 31, '2026-03-01', 5000)
            """,
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
