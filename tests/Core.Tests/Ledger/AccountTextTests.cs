using Shuke.Core.Ledger;

namespace Shuke.Core.Tests.Ledger;

public sealed class AccountTextTests
{
    private static readonly MemberId Member = new(42);

    private static readonly AssetSet Assets = new([
        new(new(5), AssetCodes.Principal, AssetKind.Principal, AssetUnit.Fen, true, false, Expiry.Never),
        new(new(6), AssetCodes.Points, AssetKind.Points, AssetUnit.Point, true, true, Expiry.Never),
    ]);

    private static AccountState One(long id, long asset, long balance, long seq, long totalIn) =>
        new(
            new(id),
            Member,
            new(asset),
            balance,
            seq,
            [.. Enumerable.Repeat((byte)id, Chain.Size)],
            totalIn,
            totalIn - balance
        );

    [Fact]
    public void Accounts_are_read_as_they_were_written()
    {
        AccountState[] accounts =
        [
            One(71, 5, 1_250, 3, 1_500),
            One(72, 6, -30, 2, 100),
            One(73, 7, 0, 2, long.MaxValue),
        ];
        var (names, balances) = (AccountText.Names(accounts), AccountText.Balances(accounts, Assets));
        names.ShouldBe("[[71,5],[72,6],[73,7]]");
        balances.ShouldBe("[[1250,3,1500],[0,2,100,30],[0,2,9223372036854775807]]");

        var read = AccountText.Read(Member, names, balances, AccountText.Heads(accounts));

        read.Select(a => a with { Head = [] }).ShouldBe(accounts.Select(a => a with { Head = [] }));
        read.Select(a => a.Head[31]).ShouldBe([71, 72, 73]);
    }

    /// <summary>The database refuses a text with a minus sign; only what may be owed is written without one.</summary>
    [Fact]
    public void A_balance_that_may_not_be_below_zero_keeps_its_minus_sign()
    {
        AccountText.Balances([One(71, 5, -1, 1, 0)], Assets).ShouldContain('-');
        AccountText.Balances([One(72, 6, -1, 1, 0)], Assets).ShouldNotContain('-');
    }

    [Fact]
    public void A_new_book_has_none() => AccountText.Read(Member, "[]", "[]", []).ShouldBeEmpty();

    [Theory]
    [InlineData("[[71,5],[72,6]]", "[[1,1,1]]", "fewer balances")]
    [InlineData("[[71,5]]", "[[1,1,1],[2,2,2]]", "more balances")]
    [InlineData("[[72,5],[71,6]]", "[[1,1,1],[2,2,2]]", "not by id")]
    [InlineData("[[71,5],[71,6]]", "[[1,1,1],[2,2,2]]", "an id twice")]
    [InlineData("[[71,5],[72,6],[73,7]]", "[[1,1,1],[2,2,2],[3,3,3]]", "more than heads")]
    [InlineData("[[71,5]]", "[[1,1,1]]", "fewer than heads")]
    [InlineData("[[71,5],[72,6]]", "[[1,1,1],[2,2,2,3]]", "holds and owes")]
    [InlineData("[[71,5],[72,6]]", "[[1,1,1],[0,2,2,0]]", "owes nothing")]
    [InlineData("[[71,5],[72,6]]", "[[1,1,1],[0,2,2,-3]]", "owes less than nothing")]
    [InlineData("[[71,5],[72,6]]", "[[1,1,1],[02,2,2]]", "another spelling")]
    [InlineData("[[71,5],[72,6]]", "[[1,1,1],[2,2,2]] ", "something behind")]
    [InlineData("[[71,5], [72,6]]", "[[1,1,1],[2,2,2]]", "a blank")]
    [InlineData("[[71,5,1],[72,6]]", "[[1,1,1],[2,2,2]]", "a third part of a name")]
    [InlineData("", "[[1,1,1],[2,2,2]]", "nothing")]
    public void What_was_not_written_here_is_not_read(string names, string balances, string because) =>
        Should.Throw<FormatException>(
            () => AccountText.Read(Member, names, balances, new byte[2 * Chain.Size]),
            because
        );
}
