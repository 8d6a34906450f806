using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Shuke.Core.Ledger;
using Shuke.Core.Members;
using Shuke.Server;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;

namespace Shuke.Bench;

/// <summary>
/// Fills a shop with a million members in minutes: the rows a registration and an opening balance of 500 yuan write, made
/// with the product's own records and its own posting path, two thousand members to a transaction.
/// </summary>
internal static class BulkLoader
{
    private const int Batch = 2_000;

    [Table("member_phone")]
    private sealed record PhoneRow(MerchantId MerchantId, byte[] PhoneIndex, byte[] TailIndex, MemberId MemberId);

    /// <param name="arguments">the settings of the server that will run on this database</param>
    public static async Task<BulkShop> Load(IReadOnlyList<string> arguments, int members, Action<string> say)
    {
        await using var app = App.Build(Settings.Read(new Dictionary<string, string>(), [.. arguments]));
        await App.Prepare(app.Services);
        var (owner, _) = await Loader.Open(app.Services);
        var db = app.Services.GetRequiredService<Db>();
        // The template's punch card would make six entries of a ticket; the yardsticks write five.
        await using (var tx = await db.Begin(owner.MerchantId))
        {
            await tx.Execute("UPDATE punch_card SET active = FALSE WHERE merchant_id = @m");
            await tx.Commit();
        }
        var vault = app.Services.GetRequiredService<Vault>();
        MemberId first = default,
            last = default;
        for (var done = 0; done < members; done += Batch)
        {
            await using var tx = await db.Begin(owner.MerchantId);
            var assets = await LedgerPublic.Assets(tx);
            var day = BusinessDay.Of(tx.Now, TimeZoneInfo.Utc, 0);
            var (rows, books, phones) = (new List<MemberRow>(), new List<BookRow>(), new List<PhoneRow>());
            for (var i = done; i < Math.Min(done + Batch, members); i++)
            {
                var id = tx.NewId<Core.Kinds.Member>();
                (first, last) = (first.IsNone ? id : first, id);
                var phone = (13_000_000_000L + i).ToString(CultureInfo.InvariantCulture);
                rows.Add(Member(tx, vault, owner, id, i, phone));
                books.Add(BookRow.New(tx.Merchant, id, registered: true, tx.Now));
                phones.Add(
                    new(
                        tx.Merchant,
                        vault.BlindIndex(tx.Merchant, "member-phone", phone),
                        vault.BlindIndex(tx.Merchant, "member-phone-tail", phone[^4..]),
                        id
                    )
                );
            }
            await tx.InsertMany(rows);
            await tx.InsertMany(books);
            await tx.InsertMany(phones);
            // Reading writes what waits: a posting finds its book there.
            await LedgerPublic.OpenedAt(tx, first);
            foreach (var row in rows)
                await Open(tx, Book.Empty(assets, new Holder(row.Id)), day);
            await tx.Commit();
            if ((done + Batch) % 100_000 == 0)
                say(string.Create(CultureInfo.InvariantCulture, $"... {done + Batch:#,0} members"));
        }
        await using var read = await db.Read(owner.MerchantId);
        var goods = await read.All<Goods>(
            "SELECT id, price FROM product WHERE merchant_id = @m AND active AND price > 0 ORDER BY id LIMIT 20"
        );
        var ids = await read.All<MemberId>("SELECT id FROM member WHERE merchant_id = @m ORDER BY id");
        return new(owner.MerchantId, owner.Store, ids, goods);
    }

    private static MemberRow Member(Tx tx, Vault vault, Caller owner, MemberId id, int i, string phone) =>
        new(
            tx.Merchant,
            id,
            10_001 + i,
            "",
            vault.Seal(tx.Merchant, phone),
            phone[..3] + "****" + phone[^4..],
            Gender.Unknown,
            null,
            null,
            null,
            null,
            null,
            null,
            "",
            MemberSource.Import,
            owner.StoreId,
            owner.StaffId,
            owner.StoreId,
            null,
            MemberState.Active,
            null,
            tx.Now,
            tx.Now,
            1
        );

    private static async Task Open(Tx tx, Book book, BusinessDay day)
    {
        var pay = Money.Yuan(500);
        var topUp = TopUp
            .Decide(book, new TopUpCommand(pay, TopUpTerms.FreeAmount, CardLimits.Shipped, tx.Now, day))
            .Value;
        var moves = topUp.Moves;
        // A regular has been here before: every account a ticket moves is there. One ticket in many lifts somebody's tier.
        foreach (
            var (code, amount) in new[]
            {
                (AssetCodes.ToppedUp, pay.Fen),
                (AssetCodes.Points, 90),
                (AssetCodes.Growth, 90),
                (AssetCodes.Spent, 1_000),
                (AssetCodes.Visits, 1),
            }
        )
            moves += Earn.Decide(book.Apply(moves), new(book.Assets[code].Id, amount, "opening", tx.Now, day)).Value;
        await LedgerPublic.Post(
            tx,
            book,
            new PostingNote("opening", "member", book.Member.ToString(), day, "job"),
            moves
        );
    }
}

internal sealed record BulkShop(
    MerchantId Merchant,
    StoreId Store,
    IReadOnlyList<MemberId> Members,
    IReadOnlyList<Goods> Goods
);
