// Rows of a CSV text whose separators are known, a column at a time: no branch depends on what a number looks like.
#include "CKernels.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#define WIDE __attribute__((target("arch=x86-64-v3")))
#endif

size_t ess_plain_rows(const unsigned char *text, const uint32_t *places, size_t width, size_t rows,
                      int hasQuote) {
  for (size_t row = 0; row < rows; row++, places += width) {
    const uint32_t end = places[width - 1];
    unsigned char other = text[end] ^ '\n';
    for (size_t position = 0; position + 1 < width; position++) other |= text[places[position]] ^ ',';
    if (other) return row;
    const uint32_t start = places[-1] + 1;
    if (hasQuote && memchr(text + start, '"', end - start)) return row;
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
                            int isLast, size_t rows, double *values) {
  for (size_t row = 0; row < rows; row++, places += width) {
    size_t length;
    const unsigned char *p = ess_field(text, places, isLast, &length);
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
                                int isLast, size_t rows, double *values) {
  const __m128i order = _mm_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const __m128i tens = _mm_setr_epi8(10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1);
  const __m128i hundreds = _mm_setr_epi16(100, 1, 100, 1, 100, 1, 100, 1);
  const __m128i myriads = _mm_setr_epi16(10000, 1, 10000, 1, 10000, 1, 10000, 1);
  for (size_t row = 0; row < rows; row++, places += width) {
    size_t length;
    const unsigned char *p = ess_field(text, places, isLast, &length);
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
#endif

size_t ess_numbers(const unsigned char *text, const uint32_t *places, size_t width, int isLast,
                   size_t rows, double *values) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("x86-64-v3"))
    return numbers_wide(text, places, width, isLast, rows, values);
#endif
  return ess_numbers_portable(text, places, width, isLast, rows, values);
}

// The first `length` bytes of a word, the others zero.
static inline __attribute__((always_inline)) uint64_t prefix(uint64_t word, size_t length) {
  return length == 8 ? word : word & (((uint64_t)1 << (8 * length)) - 1);
}

static inline __attribute__((always_inline)) size_t
codes(const unsigned char *text, const uint32_t *places, size_t width, int isLast, size_t rows,
      const ess_code_slot *slots, unsigned shift, int32_t *values) {
  const size_t mask = ((size_t)1 << (64 - shift)) - 1;
  for (size_t row = 0; row < rows; row++, places += width) {
    size_t length;
    const unsigned char *p = ess_field(text, places, isLast, &length);
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
                              int isLast, size_t rows, const ess_code_slot *slots, unsigned shift,
                              int32_t *values) {
  return codes(text, places, width, isLast, rows, slots, shift, values);
}
#endif

size_t ess_codes(const unsigned char *text, const uint32_t *places, size_t width, int isLast,
                 size_t rows, const ess_code_slot *slots, unsigned shift, int32_t *values) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("x86-64-v3"))
    return codes_wide(text, places, width, isLast, rows, slots, shift, values);
#endif
  return codes(text, places, width, isLast, rows, slots, shift, values);
}
