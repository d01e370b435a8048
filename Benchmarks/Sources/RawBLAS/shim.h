#include <cblas.h>

/* LAPACK by its Fortran names, which OpenBLAS has in the same library. */
void dgetrf_(const int *m, const int *n, double *a, const int *lda, int *ipiv, int *info);
void dgetri_(const int *n, double *a, const int *lda, const int *ipiv, double *work, const int *lwork, int *info);
