using System.Globalization;
using System.Text;
using QRCoder;

namespace Shuke.Server.Modules.Pricing;

/// <summary>A QR code as a page draws it: the dark modules as an SVG path in units of one module.</summary>
internal static class QrPath
{
    public static (string Path, int Modules) Of(string content)
    {
        using var maker = new QRCodeGenerator();
        using var data = maker.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        var size = data.ModuleMatrix.Count;
        for (var y = 0; y < size; y++)
        for (var x = 0; x < size; x++)
        {
            if (!data.ModuleMatrix[y][x])
                continue;
            var from = x;
            while (x + 1 < size && data.ModuleMatrix[y][x + 1])
                x++;
            path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from + 1}v1H{from}z");
        }
        return (path.ToString(), size);
    }
}
