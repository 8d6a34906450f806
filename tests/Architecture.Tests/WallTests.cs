using System.Text.RegularExpressions;
using Mono.Cecil;

namespace Shuke.Architecture.Tests;

/// <summary>
/// The few walls that are policed: a module names only modules to its left, and of those only what stands in their
/// Public and Facts files; Core references nothing but the base library and knows no floating point.
/// </summary>
public sealed partial class WallTests
{
    // The order of ARCHITECTURE; a module may look left, never right.
    private static readonly string[] Order =
    [
        "Org",
        "Ledger",
        "Members",
        "Catalog",
        "Tiers",
        "Pricing",
        "Sales",
        "Stock",
        "Rewards",
        "Mall",
        "Engage",
        "Service",
        "Alliance",
        "Reports",
        "Open",
    ];

    internal static readonly string Root = FindRoot();
    private static readonly AssemblyDefinition Server = AssemblyDefinition.ReadAssembly(
        typeof(Server.App).Assembly.Location
    );
    private static readonly AssemblyDefinition Core = AssemblyDefinition.ReadAssembly(
        typeof(Shuke.Core.Money).Assembly.Location
    );

    [Fact]
    public void Every_module_is_in_the_order() =>
        Directory
            .GetDirectories(Path.Combine(Root, "src/Server/Modules"))
            .Select(Path.GetFileName)
            .Except(Order)
            .ShouldBeEmpty();

    [Fact]
    public void A_module_names_only_the_public_side_of_modules_to_its_left()
    {
        var open = Order.ToDictionary(m => m, PublicTypes);
        var broken = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in Server.MainModule.GetTypes().Where(t => ModuleOf(t) is not null))
        foreach (var used in Uses(type))
        {
            var (from, to) = (ModuleOf(type)!, ModuleOf(used));
            if (to is null || to == from)
                continue;
            var name = Outer(used).Name;
            if (Array.IndexOf(Order, to) > Array.IndexOf(Order, from))
                broken.Add($"{from} looks right at {to}: {Outer(type).Name} names {name}");
            else if (!open[to].Contains(name.Split('`')[0]))
                broken.Add(
                    $"{from} reaches into {to}: {Outer(type).Name} names {name}, which is in no {to}.Public.cs or {to}.Facts.cs"
                );
        }
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Platform_names_no_module()
    {
        var broken = Server
            .MainModule.GetTypes()
            .Where(t =>
                t.Namespace.StartsWith("Shuke.Server.Platform", StringComparison.Ordinal)
                || Outer(t).Namespace.StartsWith("Shuke.Server.Platform", StringComparison.Ordinal)
            )
            .SelectMany(t =>
                Uses(t).Where(u => ModuleOf(u) is not null).Select(u => $"{Outer(t).Name} names {u.FullName}")
            )
            .Distinct();
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Core_references_the_base_library_alone() =>
        Core
            .MainModule.AssemblyReferences.Select(r => r.Name)
            .Where(n => !n.StartsWith("System", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Core_has_no_floating_point()
    {
        var broken = new List<string>();
        foreach (var type in Core.MainModule.GetTypes())
        {
            broken.AddRange(type.Fields.Where(f => IsFloating(f.FieldType)).Select(f => $"{type.Name}.{f.Name}"));
            foreach (var method in type.Methods)
                if (IsFloating(method.ReturnType) || method.Parameters.Any(p => IsFloating(p.ParameterType)))
                    broken.Add($"{type.Name}.{method.Name}");
        }
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_follows_a_tables_merchant_in_a_key_alone()
    {
        // Every table of a merchant begins its key with merchant_id: isolation, locality and the distribution column at once.
        string[] shared = ["node", "schema_step"];
        var broken = new List<string>();
        foreach (var file in Directory.GetFiles(Path.Combine(Root, "src/Server/Schema"), "*.sql"))
        foreach (Match table in Table().Matches(File.ReadAllText(file)))
        {
            var (name, body) = (table.Groups["name"].Value, table.Groups["body"].Value);
            if (shared.Contains(name))
                continue;
            foreach (Match key in Key().Matches(body))
                if (!key.Groups["columns"].Value.TrimStart().StartsWith("merchant_id", StringComparison.Ordinal))
                    broken.Add($"{name}: {key.Value}");
            if (!Key().IsMatch(body))
                broken.Add($"{name} has no key");
        }
        broken.ShouldBeEmpty();
    }

    private static bool IsFloating(TypeReference type) =>
        type.FullName is "System.Double" or "System.Single" or "System.Decimal";

    private static HashSet<string> PublicTypes(string module)
    {
        var folder = Path.Combine(Root, "src/Server/Modules", module);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var file in new[] { "Public", "Facts" }
                .Select(kind => Path.Combine(folder, $"{module}.{kind}.cs"))
                .Where(File.Exists)
        )
        foreach (Match match in Declaration().Matches(File.ReadAllText(file)))
            names.Add(match.Groups["name"].Value);
        return names;
    }

    private static IEnumerable<TypeReference> Uses(TypeDefinition type)
    {
        var seen = new List<TypeReference>();
        void Add(TypeReference? t)
        {
            if (t is null)
                return;
            seen.Add(t.GetElementType());
            if (t is GenericInstanceType generic)
                foreach (var argument in generic.GenericArguments)
                    Add(argument);
        }
        Add(type.BaseType);
        foreach (var field in type.Fields)
            Add(field.FieldType);
        foreach (var method in type.Methods)
        {
            Add(method.ReturnType);
            foreach (var parameter in method.Parameters)
                Add(parameter.ParameterType);
            if (!method.HasBody)
                continue;
            foreach (var variable in method.Body.Variables)
                Add(variable.VariableType);
            foreach (var instruction in method.Body.Instructions)
                switch (instruction.Operand)
                {
                    case MethodReference called:
                        Add(called.DeclaringType);
                        if (called is GenericInstanceMethod generic)
                            foreach (var argument in generic.GenericArguments)
                                Add(argument);
                        break;
                    case FieldReference field:
                        Add(field.DeclaringType);
                        break;
                    case TypeReference used:
                        Add(used);
                        break;
                }
        }
        return seen.Where(t => t.Scope == Server.MainModule || t.Module == Server.MainModule);
    }

    private static TypeReference Outer(TypeReference type)
    {
        while (type.DeclaringType is not null)
            type = type.DeclaringType;
        return type;
    }

    private static string? ModuleOf(TypeReference type)
    {
        const string prefix = "Shuke.Server.Modules.";
        var space = Outer(type).Namespace;
        return space.StartsWith(prefix, StringComparison.Ordinal) ? space[prefix.Length..].Split('.')[0] : null;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Shuke.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex(
        @"\b(record|class|enum|interface|struct|delegate\s+[\w<>\[\], ?]+?)\s+(?<name>[A-Z]\w*)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Declaration();

    [GeneratedRegex(
        @"CREATE TABLE (?<name>\w+) \((?<body>.*?)\n\);",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Table();

    [GeneratedRegex(@"(PRIMARY KEY|UNIQUE|FOREIGN KEY) \((?<columns>[^)]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();
}
