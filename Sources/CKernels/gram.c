// X' W X by a register tile of 3 x 3 columns over blocks of 512 rows, which stay in the first-level cache.
// BLAS is weak at tall, narrow matrices: dsyrk reaches a sixth of the peak there, this about a third.
#include "CKernels.h"

#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONES
#endif

typedef double v8 __attribute__((vector_size(64), aligned(8)));

// Macros: a function that takes wide vectors has another calling convention in each clone.
#define AT(p) (*(const v8 *)(p))
#define SUM(a) (((a[0] + a[4]) + (a[1] + a[5])) + ((a[2] + a[6]) + (a[3] + a[7])))

enum { BLOCK = 512 };

CLONES void ess_gram_block(const double *x, ptrdiff_t n, ptrdiff_t k, const double *w,
                           ptrdiff_t first, ptrdiff_t last, double *g, double *scratch) {
  for (ptrdiff_t r = first; r < last; r += BLOCK) {
    const ptrdiff_t m = last - r < BLOCK ? last - r : BLOCK, m8 = m & ~(ptrdiff_t)7;
    // The left factor: the columns themselves, or weighted copies.
    const double *left = x + r;
    ptrdiff_t leftStride = n;
    if (w) {
      for (ptrdiff_t j = 0; j < k; j++)
        for (ptrdiff_t p = 0; p < m; p++) scratch[j * BLOCK + p] = w[r + p] * x[j * n + r + p];
      left = scratch;
      leftStride = BLOCK;
    }
    for (ptrdiff_t j = 0; j < k; j += 3)
      for (ptrdiff_t i = j; i < k; i += 3) {
        const ptrdiff_t columns = k - j < 3 ? k - j : 3, rows = k - i < 3 ? k - i : 3;
        const double *b = x + j * n + r, *a = left + i * leftStride;
        ptrdiff_t done = 0;
        if (columns == 3 && rows == 3) {
          v8 s00 = {0}, s01 = {0}, s02 = {0}, s10 = {0}, s11 = {0}, s12 = {0}, s20 = {0}, s21 = {0},
             s22 = {0};
          for (ptrdiff_t p = 0; p < m8; p += 8) {
            const v8 b0 = AT(b + p), b1 = AT(b + n + p), b2 = AT(b + 2 * n + p);
            const v8 a0 = AT(a + p), a1 = AT(a + leftStride + p), a2 = AT(a + 2 * leftStride + p);
            s00 += a0 * b0; s10 += a1 * b0; s20 += a2 * b0;
            s01 += a0 * b1; s11 += a1 * b1; s21 += a2 * b1;
            s02 += a0 * b2; s12 += a1 * b2; s22 += a2 * b2;
          }
          double *c0 = g + i + j * k, *c1 = c0 + k, *c2 = c1 + k;
          c0[0] += SUM(s00); c0[1] += SUM(s10); c0[2] += SUM(s20);
          c1[0] += SUM(s01); c1[1] += SUM(s11); c1[2] += SUM(s21);
          c2[0] += SUM(s02); c2[1] += SUM(s12); c2[2] += SUM(s22);
          done = m8;
        }
        if (done < m)
          for (ptrdiff_t c = 0; c < columns; c++)
            for (ptrdiff_t q = 0; q < rows; q++) {
              double s = 0;
              for (ptrdiff_t p = done; p < m; p++) s += a[q * leftStride + p] * b[c * n + p];
              g[i + q + (j + c) * k] += s;
            }
      }
  }
}
