// The structure of a CSV text, 64 bytes at a time: one bit for each separator, then one place for each bit.
#include "CKernels.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define CLONES
#endif

static inline __attribute__((always_inline)) uint64_t separators64(const unsigned char *p) {
  uint64_t bits = 0;
#if defined(__SSE2__)
  const __m128i comma = _mm_set1_epi8(','), newline = _mm_set1_epi8('\n');
  for (int i = 0; i < 4; i++) {
    const __m128i v = _mm_loadu_si128((const __m128i *)(p + 16 * i));
    const __m128i found = _mm_or_si128(_mm_cmpeq_epi8(v, comma), _mm_cmpeq_epi8(v, newline));
    bits |= (uint64_t)(uint16_t)_mm_movemask_epi8(found) << (16 * i);
  }
#else
  for (int i = 0; i < 64; i++) bits |= (uint64_t)(p[i] == ',' || p[i] == '\n') << i;
#endif
  return bits;
}

CLONES size_t ess_separators(const unsigned char *text, size_t first, size_t last,
                             uint32_t *places) {
  uint32_t *out = places;
  for (size_t at = first; at < last; at += 64) {
    uint64_t bits = separators64(text + at);
    if (last - at < 64) bits &= ((uint64_t)1 << (last - at)) - 1;
    const int count = __builtin_popcountll(bits);
    // Eight places at once, needed or not: the processor foresees eights better than the exact number.
    for (int done = 0; done < count; done += 8)
      for (int i = 0; i < 8; i++) {
        out[done + i] = (uint32_t)at + (uint32_t)(bits ? __builtin_ctzll(bits) : 64);
        bits &= bits - 1;
      }
    out += count;
  }
  return (size_t)(out - places);
}
