// Rows of a CSV text whose separators are known, a column at a time: no branch depends on what a number looks like.
#include "CKernels.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#define WIDE __attribute__((target("arch=x86-64-v3")))
#endif

// Whether each quote of a row stands at the beginning or the end of a field that has one at both.
static int wraps_fields(const unsigned char *text, const uint32_t *places, size_t width) {
  size_t quotes = 0, wrapped = 0;
  for (uint32_t at = places[-1] + 1; at < places[width - 1]; at++) quotes += text[at] == '"';
  for (size_t position = 0; position < width; position++) {
    size_t length;
    const unsigned char *field =
        ess_field(text, places + position, position + 1 == width ? ESS_LAST : 0, &length);
    if (length == 0 || *field != '"') continue;
    if (length == 1 || field[length - 1] != '"') return 0;
    wrapped += 1;
  }
  return quotes == 2 * wrapped;
}

size_t ess_plain_rows(const unsigned char *text, const uint32_t *places, size_t width, size_t rows,
                      int hasQuote) {
  for (size_t row = 0; row < rows; row++, places += width) {
    const uint32_t end = places[width - 1];
    unsigned char other = text[end] ^ '\n';
    for (size_t position = 0; position + 1 < width; position++) other |= text[places[position]] ^ ',';
    if (other) return row;
    const uint32_t start = places[-1] + 1;
    if (hasQuote && memchr(text + start, '"', end - start) && !wraps_fields(text, places, width))
      return row;
  }
  return rows;
}

static const double powersOfTen[17] = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7, 1e8,
                                       1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16};

// The digits make a whole number, which is divided by a power of ten; both are exact doubles up to 15 digits, so that the one division
// rounds correctly (Clinger 1990).
static inline __attribute__((always_inline)) double quotient(uint64_t digits, size_t decimals, int isNegative) {
  const double magnitude = (double)(int64_t)digits / powersOfTen[decimals];
  return isNegative ? -magnitude : magnitude;
}

size_t ess_numbers_portable(const unsigned char *text, const uint32_t *places, size_t width,
                            int form, size_t rows, double *values) {
  for (size_t row = 0; row < rows; row++, places += width) {
    size_t length;
    const unsigned char *p = ess_field(text, places, form, &length);
    const int isNegative = *p == '-';
    const unsigned char *const end = p + length;
    p += isNegative;
    uint64_t digits = 0;
    size_t count = 0, decimals = 0;
    int hasPoint = 0;
    for (; p < end; p++) {
      const unsigned char digit = *p - '0';
      if (digit <= 9) {
        digits = digits * 10 + digit;
        count += 1;
        decimals += hasPoint;
      } else if (*p == '.' && !hasPoint) {
        hasPoint = 1;
      } else {
        return row;
      }
      if (count > 15) return row;
    }
    if (count == 0) return row;
    values[row] = quotient(digits, decimals, isNegative);
  }
  return rows;
}

#if defined(__x86_64__)
// Sixteen bytes at a time: the point is taken out and the digits are moved to the right by one shuffle; then pairs, fours, eights and
// sixteens of digits are joined by products (Lemire 2018, Muła 2014).
WIDE static size_t numbers_wide(const unsigned char *text, const uint32_t *places, size_t width,
                                int form, size_t rows, double *values) {
  const __m128i order = _mm_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const __m128i tens = _mm_setr_epi8(10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1);
  const __m128i hundreds = _mm_setr_epi16(100, 1, 100, 1, 100, 1, 100, 1);
  const __m128i myriads = _mm_setr_epi16(10000, 1, 10000, 1, 10000, 1, 10000, 1);
  for (size_t row = 0; row < rows; row++, places += width) {
    size_t length;
    const unsigned char *p = ess_field(text, places, form, &length);
    const int isNegative = *p == '-';
    p += isNegative;
    length -= isNegative;
    if (length - 1 > 15) return row;
    const __m128i bytes = _mm_loadu_si128((const __m128i *)p);
    const __m128i digits = _mm_sub_epi8(bytes, _mm_set1_epi8('0'));
    const uint32_t within = ((uint32_t)1 << length) - 1;
    const uint32_t isDigit = (uint32_t)_mm_movemask_epi8(
        _mm_cmpeq_epi8(_mm_min_epu8(digits, _mm_set1_epi8(9)), digits));
    const uint32_t isPoint =
        (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('.'))) & within;
    const uint32_t others = ~isDigit & within;
    const size_t hasPoint = others != 0;
    const size_t count = length - hasPoint;
    if (others != isPoint || (others & (others - 1)) != 0 || count - 1 > 14) return row;
    // Without a point it is as if one came behind the last digit.
    const size_t point = (size_t)__builtin_ctz(others | (uint32_t)1 << length);
    const size_t decimals = count - point;
    // Digits before the point come from one place further left than those behind it.
    const int moved = hasPoint ? 16 - (int)decimals : 0;
    const __m128i from =
        _mm_add_epi8(_mm_add_epi8(order, _mm_set1_epi8((char)((int)length - 16))),
                     _mm_cmpgt_epi8(_mm_set1_epi8((char)moved), order));
    const __m128i aligned = _mm_shuffle_epi8(digits, from);
    const __m128i fours = _mm_madd_epi16(_mm_maddubs_epi16(aligned, tens), hundreds);
    const __m128i eights = _mm_madd_epi16(_mm_packus_epi32(fours, fours), myriads);
    const uint64_t both = (uint64_t)_mm_cvtsi128_si64(eights);
    values[row] = quotient((both & 0xFFFFFFFF) * 100000000 + (both >> 32), decimals, isNegative);
  }
  return rows;
}

// Numbers of at most eight bytes without a sign, four rows at a time: each is moved to the top of a word, with zeros before it, and what is
// before the point one byte further. Returns how many rows it got through: it stops at four of which one is of another form.
WIDE static size_t numbers_four(const unsigned char *text, const uint32_t *places, size_t width,
                                int form, size_t rows, double *values) {
  static const double powers[8] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};
  const __m256i zeros = _mm256_set1_epi8('0'), none = _mm256_setzero_si256();
  const __m256i one = _mm256_set1_epi64x(1), ones = _mm256_set1_epi8(1);
  // The bits of 2^52, under which a whole number becomes the end of a double.
  const __m256d large = _mm256_set1_pd(4503599627370496.0);
  size_t row = 0;
  for (; row + 4 <= rows; row += 4, places += 4 * width) {
    uint64_t words[4];
    size_t lengths[4];
    for (size_t k = 0; k < 4; k++)
      memcpy(&words[k], ess_field(text, places + k * width, form, &lengths[k]), 8);
    const __m256i length = _mm256_set_epi64x((int64_t)lengths[3], (int64_t)lengths[2],
                                             (int64_t)lengths[1], (int64_t)lengths[0]);
    const __m256i word = _mm256_set_epi64x((int64_t)words[3], (int64_t)words[2],
                                           (int64_t)words[1], (int64_t)words[0]);
    const __m256i bits = _mm256_slli_epi64(length, 3);
    const __m256i field =
        _mm256_or_si256(_mm256_sllv_epi64(word, _mm256_sub_epi64(_mm256_set1_epi64x(64), bits)),
                        _mm256_srlv_epi64(zeros, bits));
    const __m256i point = _mm256_cmpeq_epi8(field, _mm256_set1_epi8('.'));
    // The lowest bit of the first point, all bits below it (all there are without a point), and all above the point.
    const __m256i lowest = _mm256_and_si256(point, _mm256_sub_epi64(none, point));
    const __m256i before = _mm256_sub_epi64(lowest, one);
    const __m256i after = _mm256_andnot_si256(_mm256_or_si256(before, point), _mm256_set1_epi8(-1));
    const __m256i joined = _mm256_or_si256(
        _mm256_and_si256(field, after),
        _mm256_or_si256(_mm256_slli_epi64(_mm256_and_si256(field, before), 8),
                        _mm256_set1_epi64x('0')));
    const __m256i text8 = _mm256_blendv_epi8(joined, field, _mm256_cmpeq_epi64(point, none));
    const __m256i digits = _mm256_sub_epi8(text8, zeros);
    const __m256i isDigit =
        _mm256_cmpeq_epi8(_mm256_min_epu8(digits, _mm256_set1_epi8(9)), digits);
    // A second point is no digit; there must be one digit at least, and eight bytes at most.
    const __m256i points = _mm256_sad_epu8(_mm256_and_si256(point, ones), none);
    const __m256i isOther =
        _mm256_or_si256(_mm256_cmpgt_epi64(length, _mm256_set1_epi64x(8)),
                        _mm256_cmpgt_epi64(_mm256_add_epi64(points, one), length));
    if (_mm256_movemask_epi8(_mm256_andnot_si256(isOther, isDigit)) != -1) break;
    const __m256i fours = _mm256_madd_epi16(
        _mm256_maddubs_epi16(digits, _mm256_set1_epi16(0x010A)), _mm256_set1_epi32(0x00010064));
    const __m256i whole =
        _mm256_add_epi64(_mm256_mul_epu32(fours, _mm256_set1_epi64x(10000)),
                         _mm256_srli_epi64(fours, 32));
    const __m256d number = _mm256_sub_pd(
        _mm256_castsi256_pd(_mm256_or_si256(whole, _mm256_castpd_si256(large))), large);
    const __m256i decimals = _mm256_sad_epu8(_mm256_and_si256(after, ones), none);
    _mm256_storeu_pd(values + row,
                     _mm256_div_pd(number, _mm256_i64gather_pd(powers, decimals, 8)));
  }
  return row;
}

// Short numbers in fours, and where there is another one the next rows each by itself.
static size_t numbers_mixed(const unsigned char *text, const uint32_t *places, size_t width,
                            int form, size_t rows, double *values) {
  size_t row = 0;
  while (row < rows) {
    row += numbers_four(text, places + row * width, width, form, rows - row, values + row);
    const size_t more = rows - row < 32 ? rows - row : 32;
    const size_t done = numbers_wide(text, places + row * width, width, form, more, values + row);
    row += done;
    if (done < more) return row;
  }
  return rows;
}
#endif

size_t ess_numbers(const unsigned char *text, const uint32_t *places, size_t width, int form,
                   size_t rows, double *values) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("x86-64-v3"))
    return numbers_mixed(text, places, width, form, rows, values);
#endif
  return ess_numbers_portable(text, places, width, form, rows, values);
}

// The first `length` bytes of a word, the others zero.
static inline __attribute__((always_inline)) uint64_t prefix(uint64_t word, size_t length) {
  return length == 8 ? word : word & (((uint64_t)1 << (8 * length)) - 1);
}

static inline __attribute__((always_inline)) size_t
codes(const unsigned char *text, const uint32_t *places, size_t width, int form, size_t rows,
      const ess_code_slot *slots, unsigned shift, int32_t *values) {
  const size_t mask = ((size_t)1 << (64 - shift)) - 1;
  for (size_t row = 0; row < rows; row++, places += width) {
    size_t length;
    const unsigned char *p = ess_field(text, places, form, &length);
    if (length > 8) return row;
    uint64_t key;
    memcpy(&key, p, 8);
    key = prefix(key, length);
    size_t at = ess_code_place(key, shift);
    // An equal key of another length is the hash of a longer text.
    while (slots[at].key != key || slots[at].length != (int32_t)length) {
      if (slots[at].code < 0) return row;
      at = (at + 1) & mask;
    }
    if (slots[at].code < 0) return row;
    values[row] = slots[at].code;
  }
  return rows;
}

#if defined(__x86_64__)
WIDE static size_t codes_wide(const unsigned char *text, const uint32_t *places, size_t width,
                              int form, size_t rows, const ess_code_slot *slots, unsigned shift,
                              int32_t *values) {
  return codes(text, places, width, form, rows, slots, shift, values);
}
#endif

size_t ess_codes(const unsigned char *text, const uint32_t *places, size_t width, int form,
                 size_t rows, const ess_code_slot *slots, unsigned shift, int32_t *values) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("x86-64-v3"))
    return codes_wide(text, places, width, form, rows, slots, shift, values);
#endif
  return codes(text, places, width, form, rows, slots, shift, values);
}
