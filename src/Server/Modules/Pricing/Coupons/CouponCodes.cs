using System.Buffers.Binary;
using System.Security.Cryptography;
using Shuke.Core.Coupons;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// Codes of single coupons and gifts. A code is a keyed function of the coupon's id and a running number, so it can be
/// printed again, and is stored only as a keyed hash: who reads the database has no code (threat T7).
/// </summary>
internal static class CouponCodes
{
    public static string Of(DbRead db, Vault vault, CouponId coupon, long codeNo) =>
        Make(db, vault, "coupon-code", coupon.Value, codeNo);

    public static string OfGift(DbRead db, Vault vault, CouponGiftId gift) =>
        Make(db, vault, "coupon-gift", gift.Value, 0);

    public static byte[] Hash(DbRead db, Vault vault, string clean) =>
        vault.BlindIndex(db.Merchant, "coupon-code-index", clean);

    private static string Make(DbRead db, Vault vault, string purpose, long id, long number)
    {
        Span<byte> message = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(message, id);
        BinaryPrimitives.WriteInt64BigEndian(message[8..], number);
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(vault.Derive(db.Merchant, purpose), message, hash);
        return CouponCode.Of(hash);
    }
}
