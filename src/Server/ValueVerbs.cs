using System.Diagnostics;
using System.Globalization;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server;

/// <summary>Proves the ledger from the command line: <c>verify</c> reads only, <c>rebuild</c> writes only with --write.</summary>
public static class ValueVerbs
{
    public static async Task<int> Verify(Settings settings)
    {
        await using var app = App.Build(settings);
        var db = app.Services.GetRequiredService<Db>();
        var others = app.Services.GetServices<VerifyAgainstLedger>().ToList();
        foreach (var merchant in await Merchants(db))
        {
            var clock = Stopwatch.StartNew();
            await using var read = await db.Read(merchant);
            var report = await VerifyLedger.Run(read, others);
            if (report.Wrong is { } wrong)
            {
                await Console.Error.WriteLineAsync($"WRONG: {wrong.Says}");
                return 1;
            }
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"verified: {report.Entries} entries in {report.Accounts} accounts, {report.Days} days, {report.AuditRecords} audit records, {clock.ElapsedMilliseconds / 1000m:0.0} s"
                )
            );
        }
        return 0;
    }

    public static async Task<int> Rebuild(Settings settings)
    {
        await using var app = App.Build(settings);
        var db = app.Services.GetRequiredService<Db>();
        var differs = false;
        foreach (var merchant in await Merchants(db))
        {
            await using var tx = await db.Begin(merchant);
            var (reply, accounts, lots) = await RebuildLedger.Compare(tx);
            Console.WriteLine(
                $"rebuilt: {reply.Accounts} accounts; {reply.AccountsDiffering} accounts and {reply.LotsDiffering} lots differ"
            );
            differs |= accounts.Count + lots.Count > 0;
            if (!settings.Write)
                continue;
            await RebuildLedger.Write(tx, accounts, lots);
            await tx.Commit();
        }
        return differs && !settings.Write ? 1 : 0;
    }

    private static async Task<IReadOnlyList<MerchantId>> Merchants(Db db)
    {
        await using var read = await db.Platform();
        return await OrgPublic.Merchants(read);
    }
}
