using System.Net;
using System.Net.Sockets;
using Shuke.Server.Platform.Printing;

namespace Shuke.Server.Tests.Printing;

public sealed class NetworkPrinterTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_printer_receives_exactly_the_bytes()
    {
        using var printer = new TcpListener(IPAddress.Loopback, 0);
        printer.Start();
        var bytes = EscPos.Bytes(new Receipt(Paper.Mm58).Text(new string('中', 50_000)).Cut());
        var received = Task.Run(async () =>
        {
            using var client = await printer.AcceptTcpClientAsync();
            using var paper = new MemoryStream();
            await client.GetStream().CopyToAsync(paper);
            return paper.ToArray();
        });

        (await NetworkPrinter.Send("127.0.0.1", Port(printer), bytes, Patience)).IsOk.ShouldBeTrue();
        (await received.WaitAsync(Patience)).ShouldBe(bytes);
    }

    [Fact]
    public async Task A_printer_that_is_off_is_unreachable()
    {
        var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = Port(free);
        free.Stop();

        var refusal = (await NetworkPrinter.Send("127.0.0.1", port, new byte[1], Patience)).Refusal!;
        refusal.Code.ShouldBe("printer_unreachable");
        refusal.Sentence(Language.Zh).ShouldContain($"127.0.0.1:{port}");
    }

    [Fact]
    public async Task A_printer_that_takes_no_more_bytes_times_out()
    {
        using var printer = new TcpListener(IPAddress.Loopback, 0);
        printer.Start();
        var outcome = await NetworkPrinter.Send(
            "127.0.0.1",
            Port(printer),
            new byte[64 << 20],
            TimeSpan.FromMilliseconds(300)
        );
        outcome.Refusal!.Code.ShouldBe("printer_timeout");
    }

    [Theory]
    [InlineData("printer.invalid", 9100, "printer_host_unknown")]
    [InlineData("169.254.169.254", 9100, "printer_address_forbidden")]
    [InlineData("0.0.0.0", 9100, "printer_address_forbidden")]
    [InlineData("224.0.0.1", 9100, "printer_address_forbidden")]
    [InlineData("127.0.0.1", 25, "printer_address_forbidden")]
    public async Task What_cannot_be_a_printer_is_refused(string host, int port, string code) =>
        (await NetworkPrinter.Send(host, port, new byte[1], Patience)).Refusal!.Code.ShouldBe(code);

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;
}
