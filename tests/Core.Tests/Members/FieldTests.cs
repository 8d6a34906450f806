using Shuke.Core.Members;

namespace Shuke.Core.Tests.Members;

public sealed class FieldTests
{
    [Theory]
    [InlineData(FieldKind.Text, " 油性 ", "油性")]
    [InlineData(FieldKind.Text, "   ", null)]
    [InlineData(FieldKind.Number, "36.5", "36.5")]
    [InlineData(FieldKind.Number, "-2", "-2")]
    [InlineData(FieldKind.Number, "1e5", null)]
    [InlineData(FieldKind.Date, "2024-02-29", "2024-02-29")]
    [InlineData(FieldKind.Date, "2023-02-29", null)]
    [InlineData(FieldKind.Choice, "M", "M")]
    [InlineData(FieldKind.Choice, "XXL", null)]
    [InlineData(FieldKind.Plate, "京a·12345", "京A12345")]
    [InlineData(FieldKind.Plate, "粤BD12345", "粤BD12345")]
    [InlineData(FieldKind.Plate, "粤Z1234港", "粤Z1234港")]
    [InlineData(FieldKind.Plate, "京I12345", null)] // no city has the letter I
    [InlineData(FieldKind.Plate, "A12345", null)]
    public void A_field_takes_its_kind_of_value_and_no_other(FieldKind kind, string typed, string? stored) =>
        Fields.Normalize(kind, ["S", "M", "L"], typed).ShouldBe(stored);
}
