using Shuke.Server.Modules.Org;

namespace Shuke.Server.Demo;

/// <summary>The hands of the demo: every change is a command of the product, in a transaction of its own.</summary>
internal sealed class Till(IServiceProvider services, DemoClock clock)
{
    public MerchantId Merchant { get; set; }
    public IServiceProvider Services => services;
    public Db Db { get; } = services.GetRequiredService<Db>();
    public Vault Vault { get; } = services.GetRequiredService<Vault>();

    public void TurnTo(DateTimeOffset moment) => clock.TurnTo(moment);

    /// <summary>Runs a command and commits. The story only does what a shop may do, so a refusal is a broken story.</summary>
    public async Task<T> Do<T>(Func<Tx, Task<Outcome<T>>> command)
    {
        await using var tx = await Db.Begin(Merchant);
        if ((await command(tx)).No(out var done, out var refusal))
            throw new InvalidOperationException(
                $"The demo was refused: {refusal.Code}: {refusal.Sentence(Language.En)}"
            );
        await tx.Commit();
        return done;
    }

    public async Task<T> Read<T>(Func<DbRead, Task<T>> look)
    {
        await using var read = await Db.Read(Merchant);
        return await look(read);
    }

    /// <summary>Tells everybody what happened so far.</summary>
    public async Task DeliverFacts()
    {
        var pump = services.GetRequiredService<OutboxPump>();
        while (await pump.PumpOnce() > 0) { }
    }

    public Task<Caller> Caller(StaffId staff, string name, StoreId store, bool isOwner) =>
        Read(async db =>
            await Rights.Of(db, staff, isOwner) with
            {
                Name = name,
                StoreId = store,
                Address = "127.0.0.1",
            }
        );
}
