using Microsoft.Extensions.DependencyInjection;
using Shuke.Server.Modules.Org;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests;

/// <summary>People with one of the shipped roles, at the shop's first store.</summary>
public static class People
{
    private static int _count;

    /// <param name="role">the code of a shipped role: manager, cashier, stock, marketer, finance, support, auditor</param>
    public static async Task<Client> As(this House house, string role)
    {
        var number = Interlocked.Increment(ref _count);
        var phone = $"139{number:00000000}";
        var vault = house.Services.GetRequiredService<Vault>();
        await using (var look = await house.Db.Begin(default))
        {
            look.ActFor(await house.Merchant());
            var staff = new StaffRow(
                look.Merchant,
                look.NewId<Core.Kinds.Staff>(),
                $"T{number}",
                "测试" + role,
                vault.Seal(look.Merchant, phone),
                vault.BlindIndex(look.Merchant, "staff-phone", phone),
                phone[^4..],
                await Passwords.Hash(House.Password),
                null,
                IsOwner: false,
                StaffState.Active,
                Language.Zh,
                1,
                look.Now
            );
            await look.Insert(staff);
            var roleId = await look.One<RoleId>(
                "SELECT id FROM role WHERE merchant_id = @m AND code = @role",
                new { role }
            );
            await look.Insert(new StaffRoleRow(look.Merchant, staff.Id, roleId));
            var store = await look.One<StoreId>("SELECT MIN(id) FROM store WHERE merchant_id = @m");
            await look.Insert(new StaffStoreRow(look.Merchant, staff.Id, store));
            await look.Commit();
        }
        return await house.SignIn(phone, House.Password);
    }
}
