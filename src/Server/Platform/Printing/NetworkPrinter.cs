using System.Net;
using System.Net.Sockets;

namespace Shuke.Server.Platform.Printing;

/// <summary>Why nothing came out of the printer.</summary>
public static class PrinterReasons
{
    public static readonly Reason Unreachable = new(
        "printer_unreachable",
        RefusalKind.Conflict,
        "连不上打印机 {printer}。请检查电源、网线和地址。",
        "The printer {printer} cannot be reached. Check its power, its cable and its address."
    );

    public static readonly Reason Timeout = new(
        "printer_timeout",
        RefusalKind.Conflict,
        "打印机 {printer} 没有回应。请检查是否缺纸、开盖或正忙。",
        "The printer {printer} does not respond. Check for paper, an open lid or another job."
    );

    public static readonly Reason HostUnknown = new(
        "printer_host_unknown",
        RefusalKind.Conflict,
        "找不到打印机地址 {printer}。",
        "There is no such printer address: {printer}."
    );

    public static readonly Reason AddressForbidden = new(
        "printer_address_forbidden",
        RefusalKind.Rule,
        "{printer} 不能作为打印机地址。请填打印机的内网地址，端口一般为 9100。",
        "{printer} cannot be a printer. Enter its address in the shop's network; the port is usually 9100."
    );
}

/// <summary>Sends bytes to a receipt printer over TCP, usually port 9100. The address comes from the merchant's settings only.</summary>
public static class NetworkPrinter
{
    /// <summary>
    /// Done once the printer's network has all bytes; whether they were printed, plain TCP cannot tell. A repeat after a
    /// timeout may print twice.
    /// </summary>
    public static async Task<Outcome<Done>> Send(
        string host,
        int port,
        ReadOnlyMemory<byte> bytes,
        TimeSpan timeout,
        CancellationToken stop = default
    )
    {
        Refusal Because(Reason reason) => reason.With(("printer", $"{host}:{port}"));

        // Below 1024 live services that a receipt's text might be taken for a command by, such as mail.
        if (
            port is < 1024 or > 65_535
            || host.Length is 0 or > 253
            || IPAddress.TryParse(host, out var literal) && IsForbidden(literal)
        )
            return Because(PrinterReasons.AddressForbidden);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(timeout);
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host, limit.Token);
            if (addresses.Length == 0)
                return Because(PrinterReasons.HostUnknown);
            if (addresses.Any(IsForbidden))
                return Because(PrinterReasons.AddressForbidden);
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(addresses, port, limit.Token);
            for (var rest = bytes; !rest.IsEmpty; )
                rest = rest[await socket.SendAsync(rest, limit.Token)..];
            socket.Shutdown(SocketShutdown.Send);
            return Done.Ok;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Because(PrinterReasons.Timeout);
        }
        catch (SocketException e)
        {
            return Because(
                e.SocketErrorCode switch
                {
                    SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain =>
                        PrinterReasons.HostUnknown,
                    SocketError.TimedOut => PrinterReasons.Timeout,
                    _ => PrinterReasons.Unreachable,
                }
            );
        }
    }

    // Link-local addresses hold the keys of cloud machines; the others are not single machines at all.
    private static bool IsForbidden(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (plain.AddressFamily == AddressFamily.InterNetworkV6)
            return plain.IsIPv6LinkLocal || plain.IsIPv6Multicast || plain.Equals(IPAddress.IPv6Any);
        var bytes = plain.GetAddressBytes();
        return bytes is [0, ..] or [169, 254, ..] or [>= 224, ..];
    }
}
