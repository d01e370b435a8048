#ifndef ESS_CBLAS_SHIM_H
#define ESS_CBLAS_SHIM_H
#include <cblas.h>
#include <lapacke.h>
#endif
