using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Shuke.Core.Ledger;

/// <summary>
/// A member's accounts as they are stored inside the row of their book, in the order of their ids, in three parts: which they
/// are, <c>[[id,asset],...]</c>; what they hold, <c>[[balance,seq,total in],...]</c>; and the heads of their chains, 32 bytes
/// each. A ticket rewrites the last two, once, and the database logs nothing of the first.
/// An asset that may be owed writes a balance below zero as <c>[0,seq,total in,owed]</c>. So no allowed text has a minus sign
/// in it, and the database refuses every balance that may not be (invariant I5) without knowing the assets.
/// </summary>
public static class AccountText
{
    public static string Names(IReadOnlyList<AccountState> accounts)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[1024]);
        text.AppendLiteral("[");
        for (var i = 0; i < accounts.Count; i++)
        {
            text.AppendLiteral(i == 0 ? "[" : ",[");
            text.AppendFormatted(accounts[i].Id.Value);
            text.AppendLiteral(",");
            text.AppendFormatted(accounts[i].Asset.Value);
            text.AppendLiteral("]");
        }
        text.AppendLiteral("]");
        return text.ToStringAndClear();
    }

    public static string Balances(IReadOnlyList<AccountState> accounts, AssetSet assets)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[1024]);
        text.AppendLiteral("[");
        for (var i = 0; i < accounts.Count; i++)
        {
            var a = accounts[i];
            var owed = a.Balance < 0 && assets[a.Asset].MayGoNegative ? -a.Balance : 0;
            text.AppendLiteral(i == 0 ? "[" : ",[");
            text.AppendFormatted(a.Balance + owed);
            text.AppendLiteral(",");
            text.AppendFormatted(a.Seq);
            text.AppendLiteral(",");
            text.AppendFormatted(a.TotalIn);
            if (owed > 0)
            {
                text.AppendLiteral(",");
                text.AppendFormatted(owed);
            }
            text.AppendLiteral("]");
        }
        text.AppendLiteral("]");
        return text.ToStringAndClear();
    }

    public static byte[] Heads(IReadOnlyList<AccountState> accounts)
    {
        var heads = new byte[accounts.Count * Chain.Size];
        for (var i = 0; i < accounts.Count; i++)
            accounts[i].Head.CopyTo(heads, i * Chain.Size);
        return heads;
    }

    /// <exception cref="FormatException">the three parts are not what was written, or not of the same accounts</exception>
    public static ImmutableArray<AccountState> Read(MemberId member, string names, string balances, byte[] heads)
    {
        var accounts = ImmutableArray.CreateBuilder<AccountState>(heads.Length / Chain.Size);
        var name = new PackedReader(names, What, member.Value);
        var balance = new PackedReader(balances, What, member.Value);
        name.Take('[');
        balance.Take('[');
        while (!name.Takes(']'))
        {
            var start = accounts.Count * Chain.Size;
            if (start + Chain.Size > heads.Length)
                throw name.Unreadable();
            if (start > 0)
            {
                name.Take(',');
                balance.Take(',');
            }
            name.Take('[');
            balance.Take('[');
            var (id, asset) = (new AccountId(name.Number(',')), new AssetId(name.Number(']')));
            var (holds, seq, totalIn) = (balance.Number(','), balance.Number(','), balance.Number());
            if (balance.Takes(','))
            {
                var owed = balance.Number();
                if (holds != 0 || owed <= 0)
                    throw balance.Unreadable();
                holds = -owed;
            }
            balance.Take(']');
            if (accounts.Count > 0 && accounts[^1].Id.Value >= id.Value)
                throw name.Unreadable();
            accounts.Add(
                new(
                    id,
                    member,
                    asset,
                    holds,
                    seq,
                    heads[start..(start + Chain.Size)],
                    totalIn,
                    unchecked(totalIn - holds)
                )
            );
        }
        name.End();
        balance.Take(']');
        balance.End();
        return accounts.Count * Chain.Size == heads.Length ? accounts.MoveToImmutable() : throw name.Unreadable();
    }

    private const string What = "the accounts of member";
}
