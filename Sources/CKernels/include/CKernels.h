#ifndef ESS_CKERNELS_H
#define ESS_CKERNELS_H

#include <stddef.h>
#include <stdint.h>

/// Adds to the lower triangle of `g` (k x k, column-major) that of X' W X over rows `first` to `last` - 1.
///
/// `x` is column-major with `n` rows and `k` columns; `w` holds n weights, or is NULL for ones. `scratch` holds 512 k doubles
/// (used with weights only). The order of the additions depends on the rows alone.
void ess_gram_block(const double *x, ptrdiff_t n, ptrdiff_t k, const double *w, ptrdiff_t first,
                    ptrdiff_t last, double *g, double *scratch);

/// Writes the places of all commas and line ends of `text` from `first` to `last` - 1, and returns their number.
///
/// 63 bytes behind `last` must be readable, and `places` have room for 8 more than there are.
size_t ess_separators(const unsigned char *text, size_t first, size_t last, uint32_t *places);

#endif
