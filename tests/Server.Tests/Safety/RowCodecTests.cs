using System.Text;
using Shouldly;
using Shuke.Server.Platform;
using Xunit;

namespace Shuke.Server.Tests.Safety;

public sealed class RowCodecTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1L << 62)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void A_number_of_any_size_comes_back_out_of_a_backup(long number)
    {
        Column[] columns = [new("a", ColumnKind.Number), new("b", ColumnKind.Number)];
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        RowCodec.Write(writer, columns, [number, null]);
        stream.Position = 0;
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        RowCodec.Read(reader, columns).ShouldBe([number, null]);
    }
}
