#ifndef ESS_CBLAS_SHIM_H
#define ESS_CBLAS_SHIM_H
#include <cblas.h>

#include "lapack.h"

/* Ends OpenBLAS's worker threads; absent from its serial build, hence weak. They start again if asked for. */
extern int blas_thread_shutdown_(void) __attribute__((weak));

/* One thread from now on, and none left spinning for work that will not come. */
static inline void ess_blas_use_one_thread(void) {
  openblas_set_num_threads(1);
  if (blas_thread_shutdown_) blas_thread_shutdown_();
}
#endif
