using Shuke.Core.Ledger;

namespace Shuke.Core.Tests.Ledger;

public sealed class EntryTextTests
{
    private static readonly BusinessDay Day = BusinessDay.Of(2026, 11, 26);

    private static Entry One(long id, long amount, string counter = "sale", string lots = "") =>
        new(
            new(7 + id),
            new(7),
            new(4_356_000_000_000_000_001),
            id,
            amount,
            amount,
            counter,
            lots,
            Day,
            [.. Enumerable.Repeat((byte)id, 32)]
        );

    [Fact]
    public void Entries_are_read_as_they_were_written()
    {
        Entry[] entries =
        [
            One(1, -250, lots: "61:-200;62:-50"),
            One(2, long.MaxValue) with
            {
                Account = new(4_356_000_000_000_000_003),
            },
            One(3, long.MinValue, "earn", "63:+9@2027-01-31") with
            {
                Account = new(4_355_999_999_999_999_999),
            },
        ];
        var text = EntryText.Write(entries);
        text.ShouldStartWith("""[[1,4356000000000000001,1,-250,-250,"sale","61:-200;62:-50"],[2,2,2,""");
        text.ShouldContain("[3,-2,3,");

        var read = EntryText.Read(new(7), Day, text, new byte[32], Chain.Format);

        read.Select(e => e with { Hash = [] }).ShouldBe(entries.Select(e => e with { Hash = [] }));
        read.ShouldAllBe(e => e.Hash.Length == 0);
        EntryText.Write(read).ShouldBe(text);
    }

    [Fact]
    public void Rows_of_format_1_say_accounts_in_full_and_have_their_hashes()
    {
        const string Text = """[[1,71,1,5,5,"earn",""],[2,72,4,-1,9,"sale","61:-1"]]""";
        byte[] hashes = [.. Enumerable.Repeat((byte)1, 32), .. Enumerable.Repeat((byte)2, 32)];
        var read = EntryText.Read(new(7), Day, Text, hashes, format: 1);
        read.Select(e => (e.Account.Value, e.Hash[0], e.Hash[31])).ShouldBe([(71, 1, 1), (72, 2, 2)]);
    }

    [Fact]
    public void A_seal_is_of_these_hashes_in_this_order()
    {
        byte[][] hashes =
        [
            [1, 2],
            [3],
        ];
        Convert
            .ToHexStringLower(EntryText.Seal(hashes))
            .ShouldBe("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
        EntryText.Seal(hashes.Reverse()).ShouldNotBe(EntryText.Seal(hashes));
    }

    /// <summary>A forged id may be anywhere; it is read as it stands, and does not hold.</summary>
    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData(-1)]
    public void An_id_may_be_any_number(long id)
    {
        var posting = new PostingId(1L << 62);
        var entry = One(1, 5) with { Id = new(id), Posting = posting };
        var read = EntryText.Read(posting, Day, EntryText.Write([entry]), [], Chain.Format);
        read.Single().Id.Value.ShouldBe(id);
    }

    [Fact]
    public void Nothing_is_read_from_nothing() =>
        EntryText.Read(new(7), Day, EntryText.Write([]), [], Chain.Format).ShouldBeEmpty();

    [Theory]
    [InlineData("""[[1,2,3,4,5,"a","b"] ]""")]
    [InlineData("""[ [1,2,3,4,5,"a","b"]]""")]
    [InlineData("""[[1,2,3,4, 5,"a","b"]]""")]
    [InlineData("""[[1,2,3,04,5,"a","b"]]""")]
    [InlineData("""[[1,2,3,+4,5,"a","b"]]""")]
    [InlineData("""[[1,2,3,-0,5,"a","b"]]""")]
    [InlineData("""[[1,2,3,-,5,"a","b"]]""")]
    [InlineData("""[[1,2,3,4.0,5,"a","b"]]""")]
    [InlineData("""[[1,2,3,9223372036854775808,5,"a","b"]]""")]
    [InlineData("""[[1,2,3,4,"a","b"]]""")]
    [InlineData("""[[1,2,3,4,5,"a\u0062","b"]]""")]
    [InlineData("""[[1,2,3,4,5,"a","b",6]]""")]
    [InlineData("""[[1,2,3,4,5,"a","b"],]""")]
    [InlineData("""[[1,2,3,4,5,"a","b"]]x""")]
    [InlineData("""[[1,2,3,4,5,"a","b"]""")]
    [InlineData("""[[1,2,3,4,5,"a","b""")]
    [InlineData("")]
    public void What_was_not_written_here_is_not_read(string text) =>
        Should.Throw<FormatException>(() => EntryText.Read(new(7), Day, text, new byte[32], format: 1));

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(64)]
    public void Each_entry_has_its_hash(int bytes) =>
        Should.Throw<FormatException>(() =>
            EntryText.Read(new(7), Day, """[[1,2,3,4,5,"a","b"]]""", new byte[bytes], format: 1)
        );

    [Theory]
    [InlineData("quo\"te")]
    [InlineData("back\\slash")]
    [InlineData("new\nline")]
    [InlineData("积分")]
    public void What_JSON_would_escape_is_refused(string word)
    {
        Should.Throw<FormatException>(() => EntryText.Write([One(1, 5, counter: word)]));
        Should.Throw<FormatException>(() => EntryText.Write([One(1, 5, lots: word)]));
    }
}
