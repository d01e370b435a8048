internal import CDigest

/// SHA-256 digests (FIPS 180-4), by nettle, which uses the processor's instructions for them.
public enum Digest {
  /// The digest of some bytes, in 64 lower-case hexadecimal digits.
  public static func sha256(_ bytes: [UInt8]) -> String {
    var context = sha256_ctx()
    unsafe nettle_sha256_init(&context)
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe nettle_sha256_update(&context, buffer.count, buffer.baseAddress)
    }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    unsafe digest.withUnsafeMutableBufferPointer { buffer in
      unsafe nettle_sha256_digest(&context, buffer.count, buffer.baseAddress)
    }
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
