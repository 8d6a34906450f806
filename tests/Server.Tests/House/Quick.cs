using System.Runtime.CompilerServices;

namespace Shuke.Server.Tests;

/// <summary>Before any test: hashing of passwords is made cheap. PasswordTests looks at the real cost.</summary>
internal static class Quick
{
    [ModuleInitializer]
    internal static void Begin() => Modules.Org.Passwords.HashQuickly();
}
