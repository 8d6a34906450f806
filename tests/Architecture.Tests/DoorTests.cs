using Mono.Cecil;
using Mono.Cecil.Cil;
using Shouldly;
using Xunit;

namespace Shuke.Architecture.Tests;

/// <summary>The few doors in the walls between merchants, and who has the key.</summary>
public sealed class DoorTests
{
    private static readonly AssemblyDefinition Server = AssemblyDefinition.ReadAssembly(
        typeof(Server.App).Assembly.Location
    );

    /// <summary>
    /// Who may read over all merchants. A name that is missing here is a new place where one merchant's request could see
    /// another's rows: think twice, then add it with its reason.
    /// </summary>
    [Fact]
    public void The_platforms_door_is_used_by_these_alone() =>
        Callers("Db::Platform", "DbRead::OpenPlatformDoor")
            .ShouldBe([
                "BackupDesk", // whose night is it?
                "BackupVerbs", // a restored or moved shop is verified, all merchants one after the other
                "Backups", // a backup holds all merchants
                "Db", // defines it
                "DemoShop", // is there a shop already?
                "JobRunner", // whose job is next?
                "Nightly", // whose night is it?
                "OutboxPump", // whose facts are due?
                "RewardClock", // whose birthdays are due?
                "SetUpShop", // is there a shop already?
                "SetupCode", // is there a shop already?
                "ShowHealth", // how much waits, of all merchants
                "ShowSetup", // is there a shop already?
                "SignIn", // whose is this phone number?
                "ValueVerbs", // verify goes over all merchants, one after the other
            ]);

    [Fact]
    public void A_transaction_over_several_merchants_is_opened_by_these_alone() =>
        Callers("Wall::Around(System.Collections.Generic.IEnumerable`1<")
            .ShouldBe([
                "Backups", // a backup holds all merchants
                "Db", // BatchSession: the merchants of a lane's batch
            ]);

    /// <summary>What may be switched off in tests cannot be switched off by the program itself, however it is set.</summary>
    [Fact]
    public void The_program_constructs_no_test_switches() =>
        Server
            .MainModule.GetTypes()
            .SelectMany(t => t.Methods.Where(m => m.HasBody))
            .Where(m =>
                m.Body.Instructions.Any(i =>
                    i.Operand is MethodReference called
                    && called.DeclaringType.Name == "TestSwitches"
                    && (
                        called.Name is ".ctor" or "<Clone>$" || called.Name.StartsWith("set_", StringComparison.Ordinal)
                    )
                )
            )
            .Select(m => m.FullName)
            .Where(n => !n.Contains("Shuke.Server.Platform.TestSwitches::", StringComparison.Ordinal))
            .ShouldBeEmpty();

    private static List<string> Callers(params string[] methods) =>
        [
            .. Server
                .MainModule.GetTypes()
                .Where(t =>
                    t.Methods.Where(m => m.HasBody)
                        .SelectMany(m => m.Body.Instructions)
                        .Any(i => i.Operand is MethodReference called && methods.Any(m => Names(called, m)))
                )
                .Select(Outer)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private static bool Names(MethodReference called, string method) =>
        called.FullName.Contains("Shuke.Server.Platform." + method, StringComparison.Ordinal);

    private static string Outer(TypeDefinition type)
    {
        while (type.DeclaringType is not null)
            type = type.DeclaringType;
        return type.Name;
    }
}
