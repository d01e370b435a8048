#ifndef ESS_CKERNELS_H
#define ESS_CKERNELS_H

#include <stddef.h>

/// Adds to the lower triangle of `g` (k x k, column-major) that of X' W X over rows `first` to `last` - 1.
///
/// `x` is column-major with `n` rows and `k` columns; `w` holds n weights, or is NULL for ones. `scratch` holds 512 k doubles
/// (used with weights only). The order of the additions depends on the rows alone.
void ess_gram_block(const double *x, ptrdiff_t n, ptrdiff_t k, const double *w, ptrdiff_t first,
                    ptrdiff_t last, double *g, double *scratch);

#endif
